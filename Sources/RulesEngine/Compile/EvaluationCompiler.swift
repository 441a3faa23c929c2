import Documents
import Expressions

/// Compiles what the experts wrote against what the questionnaire declares, and reports every name, type and code that does not fit.
public struct EvaluationCompiler {
  private let declarations: Declarations
  private let problems: Problems
  private var environment: Environment
  private var variables: [CompiledVariable] = []
  private var reads = Reads()
  private var rules: [CompiledRule] = []
  private var retired: Set<RuleID> = []
  private var findings: [CompiledFinding] = []
  private var nextLocal = Local.firstDerived

  /// A compiler for the evaluations of one questionnaire.
  public init(_ declarations: Declarations, problems: Problems) {
    self.declarations = declarations
    self.problems = problems
    environment = declarations.environment
  }

  /// Compiles the pack's own evaluation and those that add to it, in this order.
  public mutating func compile(_ definitions: [EvaluationDefinition]) -> CompiledEvaluation {
    let scoped = definitions.map { definition in (definition, items(of: definition)) }
    compileVariables(scoped.flatMap { $0.1 })
    for (definition, items) in scoped {
      for item in items { compileRules(item.rules, of: definition, in: item.id) }
      compileRules(definition.rules, of: definition, in: "")
      for item in items { compileFindings(item.findings, of: definition, in: item.id) }
    }
    rules.removeAll { retired.contains($0.id) }
    if let first = definitions.first { addUnwrittenFindings(owner: first.owner) }
    findings.sort { $0.order < $1.order }
    return CompiledEvaluation(
      variables: variables, rules: rules, findings: findings, sentences: sentences(of: definitions),
      unverified: definitions.first?.unverified ?? .satisfied, environment: environment, nextLocal: nextLocal, reads: reads)
  }

  // The items of a definition, what is said of a set said of each item that uses it.
  private func items(of definition: EvaluationDefinition) -> [ItemDefinition] {
    let known = Set(declarations.items.map(\.id))
    let sets = Set(declarations.items.compactMap(\.set))
    for item in definition.items where !known.contains(item.id) { unknown(item.node, "item", among: Array(known)) }
    for set in definition.sets where !sets.contains(set.id) { unknown(set.node, "set", among: Array(sets)) }
    return declarations.items.flatMap { item -> [ItemDefinition] in
      let shared = definition.sets.filter { $0.id == item.set }.map { set in
        var copy = set
        copy.id = item.id
        return copy
      }
      return definition.items.filter { $0.id == item.id } + shared
    }
  }

  private func unknown(_ node: Node, _ what: String, among names: [String]) {
    var arguments = ["name": node.text]
    if let near = nearestName(to: node.text, among: names.sorted()) { arguments["suggestion"] = near }
    problems.add(
      Issue(RuleID("pack/unknown-\(what)"), path: node.text, at: node.location, Message("pack/unknown-\(what)", arguments)))
  }

  private mutating func compileVariables(_ items: [ItemDefinition]) {
    let all = items.flatMap { item in item.variables.map { (item: item.id, name: $0.name, expression: $0.expression) } }
    var position: [String: Int] = [:]
    for (at, variable) in all.enumerated() {
      checkName(variable.name, in: variable.item)
      if position.updateValue(at, forKey: "\(variable.item).\(variable.name.text)") != nil { taken(variable.name, variable.item) }
    }
    let order = DependencyOrder(count: all.count) { at in
      words(in: all[at].expression.text).compactMap { position["\(all[at].item).\($0)"] ?? position[$0] }
    }
    for at in order.cyclic.sorted() {
      let variable = all[at]
      problems.add(
        Issue(
          "pack/cycle", path: "\(variable.item).\(variable.name.text)", at: variable.name.location,
          Message("pack/cycle", ["name": variable.name.text])))
    }
    for at in order.order {
      let variable = all[at]
      let name = "\(variable.item).\(variable.name.text)"
      guard
        let program = variable.expression.compile(
          in: environment, container: variable.item, path: name, problems: problems)
      else { continue }
      environment.declare(name, program.type, local: nextLocal, extent: program.extent)
      variables.append(CompiledVariable(name: name, local: nextLocal, program: program))
      reads.note(variable: name, program: program)
      nextLocal += 1
    }
  }

  private func checkName(_ name: Node, in item: String) {
    if Names.reserved.contains(name.text) {
      problems.add(
        Issue(
          "pack/name-reserved", path: "\(item).\(name.text)", at: name.location,
          Message("pack/name-reserved", ["name": name.text])))
    } else if !Names.isSnakeCase(name.text) {
      problems.add(
        Issue("pack/name", path: "\(item).\(name.text)", at: name.location, Message("pack/name.snake-case", ["name": name.text])))
    }
    if declarations.points["\(item).\(name.text)"] != nil { taken(name, item) }
  }

  private func taken(_ name: Node, _ item: String) {
    problems.add(
      Issue(
        "pack/name-taken", path: "\(item).\(name.text)", at: name.location, Message("pack/name-taken", ["name": name.text])))
  }

  private mutating func compileRules(_ definitions: [RuleDefinition], of evaluation: EvaluationDefinition, in item: String) {
    for definition in definitions {
      let path = item.isEmpty ? definition.name.text : "\(item).\(definition.name.text)"
      if definition.retired != nil {
        // An entry without a rule retires one of the questionnaire's own pack.
        retired.insert(RuleID("\(definition.rule == nil ? evaluation.questionnaire : evaluation.owner)/\(path)"))
        if definition.rule == nil { continue }
      }
      let scope = rowScope(definition.each, in: item)
      let when = definition.when.map {
        $0.compile(in: scope, container: item, expecting: .bool, path: path, problems: problems)
      }
      let rule = definition.rule?.compile(in: scope, container: item, expecting: .bool, path: path, problems: problems)
      guard let rule, when == nil || when?.flatMap({ $0 }) != nil else { continue }
      rules.append(
        CompiledRule(
          id: RuleID("\(evaluation.owner)/\(path)"), item: item,
          each: definition.each.flatMap { declarations.resolve($0.text, in: item)?.name }, when: when.flatMap { $0 },
          rule: rule, about: definition.about.compactMap { reference($0, in: item) }, severity: definition.severity,
          definition: definition))
    }
  }

  // The environment with `row` where the rule or finding runs over a table.
  private func rowScope(_ each: Node?, in item: String) -> Environment {
    guard let each else { return environment }
    guard let table = declarations.resolve(each.text, in: item), let type = table.rowType else {
      unknownPoint(each, in: item)
      return environment
    }
    var scope = environment
    scope.declare("row", .record(type), local: Local.row)
    return scope
  }

  private func reference(_ node: Node, in item: String) -> PointReference? {
    if node.text.hasPrefix("row.") { return PointReference(name: "row", fields: [String(node.text.dropFirst(4))]) }
    guard let point = declarations.resolve(node.text, in: item) else {
      unknownPoint(node, in: item)
      return nil
    }
    return PointReference(name: point.name)
  }

  private func unknownPoint(_ node: Node, in item: String) {
    var arguments = ["name": node.text]
    if let near = nearestName(to: node.text, among: declarations.candidates(in: item)) { arguments["suggestion"] = near }
    problems.add(
      Issue(
        "pack/unknown-question", path: item.isEmpty ? node.text : "\(item).\(node.text)", at: node.location,
        Message("pack/unknown-question", arguments)))
  }

  private mutating func compileFindings(
    _ definitions: [FindingDefinition], of evaluation: EvaluationDefinition, in item: String
  ) {
    for definition in definitions {
      let path = "\(item).\(definition.name.text)"
      let scope = rowScope(definition.each, in: item)
      let statuses = definition.statuses.compactMap { entry -> (status: Status, program: Program)? in
        let program = entry.expression.compile(
          in: scope, container: item, expecting: .bool, path: path, problems: problems)
        return program.map { (entry.status, $0) }
      }
      let point = declarations.points[path]
      if point == nil && definition.statuses.isEmpty { needsStatus(definition, path) }
      var about = definition.about.compactMap { reference($0, in: item)?.name }
      if about.isEmpty { about = point.map { [$0.name] } ?? [] }
      if about.isEmpty && point == nil && !definition.statuses.isEmpty { needsAbout(definition, path) }
      findings.append(
        CompiledFinding(
          id: RuleID("\(evaluation.owner)/\(path)"), item: item, name: definition.name.text, point: point?.name,
          each: definition.each.flatMap { declarations.resolve($0.text, in: item)?.name }, about: about, statuses: statuses,
          statements: definition.statements, subject: definition.subject,
          order: point?.order ?? about.compactMap { declarations.points[$0] }.filter { $0.name.hasPrefix("\(item).") }.map(
            \.order
          ).min()
            ?? declarations.pointsOfItem[item]?.compactMap { declarations.points[$0]?.order }.max() ?? Int.max))
    }
  }

  private func needsStatus(_ definition: FindingDefinition, _ path: String) {
    var arguments = ["name": definition.name.text]
    let item = String(path.prefix { $0 != "." })
    if let near = nearestName(to: definition.name.text, among: declarations.candidates(in: item)) {
      arguments["suggestion"] = near
    }
    problems.add(
      Issue(
        "pack/finding-without-status", path: path, at: definition.name.location,
        Message("pack/finding-without-status", arguments)))
  }

  private func needsAbout(_ definition: FindingDefinition, _ path: String) {
    problems.add(
      Issue(
        "pack/finding-without-about", path: path, at: definition.name.location,
        Message("pack/finding-without-about", ["name": definition.name.text])))
  }

  // A point that is no finding by name and in no finding's `about` gets its own.
  private mutating func addUnwrittenFindings(owner: String) {
    let covered = Set(findings.flatMap { $0.about + ($0.point.map { [$0] } ?? []) })
    for item in declarations.items {
      for name in declarations.pointsOfItem[item.id] ?? [] where !covered.contains(name) {
        guard let point = declarations.points[name], point.hasFinding else { continue }
        findings.append(
          CompiledFinding(
            id: RuleID("\(owner)/\(name)"), item: item.id, name: String(name.dropFirst(item.id.count + 1)), point: name,
            each: nil, about: [name], statuses: [], statements: [], subject: nil, order: point.order))
      }
    }
  }

  private func sentences(of definitions: [EvaluationDefinition]) -> [String: [[Int]]] {
    var result: [String: [[Int]]] = [:]
    for section in declarations.sections {
      let items = declarations.items.filter { $0.section == section }.map(\.id)
      let written = definitions.compactMap { $0.sentences[section] }.first
      result[section] = written.map { sentences($0, items: items) } ?? items.map { findingsOf(item: $0) }
    }
    return result
  }

  // What the pack's sentences leave out gets a sentence an item, in its place: nothing that has a statement is lost.
  private func sentences(_ written: [[Node]], items: [String]) -> [[Int]] {
    var said: Set<Int> = []
    var result = written.map { sentence in
      sentence.flatMap { node -> [Int] in
        let found = findingsNamed(node)
        if found.isEmpty { unknownSentence(node) }
        return found.filter { said.insert($0).inserted }
      }
    }.filter { !$0.isEmpty }
    func place(_ sentence: [Int]) -> Int { sentence.first.flatMap { items.firstIndex(of: findings[$0].item) } ?? items.count }
    for (index, item) in items.enumerated() {
      let rest = findingsOf(item: item).filter { !said.contains($0) }
      guard !rest.isEmpty else { continue }
      let after = result.lastIndex { place($0) <= index }
      result.insert(rest, at: after.map { $0 + 1 } ?? 0)
    }
    return result
  }

  private func findingsNamed(_ node: Node) -> [Int] {
    let whole = findingsOf(item: node.text)
    return whole.isEmpty ? findings.indices.filter { "\(findings[$0].item).\(findings[$0].name)" == node.text } : whole
  }

  private func findingsOf(item: String) -> [Int] { findings.indices.filter { findings[$0].item == item } }

  private func unknownSentence(_ node: Node) {
    var arguments = ["name": node.text]
    let names = findings.map { "\($0.item).\($0.name)" } + declarations.items.map(\.id)
    if let near = nearestName(to: node.text, among: names) { arguments["suggestion"] = near }
    problems.add(
      Issue("pack/unknown-finding", path: node.text, at: node.location, Message("pack/unknown-finding", arguments)))
  }
}
