import Documents
import Publishing
import RulesEngine

/// The chapters: an overview, the sections of the questionnaire, what concerns the file, the documents, the questions.
struct DocumentChapters {
  let context: DocumentContext

  private var words: DocumentWords { context.words }
  private var catalogue: MessageCatalogue { words.catalogue }
  private var judgement: Judgement { context.judgement }
  private var issues: [DocumentIssue] { DocumentIssue.all(of: judgement) }

  var blocks: [Block] {
    let issues = issues
    let sections = judgement.pack.questionnaire.sections
    return overview + sections.flatMap { section($0, issues) } + fileRemarks(issues) + documents
      + CountryQuestionChapter(context: context).blocks
  }

  private func heading(_ level: Int, _ text: String, _ anchor: String) -> Block {
    .heading(Block.Heading(level: level, text: text, anchor: anchor))
  }

  // MARK: - Overview

  private var overview: [Block] {
    let rows = judgement.pack.questionnaire.sections.map { section -> [[Inline]] in
      let findings = context.sections.first { $0.id == section.id }?.findings ?? []
      let counts = Status.allCases.map { status in [Inline.text("\(findings.count { $0.status == status })")] }
      return [[.link(title(section), .anchor(anchor(section)))]] + counts
    }
    let columns = [catalogue.text("document/chapter")] + Status.allCases.map { words.status($0) }
    let table = Block.Table(caption: catalogue.text("document/summary-of"), columns: columns, rows: rows, namesRows: true)
    let broken: [Block] =
      judgement.reply.document.isBroken ? [.remark([.strong(catalogue.text("document/broken"))])] : []
    return [heading(1, catalogue.text("document/summary"), "overview")] + broken + [.table(table)]
  }

  // MARK: - Sections and items

  private func title(_ section: Section) -> String {
    DocumentWords.title(section.number, section.title, else: section.id, context.labels)
  }

  private func anchor(_ section: Section) -> String { Anchor.of("section", section.id) }

  private func section(_ section: Section, _ issues: [DocumentIssue]) -> [Block] {
    let draft = context.sections.first { $0.id == section.id }
    let paragraph = draft.map { SentenceNotes(context: context).paragraph($0) } ?? []
    return [heading(1, title(section), anchor(section))] + paragraph + claims(section)
      + section.items.flatMap { item($0, of: section, issues) }
  }

  private func claims(_ section: Section) -> [Block] {
    guard let progress = judgement.progress.first(where: { $0.section == section.id }), progress.claims > 0 else { return [] }
    let arguments = ["verified": "\(progress.proven)", "unverified": "\(progress.claims - progress.proven)"]
    return [.remark([.text(catalogue.text("report/claims", arguments))])]
  }

  // A section of questions alone is its own item, and has its heading already.
  private func item(_ item: Item, of section: Section, _ issues: [DocumentIssue]) -> [Block] {
    let isSection = item.id == section.id
    let level = isSection ? 2 : 3
    let own = issues.filter { $0.items.first == item.id }
    let others = issues.filter { $0.items.dropFirst().contains(item.id) }
    let blocks =
      context.points.filter { $0.item == item.id }.map { PointPanel(context: context).panel($0, level: level) }
      + own.map { IssuePanel(context: context).panel($0, level: level) } + see(others)
    guard !isSection else { return blocks }
    let title = DocumentWords.title(item.number, item.title, else: item.id, context.labels)
    return [heading(2, title, context.anchor(ofItem: item.id))] + blocks
  }

  private func see(_ issues: [DocumentIssue]) -> [Block] {
    guard !issues.isEmpty else { return [] }
    let links = issues.map { issue in
      [Inline.link(issue.subject(judgement, context.answers), .anchor(issue.anchor))]
    }
    return [
      .remark([.text(catalogue.text("document/see-also") + " ")] + DocumentWords.joined(links, by: .text("; ")))
    ]
  }

  // MARK: - The file

  // What belongs to no item: the head of the file, explanations, what YAML forbids.
  private func fileRemarks(_ issues: [DocumentIssue]) -> [Block] {
    let items = Set(judgement.pack.questionnaire.items.map(\.id))
    let rest = issues.filter { !items.contains($0.items.first ?? "") }
    guard !rest.isEmpty else { return [] }
    return [heading(1, catalogue.text("document/file-remarks"), "file")]
      + rest.map { IssuePanel(context: context).panel($0, level: 2) }
  }

  // MARK: - Documents

  private var documents: [Block] {
    let report = EvidenceReport(judgement)
    guard !report.documents.isEmpty else { return [] }
    return [
      heading(1, catalogue.text("report/evidence-documents"), "documents"),
      .list(report.documents.map(document), isNumbered: true),
    ]
  }

  private func document(_ document: EvidenceReport.Document) -> [Block] {
    let evidence = words.evidence
    var facts = [Publication.Fact(catalogue.text("document/state"), [.text(evidence.state(document))])]
    let cited = items(citing: document)
    if !cited.isEmpty {
      facts.append(Publication.Fact(catalogue.text("document/cited"), DocumentWords.joined(cited, by: .text(", "))))
    }
    if let file = document.evidence.file { facts.append(Publication.Fact(catalogue.text("document/file"), [.code(file.text)])) }
    if let url = document.evidence.url {
      facts.append(Publication.Fact(catalogue.text("document/address"), [.link(url, .address(url))]))
    }
    let problems = evidence.problems(document.issues).uniqued().map { [Block.paragraph(DocumentWords.message($0))] }
    return [.paragraph(context.evidence.title(document.evidence.id)), .facts(facts)]
      + (problems.isEmpty ? [] : [.list(problems, isNumbered: false)])
  }

  // The items in whose answers a document is cited, in the questionnaire's order.
  private func items(citing document: EvidenceReport.Document) -> [[Inline]] {
    let cited = Set(document.cited.map(\.path.item))
    return judgement.pack.questionnaire.items.filter { cited.contains($0.id) }.map { item in
      [.link(item.number.isEmpty ? item.id : item.number, .anchor(context.anchor(ofItem: item.id)))]
    }
  }
}
