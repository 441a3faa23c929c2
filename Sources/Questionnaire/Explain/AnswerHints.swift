import Expressions
import RulesEngine

/// The values that expressions hold answers against: near them an outcome can turn.
struct AnswerHints {
  private(set) var numbers: Set<Int64> = [0, 1]
  private(set) var texts: Set<String> = []
  /// Years of days, which other numbers have nothing to do with.
  private(set) var years: Set<Int64> = []
  private(set) var days: [CalendarDate] = []

  /// What stands in `outlines`, what `answers` say, and the ends of the period.
  init(_ outlines: [Outline], _ answers: [Answer], _ questionnaire: Questionnaire) {
    for literal in outlines.flatMap(\.literals) { note(literal) }
    for answer in answers { note(answer) }
    for day in [questionnaire.period?.from, questionnaire.period?.to].compactMap({ $0 }) { note(day) }
    texts.formUnion(questionnaire.lists.values.flatMap { $0.prefix(2) })
  }

  private mutating func note(_ literal: Datum) {
    switch literal {
    case .int(let number): note(number)
    case .decimal(let number): note(number)
    case .string(let text):
      texts.insert(text)
      if let day = CalendarDate(parsing: text) { note(day) }
    default: break
    }
  }

  private mutating func note(_ answer: Answer) {
    switch answer.value {
    case .integer(let number): note(number)
    case .decimal(let number): note(number)
    case .date(let day): note(day)
    case .text(let text): texts.insert(text)
    case .rows(let rows): for cell in rows.flatMap(\.cells) { note(cell) }
    default: break
    }
  }

  private mutating func note(_ number: Decimal64) {
    guard let whole = Int64("\(number)".prefix { $0 != "." }) else { return }
    note(whole)
  }

  private mutating func note(_ number: Int64) {
    guard number.magnitude < 1 << 60 else { return }
    numbers.formUnion([number - 1, number, number + 1])
  }

  private mutating func note(_ day: CalendarDate) {
    days += [day.addDays(-1), day, day.addDays(1)].compactMap { $0 }
    years.formUnion([-1, 0, 1].map { Int64(day.year + $0) })
  }
}
