/// Cuts the text of an expression into tokens.
struct Lexer {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// All tokens, the last of which is the end.
  static func tokens(_ text: String) throws(SyntaxError) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  /// By their first byte, those of two bytes before those of one, whose second is 0.
  private static let symbols: [[(second: UInt8, symbol: Token.Symbol)]] = {
    var table = Array(repeating: [(second: UInt8, symbol: Token.Symbol)](), count: 256)
    for symbol in Token.Symbol.allCases {
      let bytes = Array(symbol.rawValue.utf8)
      table[Int(bytes[0])].append((bytes.count > 1 ? bytes[1] : 0, symbol))
    }
    return table.map { $0.sorted { $0.second > $1.second } }
  }()

  private func byte(_ offset: Int = 0) -> UInt8 { position + offset < bytes.count ? bytes[position + offset] : 0 }

  private mutating func next() throws(SyntaxError) -> Token {
    skipBlanks()
    let start = position
    guard position < bytes.count else { return Token(kind: .end, range: start..<start) }
    if let literal = try stringLiteral() { return Token(kind: literal, range: start..<position) }
    let first = byte()
    if isNameStart(first) { return name() }
    if isDigit(first) || (first == UInt8(ascii: ".") && isDigit(byte(1))) { return try number() }
    if first == UInt8(ascii: "`") { return try quotedName() }
    guard let symbol = Self.symbols[Int(first)].first(where: { $0.second == 0 || $0.second == byte(1) }) else {
      throw strange(start)
    }
    position += symbol.second == 0 ? 1 : 2
    return Token(kind: .symbol(symbol.symbol), range: start..<position)
  }

  /// Blanks and comments.
  private mutating func skipBlanks() {
    while position < bytes.count {
      switch byte() {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while position < bytes.count, byte() != 0x0A { position += 1 }
      default: return
      }
    }
  }

  private mutating func name() -> Token {
    let start = position
    while isNameStart(byte()) || isDigit(byte()) { position += 1 }
    return Token(kind: .name(String(decoding: bytes[start..<position], as: UTF8.self)), range: start..<position)
  }

  private mutating func quotedName() throws(SyntaxError) -> Token {
    let start = position
    position += 1
    while position < bytes.count, byte() != UInt8(ascii: "`"), byte() >= 0x20 { position += 1 }
    guard byte() == UInt8(ascii: "`") else { throw SyntaxError(.syntaxUnterminated, start..<start + 1, ["quote": "`"]) }
    position += 1
    let text = String(decoding: bytes[start + 1..<position - 1], as: UTF8.self)
    guard !text.isEmpty else { throw SyntaxError(.syntaxCharacter, start..<position, ["found": "``"]) }
    return Token(kind: .quoted(text), range: start..<position)
  }

  private mutating func stringLiteral() throws(SyntaxError) -> Token.Kind? {
    var (offset, isRaw, isBytes) = (0, false, false)
    while offset < 2, byte(offset) | 0x20 == UInt8(ascii: "r") && !isRaw || byte(offset) | 0x20 == UInt8(ascii: "b") && !isBytes {
      if byte(offset) | 0x20 == UInt8(ascii: "r") { isRaw = true } else { isBytes = true }
      offset += 1
    }
    let quote = byte(offset)
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
    let start = position
    position += offset
    var reader = StringReader(bytes: bytes, position: position, start: start, isRaw: isRaw, isBytes: isBytes)
    let content = try reader.read()
    position = reader.position
    return isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
  }

  /// A character that begins no token, with help for those that people type.
  private func strange(_ start: Int) -> SyntaxError {
    let text = String(decoding: bytes[start...], as: UTF8.self)
    let found = text.unicodeScalars.first.map(String.init) ?? ""
    let range = start..<start + found.utf8.count
    switch found {
    case "=": return SyntaxError(.syntaxOperator, range, ["found": "="], suggestion: "==")
    case "&": return SyntaxError(.syntaxOperator, range, ["found": "&"], suggestion: "&&")
    case "|": return SyntaxError(.syntaxOperator, range, ["found": "|"], suggestion: "||")
    case "“", "”", "„", "«", "»": return SyntaxError(.syntaxCharacter, range, ["found": found], suggestion: "\"")
    case "‘", "’": return SyntaxError(.syntaxCharacter, range, ["found": found], suggestion: "'")
    default: return SyntaxError(.syntaxCharacter, range, ["found": found])
    }
  }
}

extension Lexer {
  private mutating func number() throws(SyntaxError) -> Token {
    let start = position
    let isHex = byte() == UInt8(ascii: "0") && byte(1) | 0x20 == UInt8(ascii: "x")
    if isHex { position += 2 }
    let digitsStart = position
    while isHex ? isHexDigit(byte()) : isDigit(byte()) { position += 1 }
    var isDouble = false
    if !isHex {
      isDouble = skipFraction()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let digits = String(decoding: bytes[digitsStart..<position], as: UTF8.self)
    if !isDouble, byte() | 0x20 == UInt8(ascii: "u") {
      position += 1
      return try token(UInt64(digits, radix: isHex ? 16 : 10).map(Token.Kind.uint), start)
    }
    if isDouble {
      // A number beyond the doubles reads as infinity, which no literal is.
      return try token(Double(text).flatMap { $0.isFinite ? .double($0, exact: Decimal64(parsing: text)) : nil }, start)
    }
    return try token(UInt64(digits, radix: isHex ? 16 : 10).flatMap(Self.integer), start)
  }

  private static func integer(_ magnitude: UInt64) -> Token.Kind? {
    if magnitude == 1 << 63 { return .minimum }
    return Int64(exactly: magnitude).map(Token.Kind.int)
  }

  /// Whether a fraction or exponent follows; moves behind it.
  private mutating func skipFraction() -> Bool {
    var found = false
    if byte() == UInt8(ascii: "."), isDigit(byte(1)) {
      found = true
      position += 1
      while isDigit(byte()) { position += 1 }
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let sign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 1 : 0
      if isDigit(byte(1 + sign)) {
        found = true
        position += 1 + sign
        while isDigit(byte()) { position += 1 }
      }
    }
    return found
  }

  private mutating func token(_ kind: Token.Kind?, _ start: Int) throws(SyntaxError) -> Token {
    let end = position
    while isNameStart(byte()) || isDigit(byte()) { position += 1 }
    guard let kind, position == end else {
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      throw SyntaxError(.syntaxNumber, start..<position, ["found": text])
    }
    return Token(kind: kind, range: start..<end)
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isNameStart(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
}

func isHexDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
}
