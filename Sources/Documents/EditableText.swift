/// A text taken apart into lines, so that lines can be changed without moving the others.
struct EditableText {
  private struct Line {
    var bytes: [UInt8]
    let ending: [UInt8]
  }

  private let head: [UInt8]
  private var lines: [Line]
  /// Lines whose indentation was rewritten: by the line's number, its old and its new width.
  private(set) var widths: [Int: (old: Int, new: Int)] = [:]

  init(_ text: SourceFile) {
    let first = text.byteRange(ofLine: 1).lowerBound
    head = Array(text.bytes[..<first])
    lines = (0..<text.lineCount).map { index in
      let range = text.byteRange(ofLine: index + 1)
      let next = index + 1 < text.lineCount ? text.byteRange(ofLine: index + 2).lowerBound : text.bytes.count
      return Line(bytes: Array(text.bytes[range]), ending: Array(text.bytes[range.upperBound..<next]))
    }
  }

  var count: Int { lines.count }

  /// A line without its end, by its number from 1.
  subscript(line: Int) -> [UInt8] { lines[line - 1].bytes }

  /// The whole text as it stands now.
  var bytes: [UInt8] { lines.reduce(into: head) { $0 += $1.bytes + $1.ending } }

  /// Puts blanks in the place of all that stands in a line from a byte on.
  mutating func blank(_ line: Int, from offset: Int = 0) {
    for index in offset..<max(offset, lines[line - 1].bytes.count) { lines[line - 1].bytes[index] = Byte.space }
  }

  /// Puts other characters in the place of a line.
  mutating func replace(_ line: Int, with bytes: [UInt8]) {
    lines[line - 1].bytes = bytes
  }

  /// Gives a line another indentation; places in it are counted as before.
  mutating func indent(_ line: Int, replacing old: Int, with prefix: [UInt8]) {
    lines[line - 1].bytes.replaceSubrange(..<old, with: prefix)
    let first = widths[line]?.old ?? old
    widths[line] = (first, prefix.count)
  }

  /// The place in the file of a place in the changed text.
  func original(_ position: Position) -> Position {
    guard let width = widths[position.line] else { return position }
    let column = position.column - 1
    let moved = column >= width.new ? column - width.new + width.old : min(column, width.old)
    return Position(line: position.line, column: moved + 1)
  }
}

// MARK: - What a line is

extension EditableText {
  /// The blanks a line begins with.
  func indentation(_ line: Int) -> Int { self[line].prefix { Byte.isBlank($0) }.count }

  /// Whether a line holds more than blanks, a comment or a mark between documents.
  func isContent(_ line: Int) -> Bool {
    let text = self[line]
    guard let first = text.first(where: { !Byte.isBlank($0) }), first != Byte.hash else { return false }
    return !(isDocumentMark(line) || text.first == UInt8(ascii: "%"))
  }

  /// `---` or `...`.
  func isDocumentMark(_ line: Int) -> Bool {
    let text = self[line]
    guard text.starts(with: "---".utf8) || text.starts(with: "...".utf8) else { return false }
    return text.count == 3 || Byte.isBlank(text[3])
  }

  /// Whether a line begins an item of a list.
  func isItem(_ line: Int) -> Bool {
    let text = self[line].drop { Byte.isBlank($0) }
    return text.first == Byte.dash && (text.count == 1 || Byte.isBlank(text[text.startIndex + 1]))
  }

  /// The key a line begins with, and where in the line its value may stand; `nil` if it begins with no key.
  func key(_ line: Int) -> (name: String, valueAt: Int)? {
    let text = self[line]
    let start = indentation(line)
    guard start < text.count, !isItem(line) else { return nil }
    let quote = text[start]
    if quote == Byte.quote || quote == Byte.doubleQuote {
      guard let end = text[(start + 1)...].firstIndex(of: quote) else { return nil }
      return colon(text, from: end + 1).map { (String(decoding: text[start + 1..<end], as: UTF8.self), $0 + 1) }
    }
    if [UInt8(ascii: "{"), UInt8(ascii: "["), Byte.bar, Byte.greater].contains(quote) { return nil }
    for index in start..<text.count {
      if text[index] == Byte.hash, index > start, Byte.isBlank(text[index - 1]) { return nil }
      guard index > start, text[index] == Byte.colon, index + 1 == text.count || Byte.isBlank(text[index + 1]) else { continue }
      let name = SourceText.trimmedEnd(text, start..<index)
      return (String(decoding: text[start..<name], as: UTF8.self), index + 1)
    }
    return nil
  }

  private func colon(_ text: [UInt8], from start: Int) -> Int? {
    let rest = text[start...].drop { Byte.isBlank($0) }
    guard rest.first == Byte.colon else { return nil }
    let next = rest.startIndex + 1
    return next == text.count || Byte.isBlank(text[next]) ? rest.startIndex : nil
  }

  /// Whether nothing but blanks and a comment stands in a line from a byte on.
  func isEmpty(_ line: Int, from offset: Int) -> Bool {
    guard let first = self[line].dropFirst(offset).first(where: { !Byte.isBlank($0) }) else { return true }
    return first == Byte.hash
  }
}
