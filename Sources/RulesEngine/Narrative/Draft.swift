public import Documents

/// A finding in words.
public struct Finding: Sendable {
  /// The id.
  public let id: RuleID
  /// The item's id.
  public let item: String
  /// The full names of what it is about.
  public let about: [String]
  /// The status, and what is to be said about it.
  public let conclusion: Conclusion
  /// Whether the claim has its proof.
  public let verified: Verification
  /// The claim in words, without subject or lead.
  public let statement: String?
  /// The answers it rests on.
  public let because: [Issue.Basis]
  /// The documents cited for them.
  public let documents: [String]
  /// What an expert set in place of what was derived; `status` and `statement` are then the expert's.
  public var change: ExpertChange?

  /// The conclusion itself.
  public var status: Status { conclusion.status }
}

/// The draft of one section.
public struct SectionDraft: Sendable {
  /// The id.
  public let id: String
  /// The findings of the section in order.
  public let findings: [Finding]
  /// The paragraph, sentence by sentence.
  public let sentences: [Sentence]

  /// The sentences as one paragraph.
  public var paragraph: String { sentences.map(\.text).joined(separator: " ") }
}

extension Writer {
  /// The drafts of all sections in order, with what experts set in the place of findings, by their ids.
  public mutating func draft(_ overrides: [RuleID: FindingOverride] = [:]) -> [SectionDraft] {
    let drawn = drawFindings().map { $0.taking(overrides[$0.id]) }
    return scope.declarations.sections.map { section in
      let items = Set(scope.declarations.items.filter { $0.section == section }.map(\.id))
      let sentences = (evaluator.evaluation.sentences[section] ?? []).map { sentence in
        sentence.flatMap { at in drawn.filter { $0.index == at } }
      }
      let own = drawn.filter { items.contains($0.finding.item) }
      let paragraph = paragraph(FindingOrder.moved(sentences))
      let findings = FindingOrder.moved([own]).flatMap { $0 }.map { finding($0, in: paragraph) }
      return SectionDraft(id: section, findings: findings, sentences: paragraph)
    }
  }

  private mutating func finding(_ drawn: DrawnFinding, in paragraph: [Sentence]) -> Finding {
    let finding = drawn.finding
    var rests = finding.about.map { PointReference(name: $0) }
    let words = statementSource(drawn, drawn.conclusion).map { template($0, item: finding.item, each: finding.each) }
    let read = evaluator.evaluation.reads.of(finding.statuses.map(\.program)) + (words.map { answers(readBy: $0) } ?? [])
    let decided = drawn.conclusion.status == .notApplicable ? finding.about.flatMap { evaluator.source.deciders(of: $0) } : []
    for reference in read + decided where !rests.contains(reference) { rests.append(reference) }
    if let row = drawn.row { evaluator.enter(row) }
    return Finding(
      id: drawn.id, item: finding.item, about: finding.about, conclusion: drawn.conclusion, verified: drawn.verified,
      statement: drawn.override?.statement ?? words.map { render($0, item: finding.item, agreement: agreement(of: finding)) },
      because: rests.flatMap { evaluator.source.bases(of: $0, row: drawn.row) },
      documents: evaluator.source.documents(of: finding.about), change: change(of: drawn, in: paragraph))
  }

  // What an expert set, with what would stand without it.
  private mutating func change(of drawn: DrawnFinding, in paragraph: [Sentence]) -> ExpertChange? {
    guard let override = drawn.override, let derived = drawn.derived else { return nil }
    let statement = statementSource(drawn, derived).map { self.statement($0, of: drawn, agreement(of: drawn.finding)) }
    let isSaid = paragraph.contains { $0.isWithSatisfaction && $0.findings.contains(drawn.id) }
    return ExpertChange(
      author: override.author, derivedStatus: derived.status, derivedStatement: statement,
      isWithSatisfaction: override.isWithSatisfaction && isSaid, isMoved: override.place != nil,
      changedAnswers: override.changedAnswers)
  }

  // A finding that is partially satisfied is said as satisfied, if it has no words of its own.
  private func statementSource(_ drawn: DrawnFinding, _ conclusion: Conclusion) -> TextSource? {
    let statements = drawn.finding.statements
    if let own = statements.first(where: { $0.status == conclusion.status }) { return own.text }
    guard conclusion.status == .partiallySatisfied else { return nil }
    return statements.first { $0.status == .satisfied }?.text
  }

  // What is said of a finding in a sentence: the expert's words, or those for its status.
  private mutating func said(_ drawn: DrawnFinding, _ agreement: Agreement) -> String? {
    if let words = drawn.override?.statement { return words }
    return statementSource(drawn, drawn.conclusion).map { statement($0, of: drawn, agreement) }
  }

  private mutating func statement(_ source: TextSource, of drawn: DrawnFinding, _ agreement: Agreement) -> String {
    text(source, item: drawn.finding.item, each: drawn.finding.each, row: drawn.row, agreement: agreement)
  }

  // A finding with a subject of its own does not agree with the respondent.
  private func agreement(of finding: CompiledFinding, subject: Agreement? = nil) -> Agreement {
    finding.subject == nil ? subject ?? respondent.agreement : Agreement()
  }

  private mutating func paragraph(_ sentences: [[DrawnFinding]]) -> [Sentence] {
    var builder = ParagraphBuilder(style: scope.language.style)
    for sentence in sentences {
      let said = sentence.filter { !$0.finding.statements.isEmpty }
      addSentence(said, to: &builder)
      for finding in said where finding.conclusion.status == .notApplicable && finding.conclusion.isDeclared {
        let style = scope.language.style
        let grounds = grounds(of: finding, among: sentences.flatMap { $0 })
        // What no longer follows is not said: an expert has changed what it followed from.
        guard grounds.allSatisfy({ $0.derived == nil || $0.derived?.status == $0.conclusion.status }) else { continue }
        builder.addNotApplicable(
          style.notApplicable.map { text($0) } ?? "", alone: style.notApplicableAlone.map { text($0) }, finding: finding.id,
          because: grounds.map(\.id))
      }
      addGaps(said, to: &builder)
    }
    return builder.sentences
  }

  // The findings on the answers for which it may be declared not applicable.
  private func grounds(of drawn: DrawnFinding, among all: [DrawnFinding]) -> [DrawnFinding] {
    let deciders = Set(drawn.finding.about.flatMap { evaluator.source.deciders(of: $0) }.map(\.name))
    return all.filter { $0.id != drawn.id && !deciders.isDisjoint(with: $0.finding.about) }
  }

  private mutating func addSentence(_ findings: [DrawnFinding], to builder: inout ParagraphBuilder) {
    let subject = builder.nextSubject.map { self.subject($0) } ?? (text: "", agreement: respondent.agreement)
    var statements: [ParagraphBuilder.Statement] = []
    let marks = marks(of: findings)
    for (index, drawn) in findings.enumerated() {
      let agreement = agreement(of: drawn.finding, subject: subject.agreement)
      guard let polarity = drawn.conclusion.status.polarity, let said = said(drawn, agreement) else { continue }
      statements.append(
        .init(
          text: said + (marks[index].map { text($0) } ?? ""),
          subject: drawn.finding.subject.map { statement($0, of: drawn, agreement) }, polarity: polarity, finding: drawn.id))
    }
    guard let first = statements.first else { return }
    let isPleased = isSaidWithSatisfaction(findings, statements)
    let verb = verb(builder.nextVerb, isWithSatisfaction: isPleased, subject.agreement)
    let leads = builder.leads(for: first.polarity)
    let skipped = leads.firstIndex { !builder.wasJustUsed($0.node.text) } ?? 0
    builder.add(
      statements,
      opening: .init(
        lead: leads.isEmpty ? "" : text(leads[skipped], verb: verb, agreement: subject.agreement),
        leadKey: leads.isEmpty ? "" : leads[skipped].node.text, skipped: skipped, subject: subject.text,
        agreement: subject.agreement, isWithSatisfaction: isPleased))
  }

  // Satisfaction stands only where nothing but good is said, and where the language has words for it.
  private func isSaidWithSatisfaction(_ findings: [DrawnFinding], _ statements: [ParagraphBuilder.Statement]) -> Bool {
    scope.language.style.withSatisfaction != nil && findings.contains { $0.override?.isWithSatisfaction == true }
      && statements.allSatisfy { $0.polarity == .yes }
  }

  private mutating func verb(_ verb: TemplateText?, isWithSatisfaction: Bool, _ agreement: Agreement) -> String {
    let plain = verb.map { text($0) } ?? ""
    guard isWithSatisfaction, let words = scope.language.style.withSatisfaction else { return plain }
    return text(words, verb: plain, agreement: agreement)
  }

  private mutating func subject(_ subject: Style.Subject) -> (text: String, agreement: Agreement) {
    let words = text(subject.text)
    return (words, subject.agreement ?? (words == respondent.name ? respondent.agreement : Agreement()))
  }

  // What is set behind each claim without valid proof: behind each, or where none has any, once behind the last.
  private func marks(of findings: [DrawnFinding]) -> [TemplateText?] {
    let style = scope.language.style
    let said = findings.indices.filter {
      let finding = findings[$0]
      return finding.conclusion.status.polarity != nil
        && (finding.override?.statement ?? statementSource(finding, finding.conclusion)?.key) != nil
    }
    let open = said.filter { findings[$0].verified == .no && findings[$0].conclusion.status.polarity == .yes }
    var marks: [TemplateText?] = findings.map { _ in nil }
    if let all = style.unverifiedAll, open.count > 1, open == said, let last = said.last {
      marks[last] = all
    } else {
      for index in open { marks[index] = style.unverified }
    }
    return marks
  }

  // One gap an item, naming every question that would close it.
  private mutating func addGaps(_ findings: [DrawnFinding], to builder: inout ParagraphBuilder) {
    let open = findings.filter { $0.conclusion.status == .notDetermined && !$0.conclusion.isSilent }
    var items: [String] = []
    for finding in open where !items.contains(finding.finding.item) { items.append(finding.finding.item) }
    for item in items {
      let own = open.filter { $0.finding.item == item }
      var missing: [String] = []
      for path in own.flatMap(\.conclusion.missing) where !missing.contains(path) { missing.append(path) }
      builder.addGap(gap(item: item, missing: missing), findings: own.map(\.id))
    }
  }
}

extension DrawnFinding {
  /// The finding's id, with the row where it is drawn once a row.
  public var id: RuleID {
    guard let row, let bracket = row.path.firstIndex(of: "[") else { return finding.id }
    return RuleID(finding.id.description + row.path[bracket...])
  }
}
