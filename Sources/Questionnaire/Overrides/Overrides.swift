public import Documents
public import RulesEngine

/// What experts set by hand for the findings of one reply: the file beside it, read and held against the reply.
public struct Overrides: Sendable {
  /// What is to be set, by finding; what was refused is not among them.
  public let findings: [RuleID: FindingOverride]
  /// What is wrong with the file, in the order of its lines.
  public let issues: [Issue]
  /// The file.
  public let document: Document
  let entries: [OverrideEntry]
  private let basis: [RuleID: AnswerBasis]

  /// Reads `document` as what experts set for the findings of `judgement`. `digest` gives the hexadecimal digits of a hash.
  public init(_ document: Document, for judgement: Judgement, digest: @escaping ([UInt8]) -> String) {
    let problems = Problems(document.issues)
    var file = document.root.map { OverrideReader(judgement: judgement, problems: problems).read($0) } ?? OverrideFile()
    let derived = judgement.draft()
    let answers = AnswerIndex(judgement)
    let bases = derived.flatMap(\.findings).map { finding in
      (finding.id, AnswerBasis(finding.because.map(\.path), in: answers, digest: digest))
    }
    let basis = Dictionary(bases, uniquingKeysWith: { first, _ in first })
    let check = OverrideCheck(
      judgement: judgement, file: document.source.name, derived: derived, answers: answers, basis: basis, digest: digest)
    findings = check.accepted(&file, problems: problems)
    entries = file.entries
    issues = problems.issues.inOrder()
    self.document = document
    self.basis = basis
  }

  /// Whether something in it was refused, or could not be read.
  public var isSound: Bool { !issues.contains { $0.severity == .error } }

  /// What is left to say when the draft is made: words of an expert that stand in no sentence.
  public func unsaid(in sections: [SectionDraft]) -> [Issue] {
    (satisfactionUnsaid(in: sections) + statementsUnsaid(in: sections)).inOrder()
  }

  private func statementsUnsaid(in sections: [SectionDraft]) -> [Issue] {
    let said = Set(sections.flatMap(\.sentences).flatMap(\.findings))
    let statuses = Dictionary(
      sections.flatMap(\.findings).map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
    return entries.compactMap { entry in
      guard let id = entry.finding, let words = entry.statement, findings[id]?.statement != nil else { return nil }
      guard !said.contains(id) || statuses[id]?.polarity == nil else { return nil }
      return Issue(
        "override/unsaid", .warning, path: entry.path, at: words.location,
        Message("override/unsaid", ["finding": id.description]))
    }
  }

  private func satisfactionUnsaid(in sections: [SectionDraft]) -> [Issue] {
    let said = sections.flatMap(\.findings).filter { $0.change?.isWithSatisfaction == true }.map(\.id)
    return entries.compactMap { entry in
      guard let id = entry.finding, let wish = entry.satisfaction, findings[id]?.isWithSatisfaction == true, !said.contains(id)
      else { return nil }
      return Issue(
        "override/satisfaction", .warning, path: entry.path, at: wish.location,
        Message("override/satisfaction", ["finding": id.description]))
    }
  }

  /// The answers that a finding rests on, as an override records them.
  func basis(of finding: RuleID) -> AnswerBasis? { basis[finding] }
}
