import Documents
import Expressions
import RulesEngine

/// Reads the proof that a claim needs: the name of one of `proofs`, a mapping, or `none`.
struct ProofReader {
  let proofs: [String: ProofRequirement]
  /// The kinds of evidence that the questionnaire names.
  let kinds: [String]
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
    let kindNodes = fields.scalars("kinds") ?? []
    for kind in kindNodes where !kinds.contains(kind.text) { unknownKind(kind, path) }
    let requirement = ProofRequirement(
      kinds: kindNodes.map(\.text), min: fields.integer("min") ?? 1,
      severity: severity(&fields, path) ?? .warning)
    // Named here so that a pack may state them; the checks on documents read them.
    for key in ["when", "each", "within", "in_force", "max_age", "locator", "languages"] { _ = fields.node(key) }
    fields.finish()
    return requirement
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
