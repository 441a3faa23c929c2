import Documents
import Expressions
import RulesEngine

/// Gathers the answers under `answers`, item by item.
struct Gathering {
  let questionnaire: Questionnaire
  let reader: AnswerReader
  let labels: QuestionLabels
  let problems: Problems
  private(set) var answers: [String: Answer] = [:]
  private(set) var items: [String: Node] = [:]
  private var presumed: Presumed { reader.presumed }
  private(set) var unread: Set<String> = []

  init(questionnaire: Questionnaire, reader: AnswerReader, labels: QuestionLabels, problems: Problems) {
    self.questionnaire = questionnaire
    self.reader = reader
    self.labels = labels
    self.problems = problems
  }

  /// Reads the mapping of items.
  mutating func read(_ node: Node) {
    if node.isUnread {
      unread.formUnion(questionnaire.items.map(\.id))
      return
    }
    guard !node.isEmpty else { return }
    guard node.kind == .mapping else {
      problems.add(
        Issue("reply/not-a-mapping", path: "answers", at: node.location, Message("reply/not-a-mapping", ["name": "answers"])))
      return
    }
    for entry in node.entries {
      guard let item = questionnaire.items.first(where: { $0.id == entry.key.text }) else {
        unknownItem(entry.key)
        continue
      }
      items[item.id] = entry.key
      read(item, entry.value)
    }
    if node.isIncomplete { unread.formUnion(questionnaire.items.map(\.id).filter { items[$0] == nil }) }
  }

  private mutating func unknownItem(_ key: Node) {
    var arguments = ["name": key.text]
    if let near = nearestName(to: key.text, among: questionnaire.items.map(\.id)) {
      arguments["suggestion"] = near
      presumed.insert(near)
    }
    problems.add(Issue("reply/unknown-item", path: key.text, at: key.location, Message("reply/unknown-item", arguments)))
  }

  private mutating func read(_ item: Item, _ node: Node) {
    if node.isUnread {
      unread.insert(item.id)
      return
    }
    guard !node.isEmpty else { return }
    guard node.kind == .mapping else {
      problems.add(
        Issue("reply/not-a-mapping", path: item.id, at: node.location, Message("reply/not-a-mapping", ["name": item.id])))
      return
    }
    for entry in node.entries {
      guard let question = item.questions.first(where: { $0.name == entry.key.text }) else {
        unknownQuestion(entry.key, in: item)
        continue
      }
      answers[question.path] = reader.read(question, key: entry.key, node: entry.value)
    }
    if node.isIncomplete { unread.formUnion(item.questions.map(\.path).filter { answers[$0] == nil }) }
  }

  private mutating func unknownQuestion(_ key: Node, in item: Item) {
    let path = "\(item.id).\(key.text)"
    var arguments = ["name": key.text]
    for question in item.questions {
      guard let table = question.type.table else { continue }
      if table.rows?.contains(where: { $0.id == key.text }) == true || table.columns.contains(where: { $0.name == key.text }) {
        arguments["table"] = question.name
        problems.add(
          Issue(
            "reply/unknown-question", path: path, at: key.location, Message("reply/unknown-question.in-table", arguments),
            subject: labels.subject(ofPath: item.id)))
        return
      }
    }
    if let near = nearestName(to: key.text, among: item.questions.map(\.name)) {
      arguments["suggestion"] = near
      presumed.insert("\(item.id).\(near)")
    }
    problems.add(
      Issue(
        "reply/unknown-question", path: path, at: key.location, Message("reply/unknown-question", arguments),
        subject: labels.subject(ofPath: item.id)))
  }

  // MARK: - Cases

  /// Reads single answers by name: questions, or fixed rows of tables.
  mutating func read(given node: Node, item: String?) {
    guard node.kind == .mapping else {
      problems.add(
        Issue("pack/wrong-form", path: item ?? "", at: node.location, Message("pack/wrong-form.mapping", ["name": "given"])))
      return
    }
    var rows: [String: [(row: Int, key: Node, value: Node)]] = [:]
    for entry in node.entries {
      let name = entry.key.text
      let path = item.map { name.contains(".") ? name : "\($0).\(name)" } ?? name
      if let question = question(path) {
        answers[path] = reader.read(question, key: entry.key, node: entry.value)
      } else if let (question, row) = fixedRow(path) {
        rows[question.path, default: []].append((row, entry.key, entry.value))
      } else {
        unknownGiven(entry.key, path)
      }
    }
    for (path, given) in rows { answers[path] = table(path, given) }
  }

  private func question(_ path: String) -> Question? {
    questionnaire.items.first { path.hasPrefix("\($0.id).") }?.questions.first { $0.path == path }
  }

  private func fixedRow(_ path: String) -> (Question, Int)? {
    for item in questionnaire.items where path.hasPrefix("\(item.id).") {
      for question in item.questions {
        if let row = question.type.table?.rows?.firstIndex(where: { $0.path == path }) { return (question, row) }
      }
    }
    return nil
  }

  private func unknownGiven(_ key: Node, _ path: String) {
    var arguments = ["name": key.text]
    let all = questionnaire.items.flatMap(\.questions).flatMap { [$0.path] + ($0.type.table?.rows?.map(\.path) ?? []) }
    if let near = nearestName(to: path, among: all) { arguments["suggestion"] = near }
    problems.add(Issue("pack/unknown-question", path: path, at: key.location, Message("pack/unknown-question", arguments)))
  }

  // A table of which some fixed rows are given; those left out count as such.
  private func table(_ path: String, _ given: [(row: Int, key: Node, value: Node)]) -> Answer? {
    guard let question = question(path), let table = question.type.table, let rows = table.rows else { return nil }
    var answer = Answer(key: given.first?.key, node: given.first?.value)
    answer.content = .value(
      .rows(
        rows.enumerated().map { index, row in
          let found = given.first { $0.row == index }
          return reader.fixedRow(table, row, index, found?.key, found?.value)
        }))
    return answer
  }
}
