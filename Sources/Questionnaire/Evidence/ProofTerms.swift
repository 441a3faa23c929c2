import Expressions
import RulesEngine

/// What the requirements of a pack come to in one run: periods and days, not expressions.
struct ProofTerms {
  private var periods: [String: Period] = [:]
  private var days: [String: CalendarDate] = [:]
  /// The day from which the age of a document is counted back.
  let ageFrom: CalendarDate?
  /// Terms that failed.
  private(set) var faults: [Fault] = []

  init(_ pack: Pack, asOf: CalendarDate?, maxSteps: Int) {
    ageFrom = pack.questionnaire.period?.to ?? asOf
    guard !pack.programs.proofTerms.isEmpty else { return }
    var builder = FactsBuilder(slotCount: pack.vocabulary.slotCount)
    builder.set(Vocabulary.Fixed.asOf, asOf.map { builder.date($0) } ?? builder.unknown(0))
    let facts = builder.build()
    for (text, term) in pack.programs.proofTerms.sorted(by: { $0.key < $1.key }) {
      var state = EvaluationState(limit: maxSteps)
      switch term.program.result(facts, &state) {
      case .period(let period): periods[text] = period
      case .date(let day): days[text] = day
      case .error(let error): faults.append(Fault(path: "proofs", declared: term.declared, error: error))
      // What reads today, without knowing it, demands nothing.
      default: break
      }
    }
  }

  /// The period that a requirement names.
  func period(_ text: ExpressionText?) -> Period? { text.flatMap { periods[$0.text] } }

  /// The day that a requirement names.
  func day(_ text: ExpressionText?) -> CalendarDate? { text.flatMap { days[$0.text] } }
}
