internal import Questionnaire

/// A text: UTF-8, UTF-16 with its mark, or any encoding of a byte a letter. It holds no control characters but those that lay
/// out a page. Its first block holds at least two bytes, if the file has them, and each but the last an even number.
struct TextScanner: BlockScanner {
  private enum Encoding { case unknown, bytes, wide(bigEndian: Bool) }
  private static let endInDOS: UInt16 = 0x1A
  private static let layout: Set<UInt16> = [0x09, 0x0A, 0x0C, 0x0D]

  private var encoding = Encoding.unknown
  private var letters = UTF8Run()
  private var isBinary = false
  private var isBlank = true
  private var endsAsInDOS = false
  private var endsWithin = false
  private var records: RecordScanner?

  /// With `asTable`, the records of a CSV are looked at, too.
  init(asTable: Bool = false) { records = asTable ? RecordScanner() : nil }

  var form: Form {
    if isBinary { return .other }
    if endsWithin || letters.endsWithin { return .broken(.truncated) }
    if isBlank { return .broken(.empty) }
    guard let records else { return .whole }
    return records.isOpen ? .broken(.truncated) : records.isEmpty ? .broken(.empty) : .whole
  }

  mutating func scan(_ block: UnsafeRawBufferPointer) {
    guard !isBinary else { return }
    var block = block[...]
    if case .unknown = encoding { readMark(of: &block) }
    switch encoding {
    case .wide(let bigEndian): scanWide(block, bigEndian: bigEndian)
    case .bytes, .unknown: scanBytes(block)
    }
  }

  private mutating func readMark(of block: inout Slice<UnsafeRawBufferPointer>) {
    switch (block.first, block.dropFirst().first) {
    case (0xFF, 0xFE): encoding = .wide(bigEndian: false)
    case (0xFE, 0xFF): encoding = .wide(bigEndian: true)
    default: return readUTF8Mark(of: &block)
    }
    block = block.dropFirst(2)
  }

  private mutating func readUTF8Mark(of block: inout Slice<UnsafeRawBufferPointer>) {
    encoding = .bytes
    if block.starts(with: [0xEF, 0xBB, 0xBF]) { block = block.dropFirst(3) }
  }

  private mutating func scanBytes(_ block: Slice<UnsafeRawBufferPointer>) {
    for byte in block {
      letters.read(byte)
      read(UInt16(byte))
      if isBinary { return }
    }
  }

  private mutating func scanWide(_ block: Slice<UnsafeRawBufferPointer>, bigEndian: Bool) {
    var index = block.startIndex
    while index + 1 < block.endIndex, !isBinary {
      let (first, second) = (UInt16(block[index]), UInt16(block[index + 1]))
      let unit = bigEndian ? first << 8 | second : second << 8 | first
      // The first half of a pair must not be the last of the file.
      endsWithin = UTF16.isLeadSurrogate(unit)
      read(unit)
      index += 2
    }
    if index < block.endIndex { endsWithin = true }
  }

  private mutating func read(_ unit: UInt16) {
    // The mark with which DOS ends a text may stand at the end.
    if endsAsInDOS { isBinary = true }
    if unit == Self.endInDOS { return endsAsInDOS = true }
    if unit < 0x20, !Self.layout.contains(unit) { isBinary = true }
    if unit > 0x20, unit != 0xA0 { isBlank = false }
    records?.read(unit)
  }
}

/// Follows UTF-8 for one question: is the text cut within a letter? It is, if all before was UTF-8 and more than ASCII; else its
/// last byte may be a letter of another encoding.
private struct UTF8Run {
  private var missing = 0
  private var isValid = true
  private var hasLetters = false

  var endsWithin: Bool { isValid && hasLetters && missing > 0 }

  mutating func read(_ byte: UInt8) {
    guard isValid, byte >= 0x80 || missing > 0 else { return }
    if missing > 0 { readContinuation(byte) } else { readLead(byte) }
  }

  private mutating func readContinuation(_ byte: UInt8) {
    isValid = byte & 0xC0 == 0x80
    missing -= 1
    if isValid, missing == 0 { hasLetters = true }
  }

  private mutating func readLead(_ byte: UInt8) {
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0...0xEF: missing = 2
    case 0xF0...0xF4: missing = 3
    default: isValid = false
    }
  }
}

/// The records of a CSV, as far as to know whether there is one and whether the last quotation is closed. How many fields a
/// record has is not asked: tables of real programs have titles and notes.
private struct RecordScanner {
  private enum Place { case fieldStart, field, quoted, afterQuote }
  private static let quote = UInt16(UInt8(ascii: "\""))
  private static let ends = Set(",;|\t\r\n".utf16)

  private var place = Place.fieldStart
  private(set) var isEmpty = true

  var isOpen: Bool { place == .quoted }

  mutating func read(_ unit: UInt16) {
    if !Self.ends.contains(unit) { isEmpty = false }
    switch place {
    case .quoted: if unit == Self.quote { place = .afterQuote }
    case .fieldStart where unit == Self.quote, .afterQuote where unit == Self.quote: place = .quoted
    default: place = Self.ends.contains(unit) ? .fieldStart : .field
    }
  }
}
