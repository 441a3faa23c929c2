import Documents
import Glibc
import Questionnaire
import RulesEngine

/// Looks at the files of a reply's documents.
enum DocumentFiles {
  /// The largest file that is read, in bytes.
  private static let limit: Int64 = 64 << 20

  /// What was found at each path, by the path as the register has it. `folder` is that of the reply, with a slash at its end, or
  /// empty.
  static func look(_ paths: [FilePath], in folder: String) -> [String: DocumentFile] {
    Dictionary(paths.map { ($0.text, look($0, in: folder)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func look(_ path: FilePath, in folder: String) -> DocumentFile {
    let name = folder + path.normalized
    guard let real = resolved(name) else { return DocumentFile(faults: [fault(errno)]) }
    guard let root = resolved(folder.isEmpty ? "." : folder), real.hasPrefix(root == "/" ? root : root + "/") else {
      return DocumentFile(faults: [.leadsOutside])
    }
    var status = stat()
    guard stat(real, &status) == 0 else { return DocumentFile(faults: [fault(errno)]) }
    if let special = special(status.st_mode & S_IFMT) { return DocumentFile(faults: [.special(special)]) }
    let size = Int64(status.st_size)
    guard size <= limit else { return DocumentFile(faults: [.tooLarge(size: size, limit: limit)], size: size) }
    guard access(real, R_OK) == 0 else { return DocumentFile(faults: [fault(errno)], size: size) }
    return read(real)
  }

  private static func read(_ path: String) -> DocumentFile {
    do {
      let bytes = try FileFinder.read(path).bytes
      return DocumentFile(
        faults: bytes.isEmpty ? [.empty] : [], size: Int64(bytes.count), sha256: Digest.hexadecimal(bytes))
    } catch {
      return DocumentFile(faults: [.unreadable((error as? Failure)?.message ?? "")])
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func fault(_ code: Int32) -> DocumentFile.Fault {
    switch code {
    case ENOENT, ENOTDIR: .missing(near: nil)
    case ELOOP: .linkLoop
    case EACCES: .notPermitted
    default: .unreadable(String(cString: strerror(code)))
    }
  }

  private static func special(_ type: mode_t) -> DocumentFile.Special? {
    switch type {
    case S_IFREG: nil
    case S_IFDIR: .folder
    case S_IFIFO: .pipe
    case S_IFCHR, S_IFBLK: .device
    case S_IFSOCK: .socket
    default: .other
    }
  }
}

/// Judges replies together with the files of their documents.
struct FileRun {
  private var run: ReplyRun
  private let options: JudgementOptions

  init(_ library: PackLibrary, _ shared: SharedOptions, _ options: JudgementOptions) {
    run = ReplyRun(library, shared, options)
    self.options = options
  }

  /// Judges one file. Which documents it lists is known when it was read: it is judged again with what is found of them.
  mutating func judge(_ source: SourceFile) throws -> JudgedFile {
    let listed = try run.judge(source)
    guard case .judged(let judgement) = listed else { return listed }
    var own = options
    own.language = judgement.language.code
    own.evidence = .files(
      DocumentFiles.look(judgement.reply.register.compactMap(\.file), in: FileFinder.folder(of: source.name)))
    return Judgement(judgement.reply.document, pack: judgement.pack, options: own).map { .judged($0) } ?? listed
  }
}
