import Expressions
import RulesEngine

/// Says in words what an expression holds of answers: each question by its number and words, the rest as far as there are words.
struct ExpressionWords {
  let pack: Pack
  let labels: QuestionLabels
  let catalogue: MessageCatalogue

  /// What `text` says, as it is read in `item`; `table` is the one whose rows it is about. A value is named, not held to be true.
  func words(_ text: String, in item: String, table: String?, isValue: Bool = false) -> String? {
    guard let outline = pack.outline(text, in: item, table: table) else { return nil }
    let rows = table.flatMap { question($0)?.type.table }.map { ["row": $0] } ?? [:]
    return isValue ? value(outline, rows) : condition(outline, rows)
  }

  /// The tables that variables of macros, and `row`, go through.
  private typealias Rows = [String: Table]

  private func question(_ path: String) -> Question? {
    pack.questionnaire.items.lazy.flatMap(\.questions).first { $0.path == path }
  }

  private func text(_ name: String, _ arguments: [String: String]) -> String {
    catalogue.text("explain/words.\(name)", arguments)
  }

  /// The words for yes and no.
  func yesOrNo(_ truth: Bool) -> String { text(truth ? "word-yes" : "word-no", [:]) }

  // MARK: - What holds or does not

  private func condition(_ outline: Outline, _ rows: Rows) -> String {
    switch outline.kind {
    case .name, .variable, .field: isTrue(outline, rows)
    case .operation("&&", let parts): joined(parts, "and", rows)
    case .operation("||", let parts): joined(parts, "or", rows)
    case .operation("!", let parts): parts.first.map { isFalse($0, rows) } ?? value(outline, rows)
    case .operation(let symbol, let parts) where parts.count == 2: comparison(symbol, parts[0], parts[1], outline, rows)
    case .macro(let kind, let variables, let range, let body): macro(kind, variables, range, body, outline, rows)
    default: value(outline, rows)
    }
  }

  private func joined(_ parts: [Outline], _ word: String, _ rows: Rows) -> String {
    parts.map { part in
      isWhole(part) ? condition(part, rows) : "(\(condition(part, rows)))"
    }.joined(separator: " \(text(word, [:])) ")
  }

  // Whether words behind it can be taken for no part of it.
  private func isWhole(_ outline: Outline) -> Bool {
    switch outline.kind {
    case .operation("!", let parts): parts.allSatisfy { isWhole($0) }
    case .operation("&&", _), .operation("||", _), .conditional, .macro: false
    default: true
    }
  }

  private func isTrue(_ outline: Outline, _ rows: Rows) -> String {
    if let companion = companion(outline, rows) { return companion }
    return text(isAnswer(outline, rows) ? "yes" : "holds", ["what": value(outline, rows)])
  }

  private func isFalse(_ outline: Outline, _ rows: Rows) -> String {
    if companion(outline, rows) == nil, isAnswer(outline, rows) { return text("no", ["what": value(outline, rows)]) }
    return text("not", ["what": condition(outline, rows)])
  }

  private func isAnswer(_ outline: Outline, _ rows: Rows) -> Bool {
    switch outline.kind {
    case .name(let name): pack.vocabulary.declarations.points[name] != nil
    case .field(let operand, let field): column(operand, field, rows) != nil
    default: false
    }
  }

  private func comparison(_ symbol: String, _ a: Outline, _ b: Outline, _ whole: Outline, _ rows: Rows) -> String {
    let names = [
      "==": "equal", "!=": "not-equal", "<": "less", "<=": "at-most", ">": "more", ">=": "at-least", "in": "in",
    ]
    guard let name = names[symbol] else { return value(whole, rows) }
    if symbol == "==" || symbol == "!=", case .literal(.bool(let truth)) = b.kind {
      return truth == (symbol == "==") ? condition(a, rows) : isFalse(a, rows)
    }
    let choices = choices(a, rows) ?? choices(b, rows)
    return text(name, ["left": side(a, rows, choices), "right": side(b, rows, choices)])
  }

  private func side(_ outline: Outline, _ rows: Rows, _ choices: ChoiceList?) -> String {
    if case .conditional = outline.kind { return operand(outline, rows) }
    return value(outline, rows, choices)
  }

  private func choices(_ outline: Outline, _ rows: Rows) -> ChoiceList? {
    switch outline.kind {
    case .name(let name): question(name)?.type.choiceList
    case .field(let operand, let field): column(operand, field, rows)?.type.choiceList
    default: nil
    }
  }

  // MARK: - Values

  private func value(_ outline: Outline, _ rows: Rows, _ choices: ChoiceList? = nil) -> String {
    switch outline.kind {
    case .literal(.string(let code)):
      choices?.choices.first { $0.code == code }.map { text("quoted", ["text": labels.text($0.label)]) } ?? outline.text
    case .literal(.bool(let truth)): yesOrNo(truth)
    case .literal: outline.text
    case .name(let name): companion(outline, rows) ?? self.name(name, outline)
    case .variable: code(outline.text)
    case .field(let operand, let field): companion(outline, rows) ?? self.field(operand, field, rows)
    case .operation("==", _), .operation("!=", _), .operation("&&", _), .operation("||", _), .operation("!", _):
      "(\(condition(outline, rows)))"
    case .operation(let symbol, let parts) where parts.count == 2:
      ["<", "<=", ">", ">=", "in"].contains(symbol)
        ? "(\(condition(outline, rows)))" : parts.map { operand($0, rows) }.joined(separator: " \(symbol) ")
    case .conditional(let when, let yes, let no):
      text("if", ["when": condition(when, rows), "left": value(yes, rows), "right": value(no, rows)])
    case .call(let name, let arguments): call(name, arguments, outline, rows)
    case .macro(let kind, let variables, let range, let body): macro(kind, variables, range, body, outline, rows)
    case .list(let parts): parts.map { value($0, rows, choices) }.joined(separator: ", ")
    case .operation, .other: code(outline.text)
    }
  }

  private func code(_ text: String) -> String { "`\(text)`" }

  // What is put together itself stands in parentheses; what holds or does not has them already.
  private func operand(_ outline: Outline, _ rows: Rows) -> String {
    switch outline.kind {
    case .operation("+", let parts), .operation("-", let parts), .operation("*", let parts), .operation("/", let parts),
      .operation("%", let parts):
      parts.count == 2 ? "(\(value(outline, rows)))" : value(outline, rows)
    case .conditional, .macro: "(\(value(outline, rows)))"
    default: value(outline, rows)
    }
  }

  private func name(_ name: String, _ outline: Outline) -> String {
    switch name {
    case "period": return text("period", ["period": period])
    case "respondent": return text("respondent", [:])
    case "as_of": return text("as-of", [:])
    default: break
    }
    guard pack.vocabulary.declarations.points[name] != nil, let subject = labels.subject(ofPath: name) else {
      return code(outline.text)
    }
    return text("quoted", ["text": subject])
  }

  private var period: String { pack.questionnaire.period.map { "\($0)" } ?? "" }

  private func column(_ operand: Outline, _ field: String, _ rows: Rows) -> Question? {
    switch operand.kind {
    case .variable(let name), .name(let name): rows[name]?.columns.first { $0.name == field }
    default: nil
    }
  }

  private func field(_ operand: Outline, _ field: String, _ rows: Rows) -> String {
    if case .name("period") = operand.kind, field == "from" || field == "to" {
      return text(field == "from" ? "period-from" : "period-to", ["period": period])
    }
    guard let column = column(operand, field, rows) else { return "\(code(field)) (\(value(operand, rows)))" }
    let isGrid: Bool = if case .variable(let name) = operand.kind { rows[name]?.isSingleCell ?? false } else { false }
    if isGrid { return value(operand, rows) }
    let words = text("quoted", ["text": labels.text(column.ask)])
    if case .name("row") = operand.kind { return words }
    return text("of", ["what": words, "row": value(operand, rows)])
  }

  // `answered(q)` and its like, as the part of a name or field behind the `@`.
  private func companion(_ outline: Outline, _ rows: Rows) -> String? {
    func said(_ name: String, _ what: (String) -> String) -> String? {
      guard let at = name.firstIndex(of: "@") else { return nil }
      return text(String(name[name.index(after: at)...]), ["what": what(String(name[..<at]))])
    }
    switch outline.kind {
    case .name(let name): return said(name) { self.name($0, outline) }
    case .field(let operand, let name): return said(name) { field(operand, $0, rows) }
    default: return nil
    }
  }

  private func call(_ name: String, _ arguments: [Outline], _ outline: Outline, _ rows: Rows) -> String {
    guard arguments.count == 1, let only = arguments.first else { return code(outline.text) }
    switch name {
    case "size": return text("size", ["what": value(only, rows)])
    case "sum": return text("sum", ["what": value(only, rows)])
    default: return code(outline.text)
    }
  }

  // MARK: - Macros

  private func macro(
    _ kind: String, _ variables: [String], _ range: Outline, _ body: [Outline], _ whole: Outline, _ rows: Rows
  ) -> String {
    guard ["all", "exists", "existsOne", "filter", "map"].contains(kind), let variable = variables.first, variables.count == 1,
      let last = body.last, body.count == 1
    else { return code(whole.text) }
    var inner = rows
    inner[variable] = table(of: range)
    let what = kind == "map" ? value(last, inner) : condition(last, inner)
    return text(
      kind == "existsOne" ? "exists-one" : kind, ["variable": code(variable), "range": value(range, rows), "what": what])
  }

  // The table that a list of rows comes from.
  private func table(of range: Outline) -> Table? {
    switch range.kind {
    case .name(let name): question(name)?.type.table
    case .macro("filter", _, let range, _): table(of: range)
    default: nil
    }
  }
}
