import Documents
import Expressions
import RulesEngine

/// Reads the proof that a claim needs: the name of one of `proofs`, a mapping, or `none`.
struct ProofReader {
  let proofs: [String: ProofRequirement]
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
    let requirement = ProofRequirement(
      kinds: fields.scalars("kinds")?.map(\.text) ?? [], min: fields.integer("min") ?? 1,
      severity: fields.text("severity").flatMap(Severity.init(rawValue:)) ?? .warning)
    // Named here so that a pack may state them; the checks on documents read them.
    for key in ["when", "each", "within", "in_force", "max_age", "locator", "languages"] { _ = fields.node(key) }
    fields.finish()
    return requirement
  }
}
