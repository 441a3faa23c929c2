import Documents

/// What the cases of a pack cover, for people.
public struct CaseText {
  private let catalogue: MessageCatalogue
  private let showsAll: Bool
  // So many lacks are named, the others counted.
  private static let most = 5

  /// A text in the language of `catalogue`; `showsAll` names everything that is lacking.
  public init(catalogue: MessageCatalogue, showsAll: Bool) {
    self.catalogue = catalogue
    self.showsAll = showsAll
  }

  /// One line with the counts, then what lacks which outcome.
  public func text(_ coverage: CaseCoverage, of pack: String) -> String {
    let counts = catalogue.text(
      "report/cases",
      [
        "rules": "\(coverage.rules - coverage.openRules.count)", "rules_all": "\(coverage.rules)",
        "findings": "\(coverage.findings - coverage.openFindings.count)", "findings_all": "\(coverage.findings)",
      ])
    return "\(pack): \(counts)\n" + lacks(coverage.openRules) { "explain/verdict.\($0)" }
      + lacks(coverage.openFindings) { "status/\($0)" }
  }

  private func lacks(_ lacks: [CaseCoverage.Lack], _ message: (String) -> String) -> String {
    let shown = showsAll ? lacks[...] : lacks.prefix(Self.most)
    let lines = shown.map { lack in
      let outcomes = lack.outcomes.map { catalogue.text(message($0)) }.joined(separator: ", ")
      return catalogue.text("report/cases-lack", ["id": lack.id.description, "outcomes": outcomes])
    }
    let rest = lacks.count - shown.count
    let more = rest > 0 ? [catalogue.text("explain/more", ["count": "\(rest)"])] : []
    return (lines + more).map { "  \(SafeText.shown($0))\n" }.joined()
  }
}

extension CaseCoverage {
  /// Whether every outcome that can be has a case.
  public var isComplete: Bool { openRules.isEmpty && openFindings.isEmpty }
}
