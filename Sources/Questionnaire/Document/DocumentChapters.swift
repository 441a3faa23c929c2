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

  private func title(_ section: Section) -> String { context.title(section.number, section.title, else: section.id) }

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
    return [heading(2, context.title(item.number, item.title, else: item.id), context.anchor(ofItem: item.id))] + blocks
  }

  private func see(_ issues: [DocumentIssue]) -> [Block] {
    guard !issues.isEmpty else { return [] }
    let links = issues.map { issue in
      [Inline.link(issue.issue.subject ?? issue.issue.rule.description, .anchor(issue.anchor))]
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
    let columns = ["id", "title", "kind", "cited", "state", "problems"].map { catalogue.text("report/evidence-column.\($0)") }
    let evidence = words.evidence
    let rows = report.documents.map { document -> [[Inline]] in
      [
        [.code(document.evidence.id)], [.text(document.evidence.title ?? "")], [.text(document.kind ?? "")],
        [.text(document.cited.map { $0.number.isEmpty ? $0.path : $0.number }.uniqued().joined(separator: ", "))],
        [.text(evidence.state(document))],
        DocumentWords.joined(evidence.problems(document.issues).uniqued().map { [.text($0)] }, by: .lineBreak),
      ]
    }
    return [
      heading(1, catalogue.text("report/evidence-documents"), "documents"),
      .table(Block.Table(columns: columns, rows: rows, namesRows: true)),
    ]
  }
}

/// Writes the box about one issue.
struct IssuePanel {
  let context: DocumentContext

  private var catalogue: MessageCatalogue { context.words.catalogue }

  func panel(_ entry: DocumentIssue, level: Int) -> Block {
    let issue = entry.issue
    let subject = issue.subject ?? issue.rule.description
    return .panel(
      Block.Panel(
        heading: Block.Heading(level: level, text: subject, anchor: entry.anchor), tag: context.words.tag(issue.severity),
        blocks: [.paragraph(DocumentWords.lines(catalogue.text(issue.message)))] + answers(issue) + [.facts(facts(entry))]))
  }

  private func answers(_ issue: Issue) -> [Block] {
    guard issue.comparesAnswers, !issue.because.isEmpty else { return [] }
    return [
      .paragraph([.strong(catalogue.text("report/because"))]),
      .list(issue.because.map { [.paragraph(context.answers.line($0))] }, isNumbered: false),
    ]
  }

  private func facts(_ entry: DocumentIssue) -> [Publication.Fact] {
    var facts: [Publication.Fact] = []
    if let explanation = entry.issue.explanation {
      facts.append(Publication.Fact(catalogue.text("report/explanation"), DocumentWords.lines(explanation)))
    }
    if let help = catalogue.help(entry.issue) { facts.append(Publication.Fact(catalogue.text("report/help"), [.text(help)])) }
    let place = " (\(context.words.line(entry.issue.location)))"
    facts.append(
      Publication.Fact(catalogue.text("document/rule"), [.code(entry.issue.rule.description), .text(place)]))
    if let question = context.questions.about(issue: entry.anchor) {
      let link = Inline.link(context.words.question(question.number), .anchor(question.anchor))
      facts.append(Publication.Fact(catalogue.text("document/see-questions"), [link]))
    }
    return facts
  }
}

/// The chapter of the questions to the country, by kind.
struct CountryQuestionChapter {
  let context: DocumentContext

  private var catalogue: MessageCatalogue { context.words.catalogue }

  var blocks: [Block] {
    let heading = Block.heading(
      Block.Heading(level: 1, text: catalogue.text("document/questions"), anchor: "questions"))
    guard !context.questions.all.isEmpty else {
      return [heading, .paragraph([.text(catalogue.text("document/no-questions"))])]
    }
    return [heading] + CountryQuestion.Kind.allCases.flatMap(group)
  }

  private func group(_ kind: CountryQuestion.Kind) -> [Block] {
    let questions = context.questions.of(kind)
    guard !questions.isEmpty else { return [] }
    let heading = Block.Heading(
      level: 2, text: catalogue.text("document/group.\(kind.rawValue)"), anchor: "questions-\(kind.rawValue)")
    return [.heading(heading)] + questions.map(panel)
  }

  private func panel(_ question: CountryQuestion) -> Block {
    let heading = Block.Heading(
      level: 3, text: "\(context.words.question(question.number)). \(question.subject)", anchor: question.anchor)
    let place = Publication.Fact(catalogue.text("document/place"), [link(question)])
    return .panel(
      Block.Panel(heading: heading, tag: context.words.tag(question.kind), blocks: question.blocks + [.facts([place])]))
  }

  private func link(_ question: CountryQuestion) -> Inline {
    switch question.place {
    case .point(let point): .link(PointPanel(context: context).heading(point), .anchor(point.anchor))
    case .item(let id): .link(question.subject, .anchor(context.anchor(ofItem: id)))
    case .issue(let anchor): .link(question.subject, .anchor(anchor))
    }
  }
}
