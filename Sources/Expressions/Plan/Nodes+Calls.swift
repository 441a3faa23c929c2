/// A call of a function of the library.
final class CallNode: Node, @unchecked Sendable {
  // Children of their own: an array would cost a retain for each evaluation of each.
  let first: Node?
  let second: Node?
  let third: Node?
  let fourth: Node?
  let count: Int
  let builtin: Builtin

  /// For at most four arguments.
  init(_ place: Range<Int>, _ arguments: [Node], _ builtin: Builtin) {
    count = arguments.count
    first = arguments.first
    second = count > 1 ? arguments[1] : nil
    third = count > 2 ? arguments[2] : nil
    fourth = count > 3 ? arguments[3] : nil
    self.builtin = builtin
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let a = first?.evaluate(context, &state) ?? .null
    let b = second?.evaluate(context, &state) ?? .null
    let c = third?.evaluate(context, &state) ?? .null
    let d = fourth?.evaluate(context, &state) ?? .null
    return call(Arguments(count, a, b, c, d), context, &state)
  }

  /// The value for arguments that were evaluated before.
  func call(_ all: Arguments, _ context: Context, _ state: inout EvaluationState) -> Value {
    let mayMiss = !all.areKnown || !builtin.takesUnknownItems && all.holdItems
    if mayMiss, let missing = missing(all, context, &state) { return missing }
    guard state.charge(1 + all.length / 8) else { return failure(.stepLimit) }
    return placed(builtin.body(all, context, &state))
  }

  /// What is missing among the arguments, and in them unless the function takes that; nil when nothing is.
  @inline(never)
  private func missing(_ all: Arguments, _ context: Context, _ state: inout EvaluationState) -> Value? {
    var undecided = Undecided(state)
    for index in 0..<all.count {
      if builtin.takesUnknownItems {
        undecided.add(all[index], context, &state)
      } else if !state.collectMissing(all[index], &undecided, context) {
        undecided.drop(&state)
        return failure(.stepLimit)
      }
    }
    return undecided.strict(&state)
  }
}

/// A call of a function of the host.
final class HostCallNode: Node, @unchecked Sendable {
  let arguments: [Node]
  let body: @Sendable ([Datum]) -> Datum

  init(_ place: Range<Int>, _ arguments: [Node], _ body: @escaping @Sendable ([Datum]) -> Datum) {
    self.arguments = arguments
    self.body = body
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    var undecided = Undecided(state)
    var data: [Datum] = []
    for argument in arguments {
      let value = argument.evaluate(context, &state)
      guard state.collectMissing(value, &undecided, context) else {
        undecided.drop(&state)
        return failure(.stepLimit)
      }
      data.append(state.datum(of: value, context))
    }
    if let missing = undecided.strict(&state) { return missing }
    return placed(state.scratch.store(body(data)))
  }
}

/// `text.matches('pattern')` with the pattern compiled beforehand.
final class MatchesNode: DecidingNode, @unchecked Sendable {
  let operand: Node
  let pattern: Pattern

  init(_ place: Range<Int>, _ operand: Node, _ pattern: Pattern) {
    self.operand = operand
    self.pattern = pattern
    super.init(place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    let value = operand.evaluate(context, &state)
    if case .string(let run) = value {
      if state.charge(pattern.weight * (1 + Int(run.count) / 8)) { return isMatch(run, context, &state) ? .yes : .no }
      state.pending = failure(.stepLimit)
    } else {
      state.pending = value.isKnown ? failure(.noSuchOverload) : value
    }
    return .other
  }

  @inline(__always)
  private func isMatch(_ run: Value.Run, _ context: Context, _ state: inout EvaluationState) -> Bool {
    // A slice would be retained.
    if run.arena == 0 { return pattern.matches(context.arena.bytes, run.range) }
    return pattern.matches(bytes: state.bytes(run, context))
  }
}

extension EvaluationState {
  /// Adds all that is missing in a value, however deep; false when the steps are used up. A field of a record that was never
  /// set or does not apply is none of its fields.
  mutating func collectMissing(_ value: Value, _ undecided: inout Undecided, _ context: Context) -> Bool {
    let range: Range<Int>
    let run: Value.Run
    switch value {
    case .list(let items), .optional(let items): (run, range) = (items, 0..<Int(items.count))
    case .map(let entries): (run, range) = (entries, 0..<2 * Int(entries.count))
    case .record(let fields):
      guard charge(1 + Int(fields.count) / 8) else { return false }
      for field in presentFields(fields, context) {
        guard collectMissing(field.value, &undecided, context) else { return false }
      }
      return true
    default:
      undecided.add(value, context, &self)
      return true
    }
    guard charge(1 + range.count / 8) else { return false }
    for index in range {
      guard collectMissing(item(run, index, context), &undecided, context) else { return false }
    }
    return true
  }
}
