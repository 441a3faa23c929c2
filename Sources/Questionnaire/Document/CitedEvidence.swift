import Documents
import Expressions
import Publishing
import RulesEngine

/// The documents that are cited, in words: what each is, where in it, and what is wrong with it.
struct CitedEvidence {
  private let situation: Situation
  private let index: EvidenceIssues
  private let words: DocumentWords

  init(_ judgement: Judgement, _ words: DocumentWords) {
    situation = judgement.situation
    index = EvidenceIssues(judgement)
    self.words = words
  }

  private var catalogue: MessageCatalogue { words.catalogue }

  /// The documents cited for points, each with what is wrong with it.
  func list(_ ids: [String], for points: [String]) -> Block? {
    let roots = roots(of: points)
    return list(ids.map { entry($0, places($0, roots), issues($0, roots)) })
  }

  /// The documents cited in a row of a table, or for the table as a whole, each with what is wrong with it.
  func list(inRow row: Substring, of table: String) -> Block? {
    let cited = index.citations(at: table) + index.citations(at: table + row)
    return list(
      cited.map(\.citation.id).uniqued().map { id in
        let places = cited.filter { $0.citation.id == id }.compactMap { place($0.citation) }.uniqued()
        return entry(id, places, words.evidence.problems(index.issues(of: id, citedBy: cited)).uniqued())
      })
  }

  private func list(_ entries: [[Block]]) -> Block? { entries.isEmpty ? nil : .list(entries, isNumbered: false) }

  /// Documents in one paragraph each, without what is wrong with them.
  func lines(_ ids: [String], for points: [String]) -> [[Inline]] {
    let roots = roots(of: points)
    return ids.map { line($0, places($0, roots)) }
  }

  /// The documents cited for points that no finding is about.
  func cited(for points: [String]) -> [String] { points.flatMap { situation.proof.documents(of: $0) }.uniqued() }

  /// What a document is called.
  func title(_ id: String) -> [Inline] { line(id, []) }

  private func entry(_ id: String, _ places: [String], _ problems: [String]) -> [Block] {
    let told: [Block] =
      problems.isEmpty ? [] : [.list(problems.map { [.paragraph(DocumentWords.message($0))] }, isNumbered: false)]
    return [.paragraph(line(id, places))] + told
  }

  private func line(_ id: String, _ places: [String]) -> [Inline] {
    let places = places.map { Inline.text(", \($0)") }
    guard let evidence = situation.reply.evidence[id] else {
      return [.code(id), .text(" "), .emphasis("(\(catalogue.text("document/not-listed")))")] + places
    }
    var line: [Inline] = [.strong(evidence.title ?? id)]
    if let kind = evidence.kind { line.append(.text(", \(situation.labels.kind(kind))")) }
    if let number = evidence.number { line.append(.text(", \(catalogue.text("document/number", ["number": number]))")) }
    if let issued = evidence.issued {
      line.append(.text(", \(catalogue.text("document/issued", ["date": issued.description]))"))
    }
    line += places
    return line + [.text(" "), .code("[\(id)]")]
  }

  // MARK: - Places and problems

  // Under these paths stands what is cited for the points: a question with its details and fixed rows, a row, or where it is
  // a column, its table.
  private func roots(of points: [String]) -> [String] {
    points.flatMap { point -> [String] in
      if let question = situation.question(point) {
        return [point, "\(point)_details"] + (question.type.table?.rows?.map(\.path) ?? [])
      }
      guard let (question, table) = situation.owner(of: point) else { return [point] }
      let isRow = table.rows?.contains { $0.path == point } ?? false
      return isRow ? [point, question.path] : [question.path] + (table.rows?.map(\.path) ?? [])
    }
  }

  private func isUnder(_ path: String, _ roots: [String]) -> Bool {
    roots.contains { path == $0 || path.hasPrefix("\($0)[") || path.hasPrefix("\($0).") }
  }

  // The pages or articles that are cited, each once.
  private func places(_ id: String, _ roots: [String]) -> [String] {
    index.citations(of: id).filter { isUnder($0.path, roots) }.compactMap { place($0.citation) }.uniqued()
  }

  private func place(_ citation: Citation) -> String? {
    if let pages = citation.pages {
      let spans = pages.spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      let isOne = pages.spans.count == 1 && pages.spans[0].count == 1
      return catalogue.text(isOne ? "document/page" : "document/pages", ["pages": spans.joined(separator: ", ")])
    }
    guard let locator = citation.locator, locator.kind == .scalar else { return nil }
    return catalogue.text("document/locator", ["place": locator.text])
  }

  // What is told of the document itself, and of its being cited for these points.
  private func issues(_ id: String, _ roots: [String]) -> [String] {
    let own = situation.reply.evidence[id].map { index.issues(of: $0) } ?? index.issues(citing: id)
    let about = own.filter { $0.path == "evidence.\(id)" || isUnder($0.path, roots) }
    return words.evidence.problems(about).uniqued()
  }
}
