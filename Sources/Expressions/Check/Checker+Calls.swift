/// Calls: which function, which overload, and if none, why.
extension Checker {
  mutating func checkCall(_ expression: Expression, _ name: String, _ arguments: [Expression]) -> CELType {
    let plain = name.first == "." ? String(name.dropFirst()) : name
    if let suffix = environment.companions[plain], environment.function(name, in: container) == nil {
      return checkCompanion(expression, plain, suffix, arguments)
    }
    let types = arguments.map { check($0) }
    guard let function = environment.function(name, in: container) else {
      reportUndeclaredFunction(expression, plain)
      return .dyn
    }
    return resolve(expression, function, arguments, types, isMember: false)
  }

  mutating func checkMethod(
    _ expression: Expression, _ target: Expression, _ name: String, _ arguments: [Expression]
  ) -> CELType {
    if let chain = chain(target) {
      let qualified = chain.map(\.name).joined(separator: ".") + "." + name
      if let function = environment.function(qualified, in: container) {
        let types = arguments.map { check($0) }
        return resolve(expression, function, arguments, types, isMember: false)
      }
    }
    let types = [check(target)] + arguments.map { check($0) }
    guard let function = environment.functions[name] else {
      if let suffix = environment.companions[name], arguments.isEmpty {
        report(.wrongReceiver, expression, ["name": "\(name)", "expected": "\(name)(…)", "suffix": suffix])
      } else {
        reportUndeclaredFunction(expression, name)
      }
      return .dyn
    }
    return resolve(expression, function, [target] + arguments, types, isMember: true)
  }

  private mutating func reportUndeclaredFunction(_ expression: Expression, _ name: String) {
    guard !isFull else { return }
    let macros = ["has", "all", "exists", "existsOne", "exists_one", "map", "filter", "sortBy", "optMap", "optFlatMap"]
    let names = Array(environment.functions.keys.filter { $0.first?.isLetter ?? false }) + macros + environment.companions.keys
    report(
      .undeclaredFunction, checked.syntax.names[expression.id] ?? checked.range(expression), ["name": "\(name)"],
      suggestion: Suggestions.nearest(to: name, among: names))
  }

  private mutating func resolve(
    _ expression: Expression, _ function: Function, _ arguments: [Expression], _ types: [CELType], isMember: Bool
  ) -> CELType {
    checked.resolutions[expression.id] = .function(function, arguments)
    checkLiterals(expression, function, arguments, types)
    if let result = match(function, types, isMember: isMember) { return result }
    if let exact = exactTypes(arguments, types), let result = match(function, exact, isMember: isMember) {
      for argument in arguments { coerceToDecimal(argument) }
      return result
    }
    let binary = zip(arguments, types).map { canBeDouble($0) ? .double : $1 }
    if binary != types, let result = match(function, binary, isMember: isMember) {
      for argument in arguments { coerceToDouble(argument) }
      return result
    }
    reportMismatch(expression, function, types, isMember: isMember)
    return .dyn
  }

  /// The type of the result: that of the overloads that fit, or dyn when they differ.
  private mutating func match(_ function: Function, _ types: [CELType], isMember: Bool) -> CELType? {
    var result: CELType?
    for overload in function.overloads where overload.isMember == isMember && overload.parameters.count == types.count {
      let (parameters, overloadResult) = unifier.instantiate(overload)
      guard unifier.accepts(types, as: parameters) else { continue }
      let type = unifier.resolved(overloadResult)
      result = result == nil || result == type ? type : .dyn
    }
    return result
  }

  /// The types with number literals read as decimals; nil when there are none.
  private mutating func exactTypes(_ arguments: [Expression], _ types: [CELType]) -> [CELType]? {
    let exact = zip(arguments, types).map { checked.syntax.exact[$0.id] == nil ? $1 : .decimal }
    return exact == types ? nil : exact
  }

  private mutating func reportMismatch(_ expression: Expression, _ function: Function, _ types: [CELType], isMember: Bool) {
    let name = "\(function.name)"
    let sameStyle = function.overloads.filter { $0.isMember == isMember }
    let given = types.map { final($0).description }
    if sameStyle.isEmpty {
      let example = function.overloads.first?.parameters.count ?? 1
      let rest = Array(repeating: "…", count: max(0, isMember ? example : example - 1)).joined(separator: ", ")
      let expected = isMember ? "\(function.name)(\(rest))" : "….\(function.name)(\(rest))"
      report(.wrongReceiver, expression, ["name": name, "expected": expected])
    } else if !sameStyle.contains(where: { $0.parameters.count == types.count }) {
      let receiver = isMember ? 1 : 0
      let counts = Set(sameStyle.map { $0.parameters.count - receiver }).sorted().map(String.init).joined(separator: ", ")
      report(.wrongCount, expression, ["name": name, "expected": counts, "count": String(types.count - receiver)])
    } else {
      let takes = sameStyle.map { "(\($0.parameters.map(\.description).joined(separator: ", ")))" }.joined(separator: ", ")
      report(.noOverload, expression, ["operation": name, "types": given.joined(separator: ", "), "takes": takes])
    }
  }

  /// Looks at literal arguments: a pattern is compiled, a date read, and codes compared.
  private mutating func checkLiterals(
    _ expression: Expression, _ function: Function, _ arguments: [Expression], _ types: [CELType]
  ) {
    guard case .builtin = function.body, let last = arguments.last else { return }
    if function.name.hasPrefix("sets."), arguments.count == 2 {
      compareCodes(types[0], types[1], arguments[0], arguments[1])
    }
    guard case .literal(.string(let text)) = last.kind else { return }
    switch function.name {
    case "matches" where arguments.count == 2:
      do {
        checked.patterns[expression.id] = try Pattern(text)
      } catch {
        report(.badPattern, last, ["reason": error.reason])
      }
    case "date" where CalendarDate(parsing: text) == nil, "period" where Period(parsing: text) == nil,
      "decimal" where Decimal64(parsing: text) == nil,
      "duration" where environment.readsTimesEarly && TimeSpan(parsing: text) == nil,
      "timestamp" where environment.readsTimesEarly && Timestamp(parsing: text) == nil:
      report(.badLiteral, last, ["text": "\(text)", "type": function.name])
    default: break
    }
  }

  /// `answered(a.b)`: what stands behind the last name with the suffix.
  private mutating func checkCompanion(
    _ expression: Expression, _ function: String, _ suffix: String, _ arguments: [Expression]
  ) -> CELType {
    guard arguments.count == 1, let argument = arguments.first else {
      report(.wrongCount, expression, ["name": "\(function)", "expected": "1", "count": String(arguments.count)])
      return .dyn
    }
    let text = chain(argument)?.map(\.name).joined(separator: ".")
    if let text, let variable = environment.variable(text + suffix, in: container) {
      checked.resolutions[expression.id] = .variable(variable)
      if case .constant = variable.source { return variable.type }
      readings.begin(expression.id, variable.name, checked.range(argument))
      return variable.type
    }
    switch argument.kind {
    case .select(let operand, let field, false):
      return checkCompanionField(expression, function, suffix, argument, operand, field)
    case .name(let name):
      let isKnown = scope.contains { $0.name == name } || environment.variable(name, in: container) != nil
      if isKnown {
        reportNoCompanion(function, argument, name)
      } else {
        reportUndeclared([(name, checked.range(argument))])
      }
    default: report(.notReference, argument, ["name": "\(function)"])
    }
    return .dyn
  }

  private mutating func reportNoCompanion(_ function: String, _ argument: Expression, _ name: String) {
    report(.noCompanion, argument, ["function": "\(function)", "name": "\(name)"])
  }

  private mutating func checkCompanionField(
    _ expression: Expression, _ function: String, _ suffix: String, _ argument: Expression, _ operand: Expression,
    _ field: String
  ) -> CELType {
    if let chain = chain(argument) {
      let text = chain.map(\.name).joined(separator: ".")
      if environment.variable(text, in: container) != nil {
        reportNoCompanion(function, argument, text)
        return .dyn
      }
      guard startsWithVariable(chain) else {
        reportUndeclared(chain)
        return .dyn
      }
    }
    let type = check(operand)
    guard case .record(let record) = type else {
      if type != .dyn { reportNoCompanion(function, argument, field) }
      return .dyn
    }
    let range = checked.syntax.names[argument.id] ?? checked.range(argument)
    if record.slot(field) != nil, record.slot(field + suffix) == nil {
      reportNoCompanion(function, argument, field)
      return .dyn
    }
    checked.resolutions[expression.id] = .field(operand, field + suffix)
    readings.extend(operand.id, to: expression.id, field + suffix, checked.range(argument))
    return checkRecordField(record, field, range, suffix: suffix)
  }
}
