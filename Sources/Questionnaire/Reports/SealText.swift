public import Documents

/// What sealing a reply, and holding it against its seal, came to, for people.
public struct SealText {
  private let catalogue: MessageCatalogue
  private let paint: Paint

  /// A text in the language of `catalogue`.
  public init(catalogue: MessageCatalogue, paint: Paint) {
    self.catalogue = catalogue
    self.paint = paint
  }

  /// A reply that was sealed in the file `manifest`, whose own digest is `digest`.
  public func written(_ seal: Seal, manifest: String, digest: String) -> String {
    """
    \(catalogue.text("seal/written", ["file": SafeText.shown(seal.reply.file), "manifest": SafeText.shown(manifest)]))
    \(catalogue.text("seal/quote"))
      \(paint.bold(digest))
    \(catalogue.text("seal/no-signature"))

    """
  }

  /// A reply that is not sealed since files of `documents` were not read whole: why, for each.
  public func refused(_ judgement: Judgement, _ documents: [Evidence]) -> String {
    let source = judgement.reply.document.source
    let paths = Set(documents.map(\.path))
    let ids = documents.map(\.id).joined(separator: ", ")
    let why = judgement.issues.filter { $0.severity == .error && paths.contains($0.path) }
    return issues(why, source)
      + catalogue.text("seal/refused", ["file": SafeText.shown(source.name), "documents": SafeText.shown(ids)]) + "\n"
  }

  /// What was changed since, whether anything was, and the manifest's own digest.
  public func compared(_ check: SealCheck, _ manifest: SourceFile, digest: String) -> String {
    """
    \(issues(check.issues, manifest))\(catalogue.text("seal/\(check.outcome.rawValue)"))
    \(catalogue.text("seal/compare"))
      \(paint.bold(digest))
    \(catalogue.text("seal/no-signature"))

    """
  }

  /// Issues with their places.
  public func issues(_ issues: [Issue], _ source: SourceFile) -> String {
    let writer = IssueText(catalogue: catalogue, paint: paint, sources: [source])
    return issues.map { writer.text($0) + "\n" }.joined()
  }
}
