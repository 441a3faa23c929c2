import Documents
import Expressions
import RulesEngine

extension Explainer {
  /// An item: its questions, and what is drawn from them.
  func itemSheet(_ item: Item) -> Sheet {
    var sheet = Sheet()
    sheet.add(.about, item.title.map { "\(item.number) \(labels.text($0))" } ?? item.number)
    sheet.add(.source, source(item))
    sheet.add(.declared, .place(item.declared))
    sheet.add(.questions, list: item.questions.map { .code($0.path, words: named($0.path)) })
    sheet.add(
      .findings,
      list: pack.evaluation.findings.filter { $0.item == item.id }.map { finding in
        guard let judgement else { return .text(finding.id.description) }
        let words = drawn(finding, judgement).map { status($0.conclusion.status.rawValue) }.uniqued().joined(separator: ", ")
        return .text("\(finding.id): \(words)")
      })
    sheet.add(
      .rules,
      list: pack.evaluation.rules.filter { $0.item == item.id }.map { rule in
        guard let judgement else { return .text(rule.id.description) }
        let outcomes = judgement.outcomes.filter { $0.rule.id == rule.id }.map { verdict($0.verdict.rawValue) }
        return .text("\(rule.id): \(outcomes.uniqued().joined(separator: ", "))")
      })
    return sheet
  }

  /// A question, or a row, column or cell.
  func pointSheet(_ point: ExplainedPoint) -> Sheet {
    let target = point.target
    var sheet = Sheet()
    sheet.add(.about, point.row.map { "\(point.item.number) \(labels.text($0.label))" })
    if point.row == nil || point.column != nil { sheet.add(.title, labels.subject(of: target)) }
    if point.row != nil || point.column != nil || point.path != point.question.path {
      sheet.add(.part, .code(point.question.path, words: named(point.question.path)))
    }
    sheet.add(.type, .code(target.type.name, words: type(target)))
    addChoices(of: target, to: &sheet)
    sheet.add(
      .required,
      .code(target.isRequired ? "yes" : "no", words: catalogue.text(target.isRequired ? "explain/required" : "explain/optional")))
    addConditions(of: target, point, to: &sheet)
    sheet.add(.limits, list: limits(target).map { .text($0) })
    let details = point.item.questions.first { $0.detailsOf == target.name }
    sheet.add(.details, details.map { .code($0.path, words: named($0.path)) })
    if let proof = target.proof { sheet.add(.proof, list: ProofWords(explainer: self).words(proof, point).map { .text($0) }) }
    sheet.add(.help, target.help.map { labels.text($0) })
    sheet.add(.source, source(point.item))
    sheet.add(.declared, .place(target.declared))
    sheet.add(.readBy, list: readers(of: point))
    addSpecimens(point, to: &sheet)
    if let judgement { add(judgement, point, to: &sheet) }
    return sheet
  }

  private func type(_ question: Question) -> String {
    switch question.type {
    case .list(let of): return catalogue.text("explain/type.list", ["of": catalogue.text("explain/type.\(of.name)")])
    case .table(let table):
      let columns = table.columns.map { labels.text($0.ask) }.joined(separator: "; ")
      if table.isSingleCell, let column = table.columns.first {
        return catalogue.text("explain/type.grid", ["of": catalogue.text("explain/type.\(column.type.name)")])
      }
      return catalogue.text(table.rows == nil ? "explain/type.table" : "explain/type.fixed-table", ["columns": columns])
    default:
      let name = catalogue.text("explain/type.\(question.type.name)")
      guard let units = question.units else { return name }
      let others = units.sizes.keys.sorted().filter { $0 != units.base }
      let id = others.isEmpty ? "explain/unit" : "explain/units"
      return catalogue.text(id, ["type": name, "unit": units.base, "units": others.joined(separator: ", ")])
    }
  }

  private func addChoices(of question: Question, to sheet: inout Sheet) {
    let choices = question.type.choiceList?.choices ?? []
    sheet.add(.values, list: choices.map { .code($0.code, words: "\($0.code): \(labels.text($0.label))") })
    let rows = question.type.table?.rows ?? []
    sheet.add(.rows, list: rows.map { .code($0.path, words: "\(labels.text($0.label)) [\($0.path)]") })
    guard let table = question.type.table, !table.isSingleCell else { return }
    sheet.add(.questions, list: table.columns.map { .code($0.path, words: "\(labels.text($0.ask)) [\($0.path)]") })
  }

  private func addConditions(of question: Question, _ point: ExplainedPoint, to sheet: inout Sheet) {
    let table = point.column == nil ? nil : point.question.path
    let item = point.item.id
    var asked: [Sheet.Value] = []
    if let parent = question.detailsOf {
      let path = "\(item).\(parent)"
      let isYesNo = point.item.questions.first { $0.path == path }?.type.isYesNo ?? false
      let words = catalogue.text(isYesNo ? "explain/asked-yes" : "explain/asked-given", ["question": named(path)])
      asked.append(.code(path, words: words))
    }
    if let relevant = question.relevant { asked.append(expression(relevant.text, in: item, table: table)) }
    sheet.add(.asked, list: asked)
    sheet.add(.notApplicable, question.notApplicable.map { expression($0.text, in: item, table: table) })
  }

  private func limits(_ question: Question) -> [String] {
    let bounds = question.constraints
    let isCount: Bool =
      switch question.type {
      case .list, .table, .choices: true
      default: false
      }
    func said(_ id: String, _ value: String?) -> String? { value.map { catalogue.text("explain/limit.\(id)", ["limit": $0]) } }
    func inWords(_ text: String?, isValue: Bool = true) -> String? {
      text.map { text in
        let item = String(question.path.prefix { $0 != "." })
        let parts = question.path.split(separator: ".")
        let table = parts.count > 2 ? parts.prefix(2).joined(separator: ".") : nil
        guard let words = words.words(text, in: item, table: table, isValue: isValue), words != text, words != "`\(text)`" else {
          return text
        }
        return "\(words) [\(text)]"
      }
    }
    return [
      said(isCount ? "min-entries" : "min", inWords(bounds.min?.expression.text)),
      said(isCount ? "max-entries" : "max", inWords(bounds.max?.expression.text)),
      said("within", inWords(bounds.within?.text)), said("max-words", bounds.maxWords.map { "\($0)" }),
      said("max-length", bounds.maxLength.map { "\($0)" }), said("pattern", bounds.pattern?.source),
      bounds.isUnique ? catalogue.text("explain/limit.unique") : nil,
      said("constraint", inWords(bounds.constraint?.text, isValue: false)),
      said("equals", inWords(bounds.equals?.text)),
    ].compactMap { $0 }
  }

  // The rules, findings and questions whose expressions read it.
  private func readers(of point: ExplainedPoint) -> [Sheet.Value] {
    let names = Set([point.path, point.question.path] + (point.column.map { ["\(point.item.id).\($0.name)"] } ?? []))
    func reads(_ references: [PointReference]) -> Bool {
      references.contains { reference in
        names.contains(reference.name) || point.item.set.map { $0 == reference.name } ?? false
          || (point.path == point.question.path && (point.question.type.table?.rows ?? []).contains { $0.path == reference.name })
      }
    }
    let findings = pack.evaluation.findings.filter { reads(pack.references(of: $0)) }.map { ("finding", $0.id.description) }
    let rules = pack.evaluation.rules.filter { rule in
      reads(pack.references(of: rule)) || rule.each.map { names.contains($0) } ?? false
    }.map { ("rule", $0.id.description) }
    let questions = pack.questionnaire.items.flatMap(\.questions).flatMap { [$0] + ($0.type.table?.columns ?? []) }
    let asking = questions.filter { other in
      other.path != point.target.path
        && (reads(pack.evaluation.reads.of(pack.programs[other.path]?.all ?? []))
          || names.contains("\(other.path.prefix { $0 != "." }).\(other.detailsOf ?? "")"))
    }.map { ("question", $0.path) }
    return (findings + rules + asking).map { kind, id in .code(id, words: "\(catalogue.text("explain/kind.\(kind)")) \(id)") }
  }

  private func addSpecimens(_ point: ExplainedPoint, to sheet: inout Sheet) {
    let specimens = Specimens(point, self)
    if let accepted = specimens.accepted {
      var inner = Sheet()
      inner.add(.answer, accepted.text)
      inner.add(.condition, list: specimens.context.map { .text("\($0.path): \($0.text ?? "")") })
      sheet.add(.accepted, .sheet(inner))
    }
    if let refused = specimens.refused, let issue = refused.issue {
      var inner = Sheet()
      inner.add(.answer, refused.text)
      inner.add(.refusal, self.issue(issue))
      sheet.add(.refused, .sheet(inner))
    }
  }
}
