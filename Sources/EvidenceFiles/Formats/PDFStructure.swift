internal import Questionnaire

/// A PDF from its two ends: the header, the end mark, and the cross-reference section to which the last `startxref` leads.
struct PDFStructure {
  /// Readers look for the header and for the end mark in so many bytes.
  static let reach = 1024
  /// A trailer's dictionary is expected to be complete in so many bytes.
  private static let dictionaryBytes = 1 << 20
  private static let filling: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20]
  /// So many bytes of filling are passed over.
  private static let longestFilling = 1 << 20
  private static let header = Array("%PDF-".utf8)
  private static let endMark = Array("%%EOF".utf8)
  private static let startMark = Array("startxref".utf8)

  private let file: FileBytes
  private let headerOffset: Int

  /// `nil` where there is no header.
  init?(_ file: FileBytes) throws(SystemError) {
    guard let offset = try file.bytes(at: 0, count: Self.reach).firstIndex(of: Self.header) else { return nil }
    (self.file, headerOffset) = (file, offset)
  }

  func form() throws(SystemError) -> Form {
    guard let offset = try sectionOffset() else { return .broken(.truncated) }
    // Some writers count from the header, also where junk stands before it.
    for place in [offset, offset.addingReportingOverflow(Int64(headerOffset)).partialValue] {
      guard let names = try section(at: place) else { continue }
      return names.contains("Encrypt") ? .broken(.encrypted) : .whole
    }
    return .broken(.damaged)
  }

  /// What the last `startxref` says; `nil` where the file ends before it does, or goes on behind it.
  private func sectionOffset() throws(SystemError) -> Int64? {
    let tail = try tail()
    guard let end = tail.lastIndex(of: Self.endMark), tail.count - end <= Self.reach,
      !beginsObject(tail[(end + Self.endMark.count)...]),
      let start = tail[..<end].lastIndex(of: Self.startMark)
    else { return nil }
    var words = PDFWords(tail[(start + Self.startMark.count)..<end])
    return words.next().flatMap { Int64($0) }
  }

  /// The end of the file without the blanks and zeros that disks and mail programs put behind it.
  private func tail() throws(SystemError) -> [UInt8] {
    var length = Self.reach * 2
    while true {
      let bytes = try file.tail(length)
      let rest = bytes.reversed().drop { Self.filling.contains($0) }.count
      if rest >= 2 * Self.reach || bytes.count < length || length >= Self.longestFilling {
        return Array(bytes.prefix(rest).suffix(2 * Self.reach))
      }
      length *= 4
    }
  }

  /// An object behind the end mark belongs to an update of which the end is missing.
  private func beginsObject(_ bytes: ArraySlice<UInt8>) -> Bool {
    var words = PDFWords(bytes)
    guard let number = words.next() else { return false }
    return number.allSatisfy(\.isNumber) && words.next()?.allSatisfy(\.isNumber) ?? true
  }

  /// The names in the dictionary of the cross-reference section; `nil` where there is no such section.
  private func section(at offset: Int64) throws(SystemError) -> Set<String>? {
    let bytes = try file.bytes(at: offset, count: 64)
    var words = PDFWords(bytes[...])
    guard let first = words.next() else { return nil }
    if first == "xref" { return try trailer(after: offset) }
    guard UInt32(first) != nil, let second = words.next(), UInt32(second) != nil, words.next() == "obj" else { return nil }
    let names = try dictionary(at: offset + Int64(words.index))
    return names.map { $0.contains("XRef") } == true ? names : nil
  }

  private func trailer(after offset: Int64) throws(SystemError) -> Set<String>? {
    guard let place = try PDFTable(file: file, offset: offset).trailer() else { return nil }
    return try dictionary(at: place)
  }

  private func dictionary(at offset: Int64) throws(SystemError) -> Set<String>? {
    PDFDictionary.names(in: try file.bytes(at: offset, count: Self.dictionaryBytes))
  }
}

/// The table of a cross-reference section.
private struct PDFTable {
  let file: FileBytes
  let offset: Int64

  private static let word = Array("trailer".utf8)
  private static let block = 1 << 16
  /// A table of three million objects; a longer one is not searched to its end.
  private static let longest: Int64 = 64 << 20

  /// Where the dictionary behind the table begins.
  func trailer() throws(SystemError) -> Int64? {
    var place = offset
    while place < min(file.size, offset + Self.longest) {
      let bytes = try file.bytes(at: place, count: Self.block)
      if let found = StreamSearch.offset(of: Self.word, in: bytes) { return place + Int64(found + Self.word.count) }
      // The word may stand on the border of two blocks.
      place += Int64(max(1, bytes.count - Self.word.count + 1))
    }
    return nil
  }
}
