public import Documents
public import Expressions
public import RulesEngine

/// How a reply is judged.
public struct JudgementOptions: Sendable {
  /// The language of messages and texts.
  public var language: String
  /// Judge a draft as if it were complete.
  public var asComplete: Bool
  /// Today, for what is held against it; absent: not known.
  public var asOf: CalendarDate?
  /// How many steps the evaluation of one expression may take.
  public var maxSteps: Int
  /// How deep evidence is looked into.
  public var evidence: EvidenceDepth

  /// Options with their defaults.
  public init(
    language: String = "en", asComplete: Bool = false, asOf: CalendarDate? = nil, maxSteps: Int = 1_000_000,
    evidence: EvidenceDepth = .listed
  ) {
    self.language = language
    self.asComplete = asComplete
    self.asOf = asOf
    self.maxSteps = maxSteps
    self.evidence = evidence
  }
}

/// A reply held against its questionnaire: everything that checks and drafts are made of.
public struct Judgement {
  /// The pack it was held against.
  public let pack: Pack
  /// The reply as it was read.
  public let reply: Reply
  /// What is wrong, in the order of the file.
  public let issues: [Issue]
  /// The outcomes of the rules, also of those that passed.
  public let outcomes: [RuleOutcome]
  /// How far the reply has come, section by section.
  public let progress: [SectionProgress]
  /// The words of the output.
  public let language: Language
  let situation: Situation
  /// How it was judged.
  let options: JudgementOptions

  /// Judges the reply in `document`; `nil` where nothing of it could be read.
  public init?(_ document: Document, pack: Pack, options: JudgementOptions) {
    guard let reading = ReplyReading(document, pack: pack, language: options.language) else { return nil }
    self.init(reading, options: options)
  }

  /// Judges a reply that was read; a reading is judged once.
  public init(_ reading: ReplyReading, options: JudgementOptions) {
    self.init(
      reading.reply, pack: reading.pack, language: reading.language, labels: reading.labels, problems: reading.problems,
      options: options)
  }

  init(
    _ reply: Reply, pack: Pack, language: Language, labels: QuestionLabels, problems: Problems, options: JudgementOptions
  ) {
    let mustConform = reply.status.mustConform || options.asComplete
    let situation = Situation(pack, reply, labels: labels, options: options)
    FaultIssues(situation: situation, problems: problems).add(situation.faults)
    CompletenessCheck(situation: situation, mustConform: mustConform, problems: problems).run()
    ConstraintCheck(situation, problems: problems).run()
    EvidenceCheck(situation, options: options, mustConform: mustConform, problems: problems).run()
    var evaluator = Evaluator(pack.evaluation, over: situation, maxSteps: options.maxSteps)
    outcomes = evaluator.runRules()
    RuleIssues(situation: situation, language: language, problems: problems).add(outcomes)
    ExplanationCheck(reply: reply, pack: pack, problems: problems).run()
    self.pack = pack
    self.reply = reply
    self.language = language
    self.situation = situation
    self.options = options
    issues = problems.issues.map { issue in
      var explained = issue
      if issue.severity == .warning { explained.explanation = reply.explanations[issue.rule.description]?.text }
      return explained
    }.inOrder()
    progress = SectionProgress.of(situation)
  }

  /// What was found of documents' files, by the path that the register has; none where files were not looked at.
  public var files: [String: DocumentFile] {
    let found = situation.proof.register.files
    let byPath = reply.register.compactMap { evidence in
      evidence.file.flatMap { path in found[evidence.id].map { (path.text, $0) } }
    }
    return Dictionary(byPath, uniquingKeysWith: { first, _ in first })
  }

  /// The claims that need proof, in the questionnaire's order.
  public var claims: [Claim] { situation.proof.claims }

  /// Nothing wrong at all that is an error.
  public var conforms: Bool { !issues.contains { $0.severity == .error } }

  /// The draft findings, section by section, with what experts set in the place of some.
  public func draft(_ overrides: [RuleID: FindingOverride] = [:]) -> [SectionDraft] {
    let scope = pack.scope(language)
    let name = language.names[reply.respondent] ?? Language.Name(name: reply.respondent)
    var writer = Writer(
      scope, evaluator: Evaluator(pack.evaluation, over: situation, maxSteps: situation.maxSteps), respondent: name,
      items: itemLabels)
    return writer.draft(overrides)
  }

  private var itemLabels: [ItemLabel] {
    pack.questionnaire.items.map {
      ItemLabel(id: $0.id, number: $0.number, title: $0.title.map { situation.labels.text($0) } ?? "")
    }
  }
}
