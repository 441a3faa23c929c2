import Documents
import Expressions
import RulesEngine

/// Finds the claims of a reply, and the documents that are cited for each.
struct ClaimAssembly {
  /// Decides what the expressions of requirements leave open; without one, every claim needs its proof.
  struct Conditions {
    /// Whether a question or cell is asked.
    let isAsked: (String) -> Bool
    /// Whether a requirement's `when` holds: for the question or column, with the row of a table.
    let isDue: (Question, ReplyRow?) -> Bool
  }

  let reply: Reply
  let check: ExhibitCheck
  let conditions: Conditions?

  /// The claims of all questions, in the questionnaire's order.
  func claims(_ questionnaire: Questionnaire) -> [Claim] {
    questionnaire.items.flatMap { item in
      item.questions.flatMap { question in
        isAsked(question.path) ? claims(question, details: item.questions.first { $0.detailsOf == question.name }) : []
      }
    }
  }

  private func isAsked(_ path: String) -> Bool { conditions?.isAsked(path) ?? true }

  private func isDue(_ question: Question, _ row: ReplyRow?) -> Bool { conditions?.isDue(question, row) ?? true }

  // MARK: - Questions

  private func claims(_ question: Question, details: Question?) -> [Claim] {
    let answer = reply.answers[question.path] ?? .none
    let own = details.map { reply.answers[$0.path] ?? .none } ?? .none
    return claims(of: answer, question, details, own) + cells(of: answer, question)
  }

  private func claims(of answer: Answer, _ question: Question, _ details: Question?, _ own: Answer) -> [Claim] {
    guard let requirement = question.proof, answer.isClaim, isDue(question, nil), let place = answer.location else { return [] }
    if requirement.each {
      let entries = parts(of: answer, question) + (details.map { parts(of: own, $0) } ?? [])
      if !entries.isEmpty {
        return entries.map { entry in
          Claim(
            path: entry.path, part: entry.part, question: question, location: entry.place ?? place, requirement: requirement,
            exhibits: check.exhibits(entry.citations, for: requirement))
        }
      }
    }
    let exhibits = check.exhibits(answer.allCitations + own.allCitations, for: requirement)
    return [Claim(path: question.path, question: question, location: place, requirement: requirement, exhibits: exhibits)]
  }

  private typealias Part = (path: String, part: String?, place: Location?, citations: [Citation])

  // The entries of a list and the rows of a table, with what is cited at each.
  private func parts(of answer: Answer, _ question: Question) -> [Part] {
    let entries = answer.entries.enumerated().filter { $0.element.isClaim }.map { index, entry -> Part in
      ("\(question.path)[\(index)]", "\(index + 1).", entry.location, entry.allCitations)
    }
    let rows = answer.rows.enumerated().map { index, row -> Part in
      (row.path, row.part(index, of: question.type.table), (row.node ?? row.key)?.location, row.allCitations)
    }
    return entries + rows
  }

  // MARK: - Tables

  private func cells(of answer: Answer, _ question: Question) -> [Claim] {
    guard let table = question.type.table else { return [] }
    return table.columns.enumerated().flatMap { index, column in
      column.proof.map { claims(of: column, index, $0, in: table, answer) } ?? []
    }.sorted { $0.location.range < $1.location.range }
  }

  // What is cited at the row, or for the whole table, stands for a cell without documents of its own.
  private func claims(
    of column: Question, _ index: Int, _ requirement: ProofRequirement, in table: Table, _ answer: Answer
  ) -> [Claim] {
    let shared = requirement.each ? [] : check.exhibits(answer.citations, for: requirement)
    return answer.rows.enumerated().compactMap { number, row in
      let path = row.path(of: column, in: table)
      guard index < row.cells.count, row.cells[index].isClaim, isAsked(path), isDue(column, row) else { return nil }
      guard let place = row.cells[index].location ?? (row.node ?? row.key)?.location else { return nil }
      let own = row.citations(for: row.cells[index])
      return Claim(
        path: path, part: row.part(number, of: table), question: column, location: place, requirement: requirement,
        exhibits: own.isEmpty ? shared : check.exhibits(own, for: requirement))
    }
  }
}

extension ReplyRow {
  /// The path of a cell: that of the row where the row is one cell.
  func path(of column: Question, in table: Table) -> String { table.isSingleCell ? path : "\(path).\(column.name)" }

  /// What people call it: its key, or its number from 1; `nil` where the questionnaire names it.
  func part(_ index: Int, of table: Table?) -> String? {
    guard fixed == nil else { return nil }
    guard table?.key != nil, let open = path.firstIndex(of: "[") else { return "\(index + 1)." }
    return String(path[path.index(after: open)...].dropLast())
  }

  /// What is cited for a cell: its own documents, else those of the row.
  func citations(for cell: Answer) -> [Citation] {
    let own = cell.allCitations
    return own.isEmpty ? citations : own
  }

  /// What is cited for the row and in its cells.
  var allCitations: [Citation] { citations + cells.flatMap(\.allCitations) }
}

extension Answer {
  /// Whether it says that something is so: a yes, or any value that is no yes or no.
  var isClaim: Bool {
    switch content {
    case .value(.bool(let yes)): yes
    case .value: true
    case .none, .missing, .unreadable: false
    }
  }

  /// What is cited for it, its entries and its rows.
  var allCitations: [Citation] { citations + entries.flatMap(\.citations) + rows.flatMap(\.allCitations) }
}
