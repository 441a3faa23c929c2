internal import Synchronization

/// How far an inspection has come.
public struct InspectionProgress: Sendable, Hashable {
  /// How many files have their answer.
  public var filesDone = 0
  /// How many files there are in all.
  public var files: Int
  /// How much has been read, in bytes.
  public var bytesDone: Int64 = 0
  /// How much there is to read in all, as far as was known at the start, in bytes.
  public var bytes: Int64

  /// Nothing is done yet.
  public init(files: Int, bytes: Int64) { (self.files, self.bytes) = (files, bytes) }
}

/// Adds up what the readers of several files report. What it passes on never goes backwards, as it is told under a lock.
final class ProgressTally: Sendable {
  /// A file of any size reports this often, in bytes.
  static let step: Int64 = 8 << 20

  private let state: Mutex<InspectionProgress>
  private let report: @Sendable (InspectionProgress) -> Void

  init(_ start: InspectionProgress, report: @escaping @Sendable (InspectionProgress) -> Void) {
    state = Mutex(start)
    self.report = report
  }

  func add(bytes: Int64) {
    state.withLock { progress in
      // A file that grows while it is read would take the sum past its end.
      progress.bytesDone = min(progress.bytes, progress.bytesDone &+ bytes)
      report(progress)
    }
  }

  func finishFile() {
    state.withLock { progress in
      progress.filesDone += 1
      report(progress)
    }
  }
}
