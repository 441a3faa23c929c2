import Documents
import Foundation
import Testing

/// Everything that can be said of a file has its words in every language, and no words are left over.
@Suite struct CatalogueTests {
  /// A text for each message there is.
  private static let texts: [String] = [
    "a: 1\na: 2", "", "a: \u{07}", "a: x\u{FEFF}", "[a]: 1", "a: {{ x }}", "a:\n  ?\n  : 2\n",
    "a: \(String(repeating: "[", count: 70))",
    "<<: 1", "a: 1\n---\n", "a: [b] c", "a: 1\n...\nb", "a: 'b' c", "a: &&", "a: |x\n", "a: @", "%FOO\n---\na", "a: \"\\q\"",
    "a:\n  b: 1\n c: 2", "a: - b", "a: b: c", "a: 1\nb\n", "a: !x!y", "a: [b", "a: 'b", "a: *x y", "a:\n\tb: 1", "a: !!str b",
    "a: !b",
    "a: *b", "a: &b [*b]",
  ]

  private static func said() -> [String: Set<String>] {
    var small = Limits()
    (small.nodes, small.scalar) = (3, 8)
    var tiny = Limits()
    tiny.bytes = 3
    let documents =
      texts.map { parse($0) } + [
        parse("a: [1, 2]", limits: small), parse("a: 123456789", limits: small), parse("a: 12", limits: tiny),
        parse(bytes: [0xFF, 0xFE, 0x61, 0]), parse(bytes: [1, 0, 2, 3]), parse(bytes: Array("a: ".utf8) + [0xE9]),
      ]
    var said: [String: Set<String>] = [:]
    for issue in documents.flatMap(\.issues) {
      for case .catalogue(let id, let arguments)? in [issue.message, issue.help] {
        said[id] = said[id].map { $0.intersection(arguments.keys) } ?? Set(arguments.keys)
      }
    }
    // libyaml has a few more problems, such as "out of memory", that are passed on as they are.
    said["yaml/syntax.other"] = ["problem"]
    said["yaml/syntax.other.help"] = []
    return said
  }

  private static let folder = URL(filePath: #filePath).appending(path: "../../../Rules/messages").standardizedFileURL
  private static let languages = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []

  private static func catalogue(_ language: String) throws -> [String: String] {
    let bytes = try Data(contentsOf: folder.appending(path: "\(language)/yaml.yaml"))
    let source = SourceFile(name: language, bytes: Array(bytes))
    let document = Document.parse(source)
    #expect(document.shortIssues == [])
    #expect(document.root?["messages"]?.text == language)
    var texts: [String: String] = [:]
    for entry in Array(try #require(document.root).entries).dropFirst() {
      texts[entry.key.text] = entry.value["message"]?.text
      texts["\(entry.key.text).help"] = entry.value["help"]?.text
    }
    return texts
  }

  @Test(arguments: languages)
  func isComplete(_ language: String) throws {
    let catalogue = try Self.catalogue(language)
    let said = Self.said()
    #expect(said.keys.sorted() == catalogue.keys.sorted())
    for (id, text) in catalogue {
      let placeholders = text.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first }.map { String($0) }
      let words = Set(placeholders.filter { $0.allSatisfy(\.isLetter) })
      #expect(words.isSubset(of: said[id] ?? []), "\(id)")
    }
  }

  @Test(arguments: languages.filter { $0 != "en" }) func languagesSayTheSame(_ language: String) throws {
    let (english, other) = (try Self.catalogue("en"), try Self.catalogue(language))
    #expect(english.keys.sorted() == other.keys.sorted())
    for (id, text) in english { #expect(other[id] != text, "\(id)") }
  }

  @Test func englishIsAmongTheLanguages() { #expect(Self.languages.count > 1 && Self.languages.contains("en")) }
}
