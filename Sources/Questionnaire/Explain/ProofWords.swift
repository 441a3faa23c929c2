import RulesEngine

/// The proof that a claim needs, in words.
struct ProofWords {
  let explainer: Explainer

  func words(_ proof: ProofRequirement, _ point: ExplainedPoint) -> [String] {
    let catalogue = explainer.catalogue
    func said(_ id: String, _ value: String?) -> String? { value.map { catalogue.text("explain/proof.\(id)", ["value": $0]) } }
    func inWords(_ text: ExpressionText?, isValue: Bool = true) -> String? {
      text.map { explainer.words.words($0.text, in: point.item.id, table: point.question.path, isValue: isValue) ?? $0.text }
    }
    let kinds = proof.kinds.map { explainer.labels.kind($0) }.joined(separator: ", ")
    let needed =
      kinds.isEmpty
      ? catalogue.text("report/evidence-needs-any", ["min": "\(proof.min)"])
      : catalogue.text("report/evidence-needs", ["min": "\(proof.min)", "kinds": kinds])
    return [
      needed, proof.each ? catalogue.text("explain/proof.each") : nil, said("when", inWords(proof.when, isValue: false)),
      said("within", inWords(proof.within)), said("in-force", inWords(proof.inForce)),
      said("max-age", proof.maxAge.map { "\($0)" }), proof.locatorOver.map(locator),
      proof.attached ? catalogue.text("explain/proof.attached") : nil,
      said("languages", proof.languages.isEmpty ? nil : proof.languages.joined(separator: ", ")),
      said("unverified", proof.unverified.map { explainer.status($0.rawValue) }),
    ].compactMap { $0 }
  }

  private func locator(_ pages: Int) -> String {
    let catalogue = explainer.catalogue
    guard pages > 0 else { return catalogue.text("explain/proof.locator") }
    return catalogue.text("explain/proof.locator-over", ["value": "\(pages)"])
  }
}
