import Documents

/// A reply as it was handed in: its own digest and those of its documents, the pack, and what the check came to.
///
/// It is no signature: who has its digest from elsewhere, as from a cover letter, can tell that nothing was changed since.
public struct Seal: Sendable, Hashable {
  /// The reply's file.
  public struct ReplyFile: Sendable, Hashable {
    /// Its name, without folders.
    public var file: String
    /// Of all its bytes, as 64 hexadecimal digits.
    public var sha256: String
    /// Who replies, by code.
    public var respondent: String
    /// How far it has come, as the reply has it.
    public var status: String
  }

  /// The pack that it was judged by.
  public struct PackFile: Sendable, Hashable {
    /// Its name.
    public var id: String
    /// Its version.
    public var version: String
    /// Over all its files.
    public var digest: String
  }

  /// A document of the register.
  public struct DocumentEntry: Sendable, Hashable {
    /// The id by which answers cite it.
    public var id: String
    /// The path of its file, from the reply's folder, as the register has it.
    public var file: String?
    /// Of all the file's bytes, as 64 hexadecimal digits.
    public var sha256: String?
    /// The size of the file in bytes.
    public var bytes: Int?
    /// Where it is published.
    public var url: String?
  }

  /// What the check came to.
  public struct Result: Sendable, Hashable {
    /// Whether nothing is wrong that is an error.
    public var conforms: Bool
    /// Whether it could be submitted as it is.
    public var ready: Bool
    /// Issues that are errors.
    public var errors: Int
    /// Issues that are warnings.
    public var warnings: Int
    /// Issues that are notes.
    public var notes: Int
    /// Claims with valid proof.
    public var proven: Int
    /// Claims that need proof.
    public var claims: Int
  }

  /// The version of the tool that made it.
  public var tool: String
  /// The day as of which the reply was judged, where one was given.
  public var asOf: String?
  /// The reply.
  public var reply: ReplyFile
  /// The pack.
  public var pack: PackFile
  /// The register, in its order.
  public var documents: [DocumentEntry]
  /// The result.
  public var result: Result

  /// A reply that was judged with its `files`, by the path that the register has. `digest` is that of its bytes.
  public init(_ judgement: Judgement, files: [String: DocumentFile], digest: String, asOf: String?, tool: String) {
    let reply = judgement.reply
    self.tool = tool
    self.asOf = asOf
    let name = reply.document.source.name.split(separator: "/").last.map(String.init) ?? ""
    self.reply = ReplyFile(file: name, sha256: digest, respondent: reply.respondent, status: reply.status.rawValue)
    let questionnaire = judgement.pack.questionnaire
    pack = PackFile(id: questionnaire.id, version: questionnaire.version, digest: judgement.pack.digest)
    documents = reply.register.map { DocumentEntry($0, $0.file.flatMap { files[$0.text] }) }
    result = Result(judgement)
  }

  init(
    tool: String, asOf: String?, reply: ReplyFile, pack: PackFile, documents: [DocumentEntry], result: Result
  ) {
    self.tool = tool
    self.asOf = asOf
    self.reply = reply
    self.pack = pack
    self.documents = documents
    self.result = result
  }

  /// Documents of a reply whose files were not read whole: with one of them it cannot be sealed.
  public static func unread(_ reply: Reply, files: [String: DocumentFile]) -> [Evidence] {
    reply.register.filter { evidence in
      evidence.namesFile && !(evidence.file.flatMap { files[$0.text] }?.isWhole ?? false)
    }
  }
}

extension Seal.DocumentEntry {
  init(_ evidence: Evidence, _ file: DocumentFile?) {
    let whole = file.flatMap { $0.isWhole ? $0 : nil }
    self.init(
      id: evidence.id, file: evidence.file?.text, sha256: whole?.sha256, bytes: whole?.size.flatMap { Int(exactly: $0) },
      url: evidence.url)
  }
}

extension Seal.Result {
  init(_ judgement: Judgement) {
    let counts = judgement.counts
    self.init(
      conforms: judgement.conforms, ready: judgement.isReady, errors: counts[.error] ?? 0, warnings: counts[.warning] ?? 0,
      notes: counts[.info] ?? 0, proven: judgement.claims.count { $0.isProven }, claims: judgement.claims.count)
  }
}

// MARK: - Writing

extension Seal {
  /// The form of manifests that is written and read.
  static let format = 1

  /// The manifest, the same for the same seal.
  public var json: JSON {
    var members: [(String, JSON)] = [("format", .number(Self.format)), ("tool", CheckJSON.tool(tool))]
    if let asOf { members.append(("as_of", .string(asOf))) }
    members += [
      (
        "reply",
        .object([
          ("file", .string(reply.file)), ("sha256", .string(reply.sha256)), ("respondent", .string(reply.respondent)),
          ("status", .string(reply.status)),
        ])
      ),
      ("pack", .object([("id", .string(pack.id)), ("version", .string(pack.version)), ("digest", .string(pack.digest))])),
      ("documents", .array(documents.map(\.json))), ("result", result.json),
    ]
    return .object(members)
  }
}

extension Seal.DocumentEntry {
  fileprivate var json: JSON {
    var members: [(String, JSON)] = [("id", .string(id))]
    if let file { members.append(("file", .string(file))) }
    if let sha256 { members.append(("sha256", .string(sha256))) }
    if let bytes { members.append(("bytes", .number(bytes))) }
    if let url { members.append(("url", .string(url))) }
    return .object(members)
  }
}

extension Seal.Result {
  fileprivate var json: JSON {
    .object([
      ("conforms", .bool(conforms)), ("ready", .bool(ready)), ("errors", .number(errors)), ("warnings", .number(warnings)),
      ("notes", .number(notes)), ("proven", .number(proven)), ("claims", .number(claims)),
    ])
  }
}
