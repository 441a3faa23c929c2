import Documents

/// The words that all forms of the report on documents share.
struct EvidenceWords {
  let catalogue: MessageCatalogue

  func state(_ document: EvidenceReport.Document) -> String { catalogue.text("report/evidence-state.\(document.state.rawValue)") }

  /// Where a document is cited: number and path.
  func cited(_ document: EvidenceReport.Document) -> String {
    document.cited.map { $0.number.isEmpty ? $0.path : "\($0.number) \($0.path)" }.joined(separator: "; ")
  }

  func place(_ document: EvidenceReport.Document) -> String { document.evidence.file?.text ?? document.evidence.url ?? "" }

  func size(_ document: EvidenceReport.Document) -> String { document.file?.size.map { "\($0)" } ?? "" }

  func pages(_ document: EvidenceReport.Document) -> String { document.pages.map { "\($0)" } ?? "" }

  /// What is wrong, each problem with its rule.
  func problems(_ issues: [Issue]) -> [String] { issues.map { "\(catalogue.text($0.message)) [\($0.rule)]" } }

  /// The documents that a claim needs.
  func needs(_ claim: EvidenceReport.Unproven) -> String {
    let min = "\(claim.claim.requirement.min)"
    guard !claim.kinds.isEmpty else { return catalogue.text("report/evidence-needs-any", ["min": min]) }
    return catalogue.text("report/evidence-needs", ["min": min, "kinds": claim.kinds.joined(separator: ", ")])
  }

  /// Why the documents that are cited for a claim do not suffice.
  func why(_ claim: EvidenceReport.Unproven) -> [String] {
    if claim.claim.documents.isEmpty { return [catalogue.text("report/evidence-none")] }
    let refused = claim.refused.map { "\($0.id): \(problems($0.why).joined(separator: "; "))" }
    return refused.isEmpty ? [catalogue.text("report/evidence-too-few")] : refused
  }

  func totals(_ report: EvidenceReport) -> [String] {
    [
      catalogue.text(
        "report/evidence-total-documents", ["count": "\(report.documents.count)", "faulty": "\(report.faulty)"]),
      catalogue.text(
        "report/evidence-total-claims", ["count": "\(report.judgement.claims.count)", "proven": "\(report.proven)"]),
    ]
  }
}
