/// Operators, and the comparisons that can never hold.
extension Checker {
  mutating func checkOperation(
    _ expression: Expression, _ operation: Expression.Operator, _ arguments: [Expression]
  ) -> CELType {
    var types = arguments.map { check($0) }
    if types.contains(.double), types.contains(.decimal) {
      for (index, argument) in arguments.enumerated() where coerceToDouble(argument) { types[index] = .double }
    }
    if types.contains(where: isDecimal) {
      for (index, argument) in arguments.enumerated() where coerceToDecimal(argument) || coerceItemsToDecimal(argument) {
        types[index] = checked.types[argument.id]
      }
    }
    if operation == .equal || operation == .notEqual || operation == .contained {
      compareCodes(types[0], types[1], arguments[0], arguments[1])
    }
    if operation == .equal || operation == .notEqual { return checkEquality(expression, arguments, types) }
    guard let function = environment.functions[operation.rawValue] else { return .dyn }
    for overload in function.overloads where overload.parameters.count == types.count {
      let (parameters, result) = unifier.instantiate(overload)
      guard unifier.accepts(types, as: parameters) else { continue }
      // An operand that is only known later may choose another overload.
      return types.contains { isOpen($0) } ? common(function, types) : unifier.resolved(result)
    }
    reportOperation(expression, operation, types, suggestion: quotedDay(arguments, types))
    return .dyn
  }

  /// The result that all fitting overloads share.
  private mutating func common(_ function: Function, _ types: [CELType]) -> CELType {
    var results: [CELType] = []
    for overload in function.overloads {
      let (parameters, result) = unifier.instantiate(overload)
      if unifier.accepts(types, as: parameters) { results.append(unifier.resolved(result)) }
    }
    guard let first = results.first else { return .dyn }
    return results.allSatisfy { $0 == first } ? first : .dyn
  }

  private func isOpen(_ type: CELType) -> Bool {
    switch unifier.resolved(type) {
    case .dyn, .parameter: true
    default: false
    }
  }

  private func isDecimal(_ type: CELType) -> Bool {
    switch unifier.resolved(type) {
    case .decimal, .list(.decimal): true
    default: false
    }
  }

  /// The literal that should be a day or period and is a text.
  private func quotedDay(_ arguments: [Expression], _ types: [CELType]) -> String? {
    guard types.contains(.date) || types.contains(.period) else { return nil }
    for argument in arguments {
      guard case .literal(.string(let text)) = argument.kind else { continue }
      if CalendarDate(parsing: text) != nil { return "date(\"\(text)\")" }
      if Period(parsing: text) != nil { return "period(\"\(text)\")" }
    }
    return nil
  }

  private mutating func reportOperation(
    _ expression: Expression, _ operation: Expression.Operator, _ types: [CELType], suggestion: String?
  ) {
    let symbol = operation == .negate ? "-" : operation.rawValue
    let names = types.map { final($0).description }.joined(separator: ", ")
    report(.noOverload, expression, ["operation": "\(symbol)", "types": names], suggestion: suggestion)
  }

  private mutating func checkEquality(_ expression: Expression, _ arguments: [Expression], _ types: [CELType]) -> CELType {
    let numbers: [CELType] = [.decimal, .int, .uint]
    if types.contains(.decimal), types.allSatisfy(numbers.contains) { return .bool }
    let shared = unifier.fresh()
    if !unifier.accepts(types, as: [shared, shared]) {
      report(
        .incomparable, expression, ["left": final(types[0]).description, "right": final(types[1]).description],
        suggestion: quotedDay(arguments, types))
    }
    return .bool
  }

  /// Reads a literal with a point as an exact decimal, also inside of a conditional; true if it was one.
  @discardableResult
  mutating func coerceToDecimal(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .literal(.double):
      guard checked.syntax.exact[expression.id] != nil else { return false }
      checked.decimals.insert(expression.id)
    case .conditional(_, let yes, let no):
      guard isNumber(expression) else { return false }
      coerceToDecimal(yes)
      coerceToDecimal(no)
    case .operation(_, let operands):
      guard checked.types[expression.id] == .double, isNumber(expression) else { return false }
      for operand in operands { coerceToDecimal(operand) }
    default: return false
    }
    checked.types[expression.id] = .decimal
    return true
  }

  /// The other way, for literals that were read as decimals and stand beside a binary number; true if it was one.
  @discardableResult
  mutating func coerceToDouble(_ expression: Expression) -> Bool {
    guard canBeDouble(expression) else { return false }
    switch expression.kind {
    case .conditional(_, let yes, let no):
      coerceToDouble(yes)
      coerceToDouble(no)
    case .operation(_, let operands): for operand in operands { coerceToDouble(operand) }
    default: checked.decimals.remove(expression.id)
    }
    checked.types[expression.id] = .double
    return true
  }

  /// Whether all in it are literals with a point, computed with.
  func canBeDouble(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .literal(.double): checked.syntax.exact[expression.id] != nil
    case .conditional(_, let yes, let no): canBeDouble(yes) && canBeDouble(no)
    case .operation(let operation, let operands): operation.isArithmetic && operands.allSatisfy(canBeDouble)
    default: false
    }
  }

  /// The same for a list of number literals.
  private mutating func coerceItemsToDecimal(_ expression: Expression) -> Bool {
    guard case .list(let elements) = expression.kind, !elements.isEmpty,
      elements.allSatisfy({ isNumber($0.value) })
    else { return false }
    for element in elements { coerceToDecimal(element.value) }
    checked.types[expression.id] = .list(.decimal)
    return true
  }

  /// Whether all in it are number literals, computed with.
  private func isNumber(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .literal(.int): true
    case .literal(.double): checked.syntax.exact[expression.id] != nil
    case .conditional(_, let yes, let no): isNumber(yes) && isNumber(no)
    case .operation(let operation, let operands): operation.isArithmetic && operands.allSatisfy(isNumber)
    default: false
    }
  }
}

extension Expression.Operator {
  fileprivate var isArithmetic: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .negate: true
    default: false
    }
  }
}

extension Checker {
  /// Reports literals that are compared with a choice and are none of its codes.
  mutating func compareCodes(_ left: CELType, _ right: CELType, _ a: Expression, _ b: Expression) {
    let (x, y) = (choice(unifier.resolved(left)), choice(unifier.resolved(right)))
    switch (x, y) {
    case (let x?, let y?):
      guard Set(x.codes).isDisjoint(with: y.codes), !x.codes.isEmpty, !y.codes.isEmpty else { return }
      report(
        .differentChoices, checked.range(a).lowerBound..<checked.range(b).upperBound, ["left": x.name, "right": y.name])
    case (let x?, nil): checkCodes(b, x)
    case (nil, let y?): checkCodes(a, y)
    case (nil, nil): break
    }
  }

  /// The choice that a type or the items of a list are.
  private func choice(_ type: CELType) -> ChoiceSet? {
    switch type {
    case .choice(let set): set
    case .list(let item), .optional(let item): choice(item)
    default: nil
    }
  }

  private mutating func checkCodes(_ expression: Expression, _ choices: ChoiceSet) {
    switch expression.kind {
    case .literal(.string(let text)) where !isFull && !choices.codes.contains(text):
      let near = Suggestions.nearest(to: text, among: choices.codes)
      report(
        .unknownCode, expression,
        ["name": "\(text)", "choices": choices.name, "codes": choices.codes.joined(separator: ", ")], suggestion: near)
    case .list(let elements): for element in elements { checkCodes(element.value, choices) }
    case .conditional(_, let yes, let no):
      checkCodes(yes, choices)
      checkCodes(no, choices)
    default: break
    }
  }
}
