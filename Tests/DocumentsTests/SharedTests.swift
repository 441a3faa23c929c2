import Documents
import Glibc
import Testing

/// The replies and packs of the shared fixture, where it stands beside the package.
@Suite(.enabled(if: Shared.exists, "the fixture ../shared is not there")) struct SharedTests {
  @Test(arguments: Shared.files)
  func everyPlainScalarStandsWhereItSays(_ path: String) throws {
    let document = Document.parse(SourceFile(name: path, bytes: try Shared.read(path)))
    #expect(document.shortIssues == [])
    let scalars = allNodes(document.root).filter { $0.kind == .scalar }
    #expect(scalars.count > 10)
    for node in scalars {
      if node.style == .plain, node.range.line == node.range.endLine { #expect(cut(document.source, node.range) == node.text) }
      let whole = node.range(ofText: 0..<node.text.utf8.count)
      #expect(node.range.line <= whole.line && whole.endLine <= node.range.endLine + 1)
    }
  }

  @Test func answersStandWhereTheFixtureSays() throws {
    let path = "replies/arcades.yaml"
    let answers = Document.parse(SourceFile(name: path, bytes: try Shared.read(path))).root?["answers"]
    #expect(answers?["act_1_1"]?["training"]?.range.short == "8:15-8:17")
    #expect(answers?["act_1_3"]?["air_bases_details"].map { Array($0.items) }?.last?["opened"]?.range.short == "20:36-20:40")
    #expect(answers?["act_2_1"]?["stations"].map { Array($0.items) }?.first?.range.short == "24:9-24:37")
    #expect(answers?["act_2_2"]?.entries.map(\.key.range.short) == ["27:5-27:18"])
  }
}

enum Shared {
  private static let folder = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined() + "/shared/design/example"
  static let exists = access(folder, R_OK) == 0
  static let files = [
    "replies/arcades.yaml", "replies/borea.yaml", "fire-2024/questionnaire.yaml", "fire-2024/evaluation.yaml",
    "fire-2024/words/en.yaml", "fire-2024/words/es.yaml", "fire-2024/tests/aircraft.yaml", "expected/issues.yaml",
    "expected/findings.yaml",
  ]

  static func read(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen("\(folder)/\(path)", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }
}
