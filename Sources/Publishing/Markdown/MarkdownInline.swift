/// Writes the parts of a line, and gathers its notes.
struct MarkdownInline {
  /// The notes so far, each its paragraphs.
  private(set) var notes: [[String]] = []

  /// The parts in one line.
  mutating func line(_ parts: [Inline]) -> String {
    var line = ""
    for (index, part) in parts.enumerated() {
      line += written(part, after: line, before: index + 1 < parts.count ? parts[index + 1] : nil)
    }
    return line
  }

  private mutating func written(_ part: Inline, after line: String, before next: Inline?) -> String {
    let gap = Gap(line: line, next: next)
    switch part {
    case .text(let text): return MarkdownText.escaped(text)
    case .strong(let text): return marked(text, "**", "strong", gap)
    case .emphasis(let text): return marked(text, "*", "em", gap)
    case .struck(let text): return marked(text, "~~", "del", gap)
    case .code(let text): return code(text)
    case .tag(let tag): return "\(tag.tone.sign) " + marked(tag.text, "**", "strong", Gap(line: " ", next: next))
    case .link(let text, let target): return link(text, target)
    case .note(let paragraphs): return note(paragraphs)
    case .lineBreak: return "<br>"
    }
  }

  /// What stands on both sides of a part.
  private struct Gap {
    let isBlankBefore: Bool
    let isMarkBefore: Bool
    let isBlankAfter: Bool

    init(line: String, next: Inline?) {
      isBlankBefore = line.isEmpty || line.hasSuffix(" ")
      isMarkBefore = line.last.map { "*~_\\".contains($0) } ?? false
      switch next {
      case nil: isBlankAfter = true
      case .text(let text)?: isBlankAfter = text.hasPrefix(" ")
      default: isBlankAfter = false
      }
    }
  }

  // A mark counts beside a letter or digit inside, or between punctuation and a blank, and beside no other mark; elsewhere a tag
  // says the same.
  private func marked(_ text: String, _ mark: String, _ tag: String, _ gap: Gap) -> String {
    guard let first = text.first, let last = text.last else { return "" }
    let opens = Self.isWord(first) || gap.isBlankBefore && "¿¡(«“".contains(first)
    let closes = Self.isWord(last) || gap.isBlankAfter && ".,:;?!)»”".contains(last)
    let written = MarkdownText.escaped(text)
    return opens && closes && !gap.isMarkBefore ? mark + written + mark : "<\(tag)>\(written)</\(tag)>"
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

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
    // A note may have notes itself, which come after it.
    let place = notes.count
    notes.append([])
    let written = paragraphs.map { MarkdownText.block(line($0)) }.filter { !$0.isEmpty }
    guard !written.isEmpty else {
      notes.remove(at: place)
      return ""
    }
    notes[place] = written
    return "[^\(place + 1)]"
  }
}
