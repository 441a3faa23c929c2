import Documents
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
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes the whole report: to a file all of it or nothing.
  func write(_ bytes: [UInt8]) throws {
    if let path { return try FileWriter.write(bytes, to: path) }
    guard FileWriter.write(bytes, to: STDOUT_FILENO) else {
      throw Failure(message: Message("usage/report-unwritable"), code: .fault)
    }
  }
}

/// Writes to standard error; a failure there has nowhere to be told.
func standardError(_ text: String) { _ = FileWriter.write(Array(text.utf8), to: STDERR_FILENO) }
