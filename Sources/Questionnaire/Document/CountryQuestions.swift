import Documents
import Publishing
import RulesEngine

/// Something to ask of the country.
struct CountryQuestion {
  /// Why it is asked; the order is that of the document.
  enum Kind: String, CaseIterable {
    case contradiction, unverified, undetermined
  }

  let kind: Kind
  let number: Int
  /// The printed number and words of what it is about.
  let subject: String
  /// What is asked.
  let blocks: [Block]
  /// Where it leads back to.
  let place: Place

  /// The part of the document that a question belongs to.
  enum Place {
    case point(DocumentPoint)
    case item(String)
    case issue(String)
  }

  var anchor: String { "question-\(number)" }
}

/// Everything to ask of the country, each thing once: what does not agree, what is not proven, what is not known.
struct CountryQuestions {
  private(set) var all: [CountryQuestion] = []
  private var ofPoint: [String: [Int]] = [:]
  private var ofIssue: [String: Int] = [:]

  init(_ judgement: Judgement, _ points: [DocumentPoint], _ answers: AnswerLines, _ words: DocumentWords) {
    let drafts = CountryQuestionWriter(judgement: judgement, points: points, answers: answers, words: words)
    for kind in CountryQuestion.Kind.allCases {
      for draft in drafts.of(kind) {
        let number = all.count + 1
        all.append(
          CountryQuestion(kind: kind, number: number, subject: draft.subject, blocks: draft.blocks, place: draft.place))
        for point in draft.points { ofPoint[point.anchor, default: []].append(number) }
        if case .issue(let anchor) = draft.place { ofIssue[anchor] = number }
      }
    }
  }

  /// The questions of one kind.
  func of(_ kind: CountryQuestion.Kind) -> [CountryQuestion] { all.filter { $0.kind == kind } }

  /// The questions that a point leads to, by their numbers.
  func about(_ point: DocumentPoint) -> [CountryQuestion] { (ofPoint[point.anchor] ?? []).map { all[$0 - 1] } }

  /// The question that an issue leads to.
  func about(issue anchor: String) -> CountryQuestion? { ofIssue[anchor].map { all[$0 - 1] } }
}

/// Words the questions, before they have numbers.
struct CountryQuestionWriter {
  struct Draft {
    let subject: String
    let blocks: [Block]
    let place: CountryQuestion.Place
    /// What refers to it.
    let points: [DocumentPoint]
  }

  let judgement: Judgement
  let points: [DocumentPoint]
  let answers: AnswerLines
  let words: DocumentWords

  private var catalogue: MessageCatalogue { words.catalogue }

  func of(_ kind: CountryQuestion.Kind) -> [Draft] {
    switch kind {
    case .contradiction: contradictions
    case .unverified: unverified
    case .undetermined: undetermined
    }
  }

  // MARK: - What does not agree

  // What the country has explained it need not explain again.
  private var contradictions: [Draft] {
    DocumentIssue.all(of: judgement).filter { $0.issue.comparesAnswers && $0.issue.explanation == nil }.map { entry in
      let paths = Set([entry.issue.path] + entry.issue.because.map(\.path))
      return Draft(
        subject: entry.subject(judgement, answers), blocks: request(entry),
        place: .issue(entry.anchor), points: points.filter { $0.isAbout(paths) })
    }
  }

  private func request(_ entry: DocumentIssue) -> [Block] {
    let message = words.opening(catalogue.text(entry.issue.message))
    let asked: [Block] = [.paragraph([.text(catalogue.text("document/ask-rule"))]), .remark(DocumentWords.message(message))]
    let concerned = entry.bases(answers).map { [Block.paragraph(answers.line($0))] }
    guard !concerned.isEmpty else { return asked }
    return asked + [
      .paragraph([.text(catalogue.text("document/ask-rule-answers") + ":")]), .list(concerned, isNumbered: false),
    ]
  }

  // MARK: - What is not proven

  private var unverified: [Draft] {
    EvidenceReport(judgement).claims.map { claim in
      let about = Set(Proof.holders(of: claim.claim))
      let own = points.filter { $0.isAbout(about) }
      return Draft(
        subject: claim.subject, blocks: request(claim), place: own.first.map { .point($0) } ?? .item(claim.claim.path.item),
        points: own)
    }
  }

  private func request(_ claim: EvidenceReport.Unproven) -> [Block] {
    let min = "\(claim.claim.requirement.min)"
    let text =
      claim.kinds.isEmpty
      ? catalogue.text("document/ask-proof.any", ["min": min])
      : catalogue.text("document/ask-proof.kinds", ["min": min, "kinds": claim.kinds.joined(separator: ", ")])
    guard !claim.claim.documents.isEmpty else { return [.paragraph([.text(text)])] }
    return [
      .paragraph([.text(text)]), .paragraph([.text(catalogue.text("document/ask-proof-refused") + ":")]),
      .list(words.evidence.why(claim).map { [.paragraph(DocumentWords.message($0))] }, isNumbered: false),
    ]
  }

  // MARK: - What is not known

  // One for the item of what is missing, for each reason that the country gives; what it may leave out is not asked for.
  private var undetermined: [Draft] {
    let open = points.filter { point in
      guard let conclusion = point.finding?.conclusion else { return false }
      return conclusion.status == .notDetermined && !conclusion.isSilent
    }
    let missing = Dictionary(grouping: open.flatMap(\.missing).uniqued(), by: \.item)
    return judgement.pack.questionnaire.items.flatMap { item in
      let own = missing[item.id] ?? []
      return own.map { answers.reason(of: $0) }.uniqued().map { reason in
        draft(own.filter { answers.reason(of: $0) == reason }, reason, of: item, open)
      }
    }
  }

  private func draft(_ missing: [String], _ reason: MissingKind?, of item: Item, _ open: [DocumentPoint]) -> Draft {
    let paths = Set(missing)
    let concerned = open.filter { !paths.isDisjoint(with: $0.missing) }
    let asked = missing.map { [Block.paragraph([.text(answers.subject(of: $0) + " "), .code($0)])] }
    return Draft(
      subject: DocumentWords.title(item.number, item.title, else: item.id, judgement.situation.labels),
      blocks: [.paragraph([.text(request(reason))]), .list(asked, isNumbered: false)],
      place: concerned.first { $0.item == item.id }.map { .point($0) } ?? .item(item.id), points: concerned)
  }

  private func request(_ reason: MissingKind?) -> String {
    switch reason {
    case .notAvailable: catalogue.text("document/ask-missing.not-available")
    case .declined: catalogue.text("document/ask-missing.declined")
    case .notApplicable, .pending, nil: catalogue.text("document/ask-missing")
    }
  }
}

extension DocumentPoint {
  /// The questions that would settle it.
  fileprivate var missing: [String] { finding?.conclusion.missing ?? [] }
}
