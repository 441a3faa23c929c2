import Foundation

/// An expression on a page about the language, and what the page says that it comes to.
struct LanguageExample {
  let expression: String
  let outcome: String
}

/// A page in Markdown, as far as it says something that can be tried.
struct LanguagePageText {
  let lines: [String]

  init(_ path: String) throws {
    lines = try String(contentsOf: package.appending(path: path), encoding: .utf8).components(separatedBy: "\n")
  }

  /// The examples in blocks of `cel`: `expression → outcome`, and the next one of the line after three blanks or more.
  var examples: [LanguageExample] {
    var isInside = false
    return lines.flatMap { line -> [LanguageExample] in
      if line.hasPrefix("```") { isInside = line == "```cel" }
      return isInside ? Self.examples(line) : []
    }
  }

  private static func examples(_ line: String) -> [LanguageExample] {
    line.matches(of: /(\S.*?) +→ (.+?)(?: {3,}|$)/).map {
      LanguageExample(expression: String($0.1), outcome: String($0.2))
    }
  }

  /// The rows of the tables that have this head, cells that are code without its marks.
  func table(headed head: [String]) -> [[String]] {
    lines.indices.filter { lines[$0].hasPrefix("|") && Self.cells(lines[$0]) == head }.flatMap { start in
      lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map(Self.cells)
    }
  }

  private static func cells(_ row: String) -> [String] {
    // A bar that ends no cell.
    let bar = "\u{1}"
    let parts = row.replacing("\\|", with: bar).split(separator: "|", omittingEmptySubsequences: false)
    return parts.dropFirst().dropLast().map {
      let cell = $0.trimmingCharacters(in: .whitespaces).replacing(bar, with: "|")
      return cell.wholeMatch(of: /`([^`]*)`/).map { String($0.1) } ?? cell
    }
  }

  /// What is marked as code; a cell that is nothing else has lost its marks.
  static func code(in cell: String) -> [String] {
    let spans = cell.matches(of: /`([^`]*)`/).map { String($0.1) }
    return spans.isEmpty ? [cell] : spans
  }

  /// The expressions in braces.
  static func braces(_ line: String) -> [String] { line.matches(of: /\{\{ .+? \}\}/).map { String($0.0) } }

  /// Whether a text is as shown, where `…` stands for anything.
  static func holds(_ text: String, _ shown: String) -> Bool {
    let parts = shown.components(separatedBy: "…")
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return text == shown }
    guard text.hasPrefix(first), text.hasSuffix(last) else { return false }
    var rest = text[...]
    for part in parts where !part.isEmpty {
      guard let place = rest.range(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }
}
