import Documents
public import RulesEngine

/// Draft findings for programs.
public struct DraftJSON {
  private let version: String

  /// A report made by this version of the tool.
  public init(version: String) { self.version = version }

  /// The whole report over the given replies.
  public func report(_ replies: [JSON]) -> JSON {
    .object([
      ("format", .number(1)), ("tool", CheckJSON.tool(version)), ("adopted", .bool(false)), ("replies", .array(replies)),
    ])
  }

  /// One reply. `digest` is that of its file.
  public func reply(_ judgement: Judgement, _ sections: [SectionDraft], digest: String) -> JSON {
    let questionnaire = judgement.pack.questionnaire
    return .object([
      ("file", .string(judgement.reply.document.source.name)), ("digest", .string(digest)),
      ("questionnaire", .string(questionnaire.id)), ("pack", CheckJSON.pack(judgement.pack)),
      ("respondent", .string(judgement.reply.respondent)), ("language", .string(judgement.language.code)),
      ("sections", .array(sections.map { section($0, judgement) })),
    ])
  }

  private func section(_ draft: SectionDraft, _ judgement: Judgement) -> JSON {
    let section = judgement.pack.questionnaire.sections.first { $0.id == draft.id }
    return .object([
      ("id", .string(draft.id)), ("number", .string(section?.number ?? "")),
      ("title", JSON(section?.title.map { judgement.language.catalogue.words(for: $0) })),
      ("claims", CheckJSON.claims(judgement.progress.first { $0.section == draft.id })),
      ("findings", .array(draft.findings.map { finding($0, judgement) })), ("paragraph", .string(draft.paragraph)),
      (
        "sentences",
        .array(draft.sentences.map { .object([("text", .string($0.text)), ("findings", JSON($0.findings.map(\.description)))]) })
      ),
    ])
  }

  private func finding(_ finding: Finding, _ judgement: Judgement) -> JSON {
    let number = judgement.pack.questionnaire.items.first { $0.id == finding.item }?.number ?? ""
    var members: [(String, JSON)] = [
      ("id", .string(finding.id.description)), ("item", .string(number)), ("about", JSON(finding.about)),
      ("status", .string(finding.status.rawValue)), ("verified", .string(finding.verified.rawValue)),
      ("statement", JSON(finding.statement)), ("because", .array(finding.because.map(CheckJSON.basis))),
      ("documents", JSON(finding.documents)), ("missing", JSON(finding.conclusion.missing)),
    ]
    if let reason = finding.conclusion.reason { members.append(("reason", .string(reason))) }
    if let change = finding.change { members.append(("override", override(change))) }
    return .object(members)
  }

  private func override(_ change: ExpertChange) -> JSON {
    .object([
      ("expert", .string(change.author.name)), ("country", .string(change.author.country)),
      ("date", .string(change.author.date)), ("reason", .string(change.author.reason)),
      ("derived", .object([("status", .string(change.derivedStatus.rawValue)), ("statement", JSON(change.derivedStatement))])),
      ("with_satisfaction", .bool(change.isWithSatisfaction)), ("moved", .bool(change.isMoved)),
      ("stale", .bool(change.isStale)), ("changed", JSON(change.changedAnswers)),
    ])
  }
}
