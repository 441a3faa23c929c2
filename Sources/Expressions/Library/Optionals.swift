/// The extension `optionals`. What `or` and `orValue` fall back to is computed only when it is needed: see ``OrNode``.
extension Environment {
  mutating func defineOptionals() {
    define("optional.of", [.global([.a], .optional(.a))], takesUnknownItems: true) { arguments, _, state in
      state.scratch.optional(arguments[0])
    }
    define("optional.none", [.global([], .optional(.a))]) { _, _, state in state.scratch.optional(nil) }
    define("optional.ofNonZeroValue", [.global([.a], .optional(.a))], takesUnknownItems: true) { arguments, context, state in
      state.scratch.optional(arguments[0].isZero ? nil : arguments[0])
    }
    define("hasValue", [.member([.optional(.a)], .bool)], takesUnknownItems: true) { arguments, _, _ in
      if case .optional(let run) = arguments[0] { .bool(run.count > 0) } else { .failure(.noSuchOverload) }
    }
    define("value", [.member([.optional(.a)], .a)], takesUnknownItems: true) { arguments, context, state in
      guard case .optional(let run) = arguments[0] else { return .failure(.noSuchOverload) }
      return run.count > 0 ? state.item(run, 0, context) : .failure(.noValue)
    }
    define("or", [.member([.optional(.a), .optional(.a)], .optional(.a))]) { _, _, _ in .failure(.noSuchOverload) }
    define("orValue", [.member([.optional(.a), .a], .a)]) { _, _, _ in .failure(.noSuchOverload) }
    let unwrap: Builtin.Body = { arguments, context, state in
      guard case .list(let run) = arguments[0] else { return .failure(.noSuchOverload) }
      var kept: [Value] = []
      for item in state.items(run, context) {
        guard case .optional(let inner) = item else { return .failure(.noSuchOverload) }
        if inner.count > 0 { kept.append(state.item(inner, 0, context)) }
      }
      return state.scratch.list(kept)
    }
    define("optional.unwrap", [.global([.list(.optional(.a))], .list(.a))], unwrap)
    define("unwrapOpt", [.member([.list(.optional(.a))], .list(.a))], unwrap)
  }
}

extension Value {
  /// Whether it is the value that a field has which was never set.
  fileprivate var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let truth): !truth
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .decimal(let number): number.mantissa == 0
    case .string(let run), .bytes(let run), .list(let run), .map(let run), .optional(let run): run.count == 0
    case .duration(let span): span.nanoseconds == 0
    case .timestamp(let instant): instant.seconds == 0 && instant.nanoseconds == 0
    default: false
    }
  }
}

/// `optional.or(other)` and `optional.orValue(other)`.
final class OrNode: Node, @unchecked Sendable {
  let operand: Node
  let other: Node
  let unwraps: Bool

  init(_ place: Range<Int>, _ operand: Node, _ other: Node, unwraps: Bool) {
    self.operand = operand
    self.other = other
    self.unwraps = unwraps
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let value = operand.evaluate(context, &state)
    guard value.isKnown else { return value }
    guard case .optional(let run) = value else { return failure(.noSuchOverload) }
    if run.count > 0 { return unwraps ? state.item(run, 0, context) : value }
    let rest = other.evaluate(context, &state)
    if unwraps || !rest.isKnown { return rest }
    if case .optional = rest { return rest }
    return failure(.noSuchOverload)
  }
}
