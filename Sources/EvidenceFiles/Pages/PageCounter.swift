internal import Glibc
internal import Questionnaire
internal import Subprocess
internal import SystemPackage

/// Counts the pages of a PDF with qpdf, which runs as a process of its own: files that break it break nothing else.
public struct PageCounter: Sendable, Hashable {
  /// A list of pages is expected to be no longer, in bytes: there is room for a hundred thousand.
  private static let listing = 16 << 20

  /// Where qpdf is; `nil` where it is not to be used.
  private let path: String?

  private init(at path: String?) { self.path = path }

  /// The qpdf at a path.
  public init(path: String) { self.init(at: path) }

  /// No qpdf: all pages stay unknown.
  public static let none = PageCounter(at: nil)

  /// The first qpdf in the folders of `PATH`; none, if it is in none of them.
  public static var installed: PageCounter {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    let places = folders.split(separator: ":").filter { $0.hasPrefix("/") }.map { $0 + "/qpdf" }
    return PageCounter(at: places.first(where: isProgram).map { String($0) })
  }

  /// The pages of an open PDF. The program gets the file itself and no name of it.
  func count(_ file: borrowing Descriptor, limits: InspectionLimits) async -> DocumentFile.Pages {
    guard let path, Self.isProgram(path) else { return .unknown(.noTool) }
    // Taken out of the noncopyable value, which stays in the hands of the caller until this returns.
    let number = file.number
    return await withTaskGroup(of: DocumentFile.Pages.self) { group in
      group.addTask { await Self.run(path, on: number, limits: limits) }
      group.addTask {
        try? await Task.sleep(for: .seconds(3 * Self.bounded(limits.pdfSeconds)))
        return .unknown(.limit)
      }
      let first = await group.next() ?? .unknown(.failed)
      // Ends the clock, or the program that outlasted it.
      group.cancelAll()
      return first
    }
  }

  private static func run(_ path: String, on number: Int32, limits: InspectionLimits) async -> DocumentFile.Pages {
    let result = try? await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", script(limits), path], environment: .custom(["LC_ALL": "C"]),
      workingDirectory: "/", input: .fileDescriptor(FileDescriptor(rawValue: number), closeAfterSpawningProcess: false),
      output: .string(limit: listing), error: .discarded)
    guard let result else { return .unknown(.failed) }
    return pages(result.terminationStatus, output: result.standardOutput)
  }

  /// No longer than a day, which nobody waits for.
  private static func bounded(_ seconds: Int) -> Int { max(1, min(seconds, 86_400)) }

  /// No memory dump and no file may be written, either.
  private static func script(_ limits: InspectionLimits) -> String {
    let memory = max(1, limits.pdfBytes >> 10)
    let limits = "ulimit -c 0 && ulimit -f 0 && ulimit -v \(memory) && ulimit -t \(bounded(limits.pdfSeconds))"
    return "\(limits) && exec \"$0\" --show-npages --show-pages /proc/self/fd/0"
  }

  /// 3 says that there were warnings, as readers of PDFs pass over them, too.
  private static func pages(_ status: TerminationStatus, output: String) -> DocumentFile.Pages {
    switch status {
    case .exited(0), .exited(3):
      agreed(output.utf8.split(separator: UInt8(ascii: "\n"))).map { .counted($0) } ?? .unknown(.failed)
    case .signaled(SIGKILL), .signaled(SIGXCPU): .unknown(.limit)
    default: .unknown(.failed)
    }
  }

  /// The number alone is what the file claims. It counts when as many pages are listed behind it.
  private static func agreed(_ lines: [Substring.UTF8View]) -> Int? {
    let listed = lines.dropFirst().count { $0.starts(with: "page ".utf8) }
    return lines.first.flatMap { Int(Substring($0)) } == listed ? listed : nil
  }

  private static func isProgram(_ path: some StringProtocol) -> Bool { access(String(path), X_OK) == 0 }
}
