internal import Crypto

/// Reads a file once, from its first to its last byte, in blocks of one size.
struct FileReader {
  /// An even number, as the letters of some encodings have two bytes.
  static let block = 1 << 18

  let file: FileBytes
  let tally: ProgressTally?

  /// The digits of the SHA-256 of all bytes, and how many they were. Each block is shown to the scanner, too.
  func read(_ scanner: inout (any BlockScanner)?) throws(SystemError) -> (sha256: String, bytes: Int64) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.block, alignment: 16)
    defer { buffer.deallocate() }
    var (sum, offset, reported) = (SHA256(), Int64(0), Int64(0))
    // A file that grows is not followed for ever; what it has more is found when it is looked at again.
    while offset <= file.size {
      let count = try file.read(into: buffer, at: offset)
      if count == 0 { break }
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      sum.update(bufferPointer: bytes)
      scanner?.scan(bytes)
      offset += Int64(count)
      if offset - reported >= ProgressTally.step { reported = report(offset, after: reported) }
    }
    _ = report(offset, after: reported)
    return (Self.digits(sum.finalize()), offset)
  }

  private func report(_ offset: Int64, after reported: Int64) -> Int64 {
    if offset > reported { tally?.add(bytes: offset - reported) }
    return offset
  }

  /// The digits of the SHA-256 of no bytes.
  static var digestOfNothing: String { digits(SHA256().finalize()) }

  private static func digits(_ digest: SHA256Digest) -> String {
    let letters = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }, as: UTF8.self)
  }
}
