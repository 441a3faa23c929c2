import Expressions
import RulesEngine

/// The answers that something rests on, and those that decide whether these are asked.
struct ReadPlaces {
  private let situation: Situation
  private(set) var places: [AnswerPlace] = []
  private var noted: Set<PointReference> = []
  private var known: Set<AnswerPlace> = []

  init(_ situation: Situation) { self.situation = situation }

  /// Notes what is read; `row` is the row that it is read for.
  mutating func note(_ references: [PointReference], row: RowFact?) {
    for reference in references { note(reference, row: row) }
  }

  private mutating func note(_ reference: PointReference, row: RowFact?) {
    guard noted.insert(reference).inserted else { return }
    if reference.name == "row" {
      if let row { noteCells(of: row, reference.fields.first) }
      return
    }
    let items = situation.pack.questionnaire.items.filter { $0.set == reference.name }
    for question in items.flatMap(\.questions) { note(PointReference(name: question.path), row: nil) }
    if let question = situation.question(reference.name) {
      note(question)
    } else if let (question, table) = situation.owner(of: reference.name) {
      note(part: reference.name, of: question, table)
    }
  }

  private mutating func note(_ question: Question) {
    add(AnswerPlace(question: question.path, path: question.path))
    if let table = question.type.table { noteCells(of: question, table, rows: nil, columns: nil) }
    noteDeciders(of: question.path)
  }

  // A fixed row, or a column.
  private mutating func note(part name: String, of question: Question, _ table: Table) {
    let row = table.rows?.firstIndex { $0.path == name }
    let column = table.columns.firstIndex { name.hasSuffix(".\($0.name)") }
    noteCells(of: question, table, rows: row.map { [$0] }, columns: row == nil ? column.map { [$0] } : nil)
    if row == nil { add(AnswerPlace(question: question.path, path: question.path)) }
    noteDeciders(of: question.path)
  }

  private mutating func noteCells(of row: RowFact, _ field: String?) {
    guard let question = situation.question(row.table), let table = question.type.table else { return }
    let column = field.flatMap { table.column(named: $0) }
    // The row is known by its key: with another it would be another row.
    let open = table.columns.indices.filter { table.columns[$0].name != table.key }
    noteCells(of: question, table, rows: [row.index], columns: column.map { [$0] } ?? open, for: row)
    noteDeciders(of: question.path)
  }

  private mutating func noteCells(of question: Question, _ table: Table, rows: [Int]?, columns: [Int]?, for fact: RowFact? = nil)
  {
    let given = situation.answer(question.path).rows
    for row in rows ?? Array((table.rows.map { Array($0.indices) } ?? Array(given.indices))) {
      let path = table.rows.map { $0[row].path } ?? (row < given.count ? given[row].path : question.path)
      for column in columns ?? Array(table.columns.indices) where table.columns[column].name != table.key {
        let cell = table.isSingleCell ? path : "\(path).\(table.columns[column].name)"
        add(AnswerPlace(question: question.path, cell: .init(row: row, column: column), path: cell))
      }
    }
    for column in columns ?? Array(table.columns.indices) {
      let programs = situation.pack.programs[table.columns[column].path]
      let references = [programs?.relevant, programs?.notApplicable].compactMap { $0 }.flatMap(\.references)
      for reference in references where reference.name != "row" || fact != nil {
        note(
          PointReference(name: Companion.strip(reference.name), fields: reference.fields.map(Companion.strip)), row: fact)
      }
    }
  }

  private mutating func noteDeciders(of path: String) { note(situation.deciders(of: path), row: nil) }

  private mutating func add(_ place: AnswerPlace) {
    if known.insert(place).inserted { places.append(place) }
  }
}
