import FoundationEssentials
import Glibc
import Questionnaire

/// Where a report goes.
struct Output {
  private let path: String?
  /// Whether it may be coloured.
  let paint: Paint

  init(_ options: SharedOptions) {
    path = options.output
    let isTerminal = options.output == nil && isatty(STDOUT_FILENO) == 1
    let environment = ProcessInfo.processInfo.environment
    switch options.color {
    case .always: paint = Paint(isOn: true)
    case .never: paint = Paint(isOn: false)
    case .auto: paint = Paint(isOn: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb")
    }
  }

  /// Writes the whole report: to a file all of it or nothing.
  func write(_ text: String) throws {
    guard let path else {
      try writeAll(Array(text.utf8), to: STDOUT_FILENO)
      return
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure.usage("cannot write '\(path)'")
    }
  }
}

/// Writes to standard error; a failure there has nowhere to be told.
func standardError(_ text: String) { try? writeAll(Array(text.utf8), to: STDERR_FILENO) }

private func writeAll(_ bytes: [UInt8], to file: Int32) throws {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if written < 0 && errno == EINTR { continue }
    guard written > 0 else { throw Failure(message: "cannot write the report", code: .fault) }
    rest = rest.dropFirst(written)
  }
}
