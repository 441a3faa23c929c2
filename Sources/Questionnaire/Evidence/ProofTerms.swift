import Expressions
import RulesEngine

/// What the requirements of a pack come to in one run: periods and days, not expressions.
struct ProofTerms {
  private var periods: [String: Period] = [:]
  private var days: [String: CalendarDate] = [:]
  /// The day from which the age of a document is counted back.
  let ageFrom: CalendarDate?

  init(_ pack: Pack, asOf: CalendarDate?, maxSteps: Int) {
    ageFrom = pack.questionnaire.period?.to ?? asOf
    guard !pack.programs.proofTerms.isEmpty else { return }
    var builder = FactsBuilder(slotCount: pack.vocabulary.slotCount)
    if let asOf { builder.set(Vocabulary.Fixed.asOf, builder.date(asOf)) }
    let facts = builder.build()
    var state = EvaluationState(limit: maxSteps)
    for (text, program) in pack.programs.proofTerms {
      switch program.result(facts, &state) {
      case .period(let period): periods[text] = period
      case .date(let day): days[text] = day
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
