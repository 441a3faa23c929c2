import Documents
import RulesEngine

/// What is missing, what is answered without being asked, what is declared not applicable without reason.
struct CompletenessCheck {
  let situation: Situation
  /// Whether what is missing is an error; in a draft it is info.
  let mustConform: Bool
  let problems: Problems

  private var missingSeverity: Severity { mustConform ? .error : .info }

  /// Checks every question.
  func run() {
    for question in situation.allQuestions { check(question) }
  }

  private func check(_ question: Question) {
    let answer = situation.answer(question.path)
    switch situation.applicability(of: question.path) {
    case .notAsked: checkNotAsked(answer, question, path: question.path)
    case .refused: refuse(answer, question, path: question.path)
    case .declared, .unknown: break
    case .asked:
      if isMissing(answer, question, path: question.path) {
        reportMissing(question, path: question.path, at: place(of: question))
      }
      if let table = question.type.table { checkCells(answer, question, table) }
    }
  }

  private func isMissing(_ answer: Answer, _ question: Question, path: String) -> Bool {
    switch answer.content {
    case .none, .missing(.pending, _): question.isRequired && !isExcused(path)
    default: false
    }
  }

  // Told already: by the issue of a misspelt name, or of a part that could not be read.
  private func isExcused(_ path: String) -> Bool {
    let item = String(path.prefix { $0 != "." })
    let reply = situation.reply
    return reply.presumed.contains(path) || reply.presumed.contains(item) || reply.unread.contains(item)
      || reply.unread.contains(path)
  }

  private func checkNotAsked(_ answer: Answer, _ question: Question, path: String) {
    switch answer.content {
    // Saying that it does not apply says what is true.
    case .none, .missing: return
    case .value, .unreadable: break
    }
    guard let place = answer.key ?? answer.node else { return }
    problems.add(
      Issue(
        "reply/not-relevant", path: path, at: place.location, Message("reply/not-relevant"),
        subject: situation.labels.subject(of: question, at: path), declared: question.declared, because: reasons(question)))
  }

  private func refuse(_ answer: Answer, _ question: Question, path: String) {
    guard let place = answer.node ?? answer.key else { return }
    problems.add(
      Issue(
        "reply/not-applicable", path: path, at: place.location, Message("reply/not-applicable"),
        subject: situation.labels.subject(of: question, at: path), declared: question.declared, because: reasons(question)))
  }

  private func checkCells(_ answer: Answer, _ question: Question, _ table: Table) {
    for row in answer.rows {
      for (column, cell) in zip(table.columns, row.cells) {
        let path = situation.cellPath(row, column, table)
        switch situation.applicability(of: path) {
        case .notAsked: checkNotAsked(cell, column, path: path)
        case .refused: refuse(cell, column, path: path)
        case .declared, .unknown: break
        case .asked:
          guard isMissing(cell, column, path: path) else { continue }
          reportMissing(column, path: path, at: cell.key?.location ?? row.node?.location ?? answer.key?.location)
        }
      }
    }
  }

  private func reportMissing(_ question: Question, path: String, at place: Location?) {
    problems.add(
      Issue(
        "reply/required", missingSeverity, path: path, at: place ?? situation.location(ofItem: item(of: path)),
        Message("reply/required"), help: question.help.map { .text(situation.labels.text($0)) },
        subject: situation.labels.subject(ofPath: path) ?? situation.labels.subject(of: question), declared: question.declared,
        because: reasons(question).filter { $0.location != nil }, missing: [path]))
  }

  private func item(of path: String) -> String { String(path.prefix { $0 != "." }) }

  // Where it is asked for: the key left empty, the answer that makes it due, else the item.
  private func place(of question: Question) -> Location? {
    if let key = situation.answer(question.path).key { return key.location }
    return reasons(question).compactMap(\.location).first
  }

  // The answers that decide whether it is asked.
  private func reasons(_ question: Question) -> [Issue.Basis] {
    situation.deciders(of: question.path).flatMap { situation.bases(of: $0, row: nil) }
  }
}
