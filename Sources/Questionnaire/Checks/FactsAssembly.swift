import Documents
import Expressions
import RulesEngine

/// Turns answers into the values that expressions read, and works out on the way which questions are asked.
struct FactsAssembly {
  private let pack: Pack
  private let reply: Reply
  private let labels: QuestionLabels
  private let proof: Proof
  let attributes = Attributes()
  private(set) var applicability: [String: Applicability] = [:]
  private(set) var rowValues: [String: [Value]] = [:]
  private var builder: FactsBuilder
  private var documentLists: [[String]: Value] = [:]
  private var documentRecords: [String: Value] = [:]
  private let state: LocalState

  /// Expressions that failed on the way.
  var faults: [Fault] { state.faults }

  // The state is not copyable; a class lets the assembly stay a value that can be built upon.
  private final class LocalState {
    var evaluation: EvaluationState
    var faults: [Fault] = []

    init(maxSteps: Int) { evaluation = EvaluationState(limit: maxSteps) }

    func run(_ program: Program, _ facts: Facts, row: Value?) -> Datum {
      if let row { evaluation.setLocal(Local.row, row) }
      return program.result(facts, &evaluation)
    }
  }

  init(_ pack: Pack, _ reply: Reply, labels: QuestionLabels, proof: Proof, options: JudgementOptions) {
    self.pack = pack
    self.reply = reply
    self.labels = labels
    self.proof = proof
    state = LocalState(maxSteps: options.maxSteps)
    builder = FactsBuilder(slotCount: pack.vocabulary.slotCount)
    let respondent = builder.string(reply.respondent)
    builder.set(Vocabulary.Fixed.respondent, respondent)
    builder.set(Vocabulary.Fixed.asOf, options.asOf.map { builder.date($0) } ?? builder.unknown(attributes.number("as_of")))
  }

  /// The facts, once it is known of every question whether it is asked.
  mutating func assemble() -> Facts {
    let questions = pack.questionnaire.items.flatMap(\.questions)
    let byPath = Dictionary(questions.map { ($0.path, $0) }, uniquingKeysWith: { a, _ in a })
    for question in questions { declareFree(question) }
    for question in questions { place(question) }
    for level in pack.relevance.levels {
      let facts = current()
      for step in level {
        guard let question = byPath[step.question] else { continue }
        decide(step, question, facts)
      }
      for path in level.map(\.question).uniqued() {
        if let question = byPath[path] { place(question) }
      }
    }
    placeSets()
    return current()
  }

  private func current() -> Facts {
    let copy = builder
    return copy.build()
  }

  // MARK: - What is asked

  // A declaration counts as accepted until the expression that must accept it is worked out.
  private mutating func declareFree(_ question: Question) {
    let answer = reply.answers[question.path] ?? .none
    applicability[question.path] = free(answer)
    for row in answer.rows {
      for (index, column) in (question.type.table?.columns ?? []).enumerated() where index < row.cells.count {
        applicability[cellPath(row, column, question)] = free(row.cells[index])
      }
    }
  }

  private func free(_ answer: Answer) -> Applicability {
    if case .missing(.notApplicable, _) = answer.content { return .declared }
    return .asked
  }

  private mutating func decide(_ step: RelevanceOrder.Step, _ question: Question, _ facts: Facts) {
    guard let index = step.column, let table = question.type.table else {
      applicability[question.path] = decide(question, question, reply.answers[question.path] ?? .none, facts, row: nil)
      return
    }
    let column = table.columns[index]
    let rows = (reply.answers[question.path] ?? .none).rows
    for (position, row) in rows.enumerated() where index < row.cells.count {
      let value = rowValues[question.path].flatMap { position < $0.count ? $0[position] : nil }
      applicability[cellPath(row, column, question)] = decide(column, question, row.cells[index], facts, row: value)
    }
  }

  private func decide(_ target: Question, _ question: Question, _ answer: Answer, _ facts: Facts, row: Value?) -> Applicability {
    if target.isDetails {
      let asked = detailsAsked(target)
      if asked != .asked { return asked }
    }
    let programs = pack.programs[target.path]
    if let relevant = programs?.relevant {
      switch state.run(relevant, facts, row: row) {
      case .bool(true): break
      case .bool(false): return .notAsked
      case .unknown(let attributes): return .unknown(attributes)
      // What rests on something that is not applicable is not asked either.
      case .error(let error) where error.kind == .notApplicable: return .notAsked
      case .error(let error): state.faults.append(Fault(path: target.path, declared: relevantPlace(target), error: error))
      default: break
      }
    }
    guard case .missing(.notApplicable, _) = answer.content else { return .asked }
    guard let accepted = programs?.notApplicable else { return .declared }
    switch state.run(accepted, facts, row: row) {
    case .bool(true): return .declared
    case .unknown(let attributes): return .unknown(attributes)
    default: return .refused
    }
  }

  private func relevantPlace(_ question: Question) -> Location { question.relevant?.node.location ?? question.declared }

  // Details are asked when their question is answered, by yes if it is a yes_no.
  private func detailsAsked(_ details: Question) -> Applicability {
    let item = details.path.prefix { $0 != "." }
    let parent = "\(item).\(details.detailsOf ?? "")"
    switch applicability[parent] ?? .asked {
    case .notAsked, .declared: return .notAsked
    case .refused: return .unknown([attributes.number(parent)])
    case .unknown(let unknown): return .unknown(unknown)
    case .asked: break
    }
    let answer = reply.answers[parent] ?? .none
    switch answer.content {
    case .value(.bool(let yes)): return yes ? .asked : .notAsked
    case .value: return .asked
    case .none, .missing, .unreadable: return .unknown([attributes.number(parent)])
    }
  }

  /// The path of a cell: that of the row where the row is one cell.
  func cellPath(_ row: ReplyRow, _ column: Question, _ question: Question) -> String {
    question.type.table?.isSingleCell == true ? row.path : "\(row.path).\(column.name)"
  }

  // MARK: - Values

  private mutating func place(_ question: Question) {
    guard let slot = pack.vocabulary.slots[question.path] else { return }
    let answer = reply.answers[question.path] ?? .none
    let asked = applicability[question.path] ?? .asked
    let value = value(of: answer, question, path: question.path, asked)
    set(slot, value, answer, asked, question, path: question.path)
    if let table = question.type.table { placeRows(of: question, table, answer, asked) }
  }

  private mutating func set(
    _ slot: Int, _ value: Value, _ answer: Answer, _ asked: Applicability, _ question: Question, path: String
  ) {
    builder.set(slot, value)
    for (index, companion) in companions(answer, asked, question, path: path).enumerated() {
      builder.set(slot + 1 + index, companion)
    }
  }

  // In the order of `Companion.allCases`.
  private mutating func companions(_ answer: Answer, _ asked: Applicability, _ question: Question, path: String) -> [Value] {
    let answered: Bool =
      switch answer.content {
      case .value, .unreadable: asked != .notAsked
      case .none, .missing: false
      }
    let applicable: Value =
      switch asked {
      case .asked, .refused: .bool(true)
      case .notAsked, .declared: .bool(false)
      case .unknown(let unknown): builder.unknown(unknown)
      }
    return [.bool(answered), applicable, .bool(proof.isVerified(path)), documents(proof.documents(of: path))]
  }

  // Rows of a table share what is cited for the whole of it.
  private mutating func documents(_ ids: [String]) -> Value {
    if let known = documentLists[ids] { return known }
    var records: [Value] = []
    for evidence in ids.compactMap({ proof.register.evidence[$0] }) {
      let record = documentRecords[evidence.id] ?? document(evidence)
      documentRecords[evidence.id] = record
      records.append(record)
    }
    let list = builder.list(records)
    documentLists[ids] = list
    return list
  }

  // In the order of `Companion.evidenceType`.
  private mutating func document(_ evidence: Evidence) -> Value {
    let texts = [evidence.id, evidence.kind ?? "", evidence.title ?? "", evidence.number ?? "", evidence.issuer ?? ""]
    let issued = evidence.issued.map { builder.period($0) } ?? builder.unknown(attributes.number("\(evidence.path).issued"))
    return builder.record(Companion.evidenceType, texts.map { builder.string($0) } + [issued])
  }

  /// The value of a row in expressions, by the path of one of its columns.
  func rowValue(of row: ReplyRow, table column: String) -> Value? {
    let table = column.split(separator: ".").prefix(2).joined(separator: ".")
    let rows = (reply.answers[table] ?? .none).rows
    guard let index = rows.firstIndex(where: { $0.path == row.path }), let values = rowValues[table], index < values.count else {
      return nil
    }
    return values[index]
  }

  private mutating func placeRows(of question: Question, _ table: Table, _ answer: Answer, _ asked: Applicability) {
    for (index, row) in (table.rows ?? []).enumerated() {
      guard let slot = pack.vocabulary.slots[row.path] else { continue }
      let given = answer.rows.first { $0.fixed == index }
      if table.isSingleCell, let column = table.columns.first {
        let cell = given?.cells.first ?? .none
        let cellAsked = asked == .asked ? applicability[row.path] ?? .asked : asked
        set(slot, value(of: cell, column, path: row.path, cellAsked), cell, cellAsked, column, path: row.path)
      } else {
        let cells = given.map { rowValue($0, table, question, asked) } ?? builder.unknown(attributes.number(row.path))
        set(
          slot, asked == .asked ? cells : absent(asked, path: row.path), given.map { _ in answer } ?? .none, asked, question,
          path: row.path)
      }
    }
  }

  private mutating func absent(_ asked: Applicability, path: String) -> Value {
    switch asked {
    case .notAsked, .declared: FactsBuilder.notApplicable
    case .unknown(let unknown): builder.unknown(unknown)
    case .asked, .refused: builder.unknown(attributes.number(path))
    }
  }

  private mutating func value(of answer: Answer, _ question: Question, path: String, _ asked: Applicability) -> Value {
    guard asked == .asked else { return absent(asked, path: path) }
    guard case .value(let value) = answer.content else { return builder.unknown(attributes.number(path)) }
    return self.value(of: value, question, path: path)
  }

  private mutating func value(of value: AnswerValue, _ question: Question, path: String) -> Value {
    switch value {
    case .bool(let value): .bool(value)
    case .integer(let value): builder.int(value)
    case .decimal(let value): builder.decimal(value)
    case .text(let value): builder.string(value)
    case .date(let value): builder.date(value)
    case .period(let value): builder.period(value)
    case .duration(let value): .duration(value)
    case .codes(let codes): builder.list(codes.map { builder.string($0) })
    case .list(let entries): list(entries, question, path: path)
    case .rows(let rows): table(rows, question)
    }
  }

  private mutating func list(_ entries: [Answer], _ question: Question, path: String) -> Value {
    var items: [Value] = []
    for (index, entry) in entries.enumerated() {
      items.append(value(of: entry, question, path: "\(path)[\(index)]", .asked))
    }
    return builder.list(items)
  }

  private mutating func table(_ rows: [ReplyRow], _ question: Question) -> Value {
    guard let table = question.type.table else { return builder.list([]) }
    let values = rows.map { rowValue($0, table, question, .asked) }
    rowValues[question.path] = values
    return builder.list(values)
  }

  private mutating func rowValue(_ row: ReplyRow, _ table: Table, _ question: Question, _ asked: Applicability) -> Value {
    let fixed = row.fixed.flatMap { index in table.rows.map { $0[index] } }
    let key = row.path.split(separator: "[").last.map { String($0.dropLast()) } ?? row.path
    var fields = [builder.string(fixed?.id ?? key), builder.string(fixed.map { labels.text($0.label) } ?? key)]
    var hidden: [Value] = []
    for (index, column) in table.columns.enumerated() {
      let cell = index < row.cells.count ? row.cells[index] : .none
      let path = cellPath(row, column, question)
      let cellAsked = asked == .asked ? applicability[path] ?? .asked : asked
      fields.append(value(of: cell, column, path: path, cellAsked))
      hidden += companions(cell, cellAsked, column, path: path)
    }
    return builder.record(table.rowType, fields + hidden)
  }

  // The items of a set as rows: one record an item, its questions as fields.
  private mutating func placeSets() {
    for (set, type) in pack.vocabulary.setTypes {
      guard let slot = pack.vocabulary.slots[set] else { continue }
      var records: [Value] = []
      for item in pack.questionnaire.items where item.set == set { records.append(setRecord(item, type)) }
      builder.set(slot, builder.list(records))
    }
  }

  private mutating func setRecord(_ item: Item, _ type: RecordType) -> Value {
    var fields = [builder.string(item.id), builder.string(item.title.map { labels.text($0) } ?? item.number)]
    var hidden: [Value] = []
    for name in type.fields.dropFirst(2).map(\.name) where !name.contains("@") {
      let path = "\(item.id).\(name)"
      guard let question = item.questions.first(where: { $0.path == path }) else { continue }
      let answer = reply.answers[path] ?? .none
      let asked = applicability[path] ?? .asked
      fields.append(value(of: answer, question, path: path, asked))
      hidden += companions(answer, asked, question, path: path)
    }
    return builder.record(type, fields + hidden)
  }
}

extension Answer {
  /// The rows of a table's answer.
  var rows: [ReplyRow] {
    if case .value(.rows(let rows)) = content { return rows }
    return []
  }

  /// The entries of a list's answer.
  var entries: [Answer] {
    if case .value(.list(let entries)) = content { return entries }
    return []
  }
}

extension Sequence where Element: Hashable {
  /// The elements in order of first appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
