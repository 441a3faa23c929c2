/// `[a, ?b]`. An item may be unknown or not applicable as long as it cannot turn out to be an error; a fault is the fault of the list.
final class ListNode: Node, @unchecked Sendable {
  struct Item: Sendable {
    let node: Node
    let isOptional: Bool
    /// Whether the item may be missing without the list being so.
    let isInfallible: Bool
  }

  let items: [Item]

  init(_ place: Range<Int>, _ items: [Item]) {
    self.items = items
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let start = state.stack.count
    var undecided = Undecided(state)
    for item in items { push(item, context, &state, &undecided) }
    if let missing = undecided.strict(&state) {
      state.stack.removeSubrange(start...)
      return missing
    }
    return state.popItems(from: start).map(Value.list) ?? failure(.stepLimit)
  }

  private func push(_ item: Item, _ context: Context, _ state: inout EvaluationState, _ undecided: inout Undecided) {
    let value = item.node.evaluate(context, &state)
    if !item.isOptional {
      if value.isHeld(item.isInfallible) { state.stack.append(value) } else { undecided.add(value, context, &state) }
    } else if case .optional(let run) = value {
      if run.count > 0 { state.stack.append(state.item(run, 0, context)) }
    } else {
      undecided.add(value.isKnown ? failure(.noSuchOverload) : value, context, &state)
    }
  }
}

/// `{key: value, ?key: optional}`. A value is as the item of a list; a key must be there.
final class MapNode: Node, @unchecked Sendable {
  struct Entry: Sendable {
    let key: Node
    let value: Node
    let isOptional: Bool
    /// Whether the value may be missing without the map being so.
    let isInfallible: Bool
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
    if entry.isOptional {
      guard case .optional(let run) = value else {
        return undecided.add(value.isKnown ? failure(.noSuchOverload) : value, context, &state)
      }
      guard run.count > 0 else { return }
      value = state.item(run, 0, context)
    } else if !value.isHeld(entry.isInfallible) {
      return undecided.add(value, context, &state)
    }
    state.stack.append(key)
    state.stack.append(value)
  }
}

extension Value {
  /// An error other than "not applicable".
  var isFault: Bool { weight == 3 }

  /// Whether a list or map can hold it: a value, or what is missing for good or will be a value.
  func isHeld(_ isInfallible: Bool) -> Bool { isKnown || isInfallible && !isFault }

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
    guard let run = popItems(from: start), charge(keyLength(pairs) / 8) else { return .failure(.stepLimit) }
    if pairs.count > 2, KeyIndex(pairs, self, context).hasDuplicate { return .failure(.duplicateKey) }
    return .map(Value.Run(start: run.start, count: run.count / 2))
  }
}
