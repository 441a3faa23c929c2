import Documents
import Publishing

/// Writes the box about one issue.
struct IssuePanel {
  let context: DocumentContext

  private var words: DocumentWords { context.words }
  private var catalogue: MessageCatalogue { words.catalogue }

  func panel(_ entry: DocumentIssue, level: Int) -> Block {
    let subject = entry.subject(context.judgement, context.answers)
    let message = words.opening(catalogue.text(entry.issue.message))
    return .panel(
      Block.Panel(
        heading: Block.Heading(level: level, text: subject, anchor: entry.anchor), tag: words.tag(entry.issue.severity),
        blocks: [.paragraph(DocumentWords.message(message))] + answers(entry) + [.facts(facts(entry))]))
  }

  private func answers(_ entry: DocumentIssue) -> [Block] {
    let bases = entry.issue.comparesAnswers ? entry.bases(context.answers) : []
    guard !bases.isEmpty else { return [] }
    return [
      .paragraph([.strong(words.opening(catalogue.text("report/because")))]),
      .list(bases.map { [.paragraph(context.answers.line($0))] }, isNumbered: false),
    ]
  }

  private func facts(_ entry: DocumentIssue) -> [Publication.Fact] {
    let issue = entry.issue
    var facts: [Publication.Fact] = []
    func add(_ label: String, _ content: [Inline]) { facts.append(Publication.Fact(words.opening(label), content)) }
    if let explanation = issue.explanation { add(catalogue.text("report/explanation"), DocumentWords.lines(explanation)) }
    if let help = catalogue.help(issue) { add(catalogue.text("report/help"), DocumentWords.message(words.opening(help))) }
    add(
      catalogue.text("document/rule"), [.code(issue.rule.description), .text(" (\(words.line(issue.location)))")])
    if let question = context.questions.about(issue: entry.anchor) {
      add(catalogue.text("document/see-questions"), [.link(words.question(question.number), .anchor(question.anchor))])
    }
    return facts
  }
}
