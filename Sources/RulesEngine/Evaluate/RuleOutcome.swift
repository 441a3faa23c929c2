import Documents
public import Expressions

/// What became of a rule.
public enum RuleVerdict: String, Sendable, Hashable {
  case passed, failed, undetermined
  case notApplicable = "not-applicable"
  /// The rule itself failed, for example by an overflow.
  case faulty
}

/// What became of a rule for one reply, or for one row of it.
public struct RuleOutcome: Sendable {
  /// The rule.
  public let rule: CompiledRule
  /// The row it ran over.
  public let row: RowFact?
  /// What became of it.
  public let verdict: RuleVerdict
  /// The questions whose answers would settle it.
  public let missing: [String]
  /// What went wrong in a faulty rule.
  public let error: EvaluationError?
}

/// The truth of an expression over answers that may be missing.
enum Truth {
  case known(Bool)
  case unknown([UInt32])
  case notApplicable
  case faulty(EvaluationError)

  init(_ datum: Datum) {
    switch datum {
    case .bool(let value): self = .known(value)
    case .unknown(let attributes): self = .unknown(attributes)
    case .error(let error): self = error.kind == .notApplicable ? .notApplicable : .faulty(error)
    // The checker saw to it that the type is bool; anything else would be its fault, and must not pass as an answer.
    default: self = .faulty(EvaluationError(.noSuchOverload))
    }
  }

  /// `not when or rule`, by the rules of `||`: a value that decides beats an unknown, an unknown beats an error.
  static func implication(_ when: Truth, _ rule: Truth) -> Truth {
    switch (when, rule) {
    case (.known(false), _), (_, .known(true)): .known(true)
    case (.unknown(let a), .unknown(let b)): .unknown(Array(Set(a + b)).sorted())
    case (.unknown(let a), _), (_, .unknown(let a)): .unknown(a)
    case (.faulty(let error), _), (_, .faulty(let error)): .faulty(error)
    case (.notApplicable, _), (_, .notApplicable): .notApplicable
    case (.known(true), .known(false)): .known(false)
    }
  }
}
