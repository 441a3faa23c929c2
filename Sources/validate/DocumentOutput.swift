import Documents
import Glibc
import Publishing
import Questionnaire

/// How a document is written.
struct DocumentForm {
  /// What the name of its file ends with, without the dot.
  let ending: String
  /// Whether a terminal can show it.
  var isText = true
  /// The document in this form.
  let bytes: (Publication) throws -> [UInt8]

  /// The document of a file, or words on why there is none.
  func document(_ publication: Publication, of file: String) throws(Failure) -> [UInt8] {
    do { return try bytes(publication) } catch {
      throw Failure(message: Message("usage/document-unmade", ["file": file]), code: .fault)
    }
  }
}

/// Where documents go: one to standard output or a file, or each to a file of a folder.
struct DocumentOutput {
  private let shared: SharedOptions
  private let form: DocumentForm

  init(_ shared: SharedOptions, _ form: DocumentForm) {
    self.shared = shared
    self.form = form
  }

  /// Writes the document of each reply. All of them are made, and their places are looked at, before any is written.
  func write(_ documents: [(draft: DraftedReply, publication: Publication)]) throws {
    guard !documents.isEmpty else { return }
    let paths = try places(of: documents.map(\.draft))
    let bytes = try documents.map { draft, publication in
      try form.document(publication, of: draft.judgement.reply.document.source.name)
    }
    for (path, bytes) in zip(paths, bytes) {
      var own = shared
      own.output = path
      try Output(own).write(bytes)
    }
  }

  // MARK: - Places

  private func places(of replies: [DraftedReply]) throws -> [String?] {
    guard let output = shared.output else {
      guard replies.count == 1 else {
        throw Failure.usage(Message("usage/document-needs-folder"))
      }
      guard form.isText || isatty(STDOUT_FILENO) == 0 else {
        throw Failure.usage(Message("usage/document-needs-file"))
      }
      return [nil]
    }
    guard FileFinder.isFolder(output) else {
      guard replies.count == 1, !output.hasSuffix("/") else {
        throw Failure.usage(Message("usage/document-no-folder", ["file": output]))
      }
      return [output]
    }
    return try places(of: replies, in: output)
  }

  private func places(of replies: [DraftedReply], in folder: String) throws -> [String?] {
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    var owners: [String: String] = [:]
    var paths: [String?] = []
    for reply in replies.map(\.judgement.reply) {
      let source = reply.document.source.name
      let path = root + name(of: source)
      if let other = owners.updateValue(source, forKey: path) {
        throw Failure.usage(Message("usage/document-twice", ["file": source, "other": other, "path": path]))
      }
      paths.append(path)
    }
    for path in paths { try spare(path, replies) }
    return paths
  }

  // The documents of a reply may lie in the folder too.
  private func spare(_ path: String?, _ replies: [DraftedReply]) throws {
    var own = shared
    own.output = path
    for draft in replies {
      try own.spare(draft.judgement.reply.document.source)
      try own.spare(documentsOf: draft.judgement.reply)
      if let overrides = draft.overrides { try own.spare(overrides.document.source) }
    }
  }

  private func name(of source: String) -> String {
    let file = source == FileFinder.standardInput ? "reply" : String(source.split(separator: "/").last ?? "reply")
    let ending = [".yaml", ".yml"].first { file.hasSuffix($0) } ?? ""
    return "\(file.dropLast(ending.count)).\(form.ending)"
  }
}
