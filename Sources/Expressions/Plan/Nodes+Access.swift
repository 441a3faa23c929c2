/// `operand.field` and `operand.?field`. A field of an optional is optional too.
final class SelectNode: Node, @unchecked Sendable {
  let operand: Node
  let name: FieldName
  let isOptional: Bool

  init(_ place: Range<Int>, _ operand: Node, _ name: FieldName, isOptional: Bool) {
    self.operand = operand
    self.name = name
    self.isOptional = isOptional
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let value = operand.evaluate(context, &state)
    guard value.isKnown else { return value }
    if case .optional(let run) = value {
      guard run.count > 0 else { return value }
      let found = state.field(state.item(run, 0, context), name, context)
      // The optional promised a value with fields: what has none lacks the key.
      if case .noFields = found { return failure(.noSuchKey) }
      return optional(found, &state)
    }
    let found = state.field(value, name, context)
    if isOptional { return optional(found, &state) }
    switch found {
    case .found(let value): return placed(value)
    case .missing: return failure(.noSuchKey)
    case .noFields: return failure(.noFields)
    }
  }

  private func optional(_ found: Lookup, _ state: inout EvaluationState) -> Value {
    switch found {
    case .found(let value) where value.isAbsent: state.scratch.optional(nil)
    case .found(let value): value.isKnown ? state.scratch.optional(value) : value
    case .missing: state.scratch.optional(nil)
    case .noFields: failure(.noFields)
    }
  }
}

/// `has(operand.field)`: whether there is a value. A field that was never set or does not apply has none.
final class HasNode: DecidingNode, @unchecked Sendable {
  let operand: Node
  let name: FieldName

  init(_ place: Range<Int>, _ operand: Node, _ name: FieldName) {
    self.operand = operand
    self.name = name
    super.init(place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    var value = operand.evaluate(context, &state)
    if case .optional(let run) = value {
      guard run.count > 0 else { return .no }
      value = state.item(run, 0, context)
    }
    guard value.isKnown else { return pending(value, &state) }
    switch state.field(value, name, context) {
    case .found(let found):
      if found.isAbsent { return .no }
      return found.isKnown ? .yes : pending(found, &state)
    case .missing: return .no
    case .noFields: return pending(failure(.noFields), &state)
    }
  }

  private func pending(_ value: Value, _ state: inout EvaluationState) -> Verdict {
    state.pending = value
    return .other
  }
}

/// `operand[key]` and `operand[?key]`.
final class IndexNode: Node, @unchecked Sendable {
  let operand: Node
  let key: Node
  let isOptional: Bool

  init(_ place: Range<Int>, _ operand: Node, _ key: Node, isOptional: Bool) {
    self.operand = operand
    self.key = key
    self.isOptional = isOptional
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    var value = operand.evaluate(context, &state)
    let key = key.evaluate(context, &state)
    if let missing = state.missing(value, key, context) { return missing }
    var wraps = isOptional
    if case .optional(let run) = value {
      guard run.count > 0 else { return value }
      value = state.item(run, 0, context)
      wraps = true
    }
    let found = placed(element(value, key, context, &state))
    guard wraps else { return found }
    if case .error(let failure) = found {
      let isNone = failure.kind == .noSuchKey || failure.kind == .outOfRange || found.isAbsent
      return isNone ? state.scratch.optional(nil) : found
    }
    return found.isKnown ? state.scratch.optional(found) : found
  }

  private func element(_ value: Value, _ key: Value, _ context: Context, _ state: inout EvaluationState) -> Value {
    switch value {
    case .list(let run): state.element(run, key, context)
    case .map, .record: state.lookup(value, key: key, context) ?? .failure(.noSuchKey)
    default: .failure(.noSuchOverload)
    }
  }
}
