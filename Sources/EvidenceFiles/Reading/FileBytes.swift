internal import Glibc

/// Bytes of an open file at any place. It does not keep the file open: it is used while its descriptor is in scope.
struct FileBytes {
  let number: Int32
  let size: Int64

  /// How many bytes were read, fewer than the buffer holds only at the file's end.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(SystemError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = try system { pread(number, rest.baseAddress, rest.count, off_t(offset) + off_t(filled)) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// At most `count` bytes from a place on; none from outside the file.
  func bytes(at offset: Int64, count: Int) throws(SystemError) -> [UInt8] {
    guard offset >= 0, offset < size else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    var problem: SystemError?
    let filled = bytes.withUnsafeMutableBytes { buffer in
      do throws(SystemError) { return try read(into: buffer, at: offset) } catch {
        problem = error
        return 0
      }
    }
    if let problem { throw problem }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// The last bytes of the file.
  func tail(_ count: Int) throws(SystemError) -> [UInt8] {
    try bytes(at: max(0, size - Int64(count)), count: count)
  }
}
