import Documents
import Expressions
import RulesEngine

extension Explainer {
  /// What came out over the reply: of each row that is shown its own; all searches together judge no more than is allowed.
  func add<Row>(
    _ rows: [Row], _ judgement: Judgement, to sheet: inout Sheet, search: (Row, Int) -> Reversals,
    _ outcome: (Row, Reversals) -> Sheet
  ) {
    var own = Sheet()
    own.add(.file, judgement.reply.document.source.name)
    var budget = SearchBudget(tries)
    let outcomes = few(rows) { shown in
      zip(shown, budget.shared(over: Array(shown), search)).map { .sheet(outcome($0, $1)) }
    }
    if outcomes.count == 1, case .sheet(let only) = outcomes[0], only.entries.first?.key != .row {
      for (key, value) in only.entries { own.add(key, value) }
    } else {
      own.add(.rows, .list(outcomes.isEmpty ? [.text(catalogue.text("explain/no-rows"))] : outcomes))
    }
    sheet.add(.reply, .sheet(own))
  }

  func addRow(_ row: RowFact?, to sheet: inout Sheet) {
    guard let row else { return }
    sheet.add(.row, .line("\(row.path)\(place(row.location))", .string(row.path)))
  }

  /// The answers behind references, with what they say and where.
  func answers(_ references: [PointReference], _ row: RowFact?, _ judgement: Judgement) -> [Sheet.Value] {
    let situation = judgement.situation
    let read = references.filter { situation.isAnswer($0) }.flatMap { bases(of: $0, row, situation) }.uniqued()
    return few(read.map { answer($0) }, most: 20)
  }

  // A table is told cell by cell.
  private func bases(of reference: PointReference, _ row: RowFact?, _ situation: Situation) -> [Issue.Basis] {
    guard let table = situation.question(reference.name)?.type.table, !situation.answer(reference.name).rows.isEmpty else {
      return situation.bases(of: reference, row: row)
    }
    return situation.answer(reference.name).rows.flatMap { row in
      zip(table.columns, row.cells).filter { $0.0.name != table.key }.map { column, cell in
        Issue.Basis(
          path: situation.cellPath(row, column, table), value: cell.shown ?? cell.value?.standing,
          location: cell.location ?? row.node?.location)
      }
    }
  }

  func answer(_ basis: Issue.Basis) -> Sheet.Value {
    let value = basis.value.map { inWords(String($0.prefix(200)), at: basis.path) } ?? catalogue.text("explain/no-answer")
    return .line("\(named(basis.path)): \(value)\(basis.location.map(place) ?? "")", CheckJSON.basis(basis))
  }

  // Yes and no are words of a language; all else stands as it is written.
  private func inWords(_ value: String, at path: String) -> String {
    let point = ["yes", "no"].contains(value) ? SubjectFinder(pack).subjects(path).lazy.compactMap(\.point).first : nil
    return point?.target.type.isYesNo == true ? words.yesOrNo(value == "yes") : value
  }

  private func place(_ location: Location) -> String {
    location.file == judgement?.reply.document.source.name
      ? " (\(catalogue.text("report/line", ["line": "\(location.range.line)"])))" : ""
  }

  /// An expression with what each part came to.
  func parts(of program: Program, in item: String, _ row: RowFact?, _ judgement: Judgement) -> Sheet.Value? {
    var options = Trial.Options()
    options.container = item
    options.row = row
    options.maxSteps = judgement.options.maxSteps
    guard let trial = try? Trial(program.source, over: judgement, options) else { return nil }
    return .block(
      TrialText(catalogue: catalogue, paint: paint).parts(trial, rows: false), TrialJSON(version: "").parts(trial))
  }

  /// The smallest sets of answers with which it would come out otherwise.
  func add(_ reversals: Reversals, to sheet: inout Sheet, words: (String) -> String) {
    let tried = ["tried": "\(reversals.tried)", "size": "\(reversals.complete)"]
    guard !reversals.changes.isEmpty else {
      guard reversals.tried > 0 || !reversals.isCut else {
        return sheet.add(.changes, catalogue.text("explain/changes-unsearched"))
      }
      sheet.add(.changes, .text(catalogue.text(reversals.isCut ? "explain/changes-cut" : "explain/changes-none", tried)))
      return
    }
    sheet.add(.changes, list: few(grouped(reversals.changes).map { change(in: $0, words) }))
    if reversals.isCut { sheet.add(.tried, catalogue.text("explain/tried-cut", tried)) }
  }

  // Values of one answer that come to the same stand together.
  private func grouped(_ changes: [Reversals.Change]) -> [[Reversals.Change]] {
    var groups: [[Reversals.Change]] = []
    for change in changes {
      let same = groups.firstIndex { group in
        guard let first = group.first, change.answers.count == 1, first.outcome == change.outcome else { return false }
        return first.answers[0].path == change.answers[0].path
          && (first.answers[0].text == nil) == (change.answers[0].text == nil)
      }
      if let same { groups[same].append(change) } else { groups.append([change]) }
    }
    return groups
  }

  private func change(in group: [Reversals.Change], _ words: (String) -> String) -> Sheet.Value {
    let first = group[0]
    let answers = first.answers.enumerated().map { index, answer in
      "\(named(answer.path)): \(group.map { shown($0.answers[index]) }.uniqued().joined(separator: " / "))"
    }.joined(separator: "; ")
    let sets = group.map { JSON.array($0.answers.map(json)) }
    return .line("\(answers) → \(words(first.outcome))", .object([("sets", .array(sets)), ("outcome", .string(first.outcome))]))
  }

  private func json(_ change: AnswerChange) -> JSON {
    .object([("path", .string(change.path)), ("value", JSON(change.text))])
  }

  func shown(_ change: AnswerChange) -> String {
    guard let text = change.text else { return catalogue.text("explain/no-answer") }
    if case .bool(let truth) = change.answer.value { return words.yesOrNo(truth) }
    return change.count.map { catalogue.text($0 == 1 ? "explain/entries-one" : "explain/entries", ["count": "\($0)"]) } ?? text
  }

  // MARK: - One answer

  /// The answer of a question, what is wrong with it, and what depends on it.
  func add(_ judgement: Judgement, _ point: ExplainedPoint, to sheet: inout Sheet) {
    let situation = judgement.situation
    var inner = Sheet()
    inner.add(.file, judgement.reply.document.source.name)
    let isCell = point.path.contains("[")
    let places = places(of: point, situation)
    let read = isCell ? cells(of: point, situation) : bases(of: PointReference(name: point.path), nil, situation)
    inner.add(.answers, list: few(read.map { answer($0) }, most: 20))
    let asked = situation.applicability(of: point.question.path)
    inner.add(.now, .code(asked.code, words: catalogue.text("explain/asked.\(asked.code)")))
    let own = judgement.issues.filter { issue in places.contains { issue.path == $0.path } || issue.path == point.path }
    inner.add(.issues, list: own.map { issue($0) })
    Dependents(self, judgement, places, point).add(to: &inner)
    sheet.add(.reply, .sheet(inner))
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
      if let row = point.row, !place.path.isAtOrBelow(row.path) { return false }
      if point.path.contains("[") { return place.path.isAtOrBelow(point.path) }
      return place.cell != nil && (point.column.map { place.path.hasSuffix(".\($0.name)") } ?? true)
    }
  }
}

extension AnswerValue {
  /// What a cell counts as that is not written at all.
  var standing: String? {
    if case .bool(let truth) = self { return truth ? "yes" : "no" }
    return nil
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
