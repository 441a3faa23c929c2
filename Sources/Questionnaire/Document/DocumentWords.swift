import Documents
import Expressions
import Publishing
import RulesEngine

/// The words of the experts' document, and values in words.
struct DocumentWords {
  let catalogue: MessageCatalogue
  let evidence: EvidenceWords
  private let labels: QuestionLabels
  private let names: [String: Language.Name]

  init(catalogue: MessageCatalogue, _ judgement: Judgement) {
    self.catalogue = catalogue
    evidence = EvidenceWords(catalogue: catalogue)
    labels = judgement.situation.labels
    names = judgement.language.names
  }

  /// What a country is called; its code where the pack has no name for it.
  func country(_ code: String) -> String { names[code]?.name ?? code }

  func line(_ location: Location) -> String { catalogue.text("report/line", ["line": "\(location.range.line)"]) }

  func question(_ number: Int) -> String { catalogue.text("document/question", ["number": "\(number)"]) }

  /// A text as it begins a line of its own.
  func opening(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  // MARK: - Tags

  func tag(_ status: Status) -> Block.Tag {
    Block.Tag(catalogue.text("status/\(status.rawValue)"), tone(status))
  }

  func status(_ status: Status) -> String { catalogue.text("status/\(status.rawValue)") }

  private func tone(_ status: Status) -> Block.Tone {
    switch status {
    case .satisfied: .positive
    case .partiallySatisfied: .partial
    case .notSatisfied: .negative
    case .notApplicable: .neutral
    case .notDetermined: .open
    }
  }

  func tag(_ severity: Severity) -> Block.Tag {
    let tone: Block.Tone =
      switch severity {
      case .error: .negative
      case .warning: .open
      case .info: .neutral
      }
    return Block.Tag(catalogue.text("report/\(severity.rawValue)"), tone)
  }

  func tag(_ kind: CountryQuestion.Kind) -> Block.Tag { Block.Tag(catalogue.text("document/tag.\(kind.rawValue)"), .open) }

  /// Whether a claim is proven; nothing where it needs no proof.
  func tag(_ verified: Verification) -> Block.Tag? {
    switch verified {
    case .yes: Block.Tag(catalogue.text("document/verified"), .positive)
    case .no: Block.Tag(catalogue.text("report/unverified"), .open)
    case .notRequired: nil
    }
  }

  // MARK: - Values

  /// What is said to a question, without what is said in lists and tables.
  func value(of answer: Answer, to question: Question) -> [Inline] {
    switch answer.content {
    case .none: return [.emphasis(catalogue.text("document/not-answered"))]
    case .unreadable:
      let raw = answer.node.flatMap { $0.kind == .scalar ? [Inline.text(": "), .code($0.text)] : nil } ?? []
      return [.emphasis(catalogue.text("document/unreadable"))] + raw
    case .missing(let kind, _): return [.strong(catalogue.text("document/missing.\(kind.rawValue)"))]
    case .value(let value): return self.value(value, answer, question)
    }
  }

  private func value(_ value: AnswerValue, _ answer: Answer, _ question: Question) -> [Inline] {
    switch value {
    case .bool(let yes): return [.strong(catalogue.text(yes ? "document/yes" : "document/no"))]
    case .codes(let codes): return [.strong(codes.map { label($0, question.type) }.joined(separator: ", "))]
    case .text(let text): return self.text(text, question.type)
    case .list(let entries): return Self.joined(entries.map { self.value(of: $0, to: question) }, by: .text("; "))
    case .rows(let rows): return [.strong(catalogue.text("document/entries", ["count": "\(rows.count)"]))]
    // As it is written: with its unit, and its digits.
    case .integer(let number): return [.text(written(answer) ?? "\(number)")]
    case .decimal(let number): return [.text(written(answer) ?? number.description)]
    case .date(let date): return [.text(written(answer) ?? date.description)]
    case .period(let period): return [.text(written(answer) ?? period.description)]
    case .duration(let span): return [.text(written(answer) ?? span.description)]
    }
  }

  private func written(_ answer: Answer) -> String? { answer.node.flatMap { $0.kind == .scalar ? $0.text : nil } }

  private func label(_ code: String, _ type: AnswerType) -> String {
    type.choiceList?.choices.first { $0.code == code }.map { labels.text($0.label) } ?? code
  }

  private func text(_ text: String, _ type: AnswerType) -> [Inline] {
    switch type.element {
    case .url: [.link(text, .address(text))]
    case .country: [.text(country(text))]
    case .choice, .choices: [.strong(label(text, type))]
    default: Self.lines(text)
    }
  }

  /// The number and title of an item or section.
  static func title(_ number: String, _ title: TextSource?, else id: String, _ labels: QuestionLabels) -> String {
    let words = title.map { labels.text($0) } ?? (number.isEmpty ? id : "")
    return [number, words].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A text that may have several lines.
  static func lines(_ text: String) -> [Inline] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0) }
    return joined(lines.map { [.text($0)] }, by: .lineBreak)
  }

  /// The engine's own words, in which backticks set off what stands in a file.
  static func message(_ text: String) -> [Inline] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return lines(text) }
    return parts.enumerated().flatMap { index, part in
      index % 2 == 1 ? [.code(String(part))] : part.isEmpty ? [] : lines(String(part))
    }
  }

  static func joined(_ parts: [[Inline]], by joint: Inline) -> [Inline] { Array(parts.joined(separator: [joint])) }
}

extension AnswerType {
  /// The type of a single value in it.
  fileprivate var element: AnswerType {
    if case .list(let of) = self { return of.element }
    return self
  }
}
