import Documents
import Expressions
import RulesEngine

/// Judges a reply again with other answers, as far as a few rules and findings need it.
struct Rejudging {
  /// The pack, narrowed to what is judged.
  let pack: Pack
  let reply: Reply
  let labels: QuestionLabels
  let options: JudgementOptions
  let reader: AnswerReader
  private let questions: [String: Question]

  init(
    _ pack: Pack, rules: [CompiledRule] = [], findings: [CompiledFinding] = [], asking: [String] = [], _ reply: Reply,
    _ labels: QuestionLabels, _ options: JudgementOptions
  ) {
    self.pack = Narrowing(pack).narrowed(rules: rules, findings: findings, asking: asking)
    self.reply = reply
    self.labels = labels
    self.options = options
    let questionnaire = pack.questionnaire
    reader = AnswerReader(
      values: ValueReader(language: reply.language) {
        CountryCodes.all.contains($0) || questionnaire.respondents[$0] != nil
      }, labels: labels, problems: Problems(), presumed: Presumed())
    questions = Dictionary(
      self.pack.questionnaire.items.flatMap(\.questions).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The reply with changes, worked out anew.
  func situation(_ changes: [AnswerChange]) -> Situation {
    Situation(pack, reply.changed(changes, questions, reader), labels: labels, options: options)
  }

  /// The outcomes of the rules.
  func outcomes(in situation: Situation) -> [RuleOutcome] {
    var evaluator = Evaluator(pack.evaluation, over: situation, maxSteps: options.maxSteps)
    return evaluator.runRules()
  }

  /// The findings.
  func findings(in situation: Situation) -> [DrawnFinding] {
    var evaluator = Evaluator(pack.evaluation, over: situation, maxSteps: options.maxSteps)
    return evaluator.drawFindings()
  }
}

/// Leaves out of a pack what a few rules and findings do not need, so that it can be judged by a thousand times.
struct Narrowing {
  private let pack: Pack

  init(_ pack: Pack) { self.pack = pack }

  func narrowed(rules: [CompiledRule], findings: [CompiledFinding], asking: [String]) -> Pack {
    let programs = rules.flatMap { [$0.when, $0.rule].compactMap { $0 } } + findings.flatMap { $0.statuses.map(\.program) }
    let about =
      rules.flatMap { $0.about.map(\.name) } + findings.flatMap { finding in finding.about + [finding.point].compactMap { $0 } }
    let tables = rules.compactMap(\.each) + findings.compactMap(\.each)
    let names = pack.evaluation.reads.of(programs).map(\.name) + about + tables + asking
    let items = items(behind: names)
    return Pack(
      questionnaire: pack.questionnaire.narrowed(to: items), digest: pack.digest, vocabulary: pack.vocabulary,
      evaluation: pack.evaluation.narrowed(rules: rules, findings: findings), definitions: pack.definitions,
      programs: pack.programs, relevance: pack.relevance, words: pack.words, tests: [], sources: [], issues: [])
  }

  // The items of what is named, and of all that decides what is asked or proven there.
  private func items(behind names: [String]) -> Set<String> {
    var found: Set<String> = []
    var waiting = names.flatMap { items(of: $0) }
    while let id = waiting.popLast() {
      guard found.insert(id).inserted, let item = pack.questionnaire.items.first(where: { $0.id == id }) else { continue }
      for question in item.questions {
        for part in [question] + (question.type.table?.columns ?? []) {
          waiting += (pack.programs[part.path]?.all ?? []).flatMap(\.references).flatMap { items(of: $0.name) }
        }
      }
    }
    return found
  }

  private func items(of name: String) -> [String] {
    let items = pack.questionnaire.items
    let inSet = items.filter { $0.set == name }.map(\.id)
    return inSet.isEmpty ? items.map(\.id).filter { $0 == name.prefix { $0 != "." } } : inSet
  }
}

extension QuestionPrograms.Entry {
  /// Every expression of the question.
  var all: [Program] { [relevant, notApplicable, constraint, equals, min, max, within, proofWhen].compactMap { $0 } }
}

extension Questionnaire {
  /// The questionnaire with these items alone.
  func narrowed(to items: Set<String>) -> Questionnaire {
    Questionnaire(
      id: id, version: version, language: language, title: title, source: source, period: period,
      sections: sections.map { section in
        Section(
          id: section.id, number: section.number, title: section.title, items: section.items.filter { items.contains($0.id) })
      }, kinds: kinds, maxClaims: maxClaims, lists: lists, respondents: respondents, declared: declared)
  }
}
