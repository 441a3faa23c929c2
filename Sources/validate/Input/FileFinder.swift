import Documents
import FoundationEssentials
import Glibc

/// Finds and reads the files of a run.
enum FileFinder {
  /// More than this is no reply and no pack: read no further.
  private static let maxBytes = 64 << 20

  /// What standard input is called in reports.
  static let standardInput = "<stdin>"

  /// The replies that the arguments name: files as given, folders searched. A folder without a reply is wrong use.
  static func replies(_ arguments: [String]) throws -> [SourceFile] {
    guard !arguments.isEmpty else { throw Failure.usage(Message("usage/no-reply")) }
    var files: [SourceFile] = []
    for argument in arguments {
      if argument == "-" {
        files.append(SourceFile(name: standardInput, bytes: try bytes(of: STDIN_FILENO, named: standardInput)))
      } else if isFolder(argument) {
        let found = try yamlFiles(under: argument).map(read).filter(isReply)
        guard !found.isEmpty else { throw Failure.usage(Message("usage/folder-without-reply", ["folder": argument])) }
        files += found
      } else {
        files.append(try read(argument))
      }
    }
    return files
  }

  // A file among others counts as a reply if it says so at its beginning.
  private static func isReply(_ file: SourceFile) -> Bool {
    for number in 1...max(1, min(file.lineCount, 200)) {
      let line = file.line(number)
      if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("---") || line == "\u{FEFF}" { continue }
      return line.hasPrefix("reply:") || line.hasPrefix("\u{FEFF}reply:")
    }
    return false
  }

  /// Whether a folder stands at a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The YAML files under a folder, in order of path; hidden ones are left out.
  static func yamlFiles(under folder: String) throws -> [String] {
    guard isFolder(folder) else { throw Failure.usage(Message("usage/no-folder", ["folder": folder])) }
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    var files: [String] = []
    try gather(root, into: &files)
    return files.sorted()
  }

  private static func gather(_ folder: String, into files: inout [String]) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw unreadable(folder, SystemFault())
    }
    for name in names where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if isFolder(path) {
        // A link could lead back to where it stands.
        if !isLink(path) { try gather(path, into: &files) }
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        files.append(path)
      }
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The folder of a file, with a slash at its end; empty for one in the current folder.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// A file, read whole.
  static func read(_ path: String) throws -> SourceFile {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw unreadable(path, SystemFault()) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw unreadable(path, .special)
    }
    return SourceFile(name: path, bytes: try bytes(of: file, named: path))
  }

  private static func bytes(of file: Int32, named name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(name, SystemFault()) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= maxBytes else {
        throw Failure.unreadable(Message("usage/too-large", ["file": name, "limit": "\(maxBytes >> 20)"]))
      }
    }
  }

  private static func unreadable(_ path: String, _ fault: SystemFault) -> Failure {
    .unreadable(Message("usage/unreadable", ["file": path, "why": Words.text(fault.message)]))
  }
}
