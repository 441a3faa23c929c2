// Nodes for the usual cases, where one side is a literal or a macro's variable. Each answers only on its fast path; for
// everything else (other types, what is missing) it asks the generic node, so that semantics stand in one place.

/// `x >= 2019`: an int literal on the right.
final class IntOrderNode: DecidingNode, @unchecked Sendable {
  let generic: OrderNode
  let left: Node
  let number: Int64
  let operation: Expression.Operator

  /// Nil when there is no int literal on the right.
  init?(_ generic: OrderNode) {
    guard let constant = generic.right as? ConstantNode, case .int(let number) = constant.value else { return nil }
    self.generic = generic
    left = generic.left
    self.number = number
    operation = generic.operation
    super.init(generic.place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    let value = left.evaluate(context, &state)
    guard case .int(let found) = value else { return generic.decide(value, .int(number), context, &state) }
    switch operation {
    case .less: return found < number ? .yes : .no
    case .lessOrEqual: return found <= number ? .yes : .no
    case .greater: return found > number ? .yes : .no
    default: return found >= number ? .yes : .no
    }
  }
}

/// `x == 'law'`, `x != 'law'`: a text literal on the right, against a text of the facts.
final class TextEqualityNode: DecidingNode, @unchecked Sendable {
  let generic: EqualityNode
  let left: Node
  let literal: Value
  let bytes: [UInt8]
  let isNegated: Bool

  /// Nil when there is no text literal on the right.
  init?(_ generic: EqualityNode, _ arena: Arena) {
    guard let constant = generic.right as? ConstantNode, case .string(let run) = constant.value else { return nil }
    self.generic = generic
    left = generic.left
    literal = constant.value
    bytes = Array(arena.bytes[run.range])
    isNegated = generic.isNegated
    super.init(generic.place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    let value = left.evaluate(context, &state)
    guard case .string(let run) = value, run.arena == 0 else { return generic.decide(value, literal, context, &state) }
    let same = Int(run.count) == bytes.count && context.facts.bytes(run, equal: bytes, at: 0)
    return same != isNegated ? .yes : .no
  }
}

/// `x in ['law', 'decree']`: a list of text literals.
final class TextSetNode: DecidingNode, @unchecked Sendable {
  let generic: ContainedNode
  let element: Node
  let list: Value
  let texts: [[UInt8]]

  /// Nil when the list is no constant of texts.
  init?(_ generic: ContainedNode, _ arena: Arena) {
    guard let constant = generic.container as? ConstantNode, case .list(let run) = constant.value else { return nil }
    var texts: [[UInt8]] = []
    for item in arena.values[run.range] {
      guard case .string(let text) = item else { return nil }
      texts.append(Array(arena.bytes[text.range]))
    }
    self.generic = generic
    element = generic.element
    list = constant.value
    self.texts = texts
    super.init(generic.place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    let value = element.evaluate(context, &state)
    guard case .string(let run) = value, run.arena == 0 else { return generic.decide(value, list, context, &state) }
    guard state.charge(texts.count) else { return generic.decide(value, list, context, &state) }
    for text in texts where Int(run.count) == text.count && context.facts.bytes(run, equal: text, at: 0) { return .yes }
    return .no
  }
}

/// `r.year` where `r` is a macro's variable and the checker knows its shape.
final class ItemFieldNode: Node, @unchecked Sendable {
  let generic: SelectNode
  let slot: Int
  let shape: UInt32
  let field: Int

  /// Nil when it is no field of a macro's variable, or its shape is not known.
  init?(_ generic: SelectNode) {
    guard let variable = generic.operand as? SlotNode, generic.name.shape != 0, !generic.isOptional else { return nil }
    self.generic = generic
    slot = variable.slot
    shape = generic.name.shape
    field = generic.name.slot
    super.init(generic.place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    guard case .record(let run, let id) = state.variables[slot], id == shape, run.arena == 0, field < Int(run.count) else {
      return generic.evaluate(context, &state)
    }
    return generic.placed(context.facts.arena.values[run.offset + field])
  }
}
