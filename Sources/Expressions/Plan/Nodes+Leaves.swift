/// A value known when the program was made.
final class ConstantNode: Node, @unchecked Sendable {
  let value: Value

  init(_ place: Range<Int>, _ value: Value) {
    self.value = value
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value { value }
}

/// A slot of the facts.
final class FactNode: Node, @unchecked Sendable {
  let slot: Int

  init(_ place: Range<Int>, slot: Int) {
    self.slot = slot
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    slot < context.slots.count ? placed(context.slots[slot]) : failure(.unset)
  }
}

/// A value that the state holds from before.
final class LocalNode: Node, @unchecked Sendable {
  let index: Int

  init(_ place: Range<Int>, index: Int) {
    self.index = index
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    index < state.locals.count ? placed(state.locals[index]) : failure(.unset)
  }
}

/// A variable of a macro.
final class SlotNode: Node, @unchecked Sendable {
  let slot: Int

  init(_ place: Range<Int>, slot: Int) {
    self.slot = slot
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value { state.variable(slot) }
}

/// What has no meaning, in an expression that was not checked.
final class FailureNode: Node, @unchecked Sendable {
  let kind: EvaluationError.Kind

  init(_ place: Range<Int>, _ kind: EvaluationError.Kind) {
    self.kind = kind
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value { failure(kind) }
}
