import Documents
import Expressions
import RulesEngine

/// Reads the proof that a claim needs: the name of one of `proofs`, a mapping, or `none`.
struct ProofReader {
  let proofs: [String: ProofRequirement]
  /// The kinds of evidence that the questionnaire names.
  let kinds: [String]
  /// What holds for every requirement that does not say otherwise.
  var base = ProofRequirement()
  let problems: Problems

  func requirement(_ node: Node?, path: String) -> ProofRequirement? {
    guard let node, !node.isUnread else { return nil }
    if node.kind == .mapping { return read(node, path: path) }
    guard node.text != "none" else { return nil }
    if let proof = proofs[node.text] { return proof }
    var arguments = ["name": node.text]
    if let near = nearestName(to: node.text, among: proofs.keys.sorted()) { arguments["suggestion"] = near }
    problems.add(Issue("pack/unknown-proof", path: path, at: node.location, Message("pack/unknown-proof", arguments)))
    return nil
  }

  /// A requirement written out.
  func read(_ node: Node, path: String) -> ProofRequirement {
    var fields = Fields(node, path: path, domain: "pack", problems: problems)
    var requirement = base
    if let nodes = fields.scalars("kinds") {
      for kind in nodes where !kinds.contains(kind.text) { unknownKind(kind, path) }
      requirement.kinds = nodes.map(\.text)
    }
    requirement.min = positive(&fields, "min") ?? base.min
    requirement.each = fields.flag("each") ?? base.each
    requirement.when = fields.scalar("when").map { ExpressionText($0) } ?? base.when
    requirement.within = fields.scalar("within").map { ExpressionText($0) } ?? base.within
    requirement.inForce = fields.scalar("in_force").map { ExpressionText($0) } ?? base.inForce
    requirement.maxAge = age(&fields) ?? base.maxAge
    requirement.locatorOver = locator(&fields, else: base.locatorOver)
    requirement.attached = fields.flag("attached") ?? base.attached
    requirement.languages = fields.scalars("languages")?.map(\.text) ?? base.languages
    requirement.severity = severity(&fields, path) ?? base.severity
    requirement.unverified = fields.scalar("unverified").flatMap { Status($0, path: path, problems: problems) } ?? base.unverified
    fields.finish()
    return requirement
  }

  private func positive(_ fields: inout Fields, _ key: String) -> Int? {
    guard let node = fields.scalar(key) else { return nil }
    if let number = Int(node.text), number > 0 { return number }
    fields.wrongType(node, key, expected: "integer")
    return nil
  }

  private func age(_ fields: inout Fields) -> Age? {
    guard let node = fields.scalar("max_age") else { return nil }
    if let age = Age(parsing: node.text) { return age }
    fields.wrongType(node, "max_age", expected: "age")
    return nil
  }

  // The number of pages from which a place must be named, or `yes` for every document.
  private func locator(_ fields: inout Fields, else base: Int?) -> Int? {
    guard let node = fields.scalar("locator") else { return base }
    switch node.text {
    case "yes": return 0
    case "no": return nil
    default: return positive(&fields, "locator")
    }
  }

  private func unknownKind(_ node: Node, _ path: String) {
    var arguments = ["name": node.text, "proof": path]
    if let near = nearestName(to: node.text, among: kinds) { arguments["suggestion"] = near }
    problems.add(Issue("pack/unknown-kind", path: path, at: node.location, Message("pack/unknown-kind", arguments)))
  }

  private func severity(_ fields: inout Fields, _ path: String) -> Severity? {
    guard let node = fields.scalar("severity") else { return nil }
    if let severity = Severity(rawValue: node.text) { return severity }
    problems.add(
      Issue("pack/unknown-severity", path: path, at: node.location, Message("pack/unknown-severity", ["name": node.text])))
    return nil
  }
}
