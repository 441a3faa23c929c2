import Documents
import Expressions
import Publishing
import RulesEngine

/// Writes the box about one point: how it stands, what was answered, the documents, and what is still open.
struct PointPanel {
  let context: DocumentContext

  private var words: DocumentWords { context.words }
  private var catalogue: MessageCatalogue { words.catalogue }

  /// The box; `level` is that of its heading.
  func panel(_ point: DocumentPoint, level: Int) -> Block {
    let tag = point.finding.map { words.tag($0.status) } ?? Block.Tag(catalogue.text("document/as-given"), .neutral)
    return .panel(
      Block.Panel(
        heading: Block.Heading(level: level, text: heading(point), anchor: point.anchor), tag: tag,
        blocks: joined(statement(point) + expert(point) + answers(point) + documents(point) + open(point) + references(point))))
  }

  /// The printed number and the words of what a point is about.
  func heading(_ point: DocumentPoint) -> String {
    let subject = point.about.first.map { context.answers.subject(of: $0) } ?? point.finding?.id.description ?? point.item
    return point.row.map { "\(subject) \($0)" } ?? subject
  }

  // Labels that follow one another are one list of them.
  private func joined(_ blocks: [Block]) -> [Block] {
    blocks.reduce(into: []) { joined, block in
      if case .facts(let facts) = block, case .facts(let before)? = joined.last {
        joined[joined.count - 1] = .facts(before + facts)
      } else {
        joined.append(block)
      }
    }
  }

  // MARK: - What is said

  private func statement(_ point: DocumentPoint) -> [Block] {
    guard let finding = point.finding else { return [] }
    var facts: [Publication.Fact] = []
    if let statement = finding.statement {
      facts.append(Publication.Fact(words.opening(catalogue.text("report/statement")), [.text(statement)]))
    }
    if let tag = words.tag(finding.verified) {
      facts.append(Publication.Fact(catalogue.text("document/group.unverified"), [.tag(tag)]))
    }
    return facts.isEmpty ? [] : [.facts(facts)]
  }

  // What was derived stays beside what an expert set in its place.
  private func expert(_ point: DocumentPoint) -> [Block] {
    guard let finding = point.finding, let change = finding.change else { return [] }
    let author = change.author
    let who = ["name": author.name, "country": words.country(author.country), "date": author.date]
    var facts = [
      Publication.Fact(catalogue.text("document/expert"), [.text(catalogue.text("document/expert-by", who))]),
      Publication.Fact(catalogue.text("document/expert-reason"), DocumentWords.lines(author.reason)),
    ]
    if change.derivedStatus != finding.status {
      let derived = words.status(change.derivedStatus)
      facts.append(Publication.Fact(catalogue.text("document/derived-status"), [.struck(derived)]))
    }
    if let derived = change.derivedStatement, derived != finding.statement {
      facts.append(Publication.Fact(catalogue.text("document/derived-words"), [.struck(derived)]))
    }
    var blocks: [Block] = [.facts(facts)]
    if change.isWithSatisfaction { blocks.append(remark(catalogue.text("report/override-satisfaction"))) }
    if change.isMoved { blocks.append(remark(catalogue.text("report/override-moved"))) }
    if change.isStale {
      let changed = change.changedAnswers.map { context.answers.subject(of: $0) }.joined(separator: "; ")
      blocks.append(remark(catalogue.text("report/override-stale", ["answers": changed])))
    }
    return blocks
  }

  private func remark(_ text: String) -> Block { .remark([.strong(words.opening(text))]) }

  // MARK: - What it rests on

  private func answers(_ point: DocumentPoint) -> [Block] {
    let because = point.finding?.because ?? []
    guard point.row == nil else {
      // The table as a whole says nothing about one of its rows.
      return list(because.filter { !point.about.contains($0.path) }, under: catalogue.text("report/rests-on"))
    }
    let writer = AnswerBlocks(situation: context.judgement.situation, words: words)
    let isOne = point.about.count == 1
    let own = point.about.flatMap { name in
      writer.blocks(name, label: isOne ? catalogue.text("document/answer") : context.answers.subject(of: name))
    }
    let others = because.filter { basis in basis.location != nil && !point.isAbout([basis.path]) }
    return own + list(others, under: catalogue.text("document/also-rests-on"))
  }

  private func list(_ bases: [Issue.Basis], under label: String) -> [Block] {
    guard !bases.isEmpty else { return [] }
    return [
      .paragraph([.strong(words.opening(label))]),
      .list(bases.uniqued().map { [.paragraph(context.answers.line($0))] }, isNumbered: false),
    ]
  }

  private func documents(_ point: DocumentPoint) -> [Block] {
    guard let list = evidence(of: point) else { return [] }
    return [.paragraph([.strong(catalogue.text("report/evidence-documents"))]), list]
  }

  private func evidence(of point: DocumentPoint) -> Block? {
    // What other rows cite proves nothing of this one.
    if let row = point.row, let table = point.about.first { return context.evidence.list(inRow: row, of: table) }
    return context.evidence.list(point.finding?.documents ?? context.evidence.cited(for: point.about), for: point.about)
  }

  // MARK: - What is open

  private func open(_ point: DocumentPoint) -> [Block] {
    guard let conclusion = point.finding?.conclusion else { return [] }
    var blocks: [Block] = []
    if let reason = conclusion.reason { blocks.append(.remark([.text(catalogue.text("missing/\(reason)"))])) }
    if let fault = conclusion.fault {
      let why = catalogue.text("error/\(fault.kind.id)")
      blocks.append(.remark([.text("\(catalogue.text("document/fault")): \(why)")]))
    }
    if conclusion.status == .notDetermined, !conclusion.missing.isEmpty {
      let missing = conclusion.missing.uniqued().map { path in
        [Block.paragraph([.text(context.answers.subject(of: path) + " "), .code(path)])]
      }
      blocks += [.paragraph([.strong(catalogue.text("document/not-settled"))]), .list(missing, isNumbered: false)]
    }
    return blocks
  }

  private func references(_ point: DocumentPoint) -> [Block] {
    let questions = context.questions.about(point)
    guard !questions.isEmpty else { return [] }
    let links = questions.map { [Inline.link(words.question($0.number), .anchor($0.anchor))] }
    return [
      .facts([
        Publication.Fact(catalogue.text("document/see-questions"), DocumentWords.joined(links, by: .text(", ")))
      ])
    ]
  }
}
