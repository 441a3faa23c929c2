import Documents
import Expressions
import Foundation
import Testing

/// The function reference: what `functions.yaml` says of each function, and the ways to call it that the environment declares.
struct FunctionReference {
  /// One row.
  struct Entry {
    /// The functions that share it, as the environment knows them; of what is written by hand any words.
    let names: [String]
    /// How it is written, where the environment does not declare it.
    let written: String?
    let does: String
    let example: LanguageExample
  }

  /// The head of every table.
  static let head = ["function", "what it does", "example", "gives"]
  private static let path = "Tests/Fixtures/language/functions.yaml"

  let groups: [(title: String, entries: [Entry])]

  init() throws {
    let document = Document.parse(try read(package.appending(path: Self.path), name: Self.path))
    try #require(document.issues.isEmpty)
    groups = try #require(document.root).pairs.map { group in
      (group.key, try group.value.pairs.map { try Self.entry($0.key, $0.value.text) })
    }
  }

  private static func entry(_ key: String, _ text: String) throws -> Entry {
    let lines = text.split(separator: "\n").map(String.init)
    try #require(2...3 ~= lines.count, "\(key): how it is written, what it does, an example")
    let example = try #require(try /(.+) → (.+)/.wholeMatch(in: lines[lines.count - 1]), "\(key)")
    return Entry(
      names: key.components(separatedBy: ", "), written: lines.count == 3 ? lines[0] : nil, does: lines[lines.count - 2],
      example: LanguageExample(expression: String(example.1), outcome: String(example.2)))
  }

  var entries: [Entry] { groups.flatMap(\.entries) }

  // MARK: - The page

  /// The page in Markdown.
  func page(_ environment: Environment) -> String {
    let overloads = Dictionary(environment.overloads.map { ($0.name, $0.overloads) }, uniquingKeysWith: { first, _ in first })
    return Self.introduction
      + groups.map { group in
        "\n## \(group.title)\n\n" + Self.row(Self.head) + Self.row(Self.head.map { _ in "---" })
          + group.entries.map { Self.row($0, overloads) }.joined()
      }.joined()
  }

  private static let introduction = """
    # Functions

    All that an expression can call. What expressions are, and the answers that the examples read, is on
    [one page](LANGUAGE.md). `A`, `B` and `C` stand for any type, `T` for each of those that are named; `x`, `i` and `key` are names
    of your choice. This page is generated; what it says of a function stands in `\(path)`.

    """

  private static func row(_ entry: Entry, _ overloads: [String: [Overload]]) -> String {
    let written = entry.written.map { ["`\($0)`"] } ?? ways(entry.names, overloads)
    return row([written.joined(separator: "<br>"), entry.does, "`\(entry.example.expression)`", "`\(entry.example.outcome)`"])
  }

  // Those that share a row are called alike.
  private static func ways(_ names: [String], _ overloads: [String: [Overload]]) -> [String] {
    let others = names.dropFirst().map { "`\($0)`" }.joined(separator: ", ")
    return FunctionSignature.lines(names[0], overloads[names[0]] ?? []) + (others.isEmpty ? [] : ["likewise \(others)"])
  }

  // In a table `|` ends a cell, in code too.
  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }
}
