internal import CMinizip

/// A ZIP archive on an open file. Nothing of it is ever written.
struct Archive: ~Copyable {
  /// What an archive can be at fault for.
  enum Problem: Error { case damaged, tooMany }

  /// One part of the archive, as the directory at its end tells of it.
  struct Entry {
    /// As programs compare it: in small letters, parted by `/`.
    let name: String
    let isEncrypted: Bool
    /// What it says to come to unpacked, in bytes.
    let declaredSize: UInt64
  }

  /// No document has so many parts.
  private static let longest = 1 << 14
  private static let longestName = 512

  private let handle: unzFile
  private let window: UnsafeMutablePointer<ArchiveWindow>

  /// `nil` where the directory at the end cannot be read.
  init?(_ file: FileBytes) {
    let window = UnsafeMutablePointer<ArchiveWindow>.allocate(capacity: 1)
    window.initialize(to: ArchiveWindow(file))
    var functions = archiveFunctions(on: window)
    guard let handle = unzOpen2_64("", &functions) else {
      window.deinitialize(count: 1)
      window.deallocate()
      return nil
    }
    (self.handle, self.window) = (handle, window)
  }

  deinit {
    unzClose(handle)
    window.deinitialize(count: 1)
    window.deallocate()
  }

  /// Visits the parts in the order of the directory, until `visit` says to stop.
  func forEach(_ visit: (Entry) throws(Problem) -> Bool) throws(Problem) {
    var status = unzGoToFirstFile(handle)
    for _ in 0..<Self.longest {
      guard status == UNZ_OK else { return try check(end: status) }
      guard try visit(current()) else { return }
      status = unzGoToNextFile(handle)
    }
    throw .tooMany
  }

  /// Unpacks the part that is being visited, block by block, until `use` says to stop.
  func unpack(into buffer: UnsafeMutableRawBufferPointer, _ use: (UnsafeRawBufferPointer) -> Bool) throws(Problem) {
    guard unzOpenCurrentFile(handle) == UNZ_OK else { throw .damaged }
    var (count, goesOn) = (Int32(0), true)
    repeat {
      count = unzReadCurrentFile(handle, buffer.baseAddress, UInt32(buffer.count))
      if count > 0 { goesOn = use(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)])) }
    } while count > 0 && goesOn
    // The check sum is compared when a part is closed that was read to its end.
    let closed = unzCloseCurrentFile(handle)
    guard count >= 0, !goesOn || closed == UNZ_OK else { throw .damaged }
  }

  private func check(end status: Int32) throws(Problem) {
    if status != UNZ_END_OF_LIST_OF_FILE { throw .damaged }
  }

  private func current() throws(Problem) -> Entry {
    var information = unz_file_info64()
    var name = [CChar](repeating: 0, count: Self.longestName)
    let status = unzGetCurrentFileInfo64(handle, &information, &name, UInt(name.count - 1), nil, 0, nil, 0)
    guard status == UNZ_OK else { throw .damaged }
    let bytes = name.prefix { $0 != 0 }.map { $0 == 0x5C ? UInt8(ascii: "/") : UInt8(bitPattern: $0) }
    return Entry(
      name: String(decoding: bytes, as: UTF8.self).lowercased(), isEncrypted: information.flag & 1 == 1,
      declaredSize: information.uncompressed_size)
  }
}
