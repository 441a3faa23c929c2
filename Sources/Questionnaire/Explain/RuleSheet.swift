import Documents
import Expressions
import RulesEngine

extension Explainer {
  /// A rule: what it holds, why, and with a reply what came of it.
  func ruleSheet(_ rule: CompiledRule, row: String?) -> Sheet {
    let definition = rule.definition
    let programs = [rule.when, rule.rule].compactMap { $0 }
    var sheet = Sheet()
    sheet.add(.message, definition.message.map { labels.text($0) })
    sheet.add(.help, definition.help.map { labels.text($0) })
    sheet.add(.rationale, definition.rationale.map { labels.text($0) })
    sheet.add(.severity, .code(rule.severity.rawValue, words: catalogue.text("report/\(rule.severity.rawValue)")))
    sheet.add(.each, rule.each.map { .code($0, words: named($0)) })
    sheet.add(.when, rule.when.map { expression($0.source, in: rule.item, table: rule.each) })
    sheet.add(.rule, expression(rule.rule.source, in: rule.item, table: rule.each))
    sheet.add(.variables, list: variables(of: programs))
    sheet.add(.reads, list: questions(pack.references(of: rule), row: rule.each))
    sheet.add(.passes, example(of: rule, .passed))
    sheet.add(.fails, example(of: rule, .failed))
    sheet.add(.source, source(pack.questionnaire.items.first { $0.id == rule.item }))
    sheet.add(.declared, .place(definition.name.location))
    addOutcomes(of: rule, row, programs, to: &sheet)
    return sheet
  }

  private func example(of rule: CompiledRule, _ verdict: RuleVerdict) -> String? {
    rule.definition.examples.first { $0.expect == verdict.rawValue }.map { FlowText.of($0.given) }
  }

  private func addOutcomes(of rule: CompiledRule, _ row: String?, _ programs: [Program], to sheet: inout Sheet) {
    guard let judgement else { return }
    let outcomes = judgement.outcomes.filter { $0.rule.id == rule.id && Self.isMeant($0.row, row) }
    add(outcomes, judgement, to: &sheet, search: { reversals(of: rule, $0, judgement, limit: $1) }) { outcome, reversals in
      var inner = Sheet()
      addRow(outcome.row, to: &inner)
      inner.add(.outcome, .code(outcome.verdict.rawValue, words: verdict(outcome.verdict.rawValue)))
      inner.add(.answers, list: answers(pack.references(of: rule), outcome.row, judgement))
      let written = [(Sheet.Key.when, rule.when), (.rule, rule.rule)].compactMap { key, program in program.map { (key, $0) } }
      for (key, program) in written { inner.add(key, parts(of: program, in: rule.item, outcome.row, judgement)) }
      inner.add(.missing, list: outcome.missing.map { .code($0, words: named($0)) })
      add(reversals, to: &inner) { self.verdict($0) }
      return inner
    }
  }
}
