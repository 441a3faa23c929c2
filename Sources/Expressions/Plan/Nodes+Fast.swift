// Nodes for the usual cases, where one side is a literal or a macro's variable. Each answers only on its fast path; for
// everything else (other types, what is missing) it asks the generic node, so that semantics stand in one place.

/// `x >= 2019`: an int literal on the right.
final class IntOrderNode: DecidingNode, @unchecked Sendable {
  let generic: OrderNode
  let left: Operand
  let number: Int64
  let operation: Expression.Operator

  /// Nil when there is no int literal on the right.
  init?(_ generic: OrderNode) {
    guard let constant = generic.right as? ConstantNode, case .int(let number) = constant.value else { return nil }
    self.generic = generic
    left = Operand(generic.left)
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
  let left: Operand
  let literal: Value
  let key: TextKey
  let isNegated: Bool

  /// Nil when there is no text literal on the right.
  init?(_ generic: EqualityNode, _ arena: Arena) {
    guard let constant = generic.right as? ConstantNode, case .string(let run) = constant.value else { return nil }
    self.generic = generic
    left = Operand(generic.left)
    literal = constant.value
    key = TextKey(Array(arena.bytes[run.range]))
    isNegated = generic.isNegated
    super.init(generic.place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    let value = left.evaluate(context, &state)
    guard case .string(let run) = value, run.arena == 0 else { return generic.decide(value, literal, context, &state) }
    return key.equals(run, context) != isNegated ? .yes : .no
  }
}

/// `x in ['law', 'decree']`: a list of text literals.
final class TextSetNode: DecidingNode, @unchecked Sendable {
  let generic: ContainedNode
  let element: Operand
  let list: Value
  let keys: TextKeys

  /// Nil when the list is no constant of texts.
  init?(_ generic: ContainedNode, _ arena: Arena) {
    guard let constant = generic.container as? ConstantNode, case .list(let run) = constant.value else { return nil }
    var texts: [[UInt8]] = []
    for item in arena.values[run.range] {
      guard case .string(let text) = item else { return nil }
      texts.append(Array(arena.bytes[text.range]))
    }
    self.generic = generic
    element = Operand(generic.element)
    list = constant.value
    keys = TextKeys(texts)
    super.init(generic.place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    let value = element.evaluate(context, &state)
    guard case .string(let run) = value, run.arena == 0 else { return generic.decide(value, list, context, &state) }
    guard state.charge(keys.count) else { return generic.decide(value, list, context, &state) }
    return keys.contains(run, context) ? .yes : .no
  }
}

/// `r.year` where `r` is a macro's variable.
final class ItemFieldNode: Node, @unchecked Sendable {
  let generic: SelectNode
  let slot: Int
  let name: FieldName

  /// Nil when it is no field of a macro's variable.
  init?(_ generic: SelectNode) {
    guard let variable = generic.operand as? SlotNode, !generic.isOptional else { return nil }
    self.generic = generic
    slot = variable.slot
    name = generic.name
    super.init(generic.place)
  }

  /// The field where it is expected; nil for everything else, of which the generic node knows what it means.
  @inline(__always)
  func expected(_ context: Context, _ state: borrowing EvaluationState) -> Value? {
    guard case .record(let run) = state.variable(slot), run.arena == 0, name.fits(run) else { return nil }
    let value = context.arena.values[run.offset + Int(name.slot)]
    if case .error = value { return nil }
    return value
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    expected(context, state) ?? generic.evaluate(context, &state)
  }
}

/// An operand of which the usual kind, a field of a row, is read without a call.
struct Operand: Sendable {
  private let field: ItemFieldNode?
  private let node: Node

  init(_ node: Node) {
    field = node as? ItemFieldNode
    self.node = node
  }

  @inline(__always)
  func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    // What is called is the node, which is the same: an unwrapped one would be retained for the call.
    if let value = field?.expected(context, state) { return value }
    return node.evaluate(context, &state)
  }
}

/// `size(x)` of a list or map.
final class SizeNode: Node, @unchecked Sendable {
  let generic: CallNode
  let operand: Node

  /// Nil when there is not exactly one argument.
  init?(_ generic: CallNode) {
    guard generic.count == 1, let operand = generic.first else { return nil }
    self.generic = generic
    self.operand = operand
    super.init(generic.place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let value = operand.evaluate(context, &state)
    switch value {
    case .list(let run), .map(let run):
      if state.charge(1 + Int(run.count) / 8) { return .int(Int64(run.count)) }
      return failure(.stepLimit)
    default: return generic.call(Arguments(1, value), context, &state)
    }
  }
}

/// `x.startsWith('Law')`: a text literal, against a text of the facts.
final class PrefixNode: DecidingNode, @unchecked Sendable {
  let generic: CallNode
  let operand: Operand
  let literal: Value
  let bytes: [UInt8]

  /// Nil when there is no text literal as the second argument.
  init?(_ generic: CallNode, _ arena: Arena) {
    guard generic.count == 2, let operand = generic.first, let constant = generic.second as? ConstantNode,
      case .string(let run) = constant.value
    else { return nil }
    self.generic = generic
    self.operand = Operand(operand)
    literal = constant.value
    bytes = Array(arena.bytes[run.range])
    super.init(generic.place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    let value = operand.evaluate(context, &state)
    guard case .string(let run) = value, run.arena == 0, state.charge(1 + (Int(run.count) + bytes.count) / 8) else {
      return verdict(generic.call(Arguments(2, value, literal), context, &state), &state)
    }
    return context.bytes(run, startWith: bytes) ? .yes : .no
  }
}
