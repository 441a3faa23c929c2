import Expressions
import RulesEngine

extension Pack {
  /// The parts of an expression of the pack, as it is read in `item`; `table` is the one whose rows it is about.
  func outline(_ text: String, in item: String, table: String?) -> Outline? {
    var environment = evaluation.environment
    let question = table.flatMap { path in questionnaire.items.lazy.flatMap(\.questions).first { $0.path == path } }
    if let type = question?.type.table?.rowType { environment.declare("row", .record(type), local: Local.row) }
    return try? environment.outline(text, container: item)
  }

  /// The parts of expressions and of the variables behind them.
  func outlines(of programs: [Program], in item: String, table: String?) -> [Outline] {
    let own = programs.compactMap { outline($0.source, in: item, table: table) }
    return own
      + variables(behind: programs).compactMap { variable in
        outline(variable.program.source, in: String(variable.name.prefix { $0 != "." }), table: nil)
      }
  }

  /// The parts of what bounds an answer, and of what decides whether it is asked.
  func outlines(of question: Question) -> [Outline] {
    let own = programs[question.path]?.all ?? []
    let bounds = [question.constraints.min, question.constraints.max].compactMap { $0?.expression.text }
    let path = question.path.split(separator: ".")
    let table = path.count > 2 ? path.prefix(2).joined(separator: ".") : nil
    return (own.map(\.source) + bounds).compactMap { outline($0, in: String(path.first ?? ""), table: table) }
  }

  /// The variables that expressions read, directly or through others.
  func variables(behind programs: [Program]) -> [CompiledVariable] {
    var needed = Set(programs.flatMap { $0.references.map(\.name) })
    return evaluation.variables.reversed().filter { variable in
      guard needed.contains(variable.name) else { return false }
      needed.formUnion(variable.program.references.map(\.name))
      return true
    }.reversed()
  }

  /// What a rule reads.
  func references(of rule: CompiledRule) -> [PointReference] {
    (rule.about + evaluation.reads.of([rule.when, rule.rule].compactMap { $0 })).uniqued()
  }

  /// What a finding is about and reads.
  func references(of finding: CompiledFinding) -> [PointReference] {
    // Proof of all that it is about can decide, too.
    let about = (finding.statuses.isEmpty ? [finding.point].compactMap { $0 } : []) + finding.about
    return (about.map { PointReference(name: $0) } + evaluation.reads.of(finding.statuses.map(\.program))).uniqued()
  }
}
