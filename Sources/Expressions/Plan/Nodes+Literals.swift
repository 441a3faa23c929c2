/// `[a, ?b]`. An item may be unknown or not applicable, an optional one may not; a fault is the fault of the list.
final class ListNode: Node, @unchecked Sendable {
  let items: [(node: Node, isOptional: Bool)]

  init(_ place: Range<Int>, _ items: [(node: Node, isOptional: Bool)]) {
    self.items = items
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let start = state.stack.count
    var undecided = Undecided(state)
    for (node, isOptional) in items {
      let value = node.evaluate(context, &state)
      if value.isFault || isOptional && !value.isKnown {
        undecided.add(value, context, &state)
      } else if !isOptional {
        state.stack.append(value)
      } else if case .optional(let run) = value {
        if run.count > 0 { state.stack.append(state.item(run, 0, context)) }
      } else {
        undecided.add(failure(.noSuchOverload), context, &state)
      }
    }
    if let missing = undecided.strict(&state) {
      state.stack.removeSubrange(start...)
      return missing
    }
    return state.popItems(from: start).map(Value.list) ?? failure(.stepLimit)
  }
}

/// `{key: value, ?key: optional}`. A value may be unknown or not applicable; a key and an optional one may not.
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
    var undecided = Undecided(state)
    for entry in entries { push(entry, context, &state, &undecided) }
    if let missing = undecided.strict(&state) {
      state.stack.removeSubrange(start...)
      return missing
    }
    return placed(state.popMap(from: start, context))
  }

  private func push(_ entry: Entry, _ context: Context, _ state: inout EvaluationState, _ undecided: inout Undecided) {
    let key = entry.key.evaluate(context, &state)
    var value = entry.value.evaluate(context, &state)
    undecided.add(key.isKnown && !key.isKey ? entry.key.failure(.unsupportedKey) : key, context, &state)
    if value.isFault || entry.isOptional { undecided.add(value, context, &state) }
    if entry.isOptional, value.isKnown {
      guard case .optional(let run) = value else { return undecided.add(failure(.noSuchOverload), context, &state) }
      guard run.count > 0 else { return }
      value = state.item(run, 0, context)
    }
    state.stack.append(key)
    state.stack.append(value)
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
