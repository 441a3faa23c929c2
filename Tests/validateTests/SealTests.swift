import Foundation
import Testing

/// A reply is sealed, and what is changed afterwards is found.
@Suite struct SealTests {
  private static let reply = """
    reply: mem-2022
    version: 1.0.0
    respondent: PER
    status: draft
    answers:
      pa_1_1:
        training: {value: yes, evidence: prog}
    evidence:
      prog: {title: Programme, kind: programme, file: files/prog.txt}
      law:
        title: Law
        file: files/law.txt
      web: {title: Page, url: "https://www.example.org/a"}

    """

  private func sealed(_ arguments: [String] = []) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("r.yaml", Self.reply)
    try scratch.write("files/prog.txt", "programme\n")
    try scratch.write("files/law.txt", "law\n")
    let run = try validate(["seal", "r.yaml"] + arguments, in: scratch.folder)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    return scratch
  }

  private func check(_ scratch: Scratch, _ more: [String] = []) throws -> Run {
    try validate(["check", "--sealed", "r.seal.json"] + more, in: scratch.folder)
  }

  /// The rules told about the seal, and what came out.
  private func told(_ scratch: Scratch, _ more: [String] = []) throws -> (rules: [String], outcome: String) {
    let run = try check(scratch, ["--format", "json"] + more)
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let seal = try #require(report?["seal"] as? [String: Any], "\(run.output)\(run.errors)")
    let issues = try #require(seal["issues"] as? [[String: Any]])
    return (issues.compactMap { $0["rule"] as? String }, try #require(seal["outcome"] as? String))
  }

  @Test func whatIsUnchangedIsSaidToBe() throws {
    let scratch = try sealed()
    let first = try scratch.read("r.seal.json")
    let again = try validate(["seal", "r.yaml"], in: scratch.folder)
    #expect(try scratch.read("r.seal.json") == first)
    let digest = try #require(again.output.firstMatch(of: /sha256:[0-9a-f]{64}/)).0
    let run = try check(scratch)
    #expect(run.code == 0 && run.output.contains("Nothing was changed") && run.output.contains(digest), "\(run.output)")
    #expect(run.output.contains("no signature"))
    #expect(try told(scratch) == ([], "unchanged"))
    // From another folder, and with the reply named.
    let elsewhere = try validate(["check", "--sealed", scratch.folder.path + "/r.seal.json", scratch.folder.path + "/r.yaml"])
    #expect(elsewhere.code == 0)
    #expect(!first.contains(scratch.folder.path))
  }

  /// The digest of the older manifest may stand in a letter.
  @Test func theManifestOfAnotherReplyIsNotReplaced() throws {
    let scratch = try sealed()
    let first = try scratch.read("r.seal.json")
    try scratch.write("r.yml", Self.reply)
    let run = try validate(["seal", "r.yml"], in: scratch.folder)
    #expect(run.code == 2 && run.errors.contains("r.yaml"))
    #expect(try scratch.read("r.seal.json") == first)
    #expect(try validate(["seal", "r.yml", "-o", "other.seal.json"], in: scratch.folder).code == 0)
  }

  private static let changes: [(String, String?, [String], Int32)] = [
    ("files/prog.txt", "Programme\n", ["seal/document-changed"], 1), ("files/law.txt", nil, ["seal/document-missing"], 1),
    ("files/law.txt", "", ["seal/document-changed"], 1), ("r.yaml", reply + "# more\n", ["seal/reply-changed"], 1),
    ("r.yaml", reply.replacing("PER", with: "MEX"), ["seal/other-reply"], 1),
    (
      "r.yaml", reply.replacing("  web:", with: "  page:"),
      ["seal/reply-changed", "seal/document-added", "seal/document-removed"], 1
    ),
    ("r.yaml", reply + "broken: [", ["seal/reply-changed"], 3),
  ]

  @Test(arguments: changes) func changesAreFound(_ path: String, _ text: String?, _ rules: [String], _ code: Int32) throws {
    let scratch = try sealed()
    if let text {
      try scratch.write(path, text)
    } else {
      try FileManager.default.removeItem(at: scratch.folder.appending(path: path))
    }
    let told = try told(scratch)
    #expect(told.rules.sorted() == rules.sorted() && told.outcome == "changed")
    let run = try check(scratch)
    #expect(run.code == code && run.output.contains("Something was changed"))
  }

  @Test func anotherResultIsFound() throws {
    let scratch = try sealed()
    let manifest = try scratch.read("r.seal.json")
    try scratch.write("r.seal.json", manifest.replacing(/"errors": [0-9]+/, with: "\"errors\": 77"))
    #expect(try told(scratch) == (["seal/result-differs"], "unchanged"))
    #expect(try check(scratch).code == 0 && check(scratch, ["--fail-on", "warning"]).code == 1)
    try scratch.write("r.seal.json", manifest.replacing("\"version\": \"1.0.0\"", with: "\"version\": \"0.9.0\""))
    #expect(try told(scratch) == (["seal/pack-changed"], "unchanged"))
    // A warning, which fails nothing by itself.
    let run = try check(scratch)
    #expect(run.code == 0 && run.output.contains("r.seal.json:"), "\(run.output)")
    #expect(run.output.contains("Nothing was changed") && !run.output.contains("Something was changed"))
    #expect(try check(scratch, ["--fail-on", "warning"]).code == 1)
    // Notes tell what could not be looked at here, such as pages without qpdf.
    try scratch.write("r.seal.json", manifest.replacing(/"notes": [0-9]+/, with: "\"notes\": 77"))
    #expect(try told(scratch) == ([], "unchanged"))
  }

  /// Of what was not looked at, nothing is said.
  @Test func documentsThatAreNotComparedAreNotCalledUnchanged() throws {
    let scratch = try Scratch()
    let head = "questionnaire: wells\nversion: 1.0.0\nlanguage: en\nperiod: 2020/2023\n"
    try scratch.write(
      "packs/wells/questionnaire.yaml",
      head + "sections:\n  one: {number: 1, title: One, questions: {first: Q, second: R}}\n")
    try scratch.write("r.yaml", Self.reply.replacing("mem-2022", with: "wells").replacing("pa_1_1", with: "one"))
    for name in ["prog", "law"] { try scratch.write("files/\(name).txt", name) }
    let sealed = try validate(["seal", "r.yaml", "--rules", "packs"], in: scratch.folder)
    #expect(sealed.code == 0, "\(sealed.output)\(sealed.errors)")
    #expect(try told(scratch, ["--rules", "packs"]) == ([], "unchanged"))
    try scratch.write("files/law.txt", "another law")
    // The pack is not known, or the limits end the reading before the register.
    for arguments in [[], ["--rules", "packs", "--max-depth", "3"]] {
      let run = try check(scratch, arguments)
      #expect(run.code == 3 && run.output.contains("could not be compared"), "\(run.output)\(run.errors)")
      #expect(!run.output.contains("Nothing was changed") && !run.output.contains("Something was changed"))
      #expect(try told(scratch, arguments) == ([], "not-compared"))
    }
    try scratch.write("r.yaml", try scratch.read("r.yaml") + "# more\n")
    #expect(try told(scratch) == (["seal/reply-changed"], "changed"))
  }

  /// A manifest that its own limits would not let be read is not written, and the one before stays.
  @Test func whatCouldNotBeReadBackIsNotWritten() throws {
    let scratch = try sealed()
    let before = try scratch.read("r.seal.json")
    let run = try validate(["seal", "r.yaml", "--max-bytes", "\(Self.reply.utf8.count)"], in: scratch.folder)
    #expect(run.code == 2 && run.errors.contains("--max-bytes"), "\(run.output)\(run.errors)")
    #expect(try scratch.read("r.seal.json") == before)
  }

  private static let malformed: [(String, String)] = [
    ("{", "form"), ("[]", "form"), ("", "form"), ("{}", "lacks"), ("{\"format\": 2}", "form 2"), ("{\"format\": 1}", "lacks"),
    ("{\"seal\": 1}", "`seal`"),
  ]

  @Test(arguments: malformed) func whatIsNoManifestIsRefused(_ text: String, _ words: String) throws {
    let scratch = try sealed()
    try scratch.write("r.seal.json", text)
    let run = try check(scratch)
    #expect(run.code == 3 && run.output.contains("seal/malformed"), "\(run.output)\(run.errors)")
    #expect(words == "form" || run.output.contains(words), "\(run.output)")
  }

  @Test func aManifestLeadsNowhereElse() throws {
    let scratch = try sealed()
    let manifest = try scratch.read("r.seal.json")
    for name in ["../r.yaml", "/etc/passwd", "..", ""] {
      try scratch.write("r.seal.json", manifest.replacing("\"r.yaml\"", with: "\"\(name)\""))
      #expect(try check(scratch).code == 3, "\(name)")
    }
  }

  @Test func theDayIsSealed() throws {
    let scratch = try sealed(["--as-of", "2024-05-01"])
    #expect(try scratch.read("r.seal.json").contains("\"as_of\": \"2024-05-01\""))
    #expect(try check(scratch).code == 0)
    #expect(try check(scratch, ["--as-of", "2024-05-01"]).code == 0)
    #expect(try check(scratch, ["--as-of", "2024-05-02"]).code == 2)
    #expect(try check(scratch, ["--as", "complete"]).code == 2)
    #expect(try check(scratch, ["r.yaml", "r.yaml"]).code == 2)
    let manifest = try scratch.read("r.seal.json")
    try scratch.write("r.seal.json", manifest.replacing("2024-05-01", with: "2024-05-32"))
    let run = try check(scratch)
    #expect(run.code == 3 && run.output.contains("seal/malformed"), "\(run.output)\(run.errors)")
    #expect(run.output.contains("`as_of`"))
  }

  private static let unread: [(String, @Sendable (URL) throws -> Void)] = [
    ("evidence/file-missing", { try FileManager.default.removeItem(at: $0) }),
    (
      "evidence/file-special",
      {
        try FileManager.default.removeItem(at: $0)
        try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: false)
      }
    ),
    (
      "evidence/file-outside",
      {
        try FileManager.default.removeItem(at: $0)
        try FileManager.default.createSymbolicLink(atPath: $0.path, withDestinationPath: "/etc/hostname")
      }
    ),
  ]

  @Test(arguments: unread.indices) func whatCannotBeReadIsNotSealed(_ index: Int) throws {
    let scratch = try sealed()
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "r.seal.json"))
    try Self.unread[index].1(scratch.folder.appending(path: "files/law.txt"))
    let run = try validate(["seal", "r.yaml"], in: scratch.folder)
    #expect(
      run.code == 1 && run.output.contains(Self.unread[index].0) && run.output.contains("law"), "\(run.output)\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.folder.path + "/r.seal.json"))
  }

  @Test func nothingElseIsReplaced() throws {
    let scratch = try sealed()
    #expect(try validate(["seal", "r.yaml", "-o", "r.yaml"], in: scratch.folder).code == 2)
    #expect(try validate(["seal", "r.yaml", "-o", "files/law.txt"], in: scratch.folder).code == 2)
    #expect(try validate(["seal", "r.yaml", "-o", "nowhere/m.json"], in: scratch.folder).code == 2)
    #expect(try validate(["seal", "-"], in: scratch.folder, input: Self.reply).code == 2)
    #expect(try scratch.read("r.yaml") == Self.reply && scratch.read("files/law.txt") == "law\n")
    let run = try validate(["seal", "r.yaml", "-o", "other.json"], in: scratch.folder)
    #expect(run.code == 0 && run.output.contains("other.json"))
    #expect(try scratch.read("other.json") == scratch.read("r.seal.json"))
  }

  @Test func aBrokenReplyIsNotSealed() throws {
    let scratch = try Scratch()
    try scratch.write("r.yml", Self.reply + "broken: [")
    #expect(try validate(["seal", "r.yml"], in: scratch.folder).code == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["r.yml"])
  }

  /// A sample of single bytes, through the command; all of them are tried in process elsewhere.
  @Test(arguments: ["r.yaml", "files/prog.txt", "files/law.txt"]) func aByteIsNoticed(_ path: String) throws {
    let scratch = try sealed()
    let file = scratch.folder.appending(path: path)
    let bytes = [UInt8](try Data(contentsOf: file))
    for index in [0, bytes.count / 2, bytes.count - 1] {
      var changed = bytes
      changed[index] ^= 1
      try Data(changed).write(to: file)
      #expect(try told(scratch).outcome == "changed", "\(path) \(index)")
    }
    try Data(bytes).write(to: file)
    #expect(try told(scratch).outcome == "unchanged")
  }
}
