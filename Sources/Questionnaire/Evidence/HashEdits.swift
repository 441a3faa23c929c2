public import Documents

/// Fills in what was found of documents' files: `sha256`, and `pages` where they were counted. What the respondent states stays.
public struct HashEdits {
  /// An entry that is filled in.
  public struct Filled: Sendable, Hashable {
    /// The document.
    public let id: String
    /// `sha256` or `pages`.
    public let key: String
    /// What is written.
    public let value: String
  }

  /// Why an entry is not filled in.
  public enum Reason: Sendable, Hashable {
    /// It states what was found.
    case agrees
    /// It states something else, which the check reports.
    case differs
    /// It states something that cannot be read, which the check reports.
    case unreadable
    /// The path of its file is refused, which the check reports.
    case path
    /// The file could not be read whole.
    case notRead
    /// The file was read, and has a fault, which the check reports.
    case faulty
    /// The file does not say; for pages only.
    case unknown
    /// The reply cannot be changed there.
    case refused(MappingEdits.Refusal)
  }

  /// An entry that is left as it is.
  public struct Left: Sendable, Hashable {
    /// The document.
    public let id: String
    /// `sha256` or `pages`.
    public let key: String
    /// Why.
    public let reason: Reason
  }

  /// What is filled in, in the order of the register.
  public private(set) var filled: [Filled] = []
  /// What is left as it is, in the order of the register.
  public private(set) var left: [Left] = []
  private var edits: MappingEdits

  /// What is to be filled in to `reply`, by what was found of its files, by the path that the register has.
  public init(_ reply: Reply, files: [String: DocumentFile]) {
    edits = MappingEdits(reply.document)
    for evidence in reply.register {
      guard evidence.namesFile else { continue }
      let file = evidence.file.flatMap { files[$0.text] }
      let isDigestThere = fillDigest(of: evidence, file)
      // Without a digest pages stand behind the file.
      fillPages(of: evidence, file, after: isDigestThere ? "sha256" : "file")
    }
  }

  /// The reply as it will be; as it is where nothing is filled in.
  public func bytes(limits: Limits = .standard) throws(MappingEdits.Refusal) -> [UInt8] { try edits.bytes(limits: limits) }

  /// How many entries state something else than was found.
  public var differing: Int { left.count { $0.reason == .differs } }

  /// Whether every entry now states what was found, as far as that is known.
  public var isComplete: Bool { left.allSatisfy { $0.reason == .agrees || $0.reason == .unknown } }

  // Whether there is a digest then.
  private mutating func fillDigest(of evidence: Evidence, _ file: DocumentFile?) -> Bool {
    if let reason = reason(against: file, of: evidence, "sha256") {
      leave(evidence, "sha256", reason)
    } else if let digest = file?.sha256 {
      if let stated = evidence.sha256 {
        leave(evidence, "sha256", stated == digest ? .agrees : .differs)
      } else {
        return fill(evidence, "sha256", digest, after: "file")
      }
    }
    return evidence.entry["sha256"] != nil
  }

  private mutating func fillPages(of evidence: Evidence, _ file: DocumentFile?, after sibling: String) {
    if let reason = reason(against: file, of: evidence, "pages") { return leave(evidence, "pages", reason) }
    guard case .counted(let count)? = file?.pages, count > 0 else { return leave(evidence, "pages", .unknown) }
    if let stated = evidence.pages { return leave(evidence, "pages", stated.count == count ? .agrees : .differs) }
    _ = fill(evidence, "pages", "\(count)", after: sibling)
  }

  // Why nothing is taken from a file for this key; `nil`: it may be.
  private func reason(against file: DocumentFile?, of evidence: Evidence, _ key: String) -> Reason? {
    guard evidence.file != nil else { return .path }
    guard let file, file.isWhole else { return .notRead }
    guard file.faults.isEmpty else { return .faulty }
    return evidence.unreadable.contains(key) ? .unreadable : nil
  }

  private mutating func fill(_ evidence: Evidence, _ key: String, _ value: String, after sibling: String) -> Bool {
    do throws(MappingEdits.Refusal) {
      try edits.set(key, to: value, in: evidence.entry, after: sibling)
      filled.append(Filled(id: evidence.id, key: key, value: value))
      return true
    } catch {
      leave(evidence, key, .refused(error))
      return evidence.entry[key] != nil
    }
  }

  private mutating func leave(_ evidence: Evidence, _ key: String, _ reason: Reason) {
    left.append(Left(id: evidence.id, key: key, reason: reason))
  }
}
