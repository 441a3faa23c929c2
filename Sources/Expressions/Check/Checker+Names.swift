/// Names, fields and what they are called if they are misspelt.
extension Checker {
  mutating func checkName(_ expression: Expression, _ name: String) -> CELType {
    if let binding = scope.last(where: { $0.name == name }) {
      checked.resolutions[expression.id] = .slot(binding.slot)
      return binding.type
    }
    if let variable = environment.variable(name, in: container) { return resolve(expression, variable) }
    reportUndeclared([(name, checked.range(expression))])
    return .dyn
  }

  private mutating func resolve(_ expression: Expression, _ variable: Variable) -> CELType {
    checked.resolutions[expression.id] = .variable(variable)
    if case .constant = variable.source { return variable.type }
    readings.begin(expression.id, variable.name, checked.range(expression))
    return variable.type
  }

  /// The parts of a dotted name with the end of each, if the expression is one that no macro variable begins.
  func chain(_ expression: Expression) -> [(name: String, range: Range<Int>)]? {
    switch expression.kind {
    case .name(let name):
      guard !scope.contains(where: { $0.name == name }) else { return nil }
      return [(name, checked.range(expression))]
    case .select(let operand, let field, false):
      guard let start = chain(operand) else { return nil }
      return start + [(field, checked.syntax.names[expression.id] ?? checked.range(expression))]
    default: return nil
    }
  }

  mutating func checkSelect(_ expression: Expression, _ operand: Expression, _ field: String, _ isOptional: Bool) -> CELType {
    if !isOptional, let chain = chain(expression) {
      let name = chain.map(\.name).joined(separator: ".")
      if let variable = environment.variable(name, in: container) { return resolve(expression, variable) }
      if !startsWithVariable(chain) {
        reportUndeclared(chain)
        return .dyn
      }
    }
    return checkField(expression, operand, field, isOptional)
  }

  func startsWithVariable(_ chain: [(name: String, range: Range<Int>)]) -> Bool {
    var name = ""
    for part in chain {
      name += (name.isEmpty ? "" : ".") + part.name
      if environment.variable(name, in: container) != nil { return true }
    }
    return false
  }

  /// The type of a field of a value.
  mutating func checkField(_ expression: Expression, _ operand: Expression, _ field: String, _ isOptional: Bool) -> CELType {
    var type = check(operand)
    var wraps = isOptional
    if case .optional(let inner) = type {
      type = unifier.resolved(inner)
      wraps = true
    }
    let range = checked.syntax.names[expression.id] ?? checked.range(expression)
    let result: CELType
    switch type {
    case .record(let record):
      result = checkRecordField(record, field, range)
      readings.extend(operand.id, to: expression.id, field, checked.range(expression))
    case .map(let key, let value):
      if !unifier.accepts([.string], as: [key]) { reportNoFields(type, field, range) }
      result = value
    case .period where field == "from" || field == "to": result = .date
    case .dyn: result = .dyn
    case .parameter:
      _ = unifier.accepts([.dyn], as: [type])
      result = .dyn
    default:
      reportNoFields(type, field, range)
      result = .dyn
    }
    return wraps ? .optional(result) : result
  }

  private mutating func reportNoFields(_ type: CELType, _ field: String, _ range: Range<Int>) {
    report(.noFields, range, ["type": final(type).description, "name": "\(field)"])
  }

  mutating func checkRecordField(_ record: RecordType, _ field: String, _ range: Range<Int>, suffix: String = "") -> CELType {
    if let slot = record.slot(field + suffix) { return record.fields[slot].type }
    if !suffix.isEmpty, record.slot(field) != nil { return .dyn }
    if isFull { return .dyn }
    let suffixes = Set(environment.companions.values)
    let names = record.fields.map(\.name).filter { name in !suffixes.contains { name.hasSuffix($0) } }
    report(
      .unknownField, range, ["type": record.name, "name": "\(field)"],
      suggestion: Suggestions.nearest(to: field, among: names))
    return .dyn
  }

  /// Points at the part of a dotted name that nothing declares, and names the nearest that is declared.
  mutating func reportUndeclared(_ chain: [(name: String, range: Range<Int>)], suffix: String = "") {
    guard let first = chain.first, !isFull else { return }
    let written = chain.map(\.name)
    let names = visibleNames()
    let known = namespaceDepth(written, names)
    let end = min(known, chain.count - 1)
    let name = written[...end].joined(separator: ".")
    var candidates: Set<String> = []
    for visible in names { candidates.insert(visible.split(separator: ".").prefix(end + 1).joined(separator: ".")) }
    report(
      .undeclaredName, first.range.lowerBound..<chain[end].range.upperBound, ["name": "\(name)"],
      suggestion: Suggestions.truths[name.lowercased()] ?? Suggestions.nearest(to: name, among: candidates))
  }

  /// How many parts begin the name of something.
  private func namespaceDepth(_ parts: [String], _ names: [String]) -> Int {
    for count in stride(from: parts.count, to: 0, by: -1) {
      let prefix = parts.prefix(count).joined(separator: ".") + "."
      if names.contains(where: { $0.hasPrefix(prefix) }) { return count }
    }
    return 0
  }

  /// All names as they can be written here, companions left out.
  private func visibleNames() -> [String] {
    let suffixes = Set(environment.companions.values)
    var result = scope.map(\.name)
    for name in environment.variables.keys where !suffixes.contains(where: { name.hasSuffix($0) }) {
      result.append(name)
      for prefix in environment.candidates("", in: container) where prefix.count > 1 && name.hasPrefix(prefix) {
        result.append(String(name.dropFirst(prefix.count)))
      }
    }
    return result
  }
}
