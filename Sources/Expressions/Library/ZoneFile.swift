#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A zone of the system's time zone database (RFC 8536).
struct ZoneFile {
  private let transitions: [Int64]
  private let offsets: [Int]
  private let first: Int
  /// Whether clocks go on changing after the last transition of the file.
  private let hasRule: Bool

  /// Nil for a name that is no zone of this system.
  static func read(_ name: String) -> ZoneFile? {
    let isPlain = name.utf8.allSatisfy { isNameStart($0) || isDigit($0) || "+-/".utf8.contains($0) }
    guard isPlain, !name.hasPrefix("/"), !name.isEmpty, name.utf8.count < 64 else { return nil }
    return contents(of: "/usr/share/zoneinfo/" + name).flatMap(ZoneFile.init)
  }

  /// Seconds ahead of UTC; nil after the last transition that the file knows, if there will be more.
  func offset(at seconds: Int64) -> Int? {
    guard let last = transitions.last else { return hasRule ? nil : first }
    if seconds >= last { return hasRule ? nil : offsets.last }
    let after = transitions.firstIndex { $0 > seconds } ?? 0
    return after == 0 ? first : offsets[after - 1]
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, file) }
    return count < bytes.count ? Array(bytes[..<count]) : nil
  }

  private init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let short = reader.header(), short.version >= UInt8(ascii: "2") else { return nil }
    reader.position += short.length(timeSize: 4)
    guard let header = reader.header(), reader.position + header.length(timeSize: 8) <= bytes.count, header.types > 0 else {
      return nil
    }
    var times: [Int64] = []
    for _ in 0..<header.times { times.append(reader.number(8)) }
    let indices = bytes[reader.position..<reader.position + header.times]
    reader.position += header.times
    var all: [Int] = []
    for _ in 0..<header.types {
      all.append(Int(reader.number(4)))
      reader.position += 2
    }
    guard indices.allSatisfy({ Int($0) < all.count }) else { return nil }
    transitions = times
    offsets = indices.map { all[Int($0)] }
    first = all[0]
    let end = reader.position + header.length(timeSize: 8) - header.times * 9 - header.types * 6
    hasRule = bytes[min(end, bytes.count)...].contains(UInt8(ascii: ","))
  }

  private struct Header {
    let version: UInt8
    let isUTC, isStandard, leaps, times, types, letters: Int

    func length(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + letters + leaps * (timeSize + 4) + isStandard + isUTC
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    /// A number of `size` bytes, the highest first; the caller has checked that they are there.
    mutating func number(_ size: Int) -> Int64 {
      defer { position += size }
      let raw = bytes[position..<position + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return size == 4 ? Int64(Int32(truncatingIfNeeded: raw)) : Int64(bitPattern: raw)
    }

    mutating func header() -> Header? {
      guard position + 44 <= bytes.count, bytes[position...].starts(with: "TZif".utf8) else { return nil }
      let version = bytes[position + 4]
      position += 20
      let counts = (0..<6).map { _ in Int(number(4)) }
      guard counts.allSatisfy({ (0..<1 << 16).contains($0) }) else { return nil }
      return Header(
        version: version, isUTC: counts[0], isStandard: counts[1], leaps: counts[2], times: counts[3], types: counts[4],
        letters: counts[5])
    }
  }
}
