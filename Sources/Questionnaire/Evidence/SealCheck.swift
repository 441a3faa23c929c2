public import Documents

/// Tells what was changed since a reply was sealed: each change once, at its value in the manifest.
public struct SealCheck {
  /// Whether the reply and its documents are as they were sealed. Another pack, or another result, does not change them.
  public enum Outcome: String, Sendable, CaseIterable {
    case unchanged, changed
    /// The reply is as it was sealed; its documents were not looked at.
    case notCompared = "not-compared"
  }

  /// Whether the reply and its documents are as they were sealed.
  public let outcome: Outcome
  /// What was changed, and what else differs, in the order of the manifest.
  public let issues: [Issue]

  /// Holds a reply as it is now against its manifest. `files` are what was found of its documents, by the path that the register has.
  public init(_ manifest: SealManifest, _ now: Seal, files: [String: DocumentFile]) {
    var comparison = Comparison(manifest: manifest, now: now, files: files)
    comparison.run()
    outcome = comparison.changes.isEmpty ? .unchanged : .changed
    issues = (comparison.changes + comparison.differences).inOrder()
  }

  /// Holds a reply that could not be judged, or not as a whole, against its manifest: by its digest alone.
  public init(_ manifest: SealManifest, unreadable digest: String) {
    let isChanged = digest != manifest.seal.reply.sha256
    outcome = isChanged ? .changed : .notCompared
    issues = isChanged ? [Self.replyChanged(manifest)] : []
  }

  fileprivate static func replyChanged(_ manifest: SealManifest) -> Issue {
    Issue(
      "seal/reply-changed", path: "reply.sha256", at: manifest.location(["reply", "sha256"]),
      Message("seal/reply-changed", ["file": manifest.seal.reply.file]))
  }
}

private struct Comparison {
  let manifest: SealManifest
  let now: Seal
  let files: [String: DocumentFile]
  /// What was changed of the reply and its documents.
  private(set) var changes: [Issue] = []
  /// What else is not as it was when the reply was sealed.
  private(set) var differences: [Issue] = []
  // Two documents may be one file: what was changed of it is told at the first.
  private var told: Set<String> = []

  init(manifest: SealManifest, now: Seal, files: [String: DocumentFile]) {
    self.manifest = manifest
    self.now = now
    self.files = files
  }

  private var sealed: Seal { manifest.seal }

  mutating func run() {
    guard now.reply.respondent == sealed.reply.respondent, now.pack.id == sealed.pack.id else { return tellOther() }
    if now.reply.sha256 != sealed.reply.sha256 { changes.append(SealCheck.replyChanged(manifest)) }
    compareDocuments()
    comparePacks()
    // Whatever else was changed may change the result, and is told already.
    if changes.isEmpty, differences.isEmpty, let key = firstDifference { tellResult(key) }
  }

  private mutating func tellOther() {
    let key = now.reply.respondent == sealed.reply.respondent ? ["pack", "id"] : ["reply", "respondent"]
    add(
      "seal/other-reply", key,
      Message(
        "seal/other-reply",
        [
          "sealed": "\(sealed.reply.respondent), \(sealed.pack.id)", "found": "\(now.reply.respondent), \(now.pack.id)",
          "file": now.reply.file,
        ]))
  }

  // MARK: - Documents

  private mutating func compareDocuments() {
    let current = Dictionary(now.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, document) in sealed.documents.enumerated() {
      if let other = current[document.id] {
        compare(document, other, at: index)
      } else {
        tell("seal/document-removed", "seal/document-removed", document, at: index, "id")
      }
    }
    let known = Set(sealed.documents.map(\.id))
    for document in now.documents where !known.contains(document.id) {
      add("seal/document-added", ["documents"], Message("seal/document-added", ["id": document.id]))
    }
  }

  // That the reply names another path or address for it is a change of the reply.
  private mutating func compare(_ document: Seal.DocumentEntry, _ other: Seal.DocumentEntry, at index: Int) {
    guard let digest = document.sha256, digest != other.sha256 else { return }
    guard told.insert(document.file ?? document.id).inserted else { return }
    guard other.sha256 == nil else {
      return tell("seal/document-changed", "seal/document-changed", document, at: index, "sha256")
    }
    let isMissing = other.file.flatMap { files[$0] }?.faults.contains { if case .missing = $0 { true } else { false } } ?? true
    tell(
      "seal/document-missing", isMissing ? "seal/document-missing" : "seal/document-missing.unread", document, at: index, "file")
  }

  private mutating func tell(_ rule: RuleID, _ message: String, _ document: Seal.DocumentEntry, at index: Int, _ key: String) {
    changes.append(
      Issue(
        rule, path: "documents[\(index)].\(key)", at: manifest.location(ofDocument: index, key),
        Message(message, ["id": document.id, "file": document.file ?? document.url ?? document.id])))
  }

  // MARK: - The pack and the result

  private mutating func comparePacks() {
    let (before, after) = (sealed.pack, now.pack)
    if before.version != after.version {
      note(
        "seal/pack-changed", ["pack", "version"],
        Message("seal/pack-changed.version", ["id": before.id, "sealed": before.version, "found": after.version]))
    } else if before.digest != after.digest {
      note(
        "seal/pack-changed", ["pack", "digest"],
        Message("seal/pack-changed.text", ["id": before.id, "version": before.version]))
    }
  }

  private mutating func tellResult(_ key: String) {
    note("seal/result-differs", ["result", key], Message("seal/result-differs", ["sealed": sealed.tool, "found": now.tool]))
  }

  // Notes are left out: they also tell what could not be looked at where the reply is checked.
  private var firstDifference: String? {
    let (a, b) = (sealed.result, now.result)
    if a.errors != b.errors { return "errors" }
    if a.warnings != b.warnings { return "warnings" }
    if a.proven != b.proven { return "proven" }
    if a.claims != b.claims { return "claims" }
    if a.conforms != b.conforms { return "conforms" }
    return a.ready != b.ready ? "ready" : nil
  }

  private mutating func add(_ rule: RuleID, _ keys: [String], _ message: Message) {
    changes.append(Issue(rule, path: keys.joined(separator: "."), at: manifest.location(keys), message))
  }

  private mutating func note(_ rule: RuleID, _ keys: [String], _ message: Message) {
    differences.append(Issue(rule, .warning, path: keys.joined(separator: "."), at: manifest.location(keys), message))
  }
}
