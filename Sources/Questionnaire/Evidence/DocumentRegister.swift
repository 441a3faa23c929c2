import Documents

/// The register with what was found of its files.
struct DocumentRegister {
  /// The entries by id.
  let evidence: [String: Evidence]
  /// What was found, by id.
  let files: [String: DocumentFile]
  /// Documents that prove nothing, for reasons that are told where they stand.
  let unusable: Set<String>
  /// The entries in the order of the file.
  let inOrder: [Evidence]

  init(_ reply: Reply, _ depth: EvidenceDepth) {
    evidence = reply.evidence
    inOrder = reply.register
    var found: [String: DocumentFile] = [:]
    if case .files(let files) = depth {
      for (id, entry) in evidence { found[id] = entry.file.flatMap { files[$0.text] } }
    }
    files = found
    unusable = Set(evidence.values.filter { Self.isUnusable($0, found[$0.id]) }.map(\.id))
  }

  private static func isUnusable(_ evidence: Evidence, _ file: DocumentFile?) -> Bool {
    if evidence.unreadable.contains("file") || evidence.unreadable.contains("url") { return true }
    guard let file else { return false }
    return !file.faults.isEmpty || differs(evidence, file)
  }

  /// Whether the file is another than the one that the respondent lists.
  static func differs(_ evidence: Evidence, _ file: DocumentFile) -> Bool {
    guard let stated = evidence.sha256, let found = file.sha256 else { return false }
    return stated != found
  }

  /// The numbers of a document's pages: as stated, where it is an excerpt, else as counted.
  func pages(of id: String) -> ClosedRange<Int>? {
    let stated = evidence[id]?.pages
    guard case .counted(let count)? = files[id]?.pages, count > 0 else { return stated }
    if let stated, stated.lowerBound > 1, stated.count == count { return stated }
    return 1...count
  }
}
