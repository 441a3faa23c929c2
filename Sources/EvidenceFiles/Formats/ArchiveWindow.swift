internal import CMinizip
internal import Glibc

/// Where minizip stands in a file, and the bytes around: it asks for single bytes, which are not read singly.
struct ArchiveWindow {
  private static let block = 1 << 14

  private let file: FileBytes
  private(set) var position: Int64 = 0
  private(set) var failed = false
  private var start: Int64 = 0
  private var bytes: [UInt8] = []

  init(_ file: FileBytes) { self.file = file }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while filled < buffer.count {
      if !(start..<start + Int64(bytes.count)).contains(position) { fill() }
      let part = bytes.dropFirst(Int(position - start)).prefix(buffer.count - filled)
      if part.isEmpty { break }
      UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyBytes(from: part)
      filled += part.count
      position += Int64(part.count)
    }
    // minizip takes the end of a file for a zero, unless it is told of a failure.
    failed = failed || filled < buffer.count
    return filled
  }

  /// Whether the place could be taken; one behind the end of the file cannot.
  mutating func seek(_ offset: UInt64, from origin: Int32) -> Bool {
    let base: Int64
    switch origin {
    case ZLIB_FILEFUNC_SEEK_SET: base = 0
    case ZLIB_FILEFUNC_SEEK_CUR: base = position
    case ZLIB_FILEFUNC_SEEK_END: base = file.size
    default: return false
    }
    let (sum, overflow) = base.addingReportingOverflow(Int64(truncatingIfNeeded: offset))
    guard !overflow, (0...file.size).contains(sum) else { return false }
    position = sum
    return true
  }

  private mutating func fill() {
    start = position
    do { bytes = try file.bytes(at: position, count: Self.block) } catch {
      bytes = []
      failed = true
    }
  }
}

/// What minizip calls instead of the C library's file functions.
func archiveFunctions(on window: UnsafeMutablePointer<ArchiveWindow>) -> zlib_filefunc64_def {
  var functions = zlib_filefunc64_def()
  functions.opaque = UnsafeMutableRawPointer(window)
  functions.zopen64_file = { window, _, _ in window }
  functions.zread_file = { _, window, buffer, count in
    UInt(at(window)?.pointee.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))) ?? 0)
  }
  functions.ztell64_file = { _, window in UInt64(at(window)?.pointee.position ?? 0) }
  functions.zseek64_file = { _, window, offset, origin in at(window)?.pointee.seek(offset, from: origin) == true ? 0 : -1 }
  functions.zclose_file = { _, _ in 0 }
  functions.zerror_file = { _, window in at(window)?.pointee.failed == false ? 0 : -1 }
  return functions
}

private func at(_ window: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ArchiveWindow>? {
  window?.assumingMemoryBound(to: ArchiveWindow.self)
}
