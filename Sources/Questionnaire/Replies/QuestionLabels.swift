import Documents
import RulesEngine

/// What questions are called for people: the printed number and the question's words, in the language of the output.
struct QuestionLabels {
  private let catalogue: TextCatalogue
  private let numbers: [String: String]
  private let questions: [String: Question]
  private let kinds: [String: TextSource]

  init(_ questionnaire: Questionnaire, catalogue: TextCatalogue) {
    self.catalogue = catalogue
    numbers = Dictionary(questionnaire.items.map { ($0.id, $0.number) }, uniquingKeysWith: { a, _ in a })
    var questions: [String: Question] = [:]
    for item in questionnaire.items {
      for question in item.questions { questions[question.path] = question }
    }
    self.questions = questions
    kinds = Dictionary(questionnaire.kinds.choices.map { ($0.code, $0.label) }, uniquingKeysWith: { first, _ in first })
  }

  /// A text of the pack.
  func text(_ source: TextSource) -> String { catalogue.words(for: source) }

  /// The words of a kind of document; the code where the questionnaire does not know it.
  func kind(_ code: String) -> String { kinds[code].map { text($0) } ?? code }

  /// Number and words of a question or column.
  func subject(of question: Question) -> String {
    let item = String(question.path.prefix { $0 != "." })
    // "Which?" says nothing without the question that it follows.
    let parent = question.detailsOf.flatMap { questions["\(item).\($0)"] }.map { text($0.ask) + " " } ?? ""
    return join(numbers[item], parent + text(question.ask))
  }

  /// Number and words of a question, column or cell at a path: a cell of a grid is called as its row.
  func subject(of question: Question, at path: String) -> String {
    let isOwn = path == question.path || path.hasPrefix("\(question.path)[")
    return isOwn ? subject(of: question) : subject(ofPath: path) ?? subject(of: question)
  }

  /// Number and words of what a path leads to; only the number where the path leads to no question.
  func subject(ofPath path: String) -> String? {
    let parts = path.prefix { $0 != "[" }.split(separator: ".")
    guard let item = parts.first.map(String.init) else { return nil }
    if parts.count > 1, let question = questions["\(item).\(parts[1])"] {
      return cell(path, of: question).map { join(numbers[item], $0) } ?? subject(of: question)
    }
    if let row = row(named: path.prefix { $0 != "[" }, in: item) { return join(numbers[item], row) }
    return numbers[item]
  }

  /// The words of a cell, `table[row].column`: those of its column, and the row.
  private func cell(_ path: String, of question: Question) -> String? {
    guard let table = question.type.table, let open = path.firstIndex(of: "["), let close = path.lastIndex(of: "]") else {
      return nil
    }
    let name = path[close...].dropFirst(2)
    guard open < close, let column = table.columns.first(where: { $0.name == name }) else { return nil }
    return "\(text(column.ask)) (\(path[path.index(after: open)..<close]))"
  }

  // Those of a cell in a fixed row, `row.column`.
  private func cell(_ path: Substring, of table: Table) -> String? {
    for row in table.rows ?? [] where path.hasPrefix("\(row.path).") {
      guard let column = table.columns.first(where: { "\(row.path).\($0.name)" == path }) else { continue }
      return "\(text(column.ask)) (\(text(row.label)))"
    }
    return nil
  }

  private func row(named path: Substring, in item: String) -> String? {
    for (key, question) in questions where key.hasPrefix("\(item).") {
      guard let table = question.type.table else { continue }
      if let row = table.rows?.first(where: { $0.path == path }) { return text(row.label) }
      if let cell = cell(path, of: table) { return cell }
      if let column = table.columns.first(where: { "\(item).\($0.name)" == path }) { return text(column.ask) }
    }
    return nil
  }

  private func join(_ number: String?, _ words: String) -> String {
    guard let number, !number.isEmpty else { return words }
    return "\(number) \(words)"
  }
}
