import Foundation
import Testing

/// `validate explain` and what `validate test` tells of cases, as they are used.
@Suite struct ExplainTests {
  private static let peru = "examples/mem-2022/peru.yaml"

  @Test(arguments: [
    (["mem-2022/pa_1_1.training"], 0, "Question mem-2022/pa_1_1.training\n", ""),
    (["pa_1_1.training"], 0, "\nFinding mem-2022/pa_1_1.training\n", ""),
    (["pa_1_1"], 0, "Item mem-2022/pa_1_1\n", ""),
    (["pa_3_1.authorities[SUNAT].inspections", peru], 0, "yes (line ", ""),
    (["pa_1_1.training", peru, "--language", "es"], 0, "Pregunta mem-2022/pa_1_1.training\n", ""),
    (["mem-2022/pa_3_1.instruments-and-authority", peru], 0, "  in the reply:\n    file: examples/mem-2022/peru.yaml\n", ""),
    (["reply/wrong-type"], 0, "Rule of the program reply/wrong-type\n", ""),
    (["yaml/tab", peru], 0, "  in the reply:\n", ""),
    (["test/failed"], 0, "Rule of the program test/failed\n", ""),
    (["pa_1_1.trainin"], 2, "", "did you mean 'pa_1_1.training'?"),
    (["environmental_research"], 2, "", "did you mean 'pa_11_1.environmental_research'?"),
    (["reply/wrong-tipe"], 2, "", "did you mean 'reply/wrong-type'?"),
    ([], 2, "", "Missing expected argument"),
    ([""], 2, "", "nothing is called ''"),
    (["pa_1_1.training", "--tries", "0"], 2, "", "--tries"),
    (["pa_1_1.training", "no-such-file.yaml"], 3, "", "no-such-file.yaml"),
    (["pa_1_1.training", "examples/mem-2022"], 2, "", "several replies"),
  ])
  func runs(_ arguments: [String], _ code: Int32, _ output: String, _ errors: String) throws {
    let run = try validate(["explain"] + arguments)
    #expect(run.code == code, "\(run.errors)")
    #expect(output.isEmpty ? run.output.isEmpty : ("\n" + run.output).contains(output), "\(run.output)")
    #expect(errors.isEmpty ? run.errors.isEmpty : run.errors.contains(errors), "\(run.errors)")
  }

  @Test(arguments: [["pa_3_1.inspections", peru], ["mem-2022/pa_10_3.ad_dissemination"], ["reply/required", peru]])
  func jsonHasItsForm(_ arguments: [String]) throws {
    let run = try validate(["explain"] + arguments + ["--format", "json"])
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(report["format"] as? Int == 1)
    let explained = try #require(report["explained"] as? [[String: Any]])
    #expect(!explained.isEmpty && explained.allSatisfy { $0["kind"] is String && $0["id"] is String })
    #expect(run.output == (try validate(["explain"] + arguments + ["--format", "json"]).output))
  }

  /// Text of a stranger's file moves no cursor.
  @Test func textIsMadeSafe() throws {
    let scratch = try Scratch()
    let head = "reply: mem-2022\nversion: 1.0.0\nrespondent: PER\nanswers:\n  pa_3_1:\n    authorities:\n"
    let file = try scratch.write(
      "reply.yaml",
      head
        + "      - {authority: \"a\\e[2Jb\", inspections: yes, authority_domestic_trade: yes, authority_model_regulations: \"\\e[31m\"}\n"
    )
    for id in ["pa_3_1.authorities", "mem-2022/pa_3_1.inspections", "pa_3_1", "mem-2022/pa_3_1.inspections-and-register"] {
      let run = try validate(["explain", id, file.path])
      #expect(run.code == 0 && !run.output.contains("\u{1B}"), "\(run.errors)")
    }
  }

  /// The same id in two packs is asked back.
  @Test func severalPacks() throws {
    let scratch = try Scratch()
    let text = "version: 1.0.0\nlanguage: en\nsections:\n  one: {number: 1, questions: {law: Is there a law?}}\n"
    for name in ["alpha", "beta"] { try scratch.write("packs/\(name)/questionnaire.yaml", "questionnaire: \(name)\n" + text) }
    let packs = ["--rules", scratch.folder.appending(path: "packs").path]
    let run = try validate(["explain", "one.law"] + packs)
    #expect(run.code == 2 && run.errors.contains("alpha/one.law, beta/one.law"), "\(run.errors)")
    #expect(try validate(["explain", "beta/one.law"] + packs).output.hasPrefix("Question beta/one.law\n"))
  }

  /// A pack without cases for what can be is told of, and fails where that is asked for.
  @Test func testTellsWhatNoCaseHolds() throws {
    let scratch = try Scratch()
    let text =
      "questionnaire: alpha\nversion: 1.0.0\nlanguage: en\nsections:\n  one: {number: 1, questions: {law: Is there a law?}}\n"
    try scratch.write("packs/alpha/questionnaire.yaml", text)
    let arguments = ["test", "alpha", "--rules", scratch.folder.appending(path: "packs").path]
    let run = try validate(arguments)
    #expect(run.code == 0 && run.output.contains("findings: 0 of 1"), "\(run.output)")
    #expect(run.output.contains("alpha/one.law: no case with satisfied, not satisfied, not determined"))
    #expect(try validate(arguments + ["--strict"]).code == 1)
    let cases = ["yes", "no"].map {
      "      - {name: \($0), input: {one.law: \($0)}, output: {findings: {alpha/one.law: STATUS}}}\n"
    }
    let open = "      - {name: none, input: {}, output: {findings: {alpha/one.law: not-determined}}}\n"
    let all =
      cases[0].replacing("STATUS", with: "satisfied") + cases[1].replacing("STATUS", with: "not-satisfied") + open
    try scratch.write("packs/alpha/tests.yaml", "tests: alpha\nsection:\n  - name: law\n    tests:\n" + all)
    let strict = try validate(arguments + ["--strict"])
    #expect(strict.code == 0 && strict.output.contains("findings: 1 of 1"), "\(strict.output)")
  }

  /// Of a pack that cannot be used nothing is worked out.
  @Test func brokenPackHasNoCoverage() throws {
    let scratch = try Scratch()
    let text =
      "questionnaire: alpha\nversion: 1.0.0\nlanguage: en\nsections:\n  one: {number: 1, questions: {law: {ask: Is there?, type: lw}}}\n"
    try scratch.write("packs/alpha/questionnaire.yaml", text)
    let run = try validate(["test", "alpha", "--rules", scratch.folder.appending(path: "packs").path])
    #expect(run.code == 3 && !run.output.contains("findings:"), "\(run.output)")
  }
}
