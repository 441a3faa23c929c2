/// `[a, ?b]`. An item may be unknown or not applicable; a fault is the fault of the list.
final class ListNode: Node, @unchecked Sendable {
  let items: [(node: Node, isOptional: Bool)]

  init(_ place: Range<Int>, _ items: [(node: Node, isOptional: Bool)]) {
    self.items = items
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let start = state.stack.count
    for (node, isOptional) in items {
      let value = node.evaluate(context, &state)
      if let fault = isOptional ? pushOptional(value, context, &state) : push(value, &state) {
        state.stack.removeSubrange(start...)
        return fault
      }
    }
    return state.popItems(from: start).map(Value.list) ?? failure(.stepLimit)
  }

  private func push(_ value: Value, _ state: inout EvaluationState) -> Value? {
    if value.isFault { return value }
    state.stack.append(value)
    return nil
  }

  private func pushOptional(_ value: Value, _ context: Context, _ state: inout EvaluationState) -> Value? {
    guard value.isKnown else { return value }
    guard case .optional(let run) = value else { return failure(.noSuchOverload) }
    if run.count > 0 { state.stack.append(state.item(run, 0, context)) }
    return nil
  }
}

/// `{key: value, ?key: optional}`. A value may be unknown or not applicable, a key may not.
final class MapNode: Node, @unchecked Sendable {
  struct Entry: Sendable {
    let key: Node
    let value: Node
    let isOptional: Bool
  }

  let entries: [Entry]

  init(_ place: Range<Int>, _ entries: [Entry]) {
    self.entries = entries
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let start = state.stack.count
    for entry in entries {
      if let fault = push(entry, context, &state) {
        state.stack.removeSubrange(start...)
        return fault
      }
    }
    return placed(state.popMap(from: start, context))
  }

  private func push(_ entry: Entry, _ context: Context, _ state: inout EvaluationState) -> Value? {
    let key = entry.key.evaluate(context, &state)
    var value = entry.value.evaluate(context, &state)
    if !key.isKnown || value.isFault { return key.weight >= value.weight ? key : value }
    guard key.isKey else { return entry.key.failure(.unsupportedKey) }
    if entry.isOptional {
      guard value.isKnown else { return value }
      guard case .optional(let run) = value else { return failure(.noSuchOverload) }
      guard run.count > 0 else { return nil }
      value = state.item(run, 0, context)
    }
    state.stack.append(key)
    state.stack.append(value)
    return nil
  }
}

extension Value {
  /// An error other than "not applicable".
  var isFault: Bool { weight == 3 }

  /// Whether a map may have it as a key.
  var isKey: Bool {
    switch self {
    case .bool, .int, .uint, .string: true
    default: false
    }
  }
}

extension EvaluationState {
  /// Makes the keys and values pushed on the stack since `start` into a map; a key twice is an error.
  mutating func popMap(from start: Int, _ context: Context) -> Value {
    let pairs = Array(stack[start...])
    guard let run = popItems(from: start) else { return .failure(.stepLimit) }
    if pairs.count > 2, KeyIndex(pairs, self, context).hasDuplicate { return .failure(.duplicateKey) }
    return .map(Value.Run(start: run.start, count: run.count / 2))
  }
}
