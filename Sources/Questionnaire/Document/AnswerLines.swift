import Documents
import Publishing
import RulesEngine

/// The answers of a reply by the paths under which issues and findings speak of them: questions, rows and cells.
struct AnswerLines {
  private struct Entry {
    let question: Question
    let answer: Answer
    let subject: String
  }

  private let entries: [String: Entry]
  private let labels: QuestionLabels
  private let words: DocumentWords

  init(_ judgement: Judgement, _ words: DocumentWords) {
    let situation = judgement.situation
    labels = situation.labels
    self.words = words
    var entries: [String: Entry] = [:]
    for question in situation.allQuestions {
      let answer = situation.answer(question.path)
      entries[question.path] = Entry(question: question, answer: answer, subject: labels.subject(of: question))
      guard let table = question.type.table else { continue }
      for row in answer.rows {
        for (column, cell) in zip(table.columns, row.cells) {
          let path = situation.cellPath(row, column, table)
          entries[path] = Entry(question: column, answer: cell, subject: Self.subject(row, column, table, question, labels))
        }
      }
    }
    self.entries = entries
  }

  // A row by its words, or by its key; its cell by those of the column too, where there is more than one.
  private static func subject(
    _ row: ReplyRow, _ column: Question, _ table: Table, _ question: Question, _ labels: QuestionLabels
  ) -> String {
    let name = row.fixed.flatMap { _ in labels.subject(ofPath: row.path) } ?? "\(labels.subject(of: question)) \(key(row.path))"
    return table.isSingleCell ? name : "\(name): \(labels.text(column.ask))"
  }

  private static func key(_ path: String) -> Substring { path[(path.firstIndex(of: "[") ?? path.endIndex)...] }

  /// The printed number and the words of what a path leads to; the path where it leads to nothing that is asked.
  func subject(of path: String) -> String {
    if let entry = entries[path] { return entry.subject }
    guard let subject = labels.subject(ofPath: path) else { return path }
    return path.hasSuffix("]") ? "\(subject) \(Self.key(path))" : subject
  }

  /// Why the country gives no answer, as it says.
  func reason(of path: String) -> MissingKind? {
    guard case .missing(let kind, _)? = entries[path]?.answer.content else { return nil }
    return kind == .pending ? nil : kind
  }

  /// What an issue is about as an answer, where that is one.
  func basis(of issue: Issue) -> Issue.Basis? {
    entries[issue.path].map { Issue.Basis(path: issue.path, value: nil, location: $0.answer.location) }
  }

  /// An answer in a line: what was asked, what was said, and where.
  func line(_ basis: Issue.Basis) -> [Inline] {
    var line: [Inline] = [.text(subject(of: basis.path) + " ")]
    if let entry = entries[basis.path] {
      line += words.value(of: entry.answer, to: entry.question)
    } else if let value = basis.value {
      line.append(.strong(value))
    }
    if let location = basis.location { line.append(.text(" (\(words.line(location)))")) }
    return line
  }
}
