import Foundation
import Testing

/// What a run ends with, for each way that it can end.
@Suite struct ExitCodes {
  private static let peru = "examples/mem-2022/peru.yaml"
  private static let head = "reply: mem-2022\nversion: 1.0.0\nrespondent: PER\nstatus: draft\n"

  private static let commands: [([String], Int32)] = [
    (["check", peru], 0),
    (["check", peru, "--as", "complete"], 1),
    (["check", peru, "--fail-on", "warning"], 1),
    (["check", peru, "--fail-on", "info"], 1),
    (["check", peru, "--as", "complete", "--fail-on", "never"], 0),
    (["draft", peru], 0),
    (["packs"], 0),
    (["lint"], 0),
    (["test"], 0),
    (["--help"], 0),
    (["check", "--help"], 0),
    (["--version"], 0),
    ([], 0),
    (["check"], 2),
    (["check", peru, "--nothing"], 2),
    (["check", peru, "--language", "xx"], 2),
    (["check", peru, "--as-of", "yesterday"], 2),
    (["check", "--rules", "no-such-folder", peru], 2),
    (["nothing"], 2),
    (["test", "no-such-pack"], 2),
    (["check", "Sources"], 2),
    (["check", "no-such-file.yaml"], 3),
    (["check", "/dev/zero"], 3),
  ]

  @Test(arguments: commands)
  func codes(_ arguments: [String], _ code: Int32) throws {
    let run = try validate(arguments)
    #expect(run.code == code, "\(run.errors)")
    // Results on standard output, all else on standard error.
    #expect(run.output.isEmpty == (code > 1))
    #expect(run.errors.isEmpty == (code <= 1))
  }

  private static let texts: [(String, Int32)] = [
    ("", 3),
    ("a: b\n", 3),
    ("reply: nothing\n", 3),
    ("reply: mem-2022\nanswers: [", 3),
    ("\u{0}", 3),
    (head + "answers:\n  pa_1_1:\n    training: \"yes\n", 3),
    (head + "answers:\n---\nanswers:\n", 3),
    (head + "answers:\n  pa_1_1:\n    training: maybe\n", 1),
    (head + "answers:\n  pa_1_1:\n    protocols: no\n    protocols: no\n", 1),
    (head + "answers:\n  pa_1_1:\n    protocols: no\n", 0),
  ]

  @Test(arguments: texts)
  func replies(_ text: String, _ code: Int32) throws {
    let run = try validate(["check", "-"], input: text)
    #expect(run.code == code, "\(run.output)\(run.errors)")
    #expect(run.output.contains("<stdin>"))
  }

  @Test func theHighestApplies() throws {
    let scratch = try Scratch()
    let broken = try scratch.write("broken.yaml", "reply: [").path
    let wrong = try scratch.write("wrong.yaml", Self.head + "answers:\n  pa_1_1:\n    training: maybe\n").path
    #expect(try validate(["check", Self.peru, wrong]).code == 1)
    #expect(try validate(["check", wrong, broken, Self.peru]).code == 3)
    #expect(try validate(["draft", broken, Self.peru]).code == 3)
  }

  @Test func brokenPack() throws {
    let scratch = try Scratch()
    try scratch.write(
      "bad/questionnaire.yaml",
      "questionnaire: bad\nversion: 1.0.0\nlanguage: en\nsections: {one: {number: 1, title: One, questions: {first: {ask: Q, relevant: secnd}}}}\n"
    )
    let reply = try scratch.write("reply.yaml", "reply: bad\nversion: 1.0.0\nrespondent: PER\nanswers:\n").path
    #expect(try validate(["lint", "--rules", scratch.folder.path]).code == 3)
    #expect(try validate(["test", "bad", "--rules", scratch.folder.path]).code == 3)
    #expect(try validate(["check", reply, "--rules", scratch.folder.path]).code == 3)
  }

  @Test func failedCase() throws {
    let scratch = try Scratch()
    try scratch.write(
      "bad/questionnaire.yaml",
      "questionnaire: bad\nversion: 1.0.0\nlanguage: en\nsections: {one: {number: 1, title: One, questions: {first: Is it?}}}\n")
    try scratch.write(
      "bad/tests/t.yaml",
      "tests: bad\nsection:\n  - name: s\n    tests:\n      - name: t\n        input: {one.first: yes}\n        output: {findings: {bad/one.first: not-satisfied}}\n"
    )
    let run = try validate(["test", "bad", "--rules", scratch.folder.path])
    #expect(run.code == 1)
    #expect(run.output.contains("bad: 0 passed, 1 failed"))
  }
}
