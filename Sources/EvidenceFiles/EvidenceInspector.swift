public import Questionnaire

/// Looks at the files that a reply offers as evidence. They come from strangers: nothing that they hold is trusted, nothing is
/// unpacked to a disk, and nothing outside the reply's folder is read.
public struct EvidenceInspector: Sendable {
  // When so many are missing, nobody misspelt them one by one.
  private static let suggestions = 100

  private let folder: String
  private let limits: InspectionLimits
  private let pageCounter: PageCounter

  /// Looks below a folder, which may itself be reached by a link.
  public init(folder: String, limits: InspectionLimits = .init(), pageCounter: PageCounter = .installed) {
    (self.folder, self.limits, self.pageCounter) = (folder, limits, pageCounter)
  }

  /// What stands at each of the paths, which are relative to the folder. Every path has an answer. Two paths that differ only in
  /// how their letters are composed are one key: then the answer with a fault is given. A file whose name promises no form of
  /// `DocumentFormat` is read, but its form is not judged.
  public func inspect(
    _ paths: [String], progress: (@Sendable (InspectionProgress) -> Void)? = nil
  ) async -> [String: DocumentFile] {
    let paths = distinct(paths)
    let tally = progress.map { ProgressTally(InspectionProgress(files: paths.count, bytes: bytes(paths)), report: $0) }
    let inspection = FileInspection(limits: limits, pageCounter: pageCounter, tally: tally)
    return await withTaskGroup(of: (path: String, file: DocumentFile).self) { group in
      var waiting = paths.makeIterator()
      var files: [String: DocumentFile] = [:]
      var missing = 0
      for path in waiting.next(atMost: max(1, limits.atOnce)) {
        group.addTask { await answer(path, by: inspection, suggesting: true) }
      }
      while let done = await group.next() {
        files.merge([(done.path, done.file)]) { $0.faults.isEmpty ? $1 : $0 }
        if done.file.isMissing { missing += 1 }
        let suggesting = missing < Self.suggestions
        if let path = waiting.next() { group.addTask { await answer(path, by: inspection, suggesting: suggesting) } }
      }
      return files
    }
  }

  private func answer(
    _ path: String, by inspection: FileInspection, suggesting: Bool
  ) async -> (path: String, file: DocumentFile) {
    defer { inspection.tally?.finishFile() }
    do throws(SystemError) {
      let folder = try ReplyFolder(folder)
      return (path, await inspection.inspect(path, in: folder, suggesting: suggesting))
    } catch {
      return (path, DocumentFile(faults: [error.fault]))
    }
  }

  /// Each path once. Equal texts may be different bytes, and then are different files.
  private func distinct(_ paths: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return paths.filter { seen.insert(Array($0.utf8)).inserted }
  }

  /// What there is to read. Files that are too large are not read.
  private func bytes(_ paths: [String]) -> Int64 {
    guard let folder = try? ReplyFolder(folder) else { return 0 }
    return paths.lazy.map { folder.size($0) }.filter { $0 <= limits.fileBytes }.reduce(0) { $0 &+ $1 }
  }
}

extension DocumentFile {
  fileprivate var isMissing: Bool {
    if case .missing? = faults.first { return true }
    return false
  }
}

extension IteratorProtocol {
  fileprivate mutating func next(atMost count: Int) -> [Element] {
    var elements: [Element] = []
    while elements.count < count, let element = next() { elements.append(element) }
    return elements
  }
}
