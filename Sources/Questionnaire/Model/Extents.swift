import Expressions
import RulesEngine

extension Question {
  /// How far its values reach, as far as that follows from the questionnaire alone: what `max` or `max_length` bound, or what
  /// bounds of the type and the period do. `period` is that of the questionnaire.
  func extent(in period: Period?) -> Extent {
    let bounds = Bounds(constraints, type, period)
    switch type {
    case .year: return bounds.years
    case .integer, .decimal: return .number(least: bounds.least, greatest: bounds.greatest)
    case .text, .url: return .text(bytes: constraints.maxLength.map { 4 * $0 })
    case .country: return .text(bytes: 3)
    case .choices(let list): return .items(list.set.codes.count, of: Extent(.choice(list.set)))
    case .list(let item): return .items(bounds.count, of: Extent(item.celType))
    case .table(let table): return .items(table.rows?.count ?? bounds.count, of: .record(table.rowType))
    case .yesNo, .date, .duration, .period, .choice: return Extent(type.celType)
    }
  }
}

/// The bounds of a question that are the same for every reply.
private struct Bounds {
  let least: Decimal64?
  let greatest: Decimal64?
  private let within: Period?

  init(_ constraints: Constraints, _ type: AnswerType, _ period: Period?) {
    var environment = Environment.standard
    if let period { environment.declare("period", constant: .period(period)) }
    func value(_ text: String) -> Datum? {
      // What reads answers does not compile here.
      guard case .success(let program) = environment.compile(text) else { return nil }
      var state = EvaluationState()
      return program.result(.none, &state)
    }
    func number(_ bound: Constraints.Bound?) -> Decimal64? {
      switch bound.flatMap({ $0.literal(for: type) ?? value($0.expression.text) }) {
      case .int(let number): Decimal64(number)
      case .decimal(let number): number
      case .date(let date): Decimal64(Int64(date.year))
      default: nil
      }
    }
    least = number(constraints.min)
    greatest = number(constraints.max)
    if let text = constraints.within?.text, case .period(let period) = value(text) { within = period } else { within = nil }
  }

  /// How many entries at most.
  var count: Int? { greatest?.integer.flatMap { Int(exactly: $0) } }

  /// A year has four digits.
  var years: Extent {
    let first = [least, within?.from.map { Decimal64(Int64($0.year)) }, Decimal64(0)].compactMap { $0 }.max()
    let last = [greatest, within?.to.map { Decimal64(Int64($0.year)) }, Decimal64(9999)].compactMap { $0 }.min()
    return .number(least: first, greatest: last)
  }
}
