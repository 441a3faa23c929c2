import Foundation
import Testing

/// What the commands print about a Spanish reply to a Spanish questionnaire, in a run in Spanish: no word of it is English.
@Suite struct SpokenOutput {
  private static let folder = "Tests/Fixtures/run-language"
  private static let reply = "\(folder)/reply.yaml"

  private static let runs: [([String], Int32)] = [
    (["check", reply, "--all"], 1),
    (["check", reply, "--evidence", "files"], 1),
    (["check", "\(folder)/puentes-2024/questionnaire.yaml"], 3),
    (["draft", reply], 0),
    (["draft", reply, "--brief"], 0),
    (["evidence", reply], 1),
    (["evidence", reply, "--format", "markdown"], 1),
    (["evidence", reply, "--format", "csv"], 1),
    (["seal", reply], 1),
    (["lint", "puentes-2024"], 0),
    (["test", "puentes-2024"], 1),
    (["packs"], 0),
    (["eval", "ley || 1 / 0 == 2", "--trace", "--unknown", "ley"], 0),
    (["eval", "1 / 0 == 2", "--trace"], 1),
    (["eval", "falta +", "--trace"], 1),
    (["eval", "pu_1_1.plazo > 3", "--reply", reply], 0),
  ]

  @Test(arguments: HelpPages.languages) func nothingIsEnglish(_ language: String) throws {
    let titles = try Self.titles(language)
    for (arguments, code) in Self.runs {
      let run = try validate(arguments + ["--language", language, "--rules", Self.folder])
      #expect(run.code == code, "\(arguments): \(run.errors)")
      let said = titles.reduce(run.output + run.errors) { $0.replacingOccurrences(of: $1, with: "") }
      #expect(!said.isEmpty && EnglishWords.lines(in: said) == [], "\(arguments)")
    }
  }

  /// The test above finds English where there is some.
  @Test func englishIsFound() throws {
    for (arguments, _) in Self.runs where !["packs", "lint"].contains(arguments[0]) && !arguments.contains("--brief") {
      let run = try validate(arguments + ["--language", "en", "--rules", Self.folder])
      #expect(EnglishWords.lines(in: run.output + run.errors) != [], "\(arguments): \(run.output)")
    }
  }

  /// Sealing, what was changed since, and what is filled in.
  @Test(arguments: HelpPages.languages) func nothingOfSealsIsEnglish(_ language: String) throws {
    let scratch = try Scratch()
    let head = "reply: puentes-2024\nversion: 1.0.0\nrespondent: XAR\nlanguage: es\nstatus: draft\n"
    let documents = "evidence:\n  ley-7: {title: Ley, kind: ley, issued: 2015, file: pruebas/ley.txt}\n"
    let reply = try scratch.write("reply.yaml", head + "answers:\n  pu_1_1: {plazo: 3}\n" + documents).path
    try scratch.write("pruebas/ley.txt", "Ley 7\n")
    func expectSpoken(_ arguments: [String]) throws {
      let run = try validate(arguments + ["--language", language, "--rules", Self.folder])
      let lines = EnglishWords.lines(in: run.output + run.errors)
      #expect(!run.output.isEmpty && run.code <= 1 && lines == [], "\(arguments): \(run.errors)")
    }
    try expectSpoken(["seal", reply])
    let manifest = scratch.folder.appending(path: "reply.seal.json").path
    try expectSpoken(["check", "--sealed", manifest])
    try scratch.write("pruebas/ley.txt", "Ley 8\n")
    try scratch.write("reply.yaml", head + "answers:\n  pu_1_1: {plazo: 4}\n" + documents)
    try expectSpoken(["check", "--sealed", manifest])
    try expectSpoken(["evidence", reply, "--write-hashes"])
  }

  // The titles of packs are theirs: a pack may have none in this language.
  private static func titles(_ language: String) throws -> [String] {
    let run = try validate(["packs", "--format", "json", "--rules", folder, "--language", language])
    let list = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return (list?["packs"] as? [[String: Any]] ?? []).compactMap { $0["title"] as? String }
  }
}
