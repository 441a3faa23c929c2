import Documents
import Glibc

/// Writes files: all of it, or nothing.
enum FileWriter {
  /// Whether anything stands at a path, be it a link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a path leads to the ordinary file that was read, by whatever name.
  static func isSame(_ path: String, _ source: SourceFile) -> Bool {
    guard source.name == FileFinder.standardInput else { return isSame(path, source.name) }
    var other = stat()
    return fstat(STDIN_FILENO, &other) == 0 && isSame(path, other)
  }

  /// Whether two paths lead to the same ordinary file.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var status = stat()
    return stat(other, &status) == 0 && isSame(path, status)
  }

  private static func isSame(_ path: String, _ other: stat) -> Bool {
    var own = stat()
    guard stat(path, &own) == 0, own.st_mode & S_IFMT == S_IFREG else { return false }
    return own.st_dev == other.st_dev && own.st_ino == other.st_ino
  }

  /// Writes a file by way of another beside it, which then takes its place and its rights. Where a link stands, the file that it
  /// leads to is written; where a device or a pipe stands, that is written to.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let target = resolved(path) ?? path
    var status = stat()
    let isThere = stat(target, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG { return try writeThrough(bytes, to: target, path) }
    // Another file could take its place all the same; whoever forbids to write means that too.
    if isThere, access(target, W_OK) != 0 { throw failure(path) }
    try replace(target, with: bytes, like: isThere ? status : nil, path)
  }

  /// Writes a file that was read anew. Somebody may have saved it in between: what they wrote is not lost.
  static func replace(_ source: SourceFile, with bytes: [UInt8]) throws {
    guard try FileFinder.read(source.name).bytes == source.bytes else {
      throw Failure.usage(Message("usage/changed-meanwhile", ["file": source.name]))
    }
    try write(bytes, to: source.name)
  }

  /// Writes all of it to an open file; false where the system refuses.
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  // MARK: - Steps

  private static func writeThrough(_ bytes: [UInt8], to target: String, _ path: String) throws {
    let file = open(target, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    guard write(bytes, to: file) else { throw failure(path) }
  }

  private static func replace(_ target: String, with bytes: [UInt8], like old: stat?, _ path: String) throws {
    let (file, temporary) = try create(beside: target, path)
    do {
      defer { close(file) }
      guard write(bytes, to: file) else { throw failure(path) }
      if let old, !takesRights(file, of: old) { throw failure(path) }
      guard fsync(file) == 0 else { throw failure(path) }
      guard rename(temporary, target) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  // The owner first: giving a file away takes rights from it. Whose group it cannot be given to, it keeps one's own.
  private static func takesRights(_ file: Int32, of old: stat) -> Bool {
    var own = stat()
    guard fstat(file, &own) == 0 else { return false }
    if own.st_uid != old.st_uid, fchown(file, old.st_uid, old.st_gid) != 0 { return false }
    if own.st_gid != old.st_gid { _ = fchown(file, uid_t.max, old.st_gid) }
    return fchmod(file, old.st_mode & 0o7777) == 0
  }

  // What a run that was ended has left behind stands in nobody's way.
  private static let names = 1000

  private static func create(beside target: String, _ path: String) throws -> (file: Int32, name: String) {
    let folder = FileFinder.folder(of: target)
    for number in 0..<names {
      let name = "\(folder).validate-\(getpid())-\(number).part"
      let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      if file >= 0 { return (file, name) }
      guard errno == EEXIST else { break }
    }
    throw failure(path)
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ path: String) -> Failure {
    .usage(Message("usage/unwritable", ["file": path, "why": Words.text(SystemFault().message)]))
  }
}
