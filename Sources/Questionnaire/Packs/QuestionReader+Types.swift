import Documents
import Expressions
import RulesEngine

// The types of answers: choices, lists and tables.
extension QuestionReader {
  func simpleType(_ node: Node, _ choices: ChoiceList) -> AnswerType? {
    switch node.text {
    case "yes_no": return .yesNo
    case "text": return .text
    case "url": return .url
    case "integer": return .integer
    case "decimal": return .decimal
    case "year": return .year
    case "date": return .date
    case "duration": return .duration
    case "country": return .country
    case "period": return .period
    case "choice": return .choice(choices)
    case "choices": return .choices(choices)
    case "list": return .list(of: .text)
    default:
      unknownType(node)
      return nil
    }
  }

  static let typeNames = [
    "yes_no", "text", "url", "integer", "decimal", "year", "date", "duration", "country", "period", "choice", "choices", "list",
    "table",
  ]

  func unknownType(_ node: Node) {
    var arguments = ["name": node.text, "known": Self.typeNames.joined(separator: ", ")]
    if let near = nearestName(to: node.text, among: Self.typeNames) { arguments["suggestion"] = near }
    problems.add(Issue("pack/unknown-type", path: item, at: node.location, Message("pack/unknown-type", arguments)))
  }

  mutating func readType(_ name: String, _ node: Node, _ question: String, _ fields: inout Fields) -> AnswerType? {
    switch name {
    case "yes_no": return .yesNo
    case "table": return readTable(question, &fields).map { .table($0) }
    case "choice", "choices":
      let list = readChoices(question, &fields)
      return name == "choice" ? .choice(list) : .choices(list)
    case "list":
      guard let of = fields.scalar("of") else { return .list(of: .text) }
      let choices =
        ["choice", "choices"].contains(of.text) ? readChoices(question, &fields) : ChoiceList(name: question, choices: [])
      return simpleType(of, choices).map { .list(of: $0) }
    default: return simpleType(node, ChoiceList(name: question, choices: []))
    }
  }

  func readChoices(_ question: String, _ fields: inout Fields) -> ChoiceList {
    guard let node = fields.node("choices") else {
      fields.missing("choices")
      return ChoiceList(name: question, choices: [])
    }
    if node.kind == .scalar {
      if let list = shared.choices[node.text] { return list }
      var arguments = ["name": node.text]
      if let near = nearestName(to: node.text, among: shared.choices.keys.sorted()) { arguments["suggestion"] = near }
      problems.add(Issue("pack/unknown-choices", path: item, at: node.location, Message("pack/unknown-choices", arguments)))
      return ChoiceList(name: node.text, choices: [])
    }
    return ChoiceListReader(problems: problems).read(
      node, name: "\(item).\(question)", textPath: "\(textPath).\(question).choices")
  }

  mutating func readTable(_ question: String, _ fields: inout Fields) -> Table? {
    let cell = fields.scalar("of")
    let rowEntries = fields.entries("rows")
    let hasRows = fields.node.kind == .mapping && fields.node["rows"] != nil
    var columns: [Question] = []
    if let cell {
      let choices =
        ["choice", "choices"].contains(cell.text) ? readChoices(question, &fields) : ChoiceList(name: question, choices: [])
      guard let type = simpleType(cell, choices) else { return nil }
      columns = [cellColumn(question, type, cell, proof(fields.node("evidence") ?? shared.evidence, path: question))]
    }
    for (key, value) in fields.entries("columns") {
      claim(key)
      if let column = readColumn(key, value, in: question) { columns.append(column) }
    }
    if columns.isEmpty { fields.missing("columns") }
    let rows = rowEntries.map { key, label -> Table.Row in
      claim(key)
      return Table.Row(
        id: key.text, path: "\(item).\(key.text)", label: TextSource(key: "\(textPath).\(question).\(key.text)", base: label),
        declared: key.location)
    }
    let key = fields.scalar("key")
    if let key, !columns.contains(where: { $0.name == key.text }) { unknownKey(key, among: columns.map(\.name)) }
    return Table(
      columns: columns, rows: hasRows ? rows : nil, isSingleCell: cell != nil, key: key?.text,
      unlisted: fields.scalar("unlisted"),
      rowType: Self.rowType("\(item).\(question)", columns, period: shared.period))
  }

  func unknownKey(_ key: Node, among columns: [String]) {
    var arguments = ["name": key.text]
    if let near = nearestName(to: key.text, among: columns) { arguments["suggestion"] = near }
    problems.add(Issue("pack/unknown-column", path: item, at: key.location, Message("pack/unknown-column", arguments)))
  }

  // The proof of such a table is that of each of its rows.
  func cellColumn(_ question: String, _ type: AnswerType, _ node: Node, _ proof: ProofRequirement?) -> Question {
    Question(
      name: "value", path: "\(item).\(question).value", ask: TextSource(key: "\(textPath).\(question).ask", base: node),
      type: type,
      isRequired: true, relevant: nil, notApplicable: nil, constraints: Constraints(), units: nil, help: nil, detailsOf: nil,
      proof: proof, declared: node.location)
  }

  mutating func readColumn(_ key: Node, _ node: Node, in question: String) -> Question? {
    let base = textPath
    guard node.kind == .mapping else {
      return Question(
        name: key.text, path: "\(item).\(question).\(key.text)",
        ask: TextSource(key: "\(base).\(question).\(key.text).ask", base: node),
        type: .yesNo, isRequired: true, relevant: nil, notApplicable: nil, constraints: Constraints(), units: nil, help: nil,
        detailsOf: nil, proof: nil, declared: key.location)
    }
    var inner = QuestionReader(
      shared: withoutEvidence, item: "\(item).\(question)", textPath: "\(base).\(question)", problems: problems)
    var fields = Fields(node, path: "\(item).\(question).\(key.text)", domain: "pack", problems: problems)
    let column = inner.readQuestion(key, &fields, text: key.text, detailsOf: nil, defaultType: "yes_no")
    fields.finish()
    return column
  }

  var withoutEvidence: SharedDefinitions {
    var copy = shared
    copy.evidence = nil
    return copy
  }

  /// The fields of a row in expressions: `id`, `label` and the columns; their companions are hidden, so that rows with the same
  /// answers are equal.
  static func rowType(_ name: String, _ columns: [Question], period: Period?) -> RecordType {
    RecordType(
      name: name, fields: [("id", .string), ("label", .string)] + columns.map { ($0.name, $0.type.celType) },
      hidden: columns.flatMap { column in Companion.allCases.map { (column.name + $0.suffix, $0.type) } },
      extents: Dictionary(columns.map { ($0.name, $0.extent(in: period)) }, uniquingKeysWith: { first, _ in first }))
  }
}
