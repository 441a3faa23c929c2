import Documents
import Expressions
import RulesEngine

/// An expression of the questionnaire that failed, for example by an overflow.
struct Fault {
  let path: String
  let declared: Location
  let error: EvaluationError
}

extension EvaluationError {
  /// The message that says what went wrong in a rule or question.
  var messageID: String {
    switch kind {
    case .divideByZero: "rules/fault.divide-by-zero"
    case .overflow: "rules/fault.overflow"
    case .stepLimit: "rules/fault.step-limit"
    case .outOfRange, .noSuchKey: "rules/fault.out-of-range"
    default: "rules/fault.other"
    }
  }
}

/// Tells of expressions that failed: a fault of the pack, which the respondent cannot mend but must know of.
struct FaultIssues {
  let situation: Situation
  let problems: Problems

  func add(_ faults: [Fault]) {
    for fault in faults {
      let place = situation.answer(fault.path).location ?? situation.location(ofItem: String(fault.path.prefix { $0 != "." }))
      problems.add(
        Issue(
          "rules/fault", .warning, path: fault.path, at: place,
          Message(fault.error.messageID, ["rule": fault.path]), declared: fault.declared))
    }
  }
}
