/// `==` and `!=`.
final class EqualityNode: DecidingNode, @unchecked Sendable {
  let left: Node
  let right: Node
  let isNegated: Bool

  init(_ place: Range<Int>, _ left: Node, _ right: Node, isNegated: Bool) {
    self.left = left
    self.right = right
    self.isNegated = isNegated
    super.init(place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    decide(left.evaluate(context, &state), right.evaluate(context, &state), context, &state)
  }

  func decide(_ a: Value, _ b: Value, _ context: Context, _ state: inout EvaluationState) -> Verdict {
    let answer = state.equal(a, b, context)
    if case .bool(let same) = answer { return same != isNegated ? .yes : .no }
    state.pending = placed(answer)
    return .other
  }
}

/// `<`, `<=`, `>`, `>=`.
final class OrderNode: DecidingNode, @unchecked Sendable {
  let left: Node
  let right: Node
  let operation: Expression.Operator

  init(_ place: Range<Int>, _ left: Node, _ right: Node, _ operation: Expression.Operator) {
    self.left = left
    self.right = right
    self.operation = operation
    super.init(place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    decide(left.evaluate(context, &state), right.evaluate(context, &state), context, &state)
  }

  func decide(_ a: Value, _ b: Value, _ context: Context, _ state: inout EvaluationState) -> Verdict {
    if case .int(let x) = a, case .int(let y) = b { return verdict(Order(x, y)) }
    if let missing = state.missing(a, b, context) {
      state.pending = missing
      return .other
    }
    if let order = state.countedOrder(a, b, context) { return verdict(order) }
    state.pending = failure(.noSuchOverload)
    return .other
  }

  @inline(__always)
  private func verdict(_ order: Order) -> Verdict {
    let holds =
      switch operation {
      case .less: order == .less
      case .lessOrEqual: order == .less || order == .equal
      case .greater: order == .greater
      default: order == .greater || order == .equal
      }
    return holds ? .yes : .no
  }
}

/// `in`: of a list as `||` over `==`, of a map by its keys, of a period by its days.
final class ContainedNode: DecidingNode, @unchecked Sendable {
  let element: Node
  let container: Node

  init(_ place: Range<Int>, _ element: Node, _ container: Node) {
    self.element = element
    self.container = container
    super.init(place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    decide(element.evaluate(context, &state), container.evaluate(context, &state), context, &state)
  }

  func decide(_ value: Value, _ all: Value, _ context: Context, _ state: inout EvaluationState) -> Verdict {
    if case .list(let run) = all { return decide(value, in: run, context, &state) }
    if let missing = state.missing(value, all, context) { return pending(missing, &state) }
    switch all {
    case .map, .record:
      guard let found = state.lookup(all, key: value, context) else { return .no }
      // As `has`: what is unknown may turn out not to apply.
      if found.isAbsent { return .no }
      return found.isKnown ? .yes : pending(found, &state)
    case .period(let run):
      guard let period = state.period(run, context) else { return pending(failure(.noSuchOverload), &state) }
      if case .date(let date) = value { return period.contains(date) ? .yes : .no }
      if case .period(let inner) = value, let other = state.period(inner, context) {
        return period.contains(other) ? .yes : .no
      }
      return pending(failure(.noSuchOverload), &state)
    default: return pending(failure(.noSuchOverload), &state)
    }
  }

  private func decide(_ value: Value, in run: Value.Run, _ context: Context, _ state: inout EvaluationState) -> Verdict {
    guard state.charge(Int(run.count)) else { return pending(failure(.stepLimit), &state) }
    var undecided = Undecided(state)
    for index in 0..<Int(run.count) {
      let answer = state.equal(value, state.item(run, index, context), context)
      if case .bool(let same) = answer {
        guard same else { continue }
        undecided.drop(&state)
        return .yes
      }
      undecided.add(answer, context, &state)
    }
    if let rest = undecided.logical(&state) { return pending(rest, &state) }
    // Of no items nothing was asked: there the operand counts as in any call.
    return value.isKnown ? .no : pending(value, &state)
  }

  private func pending(_ value: Value, _ state: inout EvaluationState) -> Verdict {
    state.pending = value
    return .other
  }
}

/// `+ - * / %`.
final class ArithmeticNode: Node, @unchecked Sendable {
  let left: Node
  let right: Node
  let operation: Expression.Operator

  init(_ place: Range<Int>, _ left: Node, _ right: Node, _ operation: Expression.Operator) {
    self.left = left
    self.right = right
    self.operation = operation
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let a = left.evaluate(context, &state)
    let b = right.evaluate(context, &state)
    if let missing = state.missing(a, b, context) { return missing }
    return placed(Arithmetic.compute(operation, a, b, context, &state))
  }
}

/// The unary `-`.
final class NegateNode: Node, @unchecked Sendable {
  let operand: Node

  init(_ place: Range<Int>, _ operand: Node) {
    self.operand = operand
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let value = operand.evaluate(context, &state)
    return value.isKnown ? placed(Arithmetic.negate(value)) : value
  }
}

extension Node {
  /// An error without a place is this node's.
  @inline(__always)
  func placed(_ value: Value) -> Value {
    guard case .error(var failure) = value, failure.end == 0, failure.kind != .notApplicable else { return value }
    failure.start = UInt32(clamping: place.lowerBound)
    failure.end = UInt32(clamping: place.upperBound)
    return .error(failure)
  }
}
