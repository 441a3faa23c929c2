/// Writes the parts of a line, and gathers its notes.
struct MarkdownInline {
  /// The notes so far, each its paragraphs.
  private(set) var notes: [[String]] = []

  /// The parts in one line.
  mutating func line(_ parts: [Inline]) -> String {
    var line = ""
    for part in parts { line += written(part, after: line) }
    return line
  }

  private mutating func written(_ part: Inline, after line: String) -> String {
    switch part {
    case .text(let text): return MarkdownText.escaped(text)
    case .strong(let text): return marked(text, "**", "strong", after: line)
    case .emphasis(let text): return marked(text, "*", "em", after: line)
    case .struck(let text): return marked(text, "~~", "del", after: line)
    case .code(let text): return code(text)
    case .tag(let tag): return marked("\(tag.tone.sign) \(tag.text)", "**", "strong", after: line)
    case .link(let text, let target): return link(text, target)
    case .note(let paragraphs): return note(paragraphs)
    case .lineBreak: return "<br>"
    }
  }

  // Marks only count beside a letter or digit inside, and beside no other mark; else a tag says the same.
  private func marked(_ text: String, _ mark: String, _ tag: String, after line: String) -> String {
    guard !text.isEmpty else { return "" }
    let isPlain = [text.first, text.last].allSatisfy { $0.map { $0.isLetter || $0.isNumber } ?? false }
    let isBesideMark = line.last.map { "*~_\\".contains($0) } ?? false
    let written = MarkdownText.escaped(text)
    return isPlain && !isBesideMark ? mark + written + mark : "<\(tag)>\(written)</\(tag)>"
  }

  // What is between backticks stands as it is; what they cannot hold, or what would end a cell, is escaped in a tag.
  private func code(_ text: String) -> String {
    let text = VisibleText.line(text)
    guard !text.isEmpty else { return "" }
    let isPlain = !text.contains { "`|\\".contains($0) } && text.first != " " && text.last != " "
    return isPlain ? "`\(text)`" : "<code>\(MarkdownText.escaped(text))</code>"
  }

  private func link(_ text: String, _ target: Inline.Target) -> String {
    guard let reference = target.reference else { return MarkdownText.escaped(text) }
    let address = reference.unicodeScalars.map { Self.encoded($0) }.joined()
    return "[\(MarkdownText.escaped(text))](<\(address)>)"
  }

  // What would end the address, or be read in it.
  private static func encoded(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "<": "%3C"
    case ">": "%3E"
    case "\\": "%5C"
    case "|": "%7C"
    case "&": "&amp;"
    default: String(Character(scalar))
    }
  }

  private mutating func note(_ paragraphs: [[Inline]]) -> String {
    let written = paragraphs.map { MarkdownText.block(line($0)) }.filter { !$0.isEmpty }
    guard !written.isEmpty else { return "" }
    notes.append(written)
    return "[^\(notes.count)]"
  }
}
