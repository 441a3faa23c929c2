import Foundation
import Testing

/// The root of the package.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

/// One run of the built command.
struct Run {
  let code: Int32
  let output: String
  let errors: String
}

/// Runs the command that was built beside this bundle; `input` is what it reads from standard input. An ordinary user is one whom
/// permissions bind, which they do not root.
func validate(
  _ arguments: [String], in folder: URL = packageRoot, environment: [String: String] = [:], input: String = "",
  asOrdinaryUser: Bool = false
) throws -> Run {
  let scratch = try Scratch()
  let process = Process()
  let command = try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: "validate")
  process.executableURL = command
  process.arguments = arguments
  if asOrdinaryUser, geteuid() == 0 {
    // Where it was built, that user may not come to.
    let copy = scratch.folder.appending(path: "validate")
    try FileManager.default.copyItem(at: command, to: copy)
    process.executableURL = URL(filePath: "/usr/bin/setpriv")
    process.arguments = ["--reuid=65534", "--regid=65534", "--clear-groups", copy.path] + arguments
  }
  process.currentDirectoryURL = folder
  // The command is built with the tests' sanitizer, but not with its options: see `Tests/Sanitizers`.
  let options = ["ASAN_OPTIONS": "detect_leaks=0"]
  // What the machine of whoever runs the tests speaks is not what they are about.
  let plain = ["LC_ALL": "C", "COLUMNS": "80"]
  let own = ProcessInfo.processInfo.environment.merging(plain) { $1 }
  process.environment = own.merging(options) { own, _ in own }.merging(environment) { $1 }
  // Files and not pipes: a full pipe that nobody reads would stop the command.
  process.standardInput = try FileHandle(forReadingFrom: scratch.write("in", input))
  process.standardOutput = try FileHandle(forWritingTo: scratch.write("out", ""))
  process.standardError = try FileHandle(forWritingTo: scratch.write("err", ""))
  try process.run()
  process.waitUntilExit()
  // A negative code stands for a signal.
  let code = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  return Run(code: code, output: try scratch.read("out"), errors: try scratch.read("err"))
}

/// A folder of its own that goes when it is no longer used.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "validate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func read(_ path: String) throws -> String { try String(contentsOf: folder.appending(path: path), encoding: .utf8) }

  @discardableResult func write(_ path: String, _ text: String) throws -> URL {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }
}
