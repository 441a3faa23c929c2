import Documents
import Expressions
public import RulesEngine

/// What a rule or finding came to, and the smallest sets of answers with which it would come to something else.
public struct Reversals {
  /// Answers that change together, and what would come out.
  public struct Change {
    /// The answers as they would be.
    public let answers: [AnswerChange]
    /// The verdict of the rule or the status of the finding.
    public let outcome: String
  }

  /// The row, where it is one of a table.
  public let row: RowFact?
  /// The verdict or status as it is.
  public let outcome: String
  /// What each answer that it rests on could be instead.
  public let domains: [[AnswerChange]]
  /// The sets, all of the same size, which is the smallest.
  public let changes: [Change]
  /// How many replies were judged for it.
  public let tried: Int
  /// Whether there were more to judge than is allowed.
  public let isCut: Bool
  /// The size up to which every set was judged.
  public let complete: Int
}

extension Explainer {
  /// The reversals of a rule or finding, one for each row that it runs over; none without a reply.
  public func reversals(of subject: ExplainedSubject) -> [Reversals] {
    guard let judgement else { return [] }
    switch subject {
    case .item, .point: return []
    case .rule(let rule, let row):
      let outcomes = judgement.outcomes.filter { $0.rule.id == rule.id && Self.isMeant($0.row, row) }
      return outcomes.map { reversals(of: rule, $0, judgement) }
    case .finding(let finding, let row):
      return drawn(finding, judgement).filter { Self.isMeant($0.row, row) }.map { reversals(of: finding, $0, judgement) }
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

  private func reversals(of rule: CompiledRule, _ outcome: RuleOutcome, _ judgement: Judgement) -> Reversals {
    let rejudging = Rejudging(pack, rules: [rule], judgement.reply, labels, judgement.options)
    return search(
      rejudging, references(of: rule), outcome.row, programs: [rule.when, rule.rule].compactMap { $0 }, in: rule.item,
      now: outcome.verdict.rawValue
    ) { situation in
      rejudging.outcomes(in: situation).first { $0.row?.path == outcome.row?.path }?.verdict.rawValue
    }
  }

  private func reversals(of finding: CompiledFinding, _ drawn: DrawnFinding, _ judgement: Judgement) -> Reversals {
    let rejudging = Rejudging(pack, findings: [finding], judgement.reply, labels, judgement.options)
    return search(
      rejudging, references(of: finding), drawn.row, programs: finding.statuses.map(\.program), in: finding.item,
      now: drawn.conclusion.status.rawValue
    ) { situation in
      rejudging.findings(in: situation).first { $0.row?.path == drawn.row?.path }?.conclusion.status.rawValue
    }
  }

  /// What a rule reads.
  func references(of rule: CompiledRule) -> [PointReference] {
    (rule.about + pack.evaluation.reads.of([rule.when, rule.rule].compactMap { $0 })).uniqued()
  }

  /// What a finding is about and reads.
  func references(of finding: CompiledFinding) -> [PointReference] {
    // Proof of all that it is about can decide, too.
    let about = (finding.statuses.isEmpty ? [finding.point].compactMap { $0 } : []) + finding.about
    return (about.map { PointReference(name: $0) } + pack.evaluation.reads.of(finding.statuses.map(\.program))).uniqued()
  }

  private func search(
    _ rejudging: Rejudging, _ references: [PointReference], _ row: RowFact?, programs: [Program], in item: String, now: String,
    outcome: (Situation) -> String?
  ) -> Reversals {
    let domains = domains(rejudging, references, row, programs, in: item)
    let search = AnswerSearch(places: domains, limit: tries)
    let result = search.run(judge: { outcome(rejudging.situation($0)) }, wanted: { $0 != now })
    return Reversals(
      row: row, outcome: now, domains: domains,
      changes: result.found.map { Reversals.Change(answers: $0.changes, outcome: $0.outcome) }, tried: result.tried,
      isCut: result.isCut, complete: result.complete)
  }

  /// What the answers behind `references` could be instead.
  func domains(
    _ rejudging: Rejudging, _ references: [PointReference], _ row: RowFact?, _ programs: [Program], in item: String
  ) -> [[AnswerChange]] {
    let situation = rejudging.situation([])
    var read = ReadPlaces(situation)
    read.note(references, row: row)
    let targets = read.places.compactMap { place -> (place: AnswerPlace, question: Question, answer: Answer, table: Table?)? in
      guard let question = situation.question(place.question) else { return nil }
      let answer = situation.answer(place.question)
      guard let cell = place.cell, let table = question.type.table else { return (place, question, answer, nil) }
      let rows = answer.rows
      let given = cell.row < rows.count && cell.column < rows[cell.row].cells.count ? rows[cell.row].cells[cell.column] : .none
      return (place, table.columns[cell.column], given, table)
    }
    let hints = AnswerHints(
      outlines(of: programs, in: item, table: row?.table) + targets.flatMap { outlines(of: $0.question) },
      targets.map(\.answer), pack.questionnaire)
    let finder = ChangeFinder(rejudging: rejudging, domain: AnswerDomain(hints: hints, sample: sample))
    return targets.map { finder.changes(at: $0.place, $0.question, $0.answer, $0.table) }
  }

  /// The parts of expressions and of the variables behind them.
  private func outlines(of programs: [Program], in item: String, table: String?) -> [Outline] {
    let own = programs.compactMap { words.outline($0.source, in: item, table: table) }
    return own
      + variables(behind: programs).compactMap { variable in
        words.outline(variable.program.source, in: String(variable.name.prefix { $0 != "." }), table: nil)
      }
  }

  /// The parts of what bounds an answer, and of what decides whether it is asked.
  func outlines(of question: Question) -> [Outline] {
    let programs = pack.programs[question.path]?.all ?? []
    let bounds = [question.constraints.min, question.constraints.max].compactMap { $0?.expression.text }
    let path = question.path.split(separator: ".")
    let table = path.count > 2 ? path.prefix(2).joined(separator: ".") : nil
    return (programs.map(\.source) + bounds).compactMap { words.outline($0, in: String(path.first ?? ""), table: table) }
  }

  /// The variables that expressions read, directly or through others.
  func variables(behind programs: [Program]) -> [CompiledVariable] {
    var needed = Set(programs.flatMap { $0.references.map(\.name) })
    return pack.evaluation.variables.reversed().filter { variable in
      guard needed.contains(variable.name) else { return false }
      needed.formUnion(variable.program.references.map(\.name))
      return true
    }.reversed()
  }

  /// What stands for any text.
  var sample: String { catalogue.text("explain/sample.text") }
}
