import Documents
import EvidenceFiles
import Expressions
import Foundation
import Questionnaire
import RulesEngine
import Testing

/// Every defect that evidence can have, one at a time: what is told of each, all of it, and nothing under two names.
@Suite struct DefectTests {
  @Test func theReplyItselfHasNone() async throws {
    #expect(try await DefectFixture.issues(of: nil) == [])
  }

  @Test(arguments: try DefectFixture.defects()) func defect(_ defect: Defect) async throws {
    #expect(try await DefectFixture.issues(of: defect).map(\.told) == defect.expected)
  }

  /// Also in a draft, in Spanish, where only what is merely missing weighs less.
  @Test(arguments: try DefectFixture.defects()) func defectInADraft(_ defect: Defect) async throws {
    let issues = try await DefectFixture.issues(of: defect, isDraft: true)
    #expect(issues.map(\.told) == defect.expected)
    let words = try DefectFixture.catalogue("es")
    for issue in issues {
      #expect(!words.text(issue.message).contains("{") && words.help(issue)?.isEmpty == false, "\(issue.told)")
    }
  }

  @Test func thereAreManyKindsOfDefects() throws {
    let rules = Set(try DefectFixture.defects().flatMap(\.expected).map { $0.prefix { $0 != " " } })
    #expect(rules.count >= 40, "\(rules.count)")
  }
}

/// A defect, and every issue that must come of it.
struct Defect: Sendable, CustomTestStringConvertible {
  let name: String
  let find: String?
  let put: String?
  let files: [String: String]
  let asOf: String?
  let expected: [String]

  var testDescription: String { name }

  init(_ node: Node) {
    name = node["name"]?.text ?? ""
    find = node["find"]?.text
    put = node["put"]?.text
    files = Defect.texts(node["files"])
    asOf = node["as_of"]?.text
    expected = node["expect"]?.items.map(\.text).sorted() ?? []
  }

  static func texts(_ node: Node?) -> [String: String] {
    Dictionary(node?.entries.map { ($0.key.text, $0.value.text) } ?? [], uniquingKeysWith: { first, _ in first })
  }
}

enum DefectFixture {
  private static let folder = fixtures.deletingLastPathComponent().appending(path: "evidence")
  private static let package = fixtures.appending(path: "../../..").standardizedFileURL

  static func defects() throws -> [Defect] {
    try table()["defects"]?.items.map { Defect($0) } ?? []
  }

  private static func table() throws -> Node {
    let document = Document.parse(try source(folder.appending(path: "defects.yaml")))
    #expect(document.issues.isEmpty)
    return try #require(document.root)
  }

  /// The engine's words for evidence.
  static func catalogue(_ language: String) throws -> MessageCatalogue {
    let files = try ["evidence", "reply"].map {
      try source(package.appending(path: "Rules/messages/\(language)/\($0).yaml"))
    }
    return MessageCatalogue(files, language: language)
  }

  /// What is told of the reply with this defect, judged with its files.
  static func issues(of defect: Defect?, isDraft: Bool = false) async throws -> [Documents.Issue] {
    let scratch = try Scratch()
    let files = Defect.texts(try table()["files"]).merging(defect?.files ?? [:]) { $1 }
    for (path, content) in files { try make(path, content, in: scratch) }
    var text = try String(contentsOf: folder.appending(path: "reply.yaml"), encoding: .utf8)
    if let find = defect?.find, let put = defect?.put {
      try #require(text.contains(find), "\(find)")
      text = text.replacing(find, with: put)
    }
    if isDraft { text = text.replacing("status: complete", with: "status: draft") }
    let document = Document.parse(SourceFile(name: "reply.yaml", bytes: Array(text.utf8)))
    let reading = try #require(ReplyReading(document, pack: try pack(), language: "en"))
    let paths = reading.reply.evidence.values.compactMap(\.file?.text)
    let found = await EvidenceInspector(folder: scratch.folder.path).inspect(paths)
    let asOf = defect?.asOf.flatMap { CalendarDate(parsing: $0) }
    return Judgement(reading, options: JudgementOptions(asOf: asOf, evidence: .files(found))).issues.sorted { $0.told < $1.told }
  }

  private static func pack() throws -> Pack {
    let source = try source(folder.appending(path: "bridges-2024/questionnaire.yaml"))
    return try #require(PackLoader([PackSource(folder: "bridges-2024", files: [source], digest: "")]).load("bridges-2024"))
  }

  private static func source(_ file: URL) throws -> SourceFile {
    SourceFile(name: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
  }

  // A fixture by its name, or something that no program writes.
  private static func make(_ path: String, _ content: String, in scratch: Scratch) throws {
    if let slash = path.lastIndex(of: "/") { try scratch.makeFolder(String(path[..<slash])) }
    let words = content.split(separator: " ").map(String.init)
    switch words[0] {
    case "empty": try scratch.write(path, [])
    case "folder": try scratch.makeFolder(path)
    case "pipe": #expect(mkfifo(scratch.path(path), 0o600) == 0)
    case "link": try scratch.link(path, to: words[1])
    case "sparse": try scratch.writeSparse(path, bytes: try #require(UInt64(words[1])))
    default: try scratch.write(path, try fixture(content))
    }
  }
}

extension Documents.Issue {
  /// The rule and the path.
  fileprivate var told: String { "\(rule) \(path)" }
}
