/// Reads one literal of text or bytes, from its opening quote to behind its closing one.
struct StringReader {
  let bytes: [UInt8]
  var position: Int
  /// Where the literal starts, prefix included.
  let start: Int
  let isRaw: Bool
  let isBytes: Bool
  private var content: [UInt8] = []

  init(bytes: [UInt8], position: Int, start: Int, isRaw: Bool, isBytes: Bool) {
    self.bytes = bytes
    self.position = position
    self.start = start
    self.isRaw = isRaw
    self.isBytes = isBytes
  }

  private func byte(_ offset: Int = 0) -> UInt8? { position + offset < bytes.count ? bytes[position + offset] : nil }

  /// The UTF-8 text, or the bytes.
  mutating func read() throws(SyntaxError) -> [UInt8] {
    guard let quote = byte() else { return [] }
    let isTriple = byte(1) == quote && byte(2) == quote
    let width = isTriple ? 3 : 1
    position += width
    while let next = byte() {
      if next == quote, !isTriple || (byte(1) == quote && byte(2) == quote) {
        position += width
        return content
      }
      if !isTriple, next == 0x0A || next == 0x0D { break }
      if next == UInt8(ascii: "\\"), !isRaw {
        try escape()
      } else {
        content.append(next)
        position += 1
      }
    }
    let mark = String(repeating: String(UnicodeScalar(quote)), count: width)
    throw SyntaxError(.syntaxUnterminated, start..<min(position, bytes.count), ["quote": mark])
  }

  private mutating func escape() throws(SyntaxError) {
    let begin = position
    position += 1
    guard let letter = byte() else { return }
    position += 1
    switch letter {
    case UInt8(ascii: "a"): content.append(0x07)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "v"): content.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): content.append(letter)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): try code(digits: 2, radix: 16, begin)
    case UInt8(ascii: "u") where !isBytes: try code(digits: 4, radix: 16, begin)
    case UInt8(ascii: "U") where !isBytes: try code(digits: 8, radix: 16, begin)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      position -= 1
      try code(digits: 3, radix: 8, begin)
    default: throw badEscape(begin)
    }
  }

  /// A byte of bytes or a code point of text, written in digits.
  private mutating func code(digits count: Int, radix: Int, _ begin: Int) throws(SyntaxError) {
    let end = min(position + count, bytes.count)
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    guard end - position == count, text.utf8.allSatisfy(isHexDigit), let number = UInt32(text, radix: radix) else {
      position = end
      throw badEscape(begin)
    }
    position = end
    if isBytes {
      guard let byte = UInt8(exactly: number) else { throw badEscape(begin) }
      content.append(byte)
    } else {
      guard let scalar = UnicodeScalar(number) else { throw badEscape(begin) }
      content.append(contentsOf: String(Character(scalar)).utf8)
    }
  }

  private func badEscape(_ begin: Int) -> SyntaxError {
    var end = min(position, bytes.count)
    // A character of several bytes is not cut.
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[begin..<end], as: UTF8.self)
    return SyntaxError(.syntaxEscape, begin..<end, ["found": text])
  }
}
