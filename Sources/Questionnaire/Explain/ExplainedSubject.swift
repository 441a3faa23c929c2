import Documents
public import RulesEngine

/// Something that an id means. One id can mean several things: a finding is often named as its question.
public enum ExplainedSubject: Sendable {
  case item(Item)
  case point(ExplainedPoint)
  /// A rule; for one row of its table where a row is named.
  case rule(CompiledRule, row: String?)
  /// A finding; for one row of its table where a row is named.
  case finding(CompiledFinding, row: String?)
}

/// A question, or a row, column or cell of its table.
public struct ExplainedPoint: Sendable {
  /// The path that was asked for.
  let path: String
  let item: Item
  let question: Question
  var row: Table.Row?
  var column: Question?

  /// What it is: `question`, `row`, `column` or `cell`.
  var kind: String {
    if path == question.path { return "question" }
    if path.contains("[") || (row != nil && column != nil) { return "cell" }
    return row == nil ? "column" : "row"
  }

  /// What is asked there: the column of a cell, the one column of a grid, or the question itself.
  var target: Question {
    column ?? (row == nil ? question : question.type.table.flatMap { $0.isSingleCell ? $0.columns.first : nil }) ?? question
  }
}

/// Finds what ids mean in a pack.
public struct SubjectFinder {
  private let pack: Pack

  /// A finder in `pack`.
  public init(_ pack: Pack) { self.pack = pack }

  /// All that `id` means, with the pack before a slash or without.
  public func subjects(_ id: String) -> [ExplainedSubject] {
    let own = "\(pack.questionnaire.id)/"
    let path = id.hasPrefix(own) ? String(id.dropFirst(own.count)) : id
    let (name, row) = Self.split(path)
    func isMeant(_ rule: RuleID) -> Bool { rule.description == Self.split(id).name || rule.description == own + name }
    let points: [ExplainedSubject] = path.contains("/") ? [] : point(path).map { [.point($0)] } ?? []
    let items: [ExplainedSubject] = pack.questionnaire.items.filter { $0.id == path }.map { .item($0) }
    let findings = pack.evaluation.findings.filter { isMeant($0.id) && (row == nil || $0.each != nil) }
    let rules = pack.evaluation.rules.filter { isMeant($0.id) && (row == nil || $0.each != nil) }
    return items + points + findings.map { .finding($0, row: row) } + rules.map { .rule($0, row: row) }
  }

  /// Every id that means something here, for "did you mean".
  public var ids: [String] {
    let own = pack.questionnaire.id
    let asked = pack.questionnaire.items.flatMap { item in
      [item.id] + item.questions.flatMap { [$0.path] + ($0.type.table?.rows ?? []).map(\.path) }
    }
    let drawn = pack.evaluation.findings.map(\.id.description) + pack.evaluation.rules.map(\.id.description)
    return (asked.map { "\(own)/\($0)" } + drawn).uniqued()
  }

  // `a.b[c]`: the row of a rule or finding behind its name.
  private static func split(_ id: String) -> (name: String, row: String?) {
    guard id.hasSuffix("]"), let open = id.firstIndex(of: "[") else { return (id, nil) }
    return (String(id[..<open]), String(id[id.index(after: open)...].dropLast()))
  }

  private func point(_ path: String) -> ExplainedPoint? {
    guard let dot = path.firstIndex(of: "."),
      let item = pack.questionnaire.items.first(where: { $0.id == path[..<dot] })
    else { return nil }
    if let question = item.questions.first(where: { $0.path == path }) {
      return ExplainedPoint(path: path, item: item, question: question)
    }
    return item.questions.lazy.compactMap { part(path, of: $0, item) }.first
  }

  // `item.row`, `item.column`, `item.table.column`, `item.row.column`, `item.table[key]` and `item.table[key].column`.
  private func part(_ path: String, of question: Question, _ item: Item) -> ExplainedPoint? {
    guard let table = question.type.table else { return nil }
    var point = ExplainedPoint(path: path, item: item, question: question)
    for row in table.rows ?? [] {
      point.row = row
      if row.path == path { return point }
      for column in table.columns where "\(row.path).\(column.name)" == path {
        point.column = column
        return point
      }
    }
    point.row = nil
    for column in table.columns where !table.isSingleCell {
      point.column = column
      if "\(item.id).\(column.name)" == path || column.path == path { return point }
      if path.hasPrefix("\(question.path)["), path.hasSuffix("].\(column.name)") { return point }
    }
    point.column = nil
    return path.hasPrefix("\(question.path)[") && path.hasSuffix("]") ? point : nil
  }
}
