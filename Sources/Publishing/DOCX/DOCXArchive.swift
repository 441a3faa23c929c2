internal import CMinizip

/// Writes a ZIP archive in memory. All that is unsafe about a DOCX is here.
struct DOCXArchive {
  /// The archive could not be written.
  struct Failure: Error {
    let part: String
  }

  /// 1980-01-01, the first day that an archive knows: the same parts are the same bytes on every day.
  private static let day: UInt = 0x0021_0000

  /// The bytes of an archive with these parts in this order.
  static func bytes(_ parts: [(name: String, bytes: [UInt8])]) throws(Failure) -> [UInt8] {
    let file = UnsafeMutablePointer<MemoryFile>.allocate(capacity: 1)
    file.initialize(to: MemoryFile())
    defer {
      file.deinitialize(count: 1)
      file.deallocate()
    }
    var functions = memoryFunctions(on: file)
    guard let archive = zipOpen2_64("", APPEND_STATUS_CREATE, nil, &functions) else { throw Failure(part: "") }
    var failed: String?
    for part in parts where failed == nil && !add(part.bytes, named: part.name, to: archive) { failed = part.name }
    let closed = zipClose(archive, nil)
    if let failed { throw Failure(part: failed) }
    guard closed == ZIP_OK else { throw Failure(part: "") }
    return file.pointee.bytes
  }

  private static func add(_ bytes: [UInt8], named name: String, to archive: zipFile) -> Bool {
    var information = zip_fileinfo()
    information.dosDate = day
    let opened = zipOpenNewFileInZip64(
      archive, name, &information, nil, 0, nil, 0, nil, Z_DEFLATED, Z_BEST_COMPRESSION, 0)
    guard opened == ZIP_OK, let count = UInt32(exactly: bytes.count) else { return false }
    let written = zipWriteInFileInZip(archive, bytes, count)
    return zipCloseFileInZip(archive) == ZIP_OK && written == ZIP_OK
  }
}

/// What minizip takes for a file.
private struct MemoryFile {
  private(set) var bytes: [UInt8] = []
  private(set) var position = 0

  mutating func write(_ source: UnsafeRawBufferPointer) {
    // minizip goes back to write the sizes of a part before it, and never beyond the end.
    let overlap = min(source.count, bytes.count - position)
    bytes.replaceSubrange(position..<position + overlap, with: source[..<overlap])
    bytes += source[overlap...]
    position += source.count
  }

  mutating func seek(_ offset: UInt64, from origin: Int32) -> Bool {
    let base: Int
    switch origin {
    case ZLIB_FILEFUNC_SEEK_SET: base = 0
    case ZLIB_FILEFUNC_SEEK_CUR: base = position
    case ZLIB_FILEFUNC_SEEK_END: base = bytes.count
    default: return false
    }
    let (sum, overflow) = base.addingReportingOverflow(Int(truncatingIfNeeded: offset))
    guard !overflow, (0...bytes.count).contains(sum) else { return false }
    position = sum
    return true
  }
}

/// What minizip calls instead of the C library's file functions.
private func memoryFunctions(on file: UnsafeMutablePointer<MemoryFile>) -> zlib_filefunc64_def {
  var functions = zlib_filefunc64_def()
  functions.opaque = UnsafeMutableRawPointer(file)
  functions.zopen64_file = { file, _, _ in file }
  functions.zread_file = { _, _, _, _ in 0 }
  functions.zwrite_file = { _, file, source, count in
    at(file)?.pointee.write(UnsafeRawBufferPointer(start: source, count: Int(count)))
    return count
  }
  functions.ztell64_file = { _, file in UInt64(at(file)?.pointee.position ?? 0) }
  functions.zseek64_file = { _, file, offset, origin in at(file)?.pointee.seek(offset, from: origin) == true ? 0 : -1 }
  functions.zclose_file = { _, _ in 0 }
  functions.zerror_file = { _, _ in 0 }
  return functions
}

private func at(_ file: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<MemoryFile>? {
  file?.assumingMemoryBound(to: MemoryFile.self)
}
