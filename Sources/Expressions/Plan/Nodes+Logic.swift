/// `&&` or `||`: a term that decides ends it, whatever is missing in the other.
final class LogicNode: DecidingNode, @unchecked Sendable {
  let left: Node
  let right: Node
  let deciding: Verdict

  init(_ place: Range<Int>, isOr: Bool, _ left: Node, _ right: Node) {
    self.left = left
    self.right = right
    deciding = isOr ? .yes : .no
    super.init(place)
  }

  /// A chain of terms as a tree of logarithmic height; in what order they meet makes no difference.
  static func chain(_ place: Range<Int>, isOr: Bool, _ terms: ArraySlice<Node>) -> Node {
    guard terms.count > 1 else { return terms.first ?? FailureNode(place, .noSuchOverload) }
    let middle = terms.startIndex + terms.count / 2
    return LogicNode(
      place, isOr: isOr, chain(place, isOr: isOr, terms[..<middle]), chain(place, isOr: isOr, terms[middle...]))
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    let first = left.decide(context, &state)
    if first == deciding { return first }
    if first == .other { return decideRest(context, &state) }
    let second = right.decide(context, &state)
    if second == .other { state.pending = boolean(state.pending, right) }
    return second
  }

  /// The left term is missing: only a deciding right one makes a result.
  @inline(never)
  private func decideRest(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    let first = boolean(state.pending, left)
    let verdict = right.decide(context, &state)
    if verdict == deciding { return verdict }
    state.pending = verdict == .other ? state.undecided(first, boolean(state.pending, right), context) : first
    return .other
  }

  private func boolean(_ value: Value, _ term: Node) -> Value { value.isKnown ? term.failure(.noSuchOverload) : value }
}

/// `!`.
final class NotNode: DecidingNode, @unchecked Sendable {
  let operand: Node

  init(_ place: Range<Int>, _ operand: Node) {
    self.operand = operand
    super.init(place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    switch operand.decide(context, &state) {
    case .yes: return .no
    case .no: return .yes
    case .other:
      if state.pending.isKnown { state.pending = failure(.noSuchOverload) }
      return .other
    }
  }
}

/// `condition ? yes : no`.
final class ConditionalNode: Node, @unchecked Sendable {
  let condition: Node
  let yes: Node
  let no: Node

  init(_ place: Range<Int>, _ condition: Node, _ yes: Node, _ no: Node) {
    self.condition = condition
    self.yes = yes
    self.no = no
    super.init(place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    switch condition.decide(context, &state) {
    case .yes: yes.evaluate(context, &state)
    case .no: no.evaluate(context, &state)
    case .other: state.pending.isKnown ? failure(.noSuchOverload) : state.pending
    }
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    switch condition.decide(context, &state) {
    case .yes: return yes.decide(context, &state)
    case .no: return no.decide(context, &state)
    case .other:
      if state.pending.isKnown { state.pending = failure(.noSuchOverload) }
      return .other
    }
  }
}
