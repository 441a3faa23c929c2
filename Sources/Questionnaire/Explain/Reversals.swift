import Documents
import RulesEngine

/// What a rule or finding came to, and the smallest sets of answers with which it would come to something else.
struct Reversals {
  /// Answers that change together, and what would come out.
  struct Change {
    /// The answers as they would be.
    let answers: [AnswerChange]
    /// The verdict of the rule or the status of the finding.
    let outcome: String
  }

  /// The row, where it is one of a table.
  let row: RowFact?
  /// The verdict or status as it is.
  let outcome: String
  /// What each answer that it rests on could be instead.
  let domains: [[AnswerChange]]
  /// The sets, all of the same size, which is the smallest.
  let changes: [Change]
  /// How many replies were judged for it.
  let tried: Int
  /// Whether there were more to judge than is allowed.
  let isCut: Bool
  /// The size up to which every set was judged.
  let complete: Int
}

extension Explainer {
  /// The reversals of a rule or finding, one for each row that it runs over; none without a reply.
  func reversals(of subject: ExplainedSubject) -> [Reversals] {
    guard let judgement else { return [] }
    var budget = SearchBudget(tries)
    switch subject {
    case .item, .point: return []
    case .rule(let rule, let row):
      let outcomes = judgement.outcomes.filter { $0.rule.id == rule.id && Self.isMeant($0.row, row) }
      return budget.shared(over: outcomes) { reversals(of: rule, $0, judgement, limit: $1) }
    case .finding(let finding, let row):
      let drawn = drawn(finding, judgement).filter { Self.isMeant($0.row, row) }
      return budget.shared(over: drawn) { reversals(of: finding, $0, judgement, limit: $1) }
    }
  }

  /// Whether a row is the one that is named, by its key or number.
  static func isMeant(_ fact: RowFact?, _ name: String?) -> Bool {
    guard let name else { return true }
    return fact.map { $0.path.hasSuffix("[\(name)]") } ?? false
  }

  /// The finding over the reply, row by row.
  func drawn(_ finding: CompiledFinding, _ judgement: Judgement) -> [DrawnFinding] {
    let narrow = pack.evaluation.narrowed(rules: [], findings: [finding])
    var evaluator = Evaluator(narrow, over: judgement.situation, maxSteps: judgement.options.maxSteps)
    return evaluator.drawFindings()
  }

  func reversals(of rule: CompiledRule, _ outcome: RuleOutcome, _ judgement: Judgement, limit: Int) -> Reversals {
    let rejudging = Rejudging(pack, rules: [rule], judgement.reply, labels, judgement.options)
    let subject = ChangeSubject(rule, row: outcome.row, in: pack)
    return search(rejudging, subject, now: outcome.verdict.rawValue, limit: limit) { situation in
      rejudging.outcomes(in: situation).first { $0.row?.path == outcome.row?.path }?.verdict.rawValue
    }
  }

  func reversals(of finding: CompiledFinding, _ drawn: DrawnFinding, _ judgement: Judgement, limit: Int) -> Reversals {
    let rejudging = Rejudging(pack, findings: [finding], judgement.reply, labels, judgement.options)
    let subject = ChangeSubject(finding, row: drawn.row, in: pack)
    return search(rejudging, subject, now: drawn.conclusion.status.rawValue, limit: limit) { situation in
      rejudging.findings(in: situation).first { $0.row?.path == drawn.row?.path }?.conclusion.status.rawValue
    }
  }

  private func search(
    _ rejudging: Rejudging, _ subject: ChangeSubject, now: String, limit: Int, outcome: (Situation) -> String?
  ) -> Reversals {
    var subject = subject
    // Sets of one come first: with more of them than may be judged no other is reached.
    subject.most = limit + 1
    let domains = limit > 0 ? domains.changes(rejudging, subject) : []
    let result = AnswerSearch(places: domains, limit: limit).run(
      judge: { outcome(rejudging.situation($0)) }, wanted: { $0 != now })
    return Reversals(
      row: subject.row, outcome: now, domains: domains,
      changes: result.found.map { Reversals.Change(answers: $0.changes, outcome: $0.outcome) }, tried: result.tried,
      isCut: result.isCut || limit == 0, complete: result.complete)
  }
}

/// How many replies may still be judged, for several searches together.
struct SearchBudget {
  private var left: Int

  init(_ tries: Int) { left = tries }

  /// Searches for each row with its part of what is left; what one does not use the next ones have.
  mutating func shared<Row>(over rows: [Row], _ search: (Row, Int) -> Reversals) -> [Reversals] {
    rows.enumerated().map { index, row in
      let reversals = search(row, min(left, max(1, left / (rows.count - index))))
      left -= reversals.tried
      return reversals
    }
  }
}
