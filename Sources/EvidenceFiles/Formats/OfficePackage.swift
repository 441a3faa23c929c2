internal import Questionnaire

/// A DOCX, XLSX or ODT: an archive with well-known parts, each of which unpacks to what its check sum says.
struct OfficePackage: ~Copyable {
  private static let localHeader: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let openDocumentText = "application/vnd.oasis.opendocument.text"
  private static let block = 1 << 16

  /// What the archive is by its parts; several, if its maker wants to deceive.
  let formats: Set<DocumentFormat>
  private let isReadable: Bool
  private let archive: Archive

  /// Whether a file begins as an archive does.
  static func begins(_ file: FileBytes) throws(SystemError) -> Bool { try file.bytes(at: 0, count: 4) == localHeader }

  /// `nil` where the archive has no directory at its end.
  init?(_ file: FileBytes) {
    guard let archive = Archive(file) else { return nil }
    let found = try? Self.formats(of: archive)
    formats = found ?? []
    isReadable = found != nil
    self.archive = archive
  }

  /// Unpacks every part to nowhere, as long as all come to no more than `limit` bytes.
  func form(of format: DocumentFormat, limit: Int64) -> Form {
    guard isReadable else { return .broken(.damaged) }
    guard formats.contains(format) else { return .other }
    var parts = PackageParts(format: format, limit: limit)
    do throws(Archive.Problem) { try unpack(&parts) } catch { return parts.isEncrypted ? .broken(.encrypted) : .broken(.damaged) }
    return parts.form
  }

  private func unpack(_ parts: inout PackageParts) throws(Archive.Problem) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.block, alignment: 16)
    defer { buffer.deallocate() }
    try archive.forEach { entry throws(Archive.Problem) in
      guard parts.begin(entry) else { return false }
      try archive.unpack(into: buffer) { parts.read($0) }
      return try parts.end(entry)
    }
  }

  private static func formats(of archive: borrowing Archive) throws(Archive.Problem) -> Set<DocumentFormat> {
    var formats: Set<DocumentFormat> = []
    var hasTypes = false
    try archive.forEach { entry throws(Archive.Problem) in
      if entry.name == "[content_types].xml" { hasTypes = true }
      if PackageParts.isMain(entry.name, of: .docx) { formats.insert(.docx) }
      if PackageParts.isMain(entry.name, of: .xlsx) { formats.insert(.xlsx) }
      if entry.name == "mimetype", try isOpenDocumentText(archive) { formats.insert(.odt) }
      return true
    }
    return hasTypes ? formats : formats.intersection([.odt])
  }

  private static func isOpenDocumentText(_ archive: borrowing Archive) throws(Archive.Problem) -> Bool {
    var type = ""
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128, alignment: 1)
    defer { buffer.deallocate() }
    try archive.unpack(into: buffer) { bytes in
      type = String(decoding: bytes, as: UTF8.self)
      return false
    }
    // Also of the web, a master or a template: `…text-web`.
    return type.prefix { !$0.isWhitespace }.split(separator: "-").first.map { $0 == openDocumentText } ?? false
  }
}

/// What is learnt of a package while its parts go by.
struct PackageParts {
  private let format: DocumentFormat
  private let limit: Int64
  private var room: UInt64
  private var hasMain = false
  private var expands = false
  private var entry = Archive.Entry(name: "", isEncrypted: false, declaredSize: 0)
  private var unpacked: UInt64 = 0
  private var encryption = StreamSearch("<manifest:encryption-data")
  private var isMalformed = false
  private var declaresEncryption = false

  init(format: DocumentFormat, limit: Int64) {
    (self.format, self.limit, room) = (format, limit, UInt64(max(0, limit)))
  }

  /// Whether this is the part that holds the document itself. Some programs put a number behind its name.
  static func isMain(_ name: String, of format: DocumentFormat) -> Bool {
    switch format {
    case .docx: isNumbered(name, "word/document")
    case .xlsx: isNumbered(name, "xl/workbook")
    default: name == "content.xml"
    }
  }

  private static func isNumbered(_ name: String, _ stem: String) -> Bool {
    name.hasPrefix(stem) && name.hasSuffix(".xml") && name.dropFirst(stem.count).dropLast(4).allSatisfy(\.isNumber)
  }

  var isEncrypted: Bool { declaresEncryption || encryption.found }

  var form: Form {
    if isEncrypted { return .broken(.encrypted) }
    if expands { return .broken(.expands(limit: limit)) }
    return hasMain && !isMalformed ? .whole : .broken(.damaged)
  }

  /// Whether the part is to be unpacked: not where it says itself that it is too much.
  mutating func begin(_ entry: Archive.Entry) -> Bool {
    (self.entry, unpacked) = (entry, 0)
    declaresEncryption = declaresEncryption || entry.isEncrypted
    expands = expands || entry.declaredSize > room
    return !declaresEncryption && !expands
  }

  /// Whether there is room for more.
  mutating func read(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if Self.isMain(entry.name, of: format), unpacked == 0 { readMain(bytes) }
    if entry.name == "meta-inf/manifest.xml" { encryption.scan(bytes) }
    unpacked += UInt64(bytes.count)
    expands = UInt64(bytes.count) > room
    room -= min(room, UInt64(bytes.count))
    return !expands
  }

  /// Whether to go on. A part that is not as long as it says is as wrong as one with another check sum.
  mutating func end(_ entry: Archive.Entry) throws(Archive.Problem) -> Bool {
    if expands { return false }
    if unpacked != entry.declaredSize { throw .damaged }
    return true
  }

  /// XML begins with `<`, behind the mark of its encoding and blanks.
  private mutating func readMain(_ bytes: UnsafeRawBufferPointer) {
    let skipped: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x09, 0x0A, 0x0D, 0x20]
    hasMain = true
    isMalformed = isMalformed || bytes.first { !skipped.contains($0) } != UInt8(ascii: "<")
  }
}
