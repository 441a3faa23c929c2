import Documents
import Expressions
import RulesEngine

/// What the questions of a pack share.
struct SharedDefinitions {
  var askDetails: [String: Node] = [:]
  var proofs: [String: ProofRequirement] = [:]
  var everyProof = ProofRequirement()
  var choices: [String: ChoiceList] = [:]
  var kinds: [String] = []
  var period: Period?
  var evidence: Node?
}

/// Reads the questions of one item.
struct QuestionReader {
  let shared: SharedDefinitions
  let item: String
  /// Where the item's texts stand in a catalogue: the item's id, or that of its set.
  private(set) var textPath: String
  let problems: Problems
  private var names: [String: Node] = [:]

  init(shared: SharedDefinitions, item: String, textPath: String, problems: Problems) {
    self.shared = shared
    self.item = item
    self.textPath = textPath
    self.problems = problems
  }

  /// From now on texts stand under the item's own id.
  mutating func useTexts(of item: String) { textPath = item }

  /// A question with its details, which follow it.
  mutating func read(_ key: Node, _ node: Node) -> [Question] {
    claim(key)
    guard node.kind == .mapping else { return readShort(key, node) }
    var fields = Fields(node, path: "\(item).\(key.text)", domain: "pack", problems: problems)
    guard let question = readQuestion(key, &fields, text: key.text, detailsOf: nil, defaultType: "yes_no") else { return [] }
    let details = readDetails(of: question, key, &fields)
    fields.finish()
    return [question] + details
  }

  // Text alone: a required yes_no.
  private mutating func readShort(_ key: Node, _ node: Node) -> [Question] {
    guard node.kind == .scalar else {
      problems.add(
        Issue(
          "pack/wrong-form", path: "\(item).\(key.text)", at: node.location, Message("pack/wrong-form.text", ["name": key.text])))
      return []
    }
    return [
      Question(
        name: key.text, path: "\(item).\(key.text)", ask: TextSource(key: "\(textPath).\(key.text).ask", base: node),
        type: .yesNo,
        isRequired: true, relevant: nil, notApplicable: nil, constraints: Constraints(), units: nil, help: nil, detailsOf: nil,
        proof: proof(shared.evidence, path: key.text), declared: key.location)
    ]
  }

  /// Takes a name for the item and reports one that is malformed, reserved or taken.
  mutating func claim(_ key: Node) {
    let name = key.text
    let path = "\(item).\(name)"
    if !Names.isSnakeCase(name) {
      problems.add(Issue("pack/name", path: path, at: key.location, Message("pack/name.snake-case", ["name": name])))
    } else if Names.reserved.contains(name) {
      problems.add(Issue("pack/name-reserved", path: path, at: key.location, Message("pack/name-reserved", ["name": name])))
    } else if let other = names[name] {
      problems.add(
        Issue(
          "pack/name-taken", path: path, at: key.location,
          Message("pack/name-taken", ["name": name, "line": "\(other.range.line)"])))
    }
    names[name] = names[name] ?? key
  }

  private mutating func readDetails(of question: Question, _ key: Node, _ fields: inout Fields) -> [Question] {
    guard let node = fields.node("details") else { return [] }
    let name = "\(question.name)_details"
    switch node.kind {
    case .scalar:
      let ask = shared.askDetails[node.text] ?? key
      guard let type = simpleType(node, ChoiceList(name: name, choices: [])) else { return [] }
      return [
        Question(
          name: name, path: "\(item).\(name)", ask: TextSource(key: "ask_details.\(node.text)", base: ask), type: type,
          isRequired: true, relevant: nil, notApplicable: nil, constraints: Constraints(), units: nil, help: nil,
          detailsOf: question.name, proof: nil, declared: node.location)
      ]
    case .mapping:
      var details = Fields(node, path: "\(item).\(name)", domain: "pack", problems: problems)
      let read = readQuestion(key, &details, text: name, detailsOf: question.name, defaultType: "list")
      details.finish()
      return read.map { [$0] } ?? []
    case .sequence:
      fields.wrongType(node, "details", expected: "mapping")
      return []
    }
  }

  mutating func readQuestion(
    _ key: Node, _ fields: inout Fields, text name: String, detailsOf: String?, defaultType: String
  ) -> Question? {
    let typeNode = fields.scalar("type")
    let typeName = typeNode?.text ?? defaultType
    let base = fields.scalar("ask") ?? (detailsOf == nil ? nil : shared.askDetails[typeName])
    if base == nil { fields.missing("ask") }
    guard let type = readType(typeName, typeNode ?? key, name, &fields) else {
      skipRest(&fields)
      return nil
    }
    let isDefaultAsk = detailsOf != nil && fields.node.kind == .mapping && fields.node["ask"] == nil
    return Question(
      name: name, path: "\(item).\(name)",
      ask: TextSource(key: isDefaultAsk ? "ask_details.\(typeName)" : "\(textPath).\(name).ask", base: base ?? key), type: type,
      isRequired: fields.flag("required") ?? true, relevant: fields.scalar("relevant").map { ExpressionText($0) },
      notApplicable: fields.scalar("not_applicable").map { ExpressionText($0) }, constraints: readConstraints(&fields, name),
      units: readUnits(&fields), help: fields.scalar("help").map { TextSource(key: "\(textPath).\(name).help", base: $0) },
      detailsOf: detailsOf, proof: readProof(&fields, name, type, isDetails: detailsOf != nil), declared: key.location)
  }

  private func readProof(_ fields: inout Fields, _ name: String, _ type: AnswerType, isDetails: Bool) -> ProofRequirement? {
    let own = fields.node("evidence")
    if type.table?.isSingleCell == true { return nil }
    return proof(own ?? (isDetails ? nil : shared.evidence), path: name)
  }

  // After a type that is not known, its keys are no further errors.
  private func skipRest(_ fields: inout Fields) {
    for entry in fields.node.entries { _ = fields.node(entry.key.text) }
  }
}
