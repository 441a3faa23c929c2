/// Macros that bind variables, and indexing.
extension Checker {
  mutating func checkFold(_ expression: Expression, _ fold: Fold) -> CELType {
    let range = check(fold.range)
    let types = variableTypes(expression, fold, range)
    let first = scope.last.map { $0.slot + 1 } ?? 0
    checked.slots[expression.id] = first
    for (index, name) in fold.variables.enumerated() {
      scope.append(Binding(name: name, type: types[index], slot: first + index))
    }
    checked.slotCount = max(checked.slotCount, first + fold.variables.count)
    if let predicate = fold.predicate { checkBool(predicate, in: "\(fold.kind.rawValue)") }
    let result = fold.result.map { check($0) } ?? .bool
    scope.removeLast(fold.variables.count)
    return resultType(fold, unifier.resolved(range), types, result)
  }

  /// The types of the variables: the item; or index and item, or key and value.
  private mutating func variableTypes(_ expression: Expression, _ fold: Fold, _ range: CELType) -> [CELType] {
    if fold.kind == .bind { return [range] }
    if !fold.kind.isOverItems { return [unwrapped(range, fold.range)] }
    let isPair = fold.variables.count == 2
    switch range {
    case .list(let item): return isPair ? [.int, item] : [item]
    case .map(let key, let value): return isPair ? [key, value] : [key]
    case .record: return isPair ? [.string, .dyn] : [.string]
    case .dyn: return [.dyn, .dyn]
    case .parameter:
      _ = unifier.accepts([.dyn], as: [range])
      return [.dyn, .dyn]
    default:
      let name = checked.syntax.names[expression.id] ?? checked.range(expression)
      report(.notIterable, name, ["name": "\(fold.kind.rawValue)", "type": final(range).description])
      return [.dyn, .dyn]
    }
  }

  private mutating func resultType(_ fold: Fold, _ range: CELType, _ variables: [CELType], _ result: CELType) -> CELType {
    switch fold.kind {
    case .all, .exists, .existsOne: return .bool
    case .filter, .sortBy: return .list(unifier.resolved(variables[0]))
    case .map, .transformList: return .list(result)
    case .transformMap: return .map(unifier.resolved(variables[0]), result)
    case .transformMapEntry:
      if case .map = unifier.resolved(result) { return result }
      if let expression = fold.result, unifier.resolved(result) != .dyn {
        report(.wrongType, expression, ["expected": "map", "type": final(result).description])
      }
      return .map(.dyn, .dyn)
    case .bind: return result
    case .optMap: return .optional(result)
    case .optFlatMap:
      guard let expression = fold.result else { return .dyn }
      return .optional(unwrapped(result, expression))
    }
  }

  mutating func checkIndex(_ expression: Expression, _ operand: Expression, _ key: Expression, _ isOptional: Bool) -> CELType {
    var type = check(operand)
    let keyType = check(key)
    var wraps = isOptional
    if case .optional(let inner) = type {
      type = unifier.resolved(inner)
      wraps = true
    }
    let result: CELType
    switch type {
    case .list(let item):
      if !unifier.accepts([keyType], as: [.int]) { reportIndex(expression, type, keyType) }
      result = item
    case .map(let expected, let value):
      if !unifier.accepts([keyType], as: [expected]) { reportIndex(expression, type, keyType) }
      result = value
    case .record(let record):
      if case .literal(.string(let field)) = key.kind {
        result = checkRecordField(record, field, checked.range(key))
        readings.extend(operand.id, to: expression.id, field, checked.range(expression))
      } else {
        if !unifier.accepts([keyType], as: [.string]) { reportIndex(expression, type, keyType) }
        result = .dyn
      }
    case .dyn: result = .dyn
    case .parameter:
      _ = unifier.accepts([.dyn], as: [type])
      result = .dyn
    default:
      reportIndex(expression, type, keyType)
      result = .dyn
    }
    return wraps ? .optional(result) : result
  }

  private mutating func reportIndex(_ expression: Expression, _ type: CELType, _ key: CELType) {
    report(
      .noOverload, expression, ["operation": "[ ]", "types": "\(final(type).description), \(final(key).description)"])
  }
}
