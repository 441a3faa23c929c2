import Documents
import Expressions
import RulesEngine

/// A reply as its rules and findings see it: what is asked, every value, and where it stands.
final class Situation: AnswerSource {
  let pack: Pack
  let reply: Reply
  let facts: Facts
  let labels: QuestionLabels
  let proof: Proof
  /// What the pack's requirements of proof come to.
  let terms: ProofTerms
  /// Expressions that failed while it was worked out what is asked.
  let faults: [Fault]
  /// How many steps the evaluation of one expression may take.
  let maxSteps: Int
  private let applicability: [String: Applicability]
  private let attributes: Attributes
  private let rowValues: [String: [Value]]
  private let questions: [String: Question]
  private let places: ReplyPlaces

  init(_ pack: Pack, _ reply: Reply, labels: QuestionLabels, options: JudgementOptions) {
    self.pack = pack
    self.reply = reply
    self.labels = labels
    terms = ProofTerms(pack, asOf: options.asOf, maxSteps: options.maxSteps)
    let assembled = EvidenceAssembly(pack: pack, reply: reply, labels: labels, terms: terms, options: options).assemble()
    proof = assembled.proof
    facts = assembled.facts
    let assembly = assembled.assembly
    applicability = assembly.applicability
    faults = assembly.faults
    maxSteps = options.maxSteps
    attributes = assembly.attributes
    rowValues = assembly.rowValues
    let all = pack.questionnaire.items.flatMap(\.questions)
    questions = Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { a, _ in a })
    places = ReplyPlaces(reply)
  }

  /// The questionnaire's questions in order.
  var allQuestions: [Question] { pack.questionnaire.items.flatMap(\.questions) }

  /// The question with this path.
  func question(_ path: String) -> Question? { questions[path] }

  /// What the reply says to a question.
  func answer(_ path: String) -> Answer { reply.answers[path] ?? .none }

  /// Whether a question or cell is asked.
  func applicability(of path: String) -> Applicability { applicability[path] ?? .asked }

  /// The path of a cell.
  func cellPath(_ row: ReplyRow, _ column: Question, _ table: Table) -> String {
    table.isSingleCell ? row.path : "\(row.path).\(column.name)"
  }

  /// The value of a row in expressions.
  func rowValue(_ question: Question, _ index: Int) -> Value? {
    rowValues[question.path].flatMap { index < $0.count ? $0[index] : nil }
  }

  // MARK: - AnswerSource

  func path(of attribute: UInt32) -> String {
    Int(attribute) < attributes.paths.count ? attributes.paths[Int(attribute)] : ""
  }

  func rows(of table: String) -> [RowFact] {
    guard let question = questions[table], applicability(of: table) == .asked else { return [] }
    return answer(table).rows.enumerated().compactMap { index, row in
      guard let value = rowValue(question, index) else { return nil }
      let location = row.node?.location ?? row.key?.location ?? places.place(of: answer(table))
      return RowFact(value: value, path: row.path, location: location ?? places.start, index: index, table: table)
    }
  }

  func location(ofItem item: String) -> Location { places.location(ofItem: item) }

  func subject(of point: String) -> String? { labels.subject(ofPath: point) }

  func standing(of point: String) -> Standing {
    if let question = questions[point] { return standing(of: answer(point), question, path: point) }
    guard let (question, table) = owner(of: point) else { return .unanswered(required: false) }
    let asked = applicability(of: question.path)
    guard asked == .asked else { return standing(asked, path: question.path) }
    if let index = table.rows?.firstIndex(where: { $0.path == point }) { return standing(ofRow: index, question, table) }
    return standing(ofColumn: String(point.split(separator: ".").last ?? ""), question, table)
  }

  /// The table that has a row or column of this name.
  func owner(of point: String) -> (Question, Table)? {
    let item = point.prefix { $0 != "." }
    let name = point.dropFirst(item.count + 1)
    for question in pack.questionnaire.items.first(where: { $0.id == item })?.questions ?? [] {
      guard let table = question.type.table else { continue }
      if table.rows?.contains(where: { $0.path == point }) == true || table.columns.contains(where: { $0.name == name }) {
        return (question, table)
      }
    }
    return nil
  }

  func deciders(of point: String) -> [PointReference] {
    guard let question = questions[point] ?? owner(of: point)?.0 else { return [] }
    if let parent = question.detailsOf { return [PointReference(name: "\(question.path.prefix { $0 != "." }).\(parent)")] }
    let programs = pack.programs[question.path]
    return pack.evaluation.reads.of([programs?.relevant, programs?.notApplicable].compactMap { $0 })
      .filter { isAnswer($0) && $0.name != "row" }
  }

  private func standing(_ asked: Applicability, path: String) -> Standing {
    switch asked {
    case .notAsked: .notApplicable(declared: false)
    case .declared: .notApplicable(declared: true)
    case .unknown(let unknown): .relevanceUnknown(unknown)
    case .asked, .refused: .unreadable
    }
  }

  private func standing(of answer: Answer, _ question: Question, path: String) -> Standing {
    let asked = applicability(of: path)
    guard asked == .asked else { return standing(asked, path: path) }
    switch answer.content {
    case .none:
      return reply.unread.contains(path) || reply.unread.contains(String(path.prefix { $0 != "." }))
        ? .unreadable : .unanswered(required: question.isRequired)
    case .missing(.pending, _): return .unanswered(required: question.isRequired)
    case .missing(let kind, let justification): return .absent(kind: kind.rawValue, justification: justification)
    case .unreadable: return .unreadable
    case .value(.bool(let yes)): return yes ? .yes : .no
    case .value: return .given
    }
  }

  private func standing(ofRow index: Int, _ question: Question, _ table: Table) -> Standing {
    guard let row = answer(question.path).rows.first(where: { $0.fixed == index }) else {
      let whole = standing(of: answer(question.path), question, path: question.path)
      return whole == .given ? .unanswered(required: question.isRequired) : whole
    }
    let cells = zip(table.columns, row.cells).filter { $0.0.type.isYesNo }
    if table.isSingleCell, let (column, cell) = cells.first {
      return standing(of: cell, column, path: cellPath(row, column, table))
    }
    return gather(cells.map { ($0.0, $0.1, cellPath(row, $0.0, table)) })
  }

  private func standing(ofColumn name: String, _ question: Question, _ table: Table) -> Standing {
    guard let index = table.column(named: name), case .value = answer(question.path).content else {
      // What is missing is the table: that is what can be answered.
      let whole = standing(of: answer(question.path), question, path: question.path)
      return .cells([whole], missing: [question.path])
    }
    let column = table.columns[index]
    return gather(
      answer(question.path).rows.filter { index < $0.cells.count }.map { ($0.cells[index], cellPath($0, column, table)) }.map {
        (column, $0.0, $0.1)
      })
  }

  private func gather(_ cells: [(Question, Answer, String)]) -> Standing {
    var standings: [Standing] = []
    var missing: [String] = []
    for (column, cell, path) in cells {
      let one = standing(of: cell, column, path: path)
      standings.append(one)
      switch one {
      case .unanswered, .absent, .unreadable: missing.append(path)
      case .relevanceUnknown(let unknown): missing += unknown.map { self.path(of: $0) }
      default: break
      }
    }
    return .cells(standings, missing: missing.uniqued())
  }

  func verification(of points: [String]) -> Verification { points.map { proof.verification(of: $0) }.worst }

  func unverified(_ points: [String]) -> Status? { points.lazy.compactMap { self.proof.unverified($0) }.first }

  func documents(of points: [String]) -> [String] { points.flatMap { proof.documents(of: $0) }.uniqued() }

  func bases(of reference: PointReference, row: RowFact?) -> [Issue.Basis] {
    if reference.name == "row", let row { return [basis(inRow: row, fields: reference.fields)] }
    if questions[reference.name] != nil { return [basis(ofQuestion: reference.name)] }
    guard let (question, table) = owner(of: reference.name) else {
      return [Issue.Basis(path: reference.name, value: nil, location: nil)]
    }
    let answer = answer(question.path)
    if let index = table.rows?.firstIndex(where: { $0.path == reference.name }) {
      guard let row = answer.rows.first(where: { $0.fixed == index }) else {
        return [Issue.Basis(path: reference.name, value: nil, location: answer.location)]
      }
      return table.columns.indices.map { basis(inColumn: $0, of: row, table, else: answer.location) }
    }
    // A column is its cells; where there are none, the table, which can be answered.
    guard let index = table.columns.firstIndex(where: { reference.name == "\(reference.name.prefix { $0 != "." }).\($0.name)" }),
      !answer.rows.isEmpty
    else { return [basis(ofQuestion: question.path)] }
    return answer.rows.map { basis(inColumn: index, of: $0, table, else: $0.node?.location ?? answer.location) }
  }

  private func basis(ofQuestion path: String) -> Issue.Basis {
    let answer = answer(path)
    return Issue.Basis(path: path, value: answer.shown, location: answer.location)
  }

  private func basis(inColumn index: Int, of row: ReplyRow, _ table: Table, else place: Location?) -> Issue.Basis {
    let cell = index < row.cells.count ? row.cells[index] : .none
    return Issue.Basis(path: cellPath(row, table.columns[index], table), value: cell.shown, location: cell.location ?? place)
  }

  private func basis(inRow row: RowFact, fields: [String]) -> Issue.Basis {
    guard let field = fields.first, let table = questions[row.table]?.type.table, let index = table.column(named: field) else {
      return Issue.Basis(path: row.path, value: nil, location: row.location)
    }
    let rows = answer(row.table).rows
    guard row.index < rows.count else { return Issue.Basis(path: row.path, value: nil, location: row.location) }
    return basis(inColumn: index, of: rows[row.index], table, else: row.location)
  }

  /// Whether a name is something that a reply answers, and not the period or the respondent.
  func isAnswer(_ reference: PointReference) -> Bool {
    reference.name == "row" || questions[reference.name] != nil || owner(of: reference.name) != nil
  }
}

extension Answer {
  /// The value as the reply has it, for people; `nil` where there is none, the number of entries for a list.
  var shown: String? {
    guard let node else { return nil }
    switch content {
    case .none: return nil
    case .missing(let kind, _): return kind.rawValue
    case .unreadable: return node.kind == .scalar ? node.text : nil
    case .value(.list(let entries)): return "\(entries.count)"
    case .value(.rows(let rows)): return "\(rows.count)"
    case .value: return node.kind == .scalar ? node.text : nil
    }
  }
}

/// Where things stand in a reply, or would stand.
struct ReplyPlaces {
  private let reply: Reply

  init(_ reply: Reply) { self.reply = reply }

  /// The beginning of the file.
  var start: Location {
    reply.document.location(SourceRange(line: 1, column: 1, endLine: 1, endColumn: 1))
  }

  /// The item's key, or `answers` where the item is not in the file.
  func location(ofItem item: String) -> Location {
    reply.items[item]?.location ?? reply.answersKey?.location ?? start
  }

  /// Where an answer stands.
  func place(of answer: Answer) -> Location? { answer.location }
}
