import Documents
import RulesEngine

/// What every part of the experts' document looks up.
struct DocumentContext {
  let judgement: Judgement
  let sections: [SectionDraft]
  let words: DocumentWords
  let answers: AnswerLines
  let evidence: CitedEvidence
  let points: [DocumentPoint]
  let questions: CountryQuestions

  init(_ judgement: Judgement, _ sections: [SectionDraft], catalogue: MessageCatalogue) {
    let words = DocumentWords(catalogue: catalogue, judgement)
    let answers = AnswerLines(judgement, words)
    let points = DocumentPoint.all(of: judgement, sections)
    self.judgement = judgement
    self.sections = sections
    self.words = words
    self.answers = answers
    self.points = points
    evidence = CitedEvidence(judgement, words)
    questions = CountryQuestions(judgement, points, answers, words)
  }

  var labels: QuestionLabels { judgement.situation.labels }

  /// Where an item stands: its own heading, or that of the section that it is.
  func anchor(ofItem id: String) -> String {
    let isSection = judgement.pack.questionnaire.sections.contains { $0.id == id }
    return Anchor.of(isSection ? "section" : "item", id)
  }
}

/// Something that has a box of its own: a finding, or an answer that no finding is about.
struct DocumentPoint {
  let item: String
  let finding: Finding?
  /// The full names of questions, rows and columns.
  let about: [String]
  let anchor: String

  /// The row that it is about, `[Faro]`, where its table has as many as the respondent gives.
  var row: Substring? {
    guard let id = finding?.id.description, let open = id.firstIndex(of: "["), id.hasSuffix("]") else { return nil }
    return id[open...]
  }

  /// Whether it is about any of these paths, or holds one of them.
  func isAbout(_ paths: Set<String>) -> Bool {
    let own = row.map { row in about.map { $0 + row } } ?? about
    return own.contains { point in
      paths.contains { $0 == point || $0.hasPrefix("\(point)[") || $0.hasPrefix("\(point).") || $0.column == point }
    }
  }

  private init(_ finding: Finding, of pack: String) {
    let id = finding.id.description
    let own = "\(pack)/"
    item = finding.item
    about = finding.about
    anchor = Anchor.of("point", id.hasPrefix(own) ? String(id.dropFirst(own.count)) : id)
    self.finding = finding
  }

  private init(answer path: String, of item: String) {
    self.item = item
    finding = nil
    about = [path]
    anchor = Anchor.of("answer", path)
  }

  /// The points of a reply, item by item: the findings, then the answers that none of them shows whole.
  static func all(of judgement: Judgement, _ sections: [SectionDraft]) -> [DocumentPoint] {
    let findings = sections.flatMap(\.findings)
    let byItem = Dictionary(grouping: findings, by: \.item)
    let shown = Set(findings.filter { !$0.id.description.hasSuffix("]") }.flatMap(\.about))  // one of a row shows no other
    return judgement.pack.questionnaire.items.flatMap { item in
      let drawn = (byItem[item.id] ?? []).map { DocumentPoint($0, of: judgement.pack.questionnaire.id) }
      return drawn + answers(of: item, judgement, beside: shown)
    }
  }

  private static func answers(of item: Item, _ judgement: Judgement, beside shown: Set<String>) -> [DocumentPoint] {
    let names = Set(item.questions.map(\.name))
    return item.questions.filter { question in
      if let parent = question.detailsOf, names.contains(parent) { return false }
      guard !shown.contains(question.path) else { return false }
      let details = item.questions.filter { $0.detailsOf == question.name }
      return ([question] + details).contains { judgement.situation.answer($0.path).isGiven }
    }.map { DocumentPoint(answer: $0.path, of: item.id) }
  }
}

extension String {
  /// The item that a path begins with.
  var item: String { String(prefix { $0 != "." && $0 != "[" }) }

  /// The column of a cell, `one.range` for `one.stations[Faro].range`; `nil` where the path leads to none.
  fileprivate var column: String? {
    guard let close = lastIndex(of: "]"), self[close...].hasPrefix("].") else { return nil }
    return "\(item)\(self[index(after: close)...])"
  }
}

/// Names by which a document refers to its parts.
enum Anchor {
  /// A name from an id: different ids give different names.
  static func of(_ kind: String, _ id: String) -> String {
    var name = kind + "-"
    for scalar in id.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": name.unicodeScalars.append(scalar)
      case ".": name += "--"
      default: name += "-\(String(scalar.value, radix: 16))-"
      }
    }
    return name
  }
}
