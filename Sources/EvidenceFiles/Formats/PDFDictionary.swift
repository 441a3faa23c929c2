/// The words of a PDF that stand between blanks, for the few places where nothing else can stand.
struct PDFWords {
  private let bytes: ArraySlice<UInt8>
  /// Behind the last word that was read.
  private(set) var index: Int

  init(_ bytes: ArraySlice<UInt8>) { (self.bytes, index) = (bytes, bytes.startIndex) }

  /// No longer than 20 bytes, as no number and no keyword is.
  mutating func next() -> String? {
    guard let start = bytes[index...].firstIndex(where: { !PDFDictionary.blanks.contains($0) }) else { return nil }
    let end = bytes[start...].firstIndex(where: PDFDictionary.endsWord) ?? bytes.endIndex
    guard end > start, end - start <= 20 else { return nil }
    index = end
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// A dictionary of a PDF, read only as far as to know which names it holds.
struct PDFDictionary {
  static let blanks: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20]
  private static let delimiters = Set("()<>[]{}/%".utf8)

  static func endsWord(_ byte: UInt8) -> Bool { blanks.contains(byte) || delimiters.contains(byte) }

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private var names: Set<String> = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The names on the dictionary's own level, keys as well as values; `nil` where none begins here or it does not end.
  static func names(in bytes: [UInt8]) -> Set<String>? {
    var dictionary = PDFDictionary(bytes)
    dictionary.skipBlanks()
    guard dictionary.bytes[dictionary.index...].starts(with: "<<".utf8) else { return nil }
    return dictionary.read() ? dictionary.names : nil
  }

  /// Whether the dictionary ends.
  private mutating func read() -> Bool {
    while index < bytes.count {
      readPart()
      if depth == 0 { return true }
    }
    return false
  }

  private mutating func readPart() {
    switch bytes[index] {
    case UInt8(ascii: "<"): readOpening()
    case UInt8(ascii: ">"): readClosing()
    case UInt8(ascii: "("): skipText()
    case UInt8(ascii: "%"): skip { $0 != 0x0A && $0 != 0x0D }
    case UInt8(ascii: "/"): readName()
    default: index += 1
    }
  }

  private mutating func readOpening() {
    if follows("<") {
      (depth, index) = (depth + 1, index + 2)
    } else {
      skip { $0 != UInt8(ascii: ">") }
      index += 1
    }
  }

  private mutating func readClosing() {
    if follows(">") { (depth, index) = (depth - 1, index + 2) } else { index += 1 }
  }

  private func follows(_ letter: Unicode.Scalar) -> Bool { index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: letter) }

  private mutating func skip(while holds: (UInt8) -> Bool) {
    while index < bytes.count, holds(bytes[index]) { index += 1 }
  }

  private mutating func skipBlanks() { skip(while: Self.blanks.contains) }

  /// Parentheses nest; a backslash takes the meaning from the next byte.
  private mutating func skipText() {
    var open = 0
    repeat {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"): open -= 1
      default: break
      }
      index += 1
    } while open > 0 && index < bytes.count
  }

  private mutating func readName() {
    let start = index + 1
    index = start
    skip { !Self.endsWord($0) }
    if depth == 1 { names.insert(plain(bytes[start..<min(index, bytes.count)])) }
  }

  /// A name may write any of its letters as `#` and two digits.
  private func plain(_ name: ArraySlice<UInt8>) -> String {
    var (letters, rest) = ([UInt8](), name)
    while let first = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if first == UInt8(ascii: "#"), digits.utf8.count == 2, let letter = UInt8(digits, radix: 16) {
        letters.append(letter)
        rest = rest.dropFirst(2)
      } else {
        letters.append(first)
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
