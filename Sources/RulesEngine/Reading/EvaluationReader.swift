public import Documents

/// Reads the files of an evaluation into definitions and reports what is wrong with their form.
public struct EvaluationReader {
  private let problems: Problems
  private var definition: EvaluationDefinition

  /// A reader for the evaluation of `questionnaire`, whose rules belong to the pack `owner`.
  public init(questionnaire: String, owner: String, problems: Problems) {
    self.problems = problems
    definition = EvaluationDefinition(questionnaire: questionnaire, owner: owner)
  }

  /// Reads one file into the definition.
  public mutating func read(_ root: Node) {
    var fields = Fields(root, path: "", domain: "pack", problems: problems)
    _ = fields.required("evaluation")
    _ = fields.scalar("version")
    if let status = fields.scalar("unverified") {
      definition.unverified = Status(status, path: "unverified", problems: problems) ?? definition.unverified
    }
    readSentences(&fields)
    definition.items += readItems(&fields, "items")
    definition.sets += readItems(&fields, "sets")
    definition.rules += readRules(&fields, path: "")
    fields.finish()
  }

  /// What was read from all files.
  public func finish() -> EvaluationDefinition { definition }

  private mutating func readSentences(_ fields: inout Fields) {
    for (key, value) in fields.entries("sections") {
      var section = Fields(value, path: "sections.\(key.text)", domain: "pack", problems: problems)
      if let list = section.node("sentences") {
        guard list.kind == .sequence else {
          section.wrongType(list, "sentences", expected: "list")
          continue
        }
        definition.sentences[key.text] = list.items.map { $0.kind == .sequence ? Array($0.items) : [$0] }
      }
      section.finish()
    }
  }

  private mutating func readItems(_ fields: inout Fields, _ key: String) -> [ItemDefinition] {
    fields.entries(key).map { readItem($0.key, $0.value) }
  }

  private func readItem(_ key: Node, _ node: Node) -> ItemDefinition {
    let id = key.text
    var item = ItemDefinition(id: id, node: key)
    var fields = Fields(node, path: id, domain: "pack", problems: problems)
    item.variables = fields.entries("variables").compactMap { entry in
      guard let expression = scalar(entry.value, "\(id).\(entry.key.text)") else { return nil }
      return (entry.key, ExpressionText(expression))
    }
    item.phrases = fields.entries("phrases").map { readPhrase($0.key, $0.value, in: id) }
    item.findings = fields.entries("findings").map { readFinding($0.key, $0.value, in: id) }
    item.rules = readRules(&fields, path: id)
    item.summary = fields.scalar("summary").map { TextSource(key: "\(id).summary", base: $0) }
    fields.finish()
    return item
  }

  private func readPhrase(_ key: Node, _ node: Node, in item: String) -> PhraseDefinition {
    let path = "\(item).\(key.text)"
    var phrase = PhraseDefinition(name: key, cases: [])
    guard node.kind == .mapping else {
      var fields = Fields(node, path: path, domain: "pack", problems: problems)
      fields.missing("say")
      _ = fields.node("say")
      return phrase
    }
    for entry in node.entries {
      var fields = Fields(entry.value, path: "\(path).\(entry.key.text)", domain: "pack", problems: problems)
      let when = fields.scalar("when").map { ExpressionText($0) }
      if let say = fields.required("say") {
        phrase.cases.append(.init(when: when, say: TextSource(key: "\(path).\(entry.key.text)", base: say)))
      }
      fields.finish()
    }
    return phrase
  }

  private func readFinding(_ key: Node, _ node: Node, in item: String) -> FindingDefinition {
    let path = "\(item).\(key.text)"
    var finding = FindingDefinition(name: key)
    var fields = Fields(node, path: path, domain: "pack", problems: problems)
    finding.each = fields.scalar("each")
    finding.about = fields.scalars("about") ?? []
    finding.statuses = fields.entries("status").compactMap { entry in
      guard let status = Status(entry.key, path: path, problems: problems), let value = scalar(entry.value, path) else {
        return nil
      }
      return (status, ExpressionText(value))
    }
    finding.statements = fields.entries("statement").compactMap { entry in
      guard let status = Status(entry.key, path: path, problems: problems), let value = scalar(entry.value, path) else {
        return nil
      }
      return (status, TextSource(key: "\(path).\(status.rawValue)", base: value))
    }
    finding.subject = fields.scalar("subject").map { TextSource(key: "\(path).subject", base: $0) }
    fields.finish()
    return finding
  }

  private func scalar(_ node: Node, _ path: String) -> Node? {
    if node.kind == .scalar { return node }
    problems.add(
      Issue(
        "pack/wrong-form", path: path, at: node.location,
        Message("pack/wrong-form.text", ["name": path])))
    return nil
  }

  private func readRules(_ fields: inout Fields, path: String) -> [RuleDefinition] {
    fields.entries("rules").map { RuleReader(problems: problems).read($0.key, $0.value, in: path) }
  }
}
