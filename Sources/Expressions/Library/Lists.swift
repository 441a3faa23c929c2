/// The extension `lists`, and the sum and order of lists.
extension Environment {
  mutating func defineLists() {
    definePieces()
    defineOrders()
    let sums: [CELType] = [.int, .uint, .double, .decimal, .duration]
    define("sum", sums.map { .member([.list($0)], $0) }) { arguments, context, state in
      guard case .list(let run) = arguments[0] else { return .failure(.noSuchOverload) }
      guard run.count > 0 else { return .int(0) }
      var total = state.item(run, 0, context)
      guard total.isNumber || total.isSpan else { return .failure(.noSuchOverload) }
      for index in 1..<max(1, Int(run.count)) {
        total = Arithmetic.compute(.add, total, state.item(run, index, context), context, &state)
        if !total.isKnown { return total }
      }
      return total
    }
  }

  private mutating func definePieces() {
    define("slice", [.member([.list(.a), .int, .int], .list(.a))], takesUnknownItems: true) { arguments, _, _ in
      guard case .list(let run) = arguments[0], case .int(let start) = arguments[1], case .int(let end) = arguments[2] else {
        return .failure(.noSuchOverload)
      }
      guard start >= 0, start <= end, end <= Int64(run.count) else { return .failure(.outOfRange) }
      return .list(Value.Run(start: run.start + UInt32(start), count: UInt32(end - start)))
    }
    define("first", [.member([.list(.a)], .optional(.a))], takesUnknownItems: true) { arguments, context, state in
      end(of: arguments[0], isLast: false, context, &state)
    }
    define("last", [.member([.list(.a)], .optional(.a))], takesUnknownItems: true) { arguments, context, state in
      end(of: arguments[0], isLast: true, context, &state)
    }
    define("lists.range", [.global([.int], .list(.int))]) { arguments, _, state in
      guard case .int(let count) = arguments[0] else { return .failure(.noSuchOverload) }
      guard count >= 0 else { return .list(state.scratch.store(values: []) ?? Value.Run(start: 0, count: 0)) }
      guard count < 1 << 29, state.charge(Int(count) / 4) else { return .failure(.stepLimit) }
      return state.scratch.list((0..<count).map(Value.int))
    }
    define(
      "flatten",
      [.member([.list(.list(.a))], .list(.a)), .member([.list(.a)], .list(.dyn)), .member([.list(.dyn), .int], .list(.dyn))],
      takesUnknownItems: true
    ) { arguments, context, state in
      var depth: Int64 = 1
      if arguments.count == 2 {
        guard case .int(let given) = arguments[1] else { return .failure(.noSuchOverload) }
        guard given >= 0 else { return .failure(.invalidArgument) }
        depth = given
      }
      guard case .list(let run) = arguments[0] else { return .failure(.noSuchOverload) }
      let start = state.stack.count
      var undecided = Undecided(state)
      let isDone = state.flatten(run, depth, &undecided, context)
      if let missing = isDone ? undecided.strict(&state) : .failure(.stepLimit) {
        undecided.drop(&state)
        state.stack.removeSubrange(start...)
        return missing
      }
      return state.popItems(from: start).map(Value.list) ?? .failure(.stepLimit)
    }
  }

  private mutating func defineOrders() {
    define("sort", [.member([.list(.a)], .list(.a))]) { arguments, context, state in
      guard case .list(let run) = arguments[0] else { return .failure(.noSuchOverload) }
      return state.sorted(state.items(run, context).map { ($0, $0) }, context)
    }
    define("isSorted", [.member([.list(.a)], .bool)]) { arguments, context, state in
      guard case .list(let run) = arguments[0] else { return .failure(.noSuchOverload) }
      for index in 1..<max(1, Int(run.count)) {
        let (before, after) = (state.item(run, index - 1, context), state.item(run, index, context))
        guard let order = state.countedOrder(before, after, context) else { return .failure(.noSuchOverload) }
        if order == .greater { return .bool(false) }
      }
      return .bool(true)
    }
    define("distinct", [.member([.list(.a)], .list(.a))]) { arguments, context, state in
      guard case .list(let run) = arguments[0] else { return .failure(.noSuchOverload) }
      var kept: [Value] = []
      for item in Array(state.items(run, context)) {
        guard state.charge(kept.count) else { return .failure(.stepLimit) }
        if !state.contains(kept, item, context) { kept.append(item) }
      }
      return state.scratch.list(kept)
    }
  }
}

private func end(of value: Value, isLast: Bool, _ context: Context, _ state: inout EvaluationState) -> Value {
  guard case .list(let run) = value else { return .failure(.noSuchOverload) }
  guard run.count > 0 else { return state.scratch.optional(nil) }
  let item = state.item(run, isLast ? Int(run.count) - 1 : 0, context)
  return item.isKnown ? state.scratch.optional(item) : item
}

extension Value {
  fileprivate var isSpan: Bool { if case .duration = self { true } else { false } }
}

extension EvaluationState {
  /// Whether one of the values equals `value`, all known.
  mutating func contains(_ values: [Value], _ value: Value, _ context: Context) -> Bool {
    for other in values { if case .bool(true) = equal(other, value, context) { return true } }
    return false
  }

  /// Pushes the items, and those of lists among them down to `depth`; false when the steps are used up. An item that is missing
  /// above that depth may turn out to be a list.
  fileprivate mutating func flatten(
    _ run: Value.Run, _ depth: Int64, _ undecided: inout Undecided, _ context: Context
  ) -> Bool {
    guard charge(1 + Int(run.count) / 4) else { return false }
    for index in 0..<Int(run.count) {
      let value = item(run, index, context)
      if depth > 0, case .list(let inner) = value {
        guard flatten(inner, depth - 1, &undecided, context) else { return false }
      } else {
        if depth > 0 { undecided.add(value, context, &self) }
        stack.append(value)
      }
    }
    return true
  }

  /// The items in the order of their keys, which must all be of one type that has an order; equal ones stay as they were.
  mutating func sorted(_ keyed: [(key: Value, item: Value)], _ context: Context) -> Value {
    let rounds = Int.bitWidth - keyed.count.leadingZeroBitCount
    let length = keyed.reduce(0) { $0 + $1.key.length }
    guard charge(keyed.count * 8 + length / 8 * rounds) else { return .failure(.stepLimit) }
    var isComparable = true
    func order(_ a: Value, _ b: Value) -> Order {
      let found = self.order(a, b, context)
      if found == nil { isComparable = false }
      return found ?? .equal
    }
    // The standard sort needs a strict order: without one (NaN, mixed types) it would not trap, but the result is refused.
    for index in keyed.indices.dropFirst() where order(keyed[0].key, keyed[index].key) == .none { isComparable = false }
    guard isComparable else { return .failure(.noSuchOverload) }
    let sorted = keyed.enumerated().sorted { a, b in
      switch order(a.element.key, b.element.key) {
      case .less: true
      case .greater: false
      case .equal, .none: a.offset < b.offset
      }
    }
    return isComparable ? scratch.list(sorted.map(\.element.item)) : .failure(.noSuchOverload)
  }
}
