internal import Glibc
internal import Questionnaire
internal import Subprocess
internal import SystemPackage

/// Counts the pages of a PDF with qpdf, which runs as a process of its own: files that break it break nothing else. It reads the
/// whole file, so that it also finds what is broken between the two ends.
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

  /// What the program found: how many pages there are, or what is wrong with the file.
  enum Answer {
    case pages(DocumentFile.Pages)
    case fault(DocumentFile.Fault)
  }

  /// The pages of an open PDF. The program gets the file itself and no name of it.
  func count(_ file: borrowing Descriptor, limits: InspectionLimits) async -> Answer {
    guard let path, Self.isProgram(path) else { return .pages(.unknown(.noTool)) }
    // Taken out of the noncopyable value, which stays in the hands of the caller until this returns.
    let number = file.number
    return await withTaskGroup(of: Answer.self) { group in
      group.addTask { await Self.run(path, on: number, limits: limits) }
      group.addTask {
        try? await Task.sleep(for: .seconds(3 * Self.bounded(limits.pdfSeconds)))
        return .pages(.unknown(.limit))
      }
      let first = await group.next() ?? .pages(.unknown(.failed))
      // Ends the clock, or the program that outlasted it.
      group.cancelAll()
      return first
    }
  }

  private static func run(_ path: String, on number: Int32, limits: InspectionLimits) async -> Answer {
    let result = try? await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", script(limits), path], environment: .custom(["LC_ALL": "C"]),
      workingDirectory: "/", input: .fileDescriptor(FileDescriptor(rawValue: number), closeAfterSpawningProcess: false),
      output: .string(limit: listing), error: .discarded)
    guard let result else { return .pages(.unknown(.failed)) }
    return answer(result.terminationStatus, output: result.standardOutput)
  }

  /// No longer than a day, which nobody waits for.
  private static func bounded(_ seconds: Int) -> Int { max(1, min(seconds, 86_400)) }

  /// No memory dump and no file may be written, either.
  private static func script(_ limits: InspectionLimits) -> String {
    let memory = max(1, limits.pdfBytes >> 10)
    let limits = "ulimit -c 0 && ulimit -f 0 && ulimit -v \(memory) && ulimit -t \(bounded(limits.pdfSeconds))"
    return "\(limits) && exec \"$0\" --check --show-npages --show-pages /proc/self/fd/0 2>&1"
  }

  /// 3 says that there were warnings, as readers of PDFs pass over them, too.
  private static func answer(_ status: TerminationStatus, output: String) -> Answer {
    let lines = output.utf8.split(separator: UInt8(ascii: "\n"))
    if lines.contains(where: { $0.starts(with: "R = ".utf8) }) || output.contains(": invalid password") {
      return .fault(.encrypted)
    }
    if output.contains(": file is damaged") { return .fault(.damaged) }
    switch status {
    case .exited(0), .exited(3):
      guard let count = agreed(lines) else { return .pages(.unknown(.failed)) }
      return count == 0 ? .fault(.empty) : .pages(.counted(count))
    case .signaled(SIGKILL), .signaled(SIGXCPU): return .pages(.unknown(.limit))
    default: return .pages(.unknown(.failed))
    }
  }

  /// The number alone is what the file claims. It counts when as many pages are listed behind it.
  private static func agreed(_ lines: [Substring.UTF8View]) -> Int? {
    let claimed = lines.lazy.compactMap { Int(Substring($0)) }.first
    let listed = lines.count { $0.starts(with: "page ".utf8) && $0.contains(UInt8(ascii: ":")) }
    return claimed == listed ? listed : nil
  }

  private static func isProgram(_ path: some StringProtocol) -> Bool { access(String(path), X_OK) == 0 }
}
