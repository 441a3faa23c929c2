import Documents
import Expressions
import RulesEngine

extension Explainer {
  /// What came out over the reply: of each row its own.
  func add(_ outcomes: [Sheet], _ judgement: Judgement, to sheet: inout Sheet) {
    sheet.add(.input, judgement.reply.document.source.name)
    guard outcomes.count != 1 || outcomes[0].entries.first?.key == .row else {
      for (key, value) in outcomes[0].entries { sheet.add(key, value) }
      return
    }
    sheet.add(.rows, .list(outcomes.isEmpty ? [.text(catalogue.text("explain/no-rows"))] : few(outcomes.map { .sheet($0) })))
  }

  func addRow(_ row: RowFact?, to sheet: inout Sheet) {
    guard let row else { return }
    sheet.add(.row, .line("\(row.path) \(place(row.location))", .string(row.path)))
  }

  /// The answers behind references, with what they say and where.
  func answers(_ references: [PointReference], _ row: RowFact?, _ judgement: Judgement) -> [Sheet.Value] {
    let situation = judgement.situation
    let read = references.filter { situation.isAnswer($0) }.flatMap { situation.bases(of: $0, row: row) }.uniqued()
    return few(read.map { answer($0) })
  }

  func answer(_ basis: Issue.Basis) -> Sheet.Value {
    let value = basis.value.map { String($0.prefix(200)) } ?? catalogue.text("explain/no-answer")
    return .line("\(named(basis.path)): \(value) \(basis.location.map(place) ?? "")", CheckJSON.basis(basis))
  }

  private func place(_ location: Location) -> String {
    location.file == judgement?.reply.document.source.name
      ? "(\(catalogue.text("report/line", ["line": "\(location.range.line)"])))" : ""
  }

  /// An expression with what each part came to.
  func parts(of program: Program, in item: String, _ row: RowFact?, _ judgement: Judgement) -> Sheet.Value? {
    var options = Trial.Options()
    options.container = item
    options.row = row
    options.maxSteps = judgement.options.maxSteps
    guard let trial = try? Trial(program.source, over: judgement, options) else { return nil }
    return .block(
      TrialText(catalogue: catalogue, paint: paint).parts(trial), TrialJSON(version: "").parts(trial))
  }

  /// The smallest sets of answers with which it would come out otherwise.
  func add(_ reversals: Reversals, to sheet: inout Sheet, words: (String) -> String) {
    let tried = ["tried": "\(reversals.tried)", "size": "\(reversals.complete)"]
    guard !reversals.changes.isEmpty else {
      sheet.add(.changes, .text(catalogue.text(reversals.isCut ? "explain/changes-cut" : "explain/changes-none", tried)))
      return
    }
    sheet.add(.changes, list: few(reversals.changes.map { change(in: $0, words) }))
    if reversals.isCut { sheet.add(.tried, catalogue.text("explain/tried-cut", tried)) }
  }

  private func change(in change: Reversals.Change, _ words: (String) -> String) -> Sheet.Value {
    let answers = change.answers.map { "\(named($0.path)): \(shown($0))" }.joined(separator: "; ")
    return .line(
      "\(answers) → \(words(change.outcome))",
      .object([("answers", .array(change.answers.map(json))), ("outcome", .string(change.outcome))]))
  }

  private func json(_ change: AnswerChange) -> JSON {
    .object([("path", .string(change.path)), ("value", JSON(change.text))])
  }

  func shown(_ change: AnswerChange) -> String {
    guard let text = change.text else { return catalogue.text("explain/no-answer") }
    return change.count.map { catalogue.text($0 == 1 ? "explain/entries-one" : "explain/entries", ["count": "\($0)"]) } ?? text
  }

  // MARK: - One answer

  /// The answer of a question, what is wrong with it, and what depends on it.
  func add(_ judgement: Judgement, _ point: ExplainedPoint, to sheet: inout Sheet) {
    let situation = judgement.situation
    sheet.add(.input, judgement.reply.document.source.name)
    let isCell = point.path.contains("[")
    let places = places(of: point, situation)
    let read = isCell ? cells(of: point, situation) : situation.bases(of: PointReference(name: point.path), row: nil)
    sheet.add(.answers, list: few(read.map { answer($0) }))
    let asked = situation.applicability(of: point.question.path)
    sheet.add(.now, .code(asked.code, words: catalogue.text("explain/asked.\(asked.code)")))
    let own = judgement.issues.filter { issue in places.contains { issue.path == $0.path } || issue.path == point.path }
    sheet.add(.issues, list: own.map { issue($0) })
    sheet.add(.depends, list: few(Dependents(self, judgement, places, point).values))
  }

  private func cells(of point: ExplainedPoint, _ situation: Situation) -> [Issue.Basis] {
    guard let table = point.question.type.table else { return [] }
    let answer = situation.answer(point.question.path)
    return answer.rows.flatMap { row in
      zip(table.columns, row.cells).compactMap { column, cell in
        let path = situation.cellPath(row, column, table)
        guard path == point.path || row.path == point.path else { return nil }
        return Issue.Basis(path: path, value: cell.shown, location: cell.location ?? row.node?.location)
      }
    }
  }

  private func places(of point: ExplainedPoint, _ situation: Situation) -> [AnswerPlace] {
    var read = ReadPlaces(situation)
    read.note([PointReference(name: point.question.path)], row: nil)
    return read.places.filter { place in
      guard place.question == point.question.path else { return false }
      if point.path == point.question.path { return true }
      if let row = point.row, !place.path.hasPrefix(row.path) { return false }
      if point.path.contains("[") { return place.path.hasPrefix(point.path) }
      return place.cell != nil && (point.column.map { place.path.hasSuffix(".\($0.name)") } ?? true)
    }
  }
}

extension Applicability {
  /// A word for programs.
  var code: String {
    switch self {
    case .asked: "yes"
    case .notAsked: "no"
    case .declared: "declared"
    case .refused: "refused"
    case .unknown: "unknown"
    }
  }

  static let codes = ["yes", "no", "declared", "refused", "unknown"]
}
