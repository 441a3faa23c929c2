import Documents

/// A question, or a cell of its table.
struct AnswerPlace: Sendable, Hashable {
  /// A cell by its positions.
  struct Cell: Sendable, Hashable {
    let row: Int
    let column: Int
  }

  /// The path of the question.
  let question: String
  var cell: Cell?
  /// The path as issues have it.
  let path: String

  /// Whether to change the one is to change the other too.
  func overlaps(_ other: AnswerPlace) -> Bool {
    question == other.question && (cell == nil || other.cell == nil || cell == other.cell)
  }
}

/// One answer as it could be instead.
struct AnswerChange: Sendable {
  let place: AnswerPlace
  /// What would be read there.
  let answer: Answer
  /// What would stand in the reply, as YAML; `nil`: nothing.
  let text: String?
  /// How many entries or rows it would have, where that is what changes.
  let count: Int?

  /// The path of the question or cell.
  var path: String { place.path }
}

extension Reply {
  /// The reply with other answers, what is cited for them as it is.
  func changed(_ changes: [AnswerChange], _ questions: [String: Question], _ reader: AnswerReader) -> Reply {
    var answers = answers
    for change in changes {
      let path = change.place.question
      guard let cell = change.place.cell else {
        answers[path] = change.answer.keeping(answers[path] ?? .none)
        continue
      }
      guard let table = questions[path]?.type.table else { continue }
      var answer = answers[path] ?? .none
      var rows = answer.rows
      if rows.isEmpty, let fixed = table.rows {
        rows = fixed.enumerated().map { reader.fixedRow(table, $0.element, $0.offset, nil, nil) }
      }
      guard cell.row < rows.count, cell.column < rows[cell.row].cells.count else { continue }
      rows[cell.row].cells[cell.column] = change.answer.keeping(rows[cell.row].cells[cell.column])
      answer.content = .value(.rows(rows))
      answer.node = answer.node ?? change.answer.node
      answers[path] = answer
    }
    return Reply(
      document: document, respondent: respondent, language: language, status: status, answers: answers, items: items,
      answersKey: answersKey, evidence: evidence, explanations: explanations, presumed: presumed, unread: unread)
  }
}

extension Answer {
  /// This in the place of `other`, whose documents and comment stay where a value stays.
  func keeping(_ other: Answer) -> Answer {
    var answer = self
    answer.key = other.key ?? key
    guard isGiven else { return answer }
    if citations.isEmpty { answer.citations = other.citations }
    answer.comment = other.comment
    return answer
  }
}
