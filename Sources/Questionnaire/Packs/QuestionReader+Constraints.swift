import Documents
import Expressions
import RulesEngine

// What bounds an answer, its units and its proof.
extension QuestionReader {
  func readConstraints(_ fields: inout Fields, _ name: String) -> Constraints {
    var constraints = Constraints()
    constraints.min = fields.scalar("min").map { .init(expression: ExpressionText($0)) }
    constraints.max = fields.scalar("max").map { .init(expression: ExpressionText($0)) }
    constraints.within = fields.scalar("within").map { ExpressionText($0) }
    constraints.maxWords = fields.integer("max_words")
    constraints.maxLength = fields.integer("max_length")
    constraints.isUnique = fields.flag("unique") ?? false
    constraints.constraint = fields.scalar("constraint").map { ExpressionText($0) }
    constraints.equals = fields.scalar("equals").map { ExpressionText($0) }
    if let pattern = fields.scalar("pattern") { constraints.pattern = readPattern(pattern, name) }
    return constraints
  }

  func readPattern(_ node: Node, _ name: String) -> Pattern? {
    do {
      return try Pattern(node.text)
    } catch {
      problems.add(
        Issue(
          "pack/bad-pattern", path: "\(item).\(name)", at: node.location,
          Message("pack/bad-pattern", ["name": name, "problem": error.reason])))
      return nil
    }
  }

  func readUnits(_ fields: inout Fields) -> Units? {
    let single = fields.scalar("unit")
    let several = fields.entries("units")
    guard !several.isEmpty else {
      guard let single, let one = Decimal64(parsing: "1") else { return nil }
      return Units(base: single.text, sizes: [single.text: one])
    }
    var sizes: [String: Decimal64] = [:]
    var base: String?
    for (key, value) in several {
      guard let size = Decimal64(parsing: value.text) else {
        fields.wrongType(value, key.text, expected: "number")
        continue
      }
      sizes[key.text] = size
      if value.text == "1" { base = base ?? key.text }
    }
    if base == nil && sizes.count == several.count { fields.missing("unit") }
    return base.map { Units(base: $0, sizes: sizes) }
  }

  func proof(_ node: Node?, path: String) -> ProofRequirement? {
    ProofReader(proofs: shared.proofs, kinds: shared.kinds, base: shared.everyProof, problems: problems)
      .requirement(node, path: "\(item).\(path)")
  }
}
