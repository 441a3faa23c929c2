import Questionnaire

/// A question or a cell of a written reply.
struct AnswerPlace: Hashable {
  let question: String
  /// The row and column of a cell.
  var cell: Cell?

  struct Cell: Hashable {
    let row: Int
    let column: Int
  }
}

extension WrittenReply {
  /// Every question, and every cell of the tables that are filled in.
  var places: [AnswerPlace] {
    questionnaire.items.flatMap(\.questions).flatMap { question -> [AnswerPlace] in
      var places = [AnswerPlace(question: question.path)]
      if case .table(let rows) = answers[question.path] ?? .text(nil) {
        for (row, written) in rows.enumerated() {
          for column in written.cells.indices {
            places.append(AnswerPlace(question: question.path, cell: .init(row: row, column: column)))
          }
        }
      }
      return places
    }
  }

  /// What stands at a place.
  subscript(place: AnswerPlace) -> WrittenAnswer {
    get {
      let answer = answers[place.question] ?? .text(nil)
      guard let cell = place.cell, case .table(let rows) = answer else { return answer }
      return .text(rows[cell.row].cells[cell.column].text)
    }
    set {
      guard let cell = place.cell, case .table(var rows) = answers[place.question] else {
        answers[place.question] = newValue
        return
      }
      if case .text(let text) = newValue { rows[cell.row].cells[cell.column].text = text }
      answers[place.question] = .table(rows)
    }
  }
}

/// The values that are tried at a place.
enum AnswerDomain {
  static let notApplicable = "{missing: not-applicable, justification: There is none.}"
  /// All that leaves a question without a value. The reason given is told, but determines nothing.
  static let emptied = [
    nil, "", "{missing: pending}", "{missing: not-available, justification: Not counted.}",
    "{missing: declined, justification: Not told.}",
  ]

  /// Whether something written is a value, or a declaration that stands for one.
  static func isValue(_ answer: WrittenAnswer) -> Bool {
    guard case .text(let text) = answer else { return true }
    guard let text, !text.isEmpty else { return false }
    return !text.hasPrefix("{missing:") || text.contains("not-applicable")
  }

  /// Values of a question's type, and that it does not apply.
  static func values(_ question: Question) -> [WrittenAnswer] {
    if let table = question.type.table { return tables(table) + [.text(notApplicable)] }
    return (texts(question) + [notApplicable]).map { .text($0) }
  }

  /// The first value of a type: yes, a text, a number.
  static func first(_ question: Question) -> WrittenAnswer { values(question)[0] }

  private static func texts(_ question: Question) -> [String] {
    switch question.type {
    case .yesNo: ["yes", "no"]
    case .text: ["Some words", "PEN Online, PICS and others"]
    case .url: ["https://example.org/a", "https://example.org/b"]
    case .integer: ["0", "1", "12"]
    case .decimal: ["0", "12.5"]
    case .year: ["2021", "2022"]
    case .date: ["2021-03-01", "2022-12-31"]
    case .duration: ["36 hours", "2 days"]
    case .country: ["PER", "MEX"]
    case .period: ["2021", "2022-S2"]
    case .choice(let list): list.codes
    case .choices(let list): [["[", list.codes.joined(separator: ", "), "]"].joined()] + list.codes.map { "[\($0)]" }
    case .list: ["[One]", "[One, PICS by PEN Online]", "[]"]
    case .table: []
    }
  }

  // All yes, all no, mixed; with rows of the respondent's own also none.
  private static func tables(_ table: Table) -> [WrittenAnswer] {
    if let fixed = table.rows {
      return [0, 1, 2].map { kind in
        .table(
          fixed.enumerated().map { index, row in
            WrittenRow(name: row.id, cells: cells(table, kind == 2 ? index % 2 : kind, index))
          })
      }
    }
    let rows: [[Int]] = [[0], [1], [0, 1]]
    return rows.map { kinds in .table(kinds.enumerated().map { WrittenRow(name: nil, cells: cells(table, $1, $0)) }) }
      + [.text("[]")]
  }

  private static func cells(_ table: Table, _ kind: Int, _ row: Int) -> [WrittenCell] {
    table.columns.map { column in
      let values = texts(column)
      let text = column.name == table.key ? "Row \(row + 1)" : values[kind % values.count]
      return WrittenCell(column: table.isSingleCell ? "value" : column.name, text: text)
    }
  }
}
