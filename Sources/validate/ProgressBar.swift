import EvidenceFiles
import Glibc
import Synchronization

/// Shows on a terminal how far the reading of files has come; elsewhere, and where it takes no time, nothing.
final class ProgressBar: Sendable {
  private struct State {
    var isShown = false
    var last: ContinuousClock.Instant
  }

  /// Who waits less than this needs no bar, and none that changes more often.
  private static let pause = Duration.milliseconds(200)
  private static let width = 30

  /// Whether there is a terminal to show it on.
  let isOn = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State(last: .now))

  /// Shows a state, if the last one has stood long enough.
  func show(_ progress: InspectionProgress) {
    guard isOn else { return }
    state.withLock { state in
      guard state.last.duration(to: .now) > Self.pause else { return }
      state.last = .now
      state.isShown = true
      standardError("\r\u{1B}[K" + Self.line(progress))
    }
  }

  /// Takes the bar away.
  func finish() {
    state.withLock { state in
      if state.isShown { standardError("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private static func line(_ progress: InspectionProgress) -> String {
    let share = progress.bytes > 0 ? Double(progress.bytesDone) / Double(progress.bytes) : 1
    let filled = max(0, min(width, Int(share * Double(width))))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    return "\(bar) \(progress.filesDone)/\(progress.files), \(progress.bytesDone >> 20)/\(progress.bytes >> 20) MB"
  }
}
