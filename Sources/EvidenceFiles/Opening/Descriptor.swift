internal import Glibc

/// An open file, closed when it goes out of scope.
struct Descriptor: ~Copyable {
  let number: Int32

  private init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Opens without any effect on what is there: no pipe wakes, no device acts, nothing can be read.
  static func locate(_ path: String, in folder: Int32 = AT_FDCWD) throws(SystemError) -> Descriptor {
    Descriptor(try system { openat(folder, path, __O_PATH | O_CLOEXEC) })
  }

  /// The same file, now to be read. What its name stands for in the meantime does not matter.
  func opened(as flags: Int32 = 0) throws(SystemError) -> Descriptor {
    Descriptor(try system { open(link, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | flags) })
  }

  /// The folder's entries are read from a descriptor of their own, as `fdopendir` keeps it.
  func entries(atMost limit: Int) throws(SystemError) -> [String] {
    let listing = try system { open(link, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(listing) else {
      close(listing)
      throw SystemError()
    }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = readdir(stream) {
      // A name that is no UTF-8 cannot stand in a reply either.
      if let name = entryName(entry) { names.append(name) }
    }
    return names
  }

  func stamp() throws(SystemError) -> FileStamp {
    var information = stat()
    _ = try system { fstat(number, &information) }
    return FileStamp(information)
  }

  /// Where the file stands, all links followed.
  func realPath() throws(SystemError) -> [UInt8] {
    var path = [UInt8](repeating: 0, count: 1 << 16)
    let length = try system {
      path.withUnsafeMutableBufferPointer { room in
        room.baseAddress.map { readlink(link, $0, room.count) } ?? -1
      }
    }
    return Array(path.prefix(length))
  }

  private var link: String { "/proc/self/fd/\(number)" }
}

private func entryName(_ entry: UnsafeMutablePointer<dirent>) -> String? {
  guard let start = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
  let length = Int(entry.pointee.d_reclen) - start
  return withUnsafePointer(to: &entry.pointee.d_name) { name in
    name.withMemoryRebound(to: UInt8.self, capacity: length) {
      String(validating: UnsafeBufferPointer(start: $0, count: length).prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
