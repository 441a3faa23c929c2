import Documents
public import Expressions

/// Runs a compiled evaluation over one reply.
public struct Evaluator<Source: AnswerSource>: ~Copyable {
  /// What is run.
  public let evaluation: CompiledEvaluation
  /// What it is run over.
  public let source: Source
  private var state: EvaluationState

  /// Prepares to run: computes the variables. An expression may take `maxSteps` steps.
  public init(_ evaluation: CompiledEvaluation, over source: Source, maxSteps: Int = 1_000_000) {
    self.evaluation = evaluation
    self.source = source
    state = EvaluationState(limit: maxSteps)
    for variable in evaluation.variables {
      state.setLocal(variable.local, variable.program.evaluate(source.facts, &state))
    }
  }

  /// Hands a value to the expressions that are evaluated from now on, such as a phrase.
  public mutating func set(local: Int, _ datum: Datum) { state.setLocal(local, state.intern(datum)) }

  /// Makes `row` mean this row from now on.
  public mutating func enter(_ row: RowFact) { state.setLocal(Local.row, row.value) }

  /// The value of an expression.
  public mutating func value(of program: Program) -> Datum { program.result(source.facts, &state) }

  /// The value of an expression, what its parts came to where it is traced, and the steps it took.
  public mutating func trace(_ program: Program) -> (result: Datum, trace: Trace, steps: Int) {
    let (result, trace) = program.trace(source.facts, &state)
    return (result, trace, state.steps)
  }

  /// The outcomes of all rules in their order, row by row.
  public mutating func runRules() -> [RuleOutcome] {
    var outcomes: [RuleOutcome] = []
    for rule in evaluation.rules {
      guard let table = rule.each else {
        outcomes.append(outcome(of: rule, row: nil))
        continue
      }
      for row in source.rows(of: table) {
        enter(row)
        outcomes.append(outcome(of: rule, row: row))
      }
    }
    return outcomes
  }

  private mutating func outcome(of rule: CompiledRule, row: RowFact?) -> RuleOutcome {
    let when = rule.when.map { Truth(value(of: $0)) } ?? .known(true)
    let holds = Truth(value(of: rule.rule))
    var missing: [String] = []
    var error: EvaluationError?
    let verdict: RuleVerdict
    switch Truth.implication(when, holds) {
    case .known(let passed): verdict = passed ? .passed : .failed
    case .unknown(let attributes):
      verdict = .undetermined
      missing = attributes.map { source.path(of: $0) }
    case .notApplicable: verdict = .notApplicable
    case .faulty(let fault):
      verdict = .faulty
      error = fault
    }
    return RuleOutcome(rule: rule, row: row, verdict: verdict, missing: missing, error: error)
  }

  /// The findings in the questionnaire's order; one that runs over a table gives one a row.
  public mutating func drawFindings() -> [DrawnFinding] {
    var drawn: [DrawnFinding] = []
    for (index, finding) in evaluation.findings.enumerated() {
      guard let table = finding.each else {
        drawn.append(draw(finding, index, row: nil))
        continue
      }
      for row in source.rows(of: table) {
        enter(row)
        drawn.append(draw(finding, index, row: row))
      }
    }
    return drawn
  }

  private mutating func draw(_ finding: CompiledFinding, _ index: Int, row: RowFact?) -> DrawnFinding {
    let conclusion =
      finding.statuses.isEmpty
      ? Conclusion(source.standing(of: finding.point ?? ""), of: finding.point ?? "", path: { [source] in source.path(of: $0) })
      : conclude(finding)
    let verified = source.verification(of: finding.about)
    return DrawnFinding(
      finding: finding, index: index, row: row,
      conclusion: conclusion.counting(verified, as: source.unverified(finding.about) ?? evaluation.unverified),
      verified: verified)
  }

  // The first true of the written statuses; one that cannot be told stops the search.
  private mutating func conclude(_ finding: CompiledFinding) -> Conclusion {
    let first: [Status] = [.notApplicable, .notDetermined]
    let ordered = finding.statuses.filter { first.contains($0.status) } + finding.statuses.filter { !first.contains($0.status) }
    for (status, program) in ordered {
      switch Truth(value(of: program)) {
      case .known(true): return Conclusion(status: status)
      case .known(false): continue
      case .unknown(let attributes): return unknown(attributes, in: finding)
      case .notApplicable: return Conclusion(status: .notApplicable, isDeclared: isDeclared(finding))
      case .faulty(let error): return Conclusion(status: .notDetermined, fault: error)
      }
    }
    return Conclusion(status: .notSatisfied)
  }

  private func unknown(_ attributes: [UInt32], in finding: CompiledFinding) -> Conclusion {
    var conclusion = Conclusion(status: .notDetermined, missing: attributes.map { source.path(of: $0) })
    // Where the point itself was declined or is optional, its own standing says why.
    if let point = finding.point {
      let own = Conclusion(source.standing(of: point), of: point, path: { [source] in source.path(of: $0) })
      conclusion.reason = own.reason
      conclusion.isSilent = own.isSilent && own.missing == conclusion.missing
    }
    return conclusion
  }

  private func isDeclared(_ finding: CompiledFinding) -> Bool {
    finding.about.contains { source.standing(of: $0) == .notApplicable(declared: true) }
  }
}
