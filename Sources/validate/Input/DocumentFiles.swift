import Documents
import EvidenceFiles
import Glibc
import Questionnaire

/// Looks at the files of a reply's documents, as deep as it is asked to.
struct DocumentFiles {
  private let choice: EvidenceChoice?
  private let limits: EvidenceLimits

  /// As deep as the options say.
  init(_ options: EvidenceOptions) { self.init(options.evidence, options.limits) }

  /// As deep as `choice` says; without one, the files where they are.
  init(_ choice: EvidenceChoice?, _ limits: EvidenceLimits) {
    self.choice = choice
    self.limits = limits
  }

  /// How deep the evidence of a reply is looked into, with what was found. `name` is the path of the reply.
  func depth(for reply: Reply, at name: String) async -> EvidenceDepth {
    let paths = reply.evidence.values.compactMap(\.file).sorted { $0.text < $1.text }
    switch choice {
    case .nothing: return .none
    case .listed: return .listed
    case .files: return .files(await look(paths, beside: name))
    case nil:
      if paths.isEmpty { return .listed }
      return isThere(paths, beside: name) ? .files(await look(paths, beside: name)) : .filesAbsent
    }
  }

  private func look(_ paths: [FilePath], beside name: String) async -> [String: DocumentFile] {
    let progress = ProgressBar()
    let folder = FileFinder.folder(of: name)
    let inspector = EvidenceInspector(folder: folder.isEmpty ? "." : folder, limits: limits.inspection)
    // To tell how much there is to read, every file is looked up twice.
    let show: (@Sendable (InspectionProgress) -> Void)? = progress.isOn ? { @Sendable in progress.show($0) } : nil
    let files = await inspector.inspect(paths.map(\.text), progress: show)
    progress.finish()
    return files
  }

  // Files are meant to be there when any of them is, or the folder that it should lie in. A reply from standard input has none.
  private func isThere(_ paths: [FilePath], beside name: String) -> Bool {
    guard name != FileFinder.standardInput else { return false }
    let folder = FileFinder.folder(of: name)
    return Set(paths.compactMap(\.parts.first)).contains { part in
      var status = stat()
      return lstat(folder + part, &status) == 0
    }
  }
}
