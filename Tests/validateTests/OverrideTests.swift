import Foundation
import Testing

/// `validate draft` with a file of overrides beside the reply.
@Suite struct OverrideFileTests {
  private static let reply = """
    reply: mem-2022
    version: 1.0.0
    respondent: PER
    status: draft
    answers:
      pa_1_1: {training: no, protocols: no}

    """
  private static let overrides = """
    overrides: mem-2022
    version: 1.0.0
    respondent: PER
    experts:
      doe: {name: Jane Doe, country: CAN}  # ours
    findings:
      pa_1_1.training:
        expert: doe
        date: 2022-10-03
        reason: Two courses were held.
        status: satisfied

    """

  private func scratch(_ overrides: String = overrides) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("r.yaml", Self.reply)
    try scratch.write("r.overrides.yaml", overrides)
    return scratch
  }

  @Test func theFileBesideTheReplyIsApplied() throws {
    let scratch = try scratch()
    let run = try validate(["draft", "r.yaml"], in: scratch.folder)
    #expect(run.code == 0 && run.output.contains("set by Jane Doe (Canada) on 2022-10-03: Two courses were held."), "\(run)")
    #expect(run.output.contains("derived from the reply: not satisfied"))
    #expect(run.errors.contains("[override/no-basis]"))
    let without = try validate(["draft", "r.yaml", "--no-overrides"], in: scratch.folder)
    #expect(without.code == 0 && !without.output.contains("Jane Doe") && without.errors.isEmpty)
    // A folder's overrides are no replies.
    #expect(try validate(["draft", "."], in: scratch.folder).code == 0)
  }

  @Test func theFileMayBeNamed() throws {
    let scratch = try scratch()
    try scratch.write("s.yaml", Self.reply)
    let run = try validate(["draft", "s.yaml", "--overrides", "r.overrides.yaml"], in: scratch.folder)
    #expect(run.code == 0 && run.output.contains("Jane Doe"))
    #expect(try validate(["draft", "r.yaml", "s.yaml", "--overrides", "r.overrides.yaml"], in: scratch.folder).code == 2)
    #expect(try validate(["draft", "s.yaml", "--overrides", "none.yaml"], in: scratch.folder).code == 3)
    #expect(try validate(["draft", "s.yaml", "--no-overrides", "--record-basis"], in: scratch.folder).code == 2)
    #expect(try validate(["draft", "s.yaml", "--record-basis"], in: scratch.folder).code == 2)
    #expect(try validate(["draft", "r.yaml", "--record-basis", "--format", "html"], in: scratch.folder).code == 2)
    #expect(try validate(["draft", "r.yaml", "--record-basis", "--brief"], in: scratch.folder).code == 2)
    // Nothing is recorded in one file where another is not there.
    #expect(try validate(["draft", "r.yaml", "s.yaml", "--record-basis"], in: scratch.folder).code == 2)
    #expect(try scratch.read("r.overrides.yaml") == Self.overrides)
  }

  @Test func jsonHasBoth() throws {
    let scratch = try scratch()
    let run = try validate(["draft", "r.yaml", "--format", "json"], in: scratch.folder)
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let reply = (report?["replies"] as? [[String: Any]])?.first
    let findings = (reply?["sections"] as? [[String: Any]])?.first?["findings"] as? [[String: Any]]
    let finding = try #require(findings?.first { $0["id"] as? String == "mem-2022/pa_1_1.training" })
    let override = try #require(finding["override"] as? [String: Any])
    #expect(finding["status"] as? String == "satisfied")
    #expect((override["derived"] as? [String: Any])?["status"] as? String == "not-satisfied")
    #expect(override["stale"] as? Bool == false)
  }

  @Test func whatItRestsOnIsRecordedAndGrowsStale() throws {
    let scratch = try scratch()
    let record = try validate(["draft", "r.yaml", "--record-basis"], in: scratch.folder)
    #expect(record.code == 0 && record.output.contains("1 recorded"), "\(record)")
    let written = try scratch.read("r.overrides.yaml")
    let lines = written.split(separator: "\n").filter { !$0.contains("basis:") }
    #expect(lines == Self.overrides.split(separator: "\n"))
    let again = try validate(["draft", "r.yaml"], in: scratch.folder)
    #expect(again.code == 0 && again.errors.isEmpty && !again.output.contains("STALE"))
    try scratch.write("r.yaml", Self.reply.replacing("training: no", with: "training: yes"))
    let stale = try validate(["draft", "r.yaml"], in: scratch.folder)
    #expect(stale.code == 0 && stale.errors.contains("[override/stale]"))
    #expect(stale.output.contains("STALE: these answers have changed since: pa_1_1.training"))
    // Recording anew does not hide it.
    #expect(try validate(["draft", "r.yaml", "--record-basis"], in: scratch.folder).output.contains("0 recorded"))
    #expect(try scratch.read("r.overrides.yaml") == written)
  }

  @Test(arguments: [
    ("country: CAN", "country: PER", 1, "[override/own-country]"), ("experts:\n", "experts: [\n", 3, "[yaml/"),
    ("pa_1_1.training", "pa_1_1.trainig", 1, "[override/unknown-finding]"),
  ])
  func whatIsWrongIsTold(_ old: String, _ new: String, _ code: Int32, _ told: String) throws {
    let scratch = try scratch(Self.overrides.replacing(old, with: new))
    let run = try validate(["draft", "r.yaml"], in: scratch.folder)
    #expect(run.code == code && run.errors.contains(told), "\(run)")
    #expect(!run.output.contains("Jane Doe") && run.output.contains("1. Interdiction"))
    #expect(!run.errors.contains("override/own-country") || run.errors.contains("pa_1_1.training"))
  }

  @Test(arguments: [["draft", "r.yaml"], ["check", "r.yaml"], ["explain", "pa_1_1.training", "r.yaml"]])
  func theFileIsNotWrittenOver(_ arguments: [String]) throws {
    let scratch = try scratch()
    let run = try validate(arguments + ["-o", "r.overrides.yaml"], in: scratch.folder)
    #expect(run.code == 2)
    #expect(try scratch.read("r.overrides.yaml") == Self.overrides)
  }

  @Test func aPackThatIsReadIsNotWrittenOver() throws {
    let scratch = try scratch()
    let pack = SmallFolder.questionnaire
    try scratch.write("packs/small/questionnaire.yaml", pack)
    let run = try validate(
      ["draft", "r.yaml", "--rules", "packs", "-o", "packs/small/questionnaire.yaml"], in: scratch.folder)
    #expect(run.code == 2, "\(run)")
    #expect(try scratch.read("packs/small/questionnaire.yaml") == pack)
  }

  @Test(arguments: ["per", "XYZ", ""]) func aReplyOfNobodyTakesNothing(_ respondent: String) throws {
    let scratch = try scratch(Self.overrides.replacing("respondent: PER", with: "respondent: \(respondent)"))
    try scratch.write("r.yaml", Self.reply.replacing("respondent: PER", with: "respondent: \(respondent)"))
    let run = try validate(["draft", "r.yaml"], in: scratch.folder)
    #expect(run.code == 1 && run.errors.contains("[override/no-respondent]") && !run.output.contains("Jane Doe"), "\(run)")
  }
}

private enum SmallFolder {
  static let questionnaire = """
    questionnaire: small
    version: 1.0.0
    language: en
    sections: {one: {number: 1, title: One, questions: {first: First?}}}

    """
}
