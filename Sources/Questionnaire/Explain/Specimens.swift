import Documents
import RulesEngine

/// Answers that show what a question takes: one that is accepted and one that is refused, as checking them really tells.
struct Specimens {
  /// An answer, as it would stand in a reply, and what is told of it.
  struct Specimen {
    let text: String
    let issue: Issue?
  }

  /// What must be answered elsewhere, so that the question is asked at all.
  private(set) var context: [AnswerChange] = []
  private(set) var accepted: Specimen?
  private(set) var refused: Specimen?

  // A question that is not asked after so many tries has no example.
  private static let tries = 400

  init(_ point: ExplainedPoint, _ explainer: Explainer) {
    let pack = explainer.pack
    let rejudging = Rejudging(
      pack, asking: [point.question.path], pack.emptyReply(point.question.ask.base.document), explainer.labels,
      JudgementOptions(evidence: .none))
    guard let context = Self.context(point.question, rejudging, explainer) else { return }
    self.context = context
    let target = point.target
    let domain = AnswerDomain(
      hints: AnswerHints(pack.outlines(of: target), [], pack.questionnaire), sample: explainer.domains.sample)
    let trial = Trying(point: point, rejudging: rejudging, context: context, domain: domain)
    accepted = trial.first(domain.ordinary(target)) { $0 == nil }
    let catalogue = explainer.catalogue
    let wrong = catalogue.text("explain/sample.wrong")
    refused = trial.first(domain.extraordinary(target) + domain.wrong(target.type, wrong)) { $0 != nil }
  }

  private static func context(_ question: Question, _ rejudging: Rejudging, _ explainer: Explainer) -> [AnswerChange]? {
    func isAsked(_ changes: [AnswerChange]) -> Bool {
      rejudging.situation(changes).applicability(of: question.path) == .asked
    }
    if isAsked([]) { return [] }
    let deciders = rejudging.situation([]).deciders(of: question.path)
    let item = String(question.path.prefix { $0 != "." })
    let relevant = [explainer.pack.programs[question.path]?.relevant].compactMap { $0 }
    var subject = ChangeSubject(deciders, relevant, in: item)
    subject.most = tries + 1
    let places = explainer.domains.changes(rejudging, subject)
    return AnswerSearch(places: places, limit: tries).run(judge: { isAsked($0) ? "" : nil }, wanted: { _ in true }).found.first?
      .changes
  }

  /// Tries answers to one question.
  private struct Trying {
    let point: ExplainedPoint
    let rejudging: Rejudging
    let context: [AnswerChange]
    let domain: AnswerDomain

    func first(_ values: [String], _ isWanted: (Issue?) -> Bool) -> Specimen? {
      for value in values {
        let written = "\(point.question.name): \(wrapped(value))"
        guard let issue = issue(written), isWanted(issue.first) else { continue }
        return Specimen(text: written, issue: issue.first)
      }
      return nil
    }

    // A cell is written in its row.
    private func wrapped(_ value: String) -> String {
      guard let table = point.question.type.table, point.column != nil || point.row != nil else { return value }
      guard let column = point.column else {
        return table.isSingleCell ? "{\(point.row?.id ?? ""): \(value)}" : value
      }
      if let row = point.row ?? table.rows?.first { return "{\(row.id): {\(column.name): \(value)}}" }
      let others = table.columns.filter { $0.name != column.name && ($0.isRequired || $0.name == table.key) }
      return
        "[{\((others.map { "\($0.name): \(domain.first($0.type))" } + ["\(column.name): \(value)"]).joined(separator: ", "))}]"
    }

    // What is told of the answer itself: of its form, its bounds, and of what is missing in it; `nil` where it is no YAML.
    private func issue(_ written: String) -> [Issue]? {
      let document = Document.parse(SourceFile(name: "", bytes: Array("\(written)\n".utf8)))
      guard document.issues.isEmpty, let entry = document.root?.entries.first(where: { _ in true }) else { return nil }
      let problems = Problems()
      let reader = AnswerReader(
        values: rejudging.reader.values, labels: rejudging.labels, problems: problems, presumed: Presumed())
      let answer = reader.read(point.question, key: entry.key, node: entry.value)
      let place = AnswerPlace(question: point.question.path, path: point.question.path)
      let change = AnswerChange(place: place, answer: answer, text: nil, count: nil)
      let situation = rejudging.situation(context.filter { !$0.place.overlaps(place) } + [change])
      ConstraintCheck(situation, problems: problems).run()
      if point.column == nil && point.row == nil {
        CompletenessCheck(situation: situation, mustConform: true, problems: problems).run()
      }
      return problems.issues.filter { isOwn($0.path) }
    }

    private func isOwn(_ path: String) -> Bool {
      ([point.question.path] + (point.question.type.table?.rows ?? []).map(\.path)).contains { own in
        path.isAtOrBelow(own)
      }
    }
  }
}

extension Pack {
  /// A reply that says nothing; `document` stands for its file.
  func emptyReply(_ document: Document) -> Reply {
    Reply(
      document: document, respondent: questionnaire.respondents.keys.min() ?? "", language: questionnaire.language,
      status: .draft, answers: [:], items: [:], answersKey: nil, evidence: [:], explanations: [:], presumed: [], unread: [])
  }
}

extension AnswerDomain {
  /// Values that a question most likely takes.
  func ordinary(_ question: Question) -> [String] {
    switch question.type {
    case .list(let of):
      let least = question.constraints.min?.literal(for: question.type)?.number?.wholeNumber ?? 1
      return [max(1, least), least + 1].map { list(of, [], count: Int(min(max($0, 0), 20))) }
    case .choices(let list):
      return list.codes.prefix(2).isEmpty ? [] : ["[\(list.codes.prefix(2).joined(separator: ", "))]", "[\(list.codes[0])]"]
    case .table(let table):
      guard let fixed = table.rows else { return [1, 2].compactMap { self.table(table, [], count: $0) } }
      let cells = fixed.map { row in
        table.isSingleCell ? "\(row.id): \(first(table.columns[0].type))" : "\(row.id): \(self.row(table, key: nil))"
      }
      return ["{\(cells.joined(separator: ", "))}"]
    case .integer, .decimal: return ["15"] + texts(question.type).reversed()
    default: return texts(question.type)
    }
  }

  /// Values of the right form that a bound may refuse.
  func extraordinary(_ question: Question) -> [String] {
    let bounds = question.constraints
    switch question.type {
    case .list(let of): return counts(nil).map { list(of, [], count: $0) }
    case .table(let table): return table.rows == nil ? counts(nil).compactMap { self.table(table, [], count: $0) } : []
    case .choices(let list): return codes(list, [])
    case .text:
      let words = bounds.maxWords.map { Array(repeating: sample, count: min($0 + 1, 30)).joined(separator: " ") }
      return [words].compactMap { $0 } + texts(.text)
    default: return bounds.isFree ? [] : texts(question.type)
    }
  }

  /// What is not of the type.
  func wrong(_ type: AnswerType, _ word: String) -> [String] {
    if case .text = type { return ["[\(sample), \(word)]"] }
    return [word]
  }
}
