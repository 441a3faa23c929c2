import Documents
import Publishing
import RulesEngine

/// Answers as an expert reads them: what was said, with its comment and place, lists and tables whole.
struct AnswerBlocks {
  let situation: Situation
  let words: DocumentWords

  private var labels: QuestionLabels { situation.labels }
  private var catalogue: MessageCatalogue { words.catalogue }

  /// What was said to a question, a fixed row or a column; `label` is what it is called.
  func blocks(_ point: String, label: String) -> [Block] {
    if let question = situation.question(point) { return whole(question, label: label) }
    guard let (question, table) = situation.owner(of: point) else { return [] }
    let answer = situation.answer(question.path)
    if let index = table.rows?.firstIndex(where: { $0.path == point }) {
      let row = answer.rows.first { $0.fixed == index }
      return facts(row.map { cells(of: $0, table, label) } ?? [fact(label, .none, question)])
    }
    guard let column = table.columns.first(where: { point.hasSuffix(".\($0.name)") }) else { return [] }
    return self.column(column, of: table, answer, label: label)
  }

  // MARK: - Questions

  private func whole(_ question: Question, label: String) -> [Block] {
    let item = String(question.path.prefix { $0 != "." })
    let details = situation.allQuestions.filter { $0.detailsOf == question.name && $0.path.hasPrefix("\(item).") }
      .filter { situation.answer($0.path).isGiven }
    return answer(question, label: label) + details.flatMap { answer($0, label: labels.text($0.ask)) }
  }

  private func answer(_ question: Question, label: String) -> [Block] {
    let answer = situation.answer(question.path)
    if !answer.entries.isEmpty {
      return [.paragraph([.strong(label)] + place(answer)), list(answer.entries, question)] + facts(additions(to: answer))
    }
    if let table = question.type.table, case .value = answer.content {
      return [self.table(table, answer, caption: label)] + facts(additions(to: answer))
    }
    return facts([fact(label, answer, question)] + additions(to: answer))
  }

  private func fact(_ label: String, _ answer: Answer, _ question: Question) -> Publication.Fact {
    Publication.Fact(label, words.value(of: answer, to: question) + place(answer))
  }

  private func facts(_ facts: [Publication.Fact]) -> [Block] { facts.isEmpty ? [] : [.facts(facts)] }

  private func place(_ answer: Answer) -> [Inline] { answer.location.map { [.text(" (\(words.line($0)))")] } ?? [] }

  // Why there is no value, and what the respondent adds.
  private func additions(to answer: Answer) -> [Publication.Fact] {
    var facts: [Publication.Fact] = []
    if case .missing(let kind, let justification) = answer.content, kind != .pending || justification != nil {
      let none: [Inline] = [.emphasis(catalogue.text("document/no-justification"))]
      facts.append(Publication.Fact(catalogue.text("document/justification"), justification.map(DocumentWords.lines) ?? none))
    }
    if let comment = answer.comment {
      facts.append(Publication.Fact(catalogue.text("document/comment"), DocumentWords.lines(comment)))
    }
    return facts
  }

  // MARK: - Lists and tables

  private func list(_ entries: [Answer], _ question: Question) -> Block {
    .list(entries.map { [.paragraph(inline($0, question))] }, isNumbered: true)
  }

  // In a list or a cell, everything in one paragraph.
  private func inline(_ answer: Answer, _ question: Question, _ place: [Inline] = []) -> [Inline] {
    additions(to: answer).reduce(words.value(of: answer, to: question) + place) { line, fact in
      line + [.lineBreak, .emphasis("\(fact.label):"), .text(" ")] + fact.content
    }
  }

  private func table(_ table: Table, _ answer: Answer, caption: String) -> Block {
    // Without a name a row has its number.
    let isNamed = table.rows != nil || table.key.map { $0 == table.columns.first?.name } ?? false
    let first = table.rows == nil && isNamed ? [] : [catalogue.text("document/row")]
    let columns = table.isSingleCell ? [catalogue.text("document/answer")] : table.columns.map { labels.text($0.ask) }
    let rows = answer.rows.enumerated().map { index, row in
      (first.isEmpty ? [] : [[Inline.text(name(of: row, index, table))]])
        + zip(table.columns, row.cells).map { inline($1, $0) }
    }
    let place = answer.location.map { " (\(words.line($0)))" } ?? ""
    return .table(Block.Table(caption: caption + place, columns: first + columns, rows: rows, namesRows: true))
  }

  private func name(of row: ReplyRow, _ index: Int, _ table: Table) -> String {
    if let fixed = row.fixed, let rows = table.rows, rows.indices.contains(fixed) { return labels.text(rows[fixed].label) }
    return row.part(index, of: table) ?? "\(index + 1)."
  }

  // MARK: - Rows and columns

  private func cells(of row: ReplyRow, _ table: Table, _ label: String) -> [Publication.Fact] {
    zip(table.columns, row.cells).flatMap { column, cell in
      [fact(table.isSingleCell ? label : labels.text(column.ask), cell, column)] + additions(to: cell)
    }
  }

  private func column(_ column: Question, of table: Table, _ answer: Answer, label: String) -> [Block] {
    guard let index = table.column(named: column.name), !answer.rows.isEmpty else {
      return facts([fact(label, answer, column)])
    }
    let rows = answer.rows.enumerated().map { number, row in
      let cell = index < row.cells.count ? row.cells[index] : .none
      return [[Inline.text(name(of: row, number, table))], inline(cell, column, place(cell))]
    }
    let columns = [catalogue.text("document/row"), catalogue.text("document/answer")]
    return [.table(Block.Table(caption: label, columns: columns, rows: rows, namesRows: true))]
  }
}
