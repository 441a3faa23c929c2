import Documents

/// Reads one rule with its examples.
struct RuleReader {
  let problems: Problems

  func read(_ key: Node, _ node: Node, in item: String) -> RuleDefinition {
    let path = item.isEmpty ? key.text : "\(item).\(key.text)"
    var rule = RuleDefinition(name: key)
    var fields = Fields(node, path: path, domain: "pack", problems: problems)
    checkName(key, path: path)
    rule.each = fields.scalar("each")
    rule.when = fields.scalar("when").map { ExpressionText($0) }
    rule.rule = fields.scalar("rule").map { ExpressionText($0) }
    rule.about = fields.scalars("about") ?? []
    rule.severity = readSeverity(&fields, path: path) ?? .error
    rule.message = fields.scalar("message").map { TextSource(key: "\(path).message", base: $0) }
    rule.help = fields.scalar("help").map { TextSource(key: "\(path).help", base: $0) }
    rule.rationale = fields.scalar("rationale").map { TextSource(key: "\(path).rationale", base: $0) }
    rule.retired = readRetirement(&fields)
    if rule.retired == nil {
      if rule.rule == nil { fields.missing("rule") }
      if rule.message == nil { fields.missing("message") }
    }
    rule.examples = readExamples(&fields, path: path)
    fields.finish()
    return rule
  }

  private func checkName(_ key: Node, path: String) {
    guard !Names.isKebabCase(key.text) else { return }
    problems.add(Issue("pack/name", path: path, at: key.location, Message("pack/name.kebab-case", ["name": key.text])))
  }

  private func readSeverity(_ fields: inout Fields, path: String) -> Severity? {
    guard let node = fields.scalar("severity") else { return nil }
    if let severity = Severity(rawValue: node.text) { return severity }
    problems.add(
      Issue("pack/unknown-severity", path: path, at: node.location, Message("pack/unknown-severity", ["name": node.text])))
    return nil
  }

  private func readRetirement(_ fields: inout Fields) -> RuleDefinition.Retirement? {
    guard var retired = fields.fields("retired") else { return nil }
    let since = retired.required("since")
    let reason = retired.required("reason")
    retired.finish()
    guard let since, let reason else { return nil }
    return .init(since: since.text, reason: reason.text)
  }

  private func readExamples(_ fields: inout Fields, path: String) -> [RuleDefinition.Example] {
    guard let list = fields.node("examples") else { return [] }
    guard list.kind == .sequence else {
      fields.wrongType(list, "examples", expected: "list")
      return []
    }
    return list.items.compactMap { node in
      var example = Fields(node, path: "\(path).examples", domain: "pack", problems: problems)
      let given = example.node("given")
      if given == nil { example.missing("given") }
      let expect = example.required("expect")
      example.finish()
      guard let given, let expect, checkOutcome(expect, path: path) else { return nil }
      return .init(given: given, expect: expect.text, node: node)
    }
  }

  private func checkOutcome(_ node: Node, path: String) -> Bool {
    if RuleVerdict(rawValue: node.text) != nil { return true }
    problems.add(
      Issue("pack/unknown-outcome", path: path, at: node.location, Message("pack/unknown-outcome", ["name": node.text])))
    return false
  }
}
