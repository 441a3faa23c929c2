/// An OLE2 file: a small file system of sectors, in which old programs keep their documents and new ones those with a password.
struct CompoundFile {
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let encryptedPackage = "EncryptedPackage".utf8.flatMap { (letter: UInt8) -> [UInt8] in [letter, 0] }
  /// How much of a directory is read, in sectors. Those with a password have one or two.
  private static let longestDirectory = 256
  private static let entryBytes = 128
  private static let longestName = 64
  /// The header has room for the places of so many table sectors.
  private static let tables: UInt32 = 109

  private let file: FileBytes
  private let header: [UInt8]
  private let sectorBytes: Int

  /// `nil` where there is no such file.
  init?(_ file: FileBytes) throws(SystemError) {
    header = try file.bytes(at: 0, count: 512)
    guard header.count == 512, header.starts(with: Self.signature) else { return nil }
    self.file = file
    sectorBytes = header[30] == 12 ? 4096 : 512
  }

  /// Whether this holds a document of Office with a password.
  func isEncryptedPackage() throws(SystemError) -> Bool {
    var sector = number(in: header, at: 48)
    for _ in 0..<Self.longestDirectory {
      let entries = try file.bytes(at: place(of: sector), count: sectorBytes)
      guard entries.count == sectorBytes else { return false }
      if hasPackage(entries) { return true }
      guard let next = try successor(of: sector) else { return false }
      sector = next
    }
    return false
  }

  private func hasPackage(_ entries: [UInt8]) -> Bool {
    stride(from: 0, to: entries.count, by: Self.entryBytes).contains { (start: Int) -> Bool in
      // The length of a name counts the two bytes of its end.
      guard Int(entries[start + Self.longestName]) == Self.encryptedPackage.count + 2 else { return false }
      return entries[start...].starts(with: Self.encryptedPackage)
    }
  }

  /// What the table says to come after a sector.
  private func successor(of sector: UInt32) throws(SystemError) -> UInt32? {
    let perTable = UInt32(sectorBytes / 4)
    guard sector / perTable < Self.tables else { return nil }
    let table = number(in: header, at: 76 + 4 * Int(sector / perTable))
    let link = try file.bytes(at: place(of: table) + 4 * Int64(sector % perTable), count: 4)
    return link.count == 4 ? number(in: link, at: 0) : nil
  }

  private func place(of sector: UInt32) -> Int64 { (Int64(sector) + 1) * Int64(sectorBytes) }

  private func number(in bytes: [UInt8], at index: Int) -> UInt32 {
    bytes[index..<index + 4].reversed().reduce(UInt32(0)) { (sum: UInt32, byte: UInt8) in sum << 8 | UInt32(byte) }
  }
}
