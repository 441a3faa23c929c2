import Documents
import Expressions
import RulesEngine

/// Reads the answers of a reply, one question at a time, and reports at its place what cannot be read.
struct AnswerReader {
  let values: ValueReader
  let labels: QuestionLabels
  let problems: Problems
  /// What misspelt names most likely meant.
  let presumed: Presumed

  /// The answer to `question` that stands under `key`.
  func read(_ question: Question, key: Node?, node: Node) -> Answer {
    read(question, type: question.type, path: question.path, key: key, node: node)
  }

  private func read(_ question: Question, type: AnswerType, path: String, key: Node?, node: Node) -> Answer {
    var answer = Answer(key: key, node: node)
    if node.isUnread {
      answer.content = .unreadable
      return answer
    }
    if node.isEmpty {
      answer.node = nil
      return answer
    }
    guard isEnvelope(node, for: type) else {
      answer.content = content(question, type, path, node)
      return answer
    }
    readEnvelope(question, type, path, node, into: &answer)
    return answer
  }

  // MARK: - A value with what belongs to it

  private static let envelopeKeys: Set<String> = ["value", "evidence", "comment", "missing", "justification"]

  // A mapping is a table's rows unless it says that it is an answer.
  private func isEnvelope(_ node: Node, for type: AnswerType) -> Bool {
    guard node.kind == .mapping else { return false }
    if node["value"] != nil || node["missing"] != nil { return true }
    switch type {
    case .table(let table) where table.rows != nil: return false
    case .table, .list, .choices: return node.entries.contains { Self.envelopeKeys.contains($0.key.text) }
    // A single value has no keys of its own, so that these can only be meant for what belongs to it.
    default: return true
    }
  }

  private func readEnvelope(_ question: Question, _ type: AnswerType, _ path: String, _ node: Node, into answer: inout Answer) {
    var hasJustification: Node?
    var missing: Node?
    var value: Node?
    var hasUnknown = false
    for entry in node.entries {
      switch entry.key.text {
      case "value": value = entry.value
      case "evidence": answer.citations = citations(entry.value, path)
      case "comment": answer.comment = text(entry, path)?.text
      case "missing": missing = entry.value
      case "justification": hasJustification = text(entry, path)
      default:
        hasUnknown = true
        unknownKey(entry.key, entry.value, path, in: node)
      }
    }
    if let missing {
      readMissing(missing, hasJustification, question, path, into: &answer)
      if let value { add("reply/value-and-missing", path, value.location, [:]) }
    } else if let value {
      answer.node = value
      answer.content = value.isEmpty ? .none : value.isUnread ? .unreadable : content(question, type, path, value)
    } else if hasUnknown {
      answer.content = .unreadable
    }
  }

  // The text under a key; a list or mapping there is told.
  private func text(_ entry: Entries.Element, _ path: String) -> Node? {
    if entry.value.kind == .scalar { return entry.value }
    problems.add(
      Issue(
        "reply/wrong-form", path: path, at: entry.value.location, Message("reply/wrong-form.text", ["name": entry.key.text]),
        subject: labels.subject(ofPath: path)))
    return nil
  }

  private func readMissing(
    _ node: Node, _ justification: Node?, _ question: Question, _ path: String, into answer: inout Answer
  ) {
    answer.node = node
    guard let kind = MissingKind(rawValue: node.text) else {
      answer.content = .unreadable
      var arguments = ["value": node.text, "known": MissingKind.allCases.map(\.rawValue).joined(separator: ", ")]
      if let near = nearestName(to: node.text, among: MissingKind.allCases.map(\.rawValue)) { arguments["suggestion"] = near }
      add("reply/unknown-missing", path, node.location, arguments)
      return
    }
    answer.content = .missing(kind, justification: justification?.text)
    if kind != .pending, justification.map({ $0.text.allSatisfy(\.isWhitespace) }) ?? true {
      add("reply/justification", path, node.location, ["value": kind.rawValue])
    }
  }

  // In `{value: Course, advanced}` the comma ends the value: the rest becomes a key without a value.
  private func unknownKey(_ key: Node, _ value: Node, _ path: String, in node: Node) {
    if node.style == .flow && value.isEmpty && value.text.isEmpty {
      add("reply/comma-in-text", path, key.location, ["text": key.text])
      return
    }
    var arguments = ["name": key.text]
    if let near = nearestName(to: key.text, among: Self.envelopeKeys.sorted()) { arguments["suggestion"] = near }
    add("reply/unknown-key", path, key.location, arguments)
  }

  private func citations(_ node: Node, _ path: String) -> [Citation] {
    CitationReader(path: path, labels: labels, problems: problems).read(node)
  }

  // MARK: - Values

  private func content(_ question: Question, _ type: AnswerType, _ path: String, _ node: Node) -> Answer.Content {
    switch type {
    case .list(let of): return list(question, of, path, node)
    case .choices(let choices): return codes(question, choices, path, node)
    case .table(let table): return rows(question, table, path, node)
    default: return scalar(question, type, path, node)
    }
  }

  private func scalar(_ question: Question, _ type: AnswerType, _ path: String, _ node: Node) -> Answer.Content {
    guard node.kind == .scalar else {
      let known = type.choiceList.map { ["known": $0.codes.joined(separator: ", ")] } ?? [:]
      return wrongType(question, type.name, path, node, known)
    }
    switch values.read(node, as: type, units: question.units) {
    case .success(let value): return .value(value)
    case .failure(let failure): return wrongType(question, failure.id, path, node, failure.arguments)
    }
  }

  private func list(_ question: Question, _ of: AnswerType, _ path: String, _ node: Node) -> Answer.Content {
    guard node.kind == .sequence else { return wrongType(question, "list", path, node) }
    return .value(
      .list(
        node.items.enumerated().map { index, item in
          if colonMadeMapping(item) { return colon(item, path: "\(path)[\(index)]") }
          return read(question, type: of, path: "\(path)[\(index)]", key: item, node: item)
        }))
  }

  // `- Level 2: chemistry` is a mapping to YAML; its author meant text.
  private func colonMadeMapping(_ node: Node) -> Bool {
    guard node.kind == .mapping, node.style == .block, node.count == 1, let only = node.entries.first(where: { _ in true }) else {
      return false
    }
    return !Self.envelopeKeys.contains(only.key.text) && only.value.kind == .scalar
  }

  private func colon(_ node: Node, path: String) -> Answer {
    let text = node.entries.first { _ in true }.map { "\($0.key.text): \($0.value.text)" } ?? ""
    add("reply/colon-in-text", path, node.location, ["text": text])
    return Answer(content: .unreadable, key: node, node: node)
  }

  private func codes(_ question: Question, _ choices: ChoiceList, _ path: String, _ node: Node) -> Answer.Content {
    let items = node.kind == .sequence ? node.items.map { $0 } : [node]
    var codes: [String] = []
    var readable = true
    for item in items {
      guard item.kind == .scalar, case .success(.text(let code)) = values.read(item, as: .choice(choices), units: nil) else {
        _ = scalar(question, .choice(choices), path, item)
        readable = false
        continue
      }
      codes.append(code)
    }
    return readable ? .value(.codes(codes)) : .unreadable
  }

  // MARK: - Tables

  private func rows(_ question: Question, _ table: Table, _ path: String, _ node: Node) -> Answer.Content {
    if let fixed = table.rows { return fixedRows(question, table, fixed, node) }
    guard node.kind == .sequence else { return wrongType(question, "table", path, node) }
    var used: Set<String> = []
    return .value(
      .rows(node.items.enumerated().compactMap { index, item in openRow(question, table, index, item, path, &used) }))
  }

  private func openRow(
    _ question: Question, _ table: Table, _ index: Int, _ node: Node, _ path: String, _ used: inout Set<String>
  ) -> ReplyRow? {
    guard node.kind == .mapping else {
      if !node.isUnread && !node.isEmpty { _ = wrongType(question, "row", "\(path)[\(index)]", node) }
      return node.isEmpty
        ? nil
        : ReplyRow(
          path: "\(path)[\(index)]", node: node, key: nil,
          cells: table.columns.map { _ in Answer(content: .unreadable, node: node) },
          fixed: nil)
    }
    var row = ReplyRow(path: "\(path)[\(index)]", node: node, key: nil, cells: [], fixed: nil)
    if let key = table.key, let name = keyText(node[key]) {
      if used.insert(name).inserted {
        row = ReplyRow(path: "\(path)[\(name)]", node: node, key: nil, cells: [], fixed: nil)
      } else if let place = node[key] {
        add("reply/duplicate-row", "\(path)[\(index)]", place.location, ["name": name])
      }
    }
    readCells(table, node, into: &row)
    return row
  }

  private func keyText(_ node: Node?) -> String? {
    guard let node, !node.isUnread else { return nil }
    let value = node.kind == .mapping ? node["value"] : node
    guard let value, value.kind == .scalar, !value.isEmpty else { return nil }
    return value.text
  }

  private func fixedRows(_ question: Question, _ table: Table, _ fixed: [Table.Row], _ node: Node) -> Answer.Content {
    guard node.kind == .mapping else {
      return wrongType(question, "fixed-table", question.path, node, ["row": fixed.first?.id ?? ""])
    }
    for entry in node.entries where !fixed.contains(where: { $0.id == entry.key.text }) {
      var arguments = ["name": entry.key.text]
      if let near = nearestName(to: entry.key.text, among: fixed.map(\.id)) {
        arguments["suggestion"] = near
        if let row = fixed.first(where: { $0.id == near }) { presumed.insert(row.path) }
      }
      add("reply/unknown-row", question.path, entry.key.location, arguments)
    }
    return .value(
      .rows(
        fixed.enumerated().map { index, row in
          let entry = node.entries.first { $0.key.text == row.id }
          return fixedRow(table, row, index, entry?.key, entry?.value)
        }))
  }

  /// One fixed row; `node` is absent where the reply leaves it out.
  func fixedRow(_ table: Table, _ fixed: Table.Row, _ index: Int, _ key: Node?, _ node: Node?) -> ReplyRow {
    var row = ReplyRow(path: fixed.path, node: node, key: key, cells: [], fixed: index)
    guard table.isSingleCell, let column = table.columns.first else {
      if let node, node.kind == .mapping {
        readCells(table, node, into: &row)
      } else {
        if let node, !node.isEmpty, !node.isUnread {
          add("reply/wrong-type", fixed.path, node.location, [:], message: "reply/wrong-type.row")
        }
        let broken = node.map { !$0.isEmpty } ?? false
        row.cells = table.columns.map { _ in Answer(content: broken ? .unreadable : .none, key: key) }
      }
      return row
    }
    if let node {
      row.cells = [read(column, type: column.type, path: fixed.path, key: key, node: node)]
    } else if let unlisted = table.unlisted, case .success(let value) = values.read(unlisted, as: column.type, units: nil) {
      row.cells = [Answer(content: .value(value))]
    } else {
      row.cells = [.none]
    }
    return row
  }

  private func readCells(_ table: Table, _ node: Node, into row: inout ReplyRow) {
    let keys = table.columns.map(\.name)
    for entry in node.entries where !keys.contains(entry.key.text) {
      if entry.key.text == "evidence" {
        row.citations = citations(entry.value, row.path)
      } else if node.style == .flow && entry.value.isEmpty && entry.value.text.isEmpty {
        add("reply/comma-in-text", row.path, entry.key.location, ["text": entry.key.text])
      } else {
        var arguments = ["name": entry.key.text]
        if let near = nearestName(to: entry.key.text, among: keys) {
          arguments["suggestion"] = near
          presumed.insert("\(row.path).\(near)")
        }
        add("reply/unknown-column", row.path, entry.key.location, arguments)
      }
    }
    row.cells = table.columns.map { column in
      guard let entry = node.entries.first(where: { $0.key.text == column.name }) else { return .none }
      return read(column, type: column.type, path: "\(row.path).\(column.name)", key: entry.key, node: entry.value)
    }
  }

  // MARK: - Issues

  private func wrongType(
    _ question: Question, _ id: String, _ path: String, _ node: Node, _ arguments: [String: String] = [:]
  ) -> Answer.Content {
    if node.isUnread { return .unreadable }
    problems.add(
      Issue(
        "reply/wrong-type", path: path, at: node.location, Message("reply/wrong-type.\(id)", arguments),
        help: question.help.map { .text(labels.text($0)) }, subject: labels.subject(of: question, at: path),
        declared: question.declared))
    return .unreadable
  }

  private func add(
    _ rule: RuleID, _ path: String, _ place: Location, _ arguments: [String: String], message: String? = nil
  ) {
    problems.add(
      Issue(rule, path: path, at: place, Message(message ?? rule.description, arguments), subject: labels.subject(ofPath: path)))
  }
}
