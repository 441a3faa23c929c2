/// Finds a quote that is never closed: the text behind it would swallow the lines below, up to a quote that opens another value.
struct OpenQuote {
  private let text: EditableText
  private var blockHeader: Int?

  /// The place of the first quote that is not closed before a line that begins an entry or an item at its level or above.
  static func find(in text: EditableText, upTo lastLine: Int) -> Position? {
    var scan = OpenQuote(text: text)
    return scan.run(upTo: min(lastLine, text.count))
  }

  private init(text: EditableText) { self.text = text }

  private mutating func run(upTo lastLine: Int) -> Position? {
    var line = 1
    var offset = 0
    while line <= lastLine {
      if offset == 0, isBlockText(line) || !text.isContent(line) {
        line += 1
        continue
      }
      guard let open = Self.openQuote(in: text[line], from: offset) else {
        blockHeader = BlockScalar.isHeader(text[line]) ? text.indentation(line) : nil
        line += 1
        offset = 0
        continue
      }
      guard let end = closing(text[line][open], below: line) else {
        let before = text[line].prefix(open).count { $0 & 0xC0 != 0x80 }
        return Position(line: line, column: before + 1)
      }
      line = end.line
      offset = end.offset
    }
    return nil
  }

  private func isBlockText(_ line: Int) -> Bool {
    guard let blockHeader else { return false }
    return !text.isContent(line) || text.indentation(line) > blockHeader
  }

  /// The place behind the closing quote in a line below; `nil` if another entry begins before it.
  private func closing(_ quote: UInt8, below start: Int) -> (line: Int, offset: Int)? {
    var line = start + 1
    while line <= text.count {
      let isEntry = text.isItem(line) || text.key(line) != nil
      if text.isContent(line), isEntry, text.indentation(line) <= text.indentation(start) { return nil }
      if let end = Self.end(of: quote, in: text[line], from: 0) { return (line, end) }
      line += 1
    }
    return nil
  }

  /// A quote that begins a value in a line and is not closed in it.
  private static func openQuote(in line: [UInt8], from start: Int) -> Int? {
    var index = start
    var isAtStart = start == 0
    var flowDepth = 0
    while index < line.count {
      let byte = line[index]
      let isBeforeBlank = index + 1 == line.count || Byte.isBlank(line[index + 1])
      switch byte {
      case Byte.space, Byte.tab: break
      case Byte.hash where index == 0 || Byte.isBlank(line[index - 1]): return nil
      case Byte.quote where isAtStart, Byte.doubleQuote where isAtStart:
        guard let end = end(of: byte, in: line, from: index + 1) else { return index }
        index = end - 1
        isAtStart = false
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if isAtStart { flowDepth += 1 }
      case UInt8(ascii: ",") where flowDepth > 0: isAtStart = true
      case Byte.colon where isBeforeBlank: isAtStart = true
      case Byte.dash where isAtStart && isBeforeBlank: break
      default: isAtStart = false
      }
      index += 1
    }
    return nil
  }

  /// Behind the quote that closes a text.
  private static func end(of quote: UInt8, in line: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < line.count {
      if line[index] == Byte.backslash, quote == Byte.doubleQuote {
        index += 2
      } else if line[index] == quote {
        guard quote == Byte.quote, index + 1 < line.count, line[index + 1] == quote else { return index + 1 }
        index += 2
      } else {
        index += 1
      }
    }
    return nil
  }
}
