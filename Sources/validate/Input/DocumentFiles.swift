import Documents
import EvidenceFiles
import Glibc
import Questionnaire

/// Looks at the files of a reply's documents, as deep as it is asked to.
struct DocumentFiles {
  private let options: EvidenceOptions

  init(_ options: EvidenceOptions) { self.options = options }

  /// How deep the evidence of a reply is looked into, with what was found. `name` is the path of the reply.
  func depth(for reply: Reply, at name: String) async -> EvidenceDepth {
    let paths = reply.evidence.values.compactMap(\.file).sorted { $0.text < $1.text }
    switch options.evidence {
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
    let inspector = EvidenceInspector(folder: folder(of: name), limits: options.limits)
    let files = await inspector.inspect(paths.map(\.text)) { progress.show($0) }
    progress.finish()
    return files
  }

  // Files are meant to be there when any of them is, or the folder that it should lie in. A reply from standard input has none.
  private func isThere(_ paths: [FilePath], beside name: String) -> Bool {
    guard name != FileFinder.standardInput else { return false }
    let folder = folder(of: name)
    return Set(paths.compactMap(\.parts.first)).contains { part in
      var status = stat()
      return lstat("\(folder)/\(part)", &status) == 0
    }
  }

  private func folder(of name: String) -> String {
    guard let slash = name.lastIndex(of: "/") else { return "." }
    return slash == name.startIndex ? "/" : String(name[..<slash])
  }
}
