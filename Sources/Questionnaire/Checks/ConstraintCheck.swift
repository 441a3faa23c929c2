import Documents
import Expressions
import RulesEngine

/// Holds the answers to what their questions demand of them: bounds, lengths, patterns, totals.
struct ConstraintCheck {
  let situation: Situation
  let problems: Problems
  private let state: State

  private final class State {
    var evaluation: EvaluationState
    init(maxSteps: Int) { evaluation = EvaluationState(limit: maxSteps) }
    func run(_ program: Program, _ facts: Facts, _ row: Value?) -> Datum {
      if let row { evaluation.setLocal(Local.row, row) }
      return program.result(facts, &evaluation)
    }
  }

  init(_ situation: Situation, problems: Problems) {
    self.situation = situation
    self.problems = problems
    state = State(maxSteps: situation.maxSteps)
  }

  /// Checks every answer that is asked for.
  func run() {
    for question in situation.allQuestions where situation.applicability(of: question.path) == .asked {
      let answer = situation.answer(question.path)
      check(answer, question, path: question.path, row: nil)
      guard let table = question.type.table else { continue }
      for (index, row) in answer.rows.enumerated() {
        let value = situation.rowValue(question, index)
        for (column, cell) in zip(table.columns, row.cells) {
          let path = situation.cellPath(row, column, table)
          if situation.applicability(of: path) == .asked { check(cell, column, path: path, row: value) }
        }
      }
      checkUnique(answer.rows, table)
    }
  }

  private func check(_ answer: Answer, _ question: Question, path: String, row: Value?) {
    guard case .value(let value) = answer.content, let node = answer.node ?? answer.key else { return }
    let subject = Subject(question: question, path: path, node: node)
    switch value {
    case .list(let entries):
      checkCount(entries.count, subject)
      for (index, entry) in entries.enumerated() {
        guard case .value(.text(let text)) = entry.content, let node = entry.node else { continue }
        checkText(text, Subject(question: question, path: "\(path)[\(index)]", node: node))
      }
    case .rows(let rows): if question.type.table?.rows == nil { checkCount(rows.count, subject) }
    case .codes(let codes): checkCount(codes.count, subject)
    case .text(let text):
      checkText(text, subject)
    case .integer, .decimal, .date, .period, .duration: checkRange(value, subject, row)
    case .bool: break
    }
    checkExpressions(value, subject, row)
  }

  /// What an issue is about.
  private struct Subject {
    let question: Question
    let path: String
    let node: Node
  }

  private func add(_ rule: RuleID, _ id: String, _ subject: Subject, _ arguments: [String: String], because: [Issue.Basis] = []) {
    problems.add(
      Issue(
        rule, path: subject.path, at: subject.node.location, Message(id, arguments),
        help: subject.question.help.map { .text(situation.labels.text($0)) },
        subject: situation.labels.subject(of: subject.question, at: subject.path), declared: subject.question.declared,
        because: because))
  }

  // MARK: - Bounds

  private func bound(_ bound: Constraints.Bound?, _ program: Program?, _ subject: Subject, _ row: Value?) -> Datum? {
    if let program { return value(of: program, subject, row) }
    return bound?.literal(for: subject.question.type)
  }

  private func checkRange(_ value: AnswerValue, _ subject: Subject, _ row: Value?) {
    let constraints = subject.question.constraints
    let programs = situation.pack.programs[subject.question.path]
    let type = subject.question.type
    if let min = bound(constraints.min, programs?.min, subject, row), isBefore(value, min) == true {
      add("reply/out-of-range", "reply/out-of-range.min", subject, ["limit": shown(min, type)])
    }
    if let max = bound(constraints.max, programs?.max, subject, row), isAfter(value, max) == true {
      add("reply/out-of-range", "reply/out-of-range.max", subject, ["limit": shown(max, type)])
    }
    if let within = programs?.within, case .period(let period) = self.value(of: within, subject, row), !lies(value, in: period) {
      add("reply/out-of-range", "reply/out-of-range.within", subject, ["period": "\(period)"])
    }
  }

  private func shown(_ limit: Datum, _ type: AnswerType) -> String {
    if case .date(let date) = limit, case .year = type { return "\(date.year)" }
    return limit.plainText
  }

  private func isBefore(_ value: AnswerValue, _ limit: Datum) -> Bool? { order(value, limit).map { $0 < 0 } }

  private func isAfter(_ value: AnswerValue, _ limit: Datum) -> Bool? { order(value, limit).map { $0 > 0 } }

  // A year may be held against a date, a period by its last day.
  private func order(_ value: AnswerValue, _ limit: Datum) -> Int? {
    switch (value, limit) {
    case (.integer(let a), .date(let date)): sign(Decimal64(a), Decimal64(Int64(date.year)))
    case (.integer(let a), _): limit.number.map { sign(Decimal64(a), $0) }
    case (.decimal(let a), _): limit.number.map { sign(a, $0) }
    case (.date(let a), .date(let b)): sign(a, b)
    case (.period(let a), .date(let b)): a.to.map { sign($0, b) }
    case (.duration(let a), .duration(let b)): sign(a, b)
    default: nil
    }
  }

  private func sign<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a == b ? 0 : 1 }

  private func lies(_ value: AnswerValue, in period: Period) -> Bool {
    switch value {
    case .integer(let year):
      guard let first = CalendarDate(year: Int(year), month: 1, day: 1),
        let last = CalendarDate(year: Int(year), month: 12, day: 31)
      else { return false }
      return Period(from: first, to: last).map { period.overlaps($0) } ?? false
    case .date(let date): return period.contains(date)
    case .period(let inner): return period.contains(inner)
    default: return true
    }
  }

  private func checkCount(_ count: Int, _ subject: Subject) {
    let constraints = subject.question.constraints
    let type = subject.question.type
    if let min = constraints.min?.literal(for: type)?.number?.wholeNumber, count < min {
      add("reply/too-few-entries", "reply/too-few-entries", subject, ["limit": "\(min)", "count": "\(count)"])
    }
    if let max = constraints.max?.literal(for: type)?.number?.wholeNumber, count > max {
      add("reply/too-many-entries", "reply/too-many-entries", subject, ["limit": "\(max)", "count": "\(count)"])
    }
  }

  // MARK: - Texts

  private func checkText(_ text: String, _ subject: Subject) {
    let constraints = subject.question.constraints
    if let max = constraints.maxWords {
      let words = text.split(whereSeparator: \.isWhitespace).count
      if words > max { add("reply/too-long", "reply/too-long.words", subject, ["limit": "\(max)", "count": "\(words)"]) }
    }
    if let max = constraints.maxLength {
      let length = text.unicodeScalars.count
      if length > max { add("reply/too-long", "reply/too-long.characters", subject, ["limit": "\(max)", "count": "\(length)"]) }
    }
    if let pattern = constraints.pattern, !pattern.matches(fully: text) {
      add("reply/pattern", "reply/pattern", subject, [:])
    }
  }

  private func checkUnique(_ rows: [ReplyRow], _ table: Table) {
    for (index, column) in table.columns.enumerated() where column.constraints.isUnique {
      var seen: Set<String> = []
      for row in rows where index < row.cells.count {
        guard let node = row.cells[index].node, let value = row.cells[index].shown else { continue }
        if seen.insert(value).inserted { continue }
        add(
          "reply/not-unique", "reply/not-unique",
          Subject(question: column, path: situation.cellPath(row, column, table), node: node),
          ["value": value])
      }
    }
  }

  // MARK: - Expressions

  private func checkExpressions(_ value: AnswerValue, _ subject: Subject, _ row: Value?) {
    let programs = situation.pack.programs[subject.question.path]
    if let constraint = programs?.constraint, case .bool(false) = self.value(of: constraint, subject, row) {
      add("reply/constraint", "reply/constraint", subject, [:], because: basis(of: constraint, besides: subject.path))
    }
    guard let equals = programs?.equals else { return }
    let computed = self.value(of: equals, subject, row)
    guard let differs = order(value, computed), differs != 0 else { return }
    add(
      "reply/total-differs", "reply/total-differs", subject, ["computed": computed.plainText, "value": subject.node.text],
      because: basis(of: equals, besides: subject.path))
  }

  // An expression that fails is told: nothing passes because it could not be worked out.
  private func value(of program: Program, _ subject: Subject, _ row: Value?) -> Datum {
    let value = state.run(program, situation.facts, row)
    if case .error(let error) = value, error.kind != .notApplicable {
      let fault = Fault(path: subject.path, declared: subject.question.declared, error: error)
      FaultIssues(situation: situation, problems: problems).add([fault])
    }
    return value
  }

  private func basis(of program: Program, besides path: String) -> [Issue.Basis] {
    situation.pack.evaluation.reads.of([program]).filter { situation.isAnswer($0) && $0.name != path }
      .flatMap { situation.bases(of: $0, row: nil) }
  }
}

extension Datum {
  /// The value as an exact number, if it is one.
  var number: Decimal64? {
    switch self {
    case .int(let value): Decimal64(value)
    case .decimal(let value): value
    default: nil
    }
  }
}

extension Decimal64 {
  /// The value as a whole number, if it has no fraction.
  var wholeNumber: Int64? {
    var rest = mantissa
    for _ in 0..<scale {
      guard rest % 10 == 0 else { return nil }
      rest /= 10
    }
    return rest
  }
}
