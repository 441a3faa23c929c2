import Documents
import Expressions

/// The answers of a reply by the paths by which findings name them, each in a form that only its meaning changes.
struct AnswerIndex {
  private let reply: Reply
  private var cells: [String: [Answer]] = [:]
  private var details: [String: [String]] = [:]
  /// The paths of the cells of a column, or of a row that is not fixed, by what they are called together.
  private var groups: [String: [String]] = [:]

  init(_ judgement: Judgement) {
    reply = judgement.reply
    for question in judgement.pack.questionnaire.items.flatMap(\.questions) {
      let item = question.path.prefix { $0 != "." }
      if let parent = question.detailsOf { details["\(item).\(parent)", default: []].append(question.path) }
      guard let table = question.type.table else { continue }
      for row in judgement.reply.answers[question.path]?.rows ?? [] {
        for (column, cell) in zip(table.columns, row.cells) {
          let path = judgement.situation.cellPath(row, column, table)
          cells[path, default: []].append(cell)
          groups[AnswerBasis.name(of: path), default: []].append(path)
        }
        if !table.isSingleCell { cells[row.path, default: []] += row.cells }
      }
    }
  }

  /// The paths that `name` stands for in a basis.
  func paths(of name: String) -> [String] { groups[name] ?? [name] }

  /// What is answered at `path`, details included; where nothing stands, that is what it says.
  func canonical(_ path: String) -> String {
    if let cells = cells[path] { return cells.map(Canonical.answer).joined() }
    let questions = [path] + (details[path] ?? [])
    return questions.map { Canonical.answer(reply.answers[$0] ?? .none) }.joined()
  }
}

/// Answers as text: the same for the same meaning, however they are written in the file.
enum Canonical {
  /// A text that cannot run into what follows it.
  static func text(_ text: String) -> String { "\(text.utf8.count):\(text)" }

  /// An answer with what is cited for it and what the respondent adds.
  static func answer(_ answer: Answer) -> String {
    var parts = [content(answer)]
    parts += answer.citations.map(citation)
    if let comment = answer.comment { parts.append("#\(text(comment))") }
    return "(\(parts.joined()))"
  }

  // With the place in the document; page 3 is not article 3.
  private static func citation(_ citation: Citation) -> String {
    "@\(text(citation.id))\(citation.locatorName ?? "")\(citation.locator.map(node) ?? "")"
  }

  private static func node(_ node: Node) -> String {
    switch node.kind {
    case .scalar: text(node.text)
    case .sequence: "[\(node.items.map { self.node($0) }.joined())]"
    case .mapping: "{\(node.entries.map { text($0.key.text) + self.node($0.value) }.joined())}"
    }
  }

  private static func content(_ answer: Answer) -> String {
    switch answer.content {
    case .none: "-"
    case .missing(let kind, let justification): "!\(kind.rawValue)\(text(justification ?? ""))"
    case .unreadable: "?\(text(answer.node?.text ?? ""))"
    case .value(let value): self.value(value)
    }
  }

  private static func value(_ value: AnswerValue) -> String {
    switch value {
    case .bool(let yes): yes ? "yes" : "no"
    case .integer(let number): "\(number)"
    case .decimal(let number): number.description
    case .text(let words): text(words)
    case .date(let date): date.description
    case .period(let period): period.description
    case .duration(let span): "\(span.nanoseconds)"
    case .codes(let codes): "{\(codes.map(text).joined())}"
    case .list(let entries): "[\(entries.map(answer).joined())]"
    case .rows(let rows): "<\(rows.map(row).joined())>"
    }
  }

  private static func row(_ row: ReplyRow) -> String {
    let citations = row.citations.map(citation).joined()
    return "(\(text(row.path))\(row.cells.map(answer).joined())\(citations))"
  }
}
