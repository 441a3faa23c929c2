internal import Questionnaire

/// What a file looks like that is not what its name says.
enum Sniffer {
  private static let sample = 1 << 14

  static func format(of file: FileBytes) throws(SystemError) -> DocumentFormat? {
    let start = try file.bytes(at: 0, count: sample)
    if start.starts(with: PNGScanner.signature) { return .png }
    if start.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if start.prefix(PDFStructure.reach).firstIndex(of: Array("%PDF-".utf8)) != nil { return .pdf }
    if try OfficePackage.begins(file) { return officeFormat(of: file) }
    return text(start, isAll: file.size <= Int64(start.count))
  }

  private static func officeFormat(of file: FileBytes) -> DocumentFormat? {
    guard let package = OfficePackage(file) else { return nil }
    return DocumentFormat.allCases.first(where: package.formats.contains)
  }

  private static func text(_ start: [UInt8], isAll: Bool) -> DocumentFormat? {
    var scanner = TextScanner()
    start.withUnsafeBytes { scanner.scan($0) }
    guard scanner.form != .other else { return nil }
    return isTable(start, isAll: isAll) ? .csv : .txt
  }

  /// A table has several lines, with the same number of the same separator in each; the last may be cut.
  private static func isTable(_ start: [UInt8], isAll: Bool) -> Bool {
    var lines = start.split { $0 == 0x0A || $0 == 0x0D }
    if !isAll { lines = lines.dropLast() }
    return lines.count > 1
      && ",;\t".utf8.contains { separator in
        let counts = Set(lines.map { count(separator, in: $0) })
        return counts.count == 1 && counts != [0]
      }
  }

  /// A separator in quotation marks parts nothing.
  private static func count(_ separator: UInt8, in line: ArraySlice<UInt8>) -> Int {
    var (count, isQuoted) = (0, false)
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == separator, !isQuoted { count += 1 }
    }
    return count
  }
}
