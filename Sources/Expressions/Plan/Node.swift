/// A step of evaluation. Nodes are immutable and shared by threads; all that changes is in the state.
///
/// `@unchecked` only because the class has subclasses: every stored property is a `let` of a Sendable type.
class Node: @unchecked Sendable {
  let place: Range<Int>

  init(_ place: Range<Int>) { self.place = place }

  /// The value.
  func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value { .null }

  /// The value where a boolean is needed: anything else stands in `state.pending`.
  func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    verdict(evaluate(context, &state), &state)
  }

  /// The value as a verdict.
  @inline(__always)
  final func verdict(_ value: Value, _ state: inout EvaluationState) -> Verdict {
    if case .bool(let truth) = value { return truth ? .yes : .no }
    state.pending = value
    return .other
  }

  func failure(_ kind: EvaluationError.Kind) -> Value { .failure(kind, place) }
}

/// What a boolean evaluation found.
enum Verdict: UInt8 {
  case no, yes, other
}

/// A node that mainly decides: its value follows from the verdict.
class DecidingNode: Node, @unchecked Sendable {
  override final func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    switch decide(context, &state) {
    case .no: .bool(false)
    case .yes: .bool(true)
    case .other: state.pending
    }
  }
}
