import Glibc

/// Writes files: all of it, or nothing.
enum FileWriter {
  /// Whether anything stands at a path, be it a link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Writes a file by way of another beside it, which then takes its place and its rights. Where a link stands, the file that it
  /// leads to is written.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let target = resolved(path) ?? path
    let temporary = "\(target).\(getpid()).part"
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : nil
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(path) }
    do {
      defer { close(file) }
      try fill(file, bytes, path)
      if let mode, fchmod(file, mode) != 0 { throw failure(path) }
      guard fsync(file) == 0 else { throw failure(path) }
      guard rename(temporary, target) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func fill(_ file: Int32, _ bytes: [UInt8], _ path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw failure(path) }
      rest = rest.dropFirst(written)
    }
  }

  private static func failure(_ path: String) -> Failure {
    .usage("cannot write '\(path)': \(String(cString: strerror(errno))); nothing was changed")
  }
}
