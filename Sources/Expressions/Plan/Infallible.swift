/// Which expressions cannot fail, whatever the values are that they read: while unknown, they stand for a value to come.
///
/// A list or map may hold such an unknown item and still be known. One that might turn out to be an error may not be held: the
/// error would be that of the whole list, and contradict what was concluded before.
struct Infallible {
  private var holds: [Bool]

  init(_ checked: Checked) {
    holds = Array(repeating: false, count: checked.syntax.ranges.count)
    // The types of what was not checked say nothing.
    var bound: [Int: Bool] = [:]
    if checked.isLenient { visitNames(checked.syntax.root, checked) } else { _ = visit(checked.syntax.root, checked, &bound) }
  }

  /// Whether the expression has a value, is unknown or does not apply, but has no error.
  subscript(_ expression: Expression) -> Bool { holds[expression.id] }

  /// Without types: only what the host declared.
  private mutating func visitNames(_ expression: Expression, _ checked: Checked) {
    for child in expression.kind.children { visitNames(child, checked) }
    if case .variable(let variable) = checked.resolutions[expression.id] { holds[expression.id] = Self.isPlain(variable) }
  }

  /// `bound` tells of the variables of macros, by slot.
  private mutating func visit(_ expression: Expression, _ checked: Checked, _ bound: inout [Int: Bool]) -> Bool {
    let result: Bool
    if case .fold(let fold) = expression.kind {
      result = visit(fold, checked.slots[expression.id] ?? 0, checked, &bound)
    } else {
      var areParts = true
      for child in parts(expression, checked) where !visit(child, checked, &bound) { areParts = false }
      result = areParts && Self.isSafe(expression, checked, bound)
    }
    holds[expression.id] = result
    return result
  }

  private mutating func visit(_ fold: Fold, _ slot: Int, _ checked: Checked, _ bound: inout [Int: Bool]) -> Bool {
    let isRange = visit(fold.range, checked, &bound)
    // Items that are unknown are infallible ones: nothing else is held.
    for offset in fold.variables.indices { bound[slot + offset] = fold.kind.isOverItems || isRange }
    var isBody = true
    for part in [fold.predicate, fold.result].compactMap({ $0 }) where !visit(part, checked, &bound) { isBody = false }
    guard isRange, isBody, fold.kind == .bind || Self.isTyped(fold.range, checked) else { return false }
    switch fold.kind {
    case .all, .exists, .existsOne, .filter, .bind, .map, .transformList:
      return fold.predicate.map { Self.isBool($0, checked) } ?? true
    case .transformMap, .transformMapEntry, .sortBy, .optMap, .optFlatMap: return false
    }
  }

  /// The parts that are evaluated: a name that is resolved as a whole does not read its parts.
  private func parts(_ expression: Expression, _ checked: Checked) -> [Expression] {
    switch checked.resolutions[expression.id] {
    case .variable, .slot: []
    case .field(let operand, _): [operand]
    case .function(_, let arguments): arguments
    case nil: expression.kind.children
    }
  }

  /// Whether the expression cannot fail when its parts cannot.
  private static func isSafe(_ expression: Expression, _ checked: Checked, _ bound: [Int: Bool]) -> Bool {
    switch checked.resolutions[expression.id] {
    case .variable(let variable): return isPlain(variable)
    case .slot(let slot): return bound[slot] ?? false
    case .field(let operand, _): return isRecord(operand, checked)
    case .function(let function, let arguments):
      return function.name == "size" && arguments.allSatisfy { isTyped($0, checked) }
    case nil: break
    }
    switch expression.kind {
    case .literal, .name: return true
    case .select(let operand, _, let isOptional), .has(let operand, _, let isOptional):
      return !isOptional && isRecord(operand, checked)
    case .operation(let operation, let operands): return isSafe(operation, operands, checked)
    case .logic(_, let terms): return terms.allSatisfy { isBool($0, checked) }
    case .conditional(let condition, _, _): return isBool(condition, checked)
    case .list(let elements): return !elements.contains(where: \.isOptional)
    case .map, .index, .call, .method, .message, .fold: return false
    }
  }

  private static func isSafe(_ operation: Expression.Operator, _ operands: [Expression], _ checked: Checked) -> Bool {
    switch operation {
    case .equal, .notEqual: true
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .contained: operands.allSatisfy { isTyped($0, checked) }
    case .not: isBool(operands[0], checked)
    case .add, .subtract, .multiply, .divide, .remainder, .negate: false
    }
  }

  /// Facts never become errors. A local is what another expression found; only a record is always there.
  private static func isPlain(_ variable: Variable) -> Bool {
    guard case .local = variable.source else { return true }
    if case .record = variable.type { return true }
    return false
  }

  private static func isRecord(_ expression: Expression, _ checked: Checked) -> Bool {
    if case .record = checked.types[expression.id] { true } else { false }
  }

  private static func isBool(_ expression: Expression, _ checked: Checked) -> Bool { checked.types[expression.id] == .bool }

  private static func isTyped(_ expression: Expression, _ checked: Checked) -> Bool {
    switch checked.types[expression.id] {
    case .dyn, .parameter, .double: false
    default: true
    }
  }
}
