import Documents
public import RulesEngine

/// Draft findings for people: per section the paragraph, and per point its status and what it rests on.
public struct DraftText {
  private let catalogue: MessageCatalogue
  private let paint: Paint
  private let isBrief: Bool

  /// A text in the language of `catalogue`; a brief one has only the paragraphs.
  public init(catalogue: MessageCatalogue, paint: Paint, isBrief: Bool) {
    self.catalogue = catalogue
    self.paint = paint
    self.isBrief = isBrief
  }

  /// The whole draft. `digest` is that of the reply's file.
  public func text(_ judgement: Judgement, _ sections: [SectionDraft], digest: String) -> String {
    head(judgement, digest) + (isBrief ? paragraphs(judgement, sections) : detailed(judgement, sections))
  }

  private func head(_ judgement: Judgement, _ digest: String) -> String {
    let questionnaire = judgement.pack.questionnaire
    let words = judgement.language.catalogue
    let name = judgement.language.names[judgement.reply.respondent]?.name ?? judgement.reply.respondent
    let title = questionnaire.title.map { words.words(for: $0) } ?? questionnaire.id
    return """
      \(paint.bold(SafeText.shown("\(title): \(name)")))
      \(catalogue.text("report/draft-head"))
      \(catalogue.text("report/draft-reply", ["file": judgement.reply.document.source.name, "digest": digest]))
      \(catalogue.text("report/draft-pack", ["pack": questionnaire.id, "version": questionnaire.version, "digest": judgement.pack.digest]))


      """
  }

  /// The paragraphs under the numbers and titles of their sections.
  public func paragraphs(_ judgement: Judgement, _ sections: [SectionDraft]) -> String {
    sections.map { "\(title(judgement, $0))\n\n\(SafeText.shown($0.paragraph))\n" }.joined(separator: "\n")
  }

  private func title(_ judgement: Judgement, _ draft: SectionDraft) -> String {
    guard let section = judgement.pack.questionnaire.sections.first(where: { $0.id == draft.id }) else { return draft.id }
    let title = section.title.map { judgement.language.catalogue.words(for: $0) } ?? draft.id
    return section.number.isEmpty ? title : "\(section.number). \(title)"
  }

  private func detailed(_ judgement: Judgement, _ sections: [SectionDraft]) -> String {
    sections.map { section in
      "\(paint.bold(title(judgement, section)))\n\n"
        + (section.paragraph.isEmpty ? "" : "\(SafeText.shown(section.paragraph))\n\n")
        + claims(section, judgement) + section.findings.map { point($0, judgement) }.joined()
    }.joined(separator: "\n")
  }

  // How much of what is claimed is proven; nothing where no proof is asked for.
  private func claims(_ section: SectionDraft, _ judgement: Judgement) -> String {
    guard let progress = judgement.progress.first(where: { $0.section == section.id }), progress.claims > 0 else { return "" }
    let arguments = ["verified": "\(progress.proven)", "unverified": "\(progress.claims - progress.proven)"]
    return "  \(catalogue.text("report/claims", arguments))\n"
  }

  private func point(_ finding: Finding, _ judgement: Judgement) -> String {
    let number = judgement.pack.questionnaire.items.first { $0.id == finding.item }?.number ?? ""
    let subject = finding.about.first.flatMap { judgement.situation.subject(of: $0) } ?? number
    var text =
      "  \(catalogue.text("status/\(finding.status.rawValue)")): \(SafeText.shown(subject)) \(paint.dim(SafeText.shown("[\(finding.id)]")))\n"
    if let statement = finding.statement { text += "    \(catalogue.text("report/statement")): \(SafeText.shown(statement))\n" }
    let rests = finding.because.filter { $0.location != nil }.map(basis)
    if !rests.isEmpty { text += "    \(catalogue.text("report/rests-on")): \(SafeText.shown(rests.joined(separator: "; ")))\n" }
    if !finding.documents.isEmpty {
      text += "    \(catalogue.text("report/documents")): \(SafeText.shown(finding.documents.joined(separator: ", ")))\n"
    }
    if finding.verified == .no { text += "    \(catalogue.text("report/unverified"))\n" }
    if finding.status == .notDetermined, !finding.conclusion.missing.isEmpty {
      let missing = SafeText.shown(finding.conclusion.missing.joined(separator: ", "))
      text += "    \(catalogue.text("report/would-settle")): \(missing)\n"
    }
    if let reason = finding.conclusion.reason { text += "    \(catalogue.text("missing/\(reason)"))\n" }
    if let change = finding.change {
      let words = ChangeWords(catalogue: catalogue, names: judgement.language.names)
      text += words.lines(change, finding).map(line).joined()
    }
    return text
  }

  private func line(_ text: String) -> String { "    \(SafeText.shown(text))\n" }

  private func basis(_ basis: Issue.Basis) -> String {
    let name = basis.path.split(separator: ".", maxSplits: 1).last.map(String.init) ?? basis.path
    let line = basis.location.map { catalogue.text("report/line", ["line": "\($0.range.line)"]) } ?? ""
    return "\(name)\(basis.value.map { ": \(String($0.prefix(60)))" } ?? "") (\(line))"
  }
}
