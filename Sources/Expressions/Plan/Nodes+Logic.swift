/// `&&` or `||` over two or more terms: the first that decides ends it, whatever is missing before.
final class LogicNode: DecidingNode, @unchecked Sendable {
  let terms: [Node]
  let deciding: Verdict

  init(_ place: Range<Int>, isOr: Bool, _ terms: [Node]) {
    self.terms = terms
    deciding = isOr ? .yes : .no
    super.init(place)
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    for index in terms.indices {
      let verdict = terms[index].decide(context, &state)
      if verdict == deciding { return verdict }
      if verdict == .other { return decideRest(from: index, context, &state) }
    }
    return deciding == .yes ? .no : .yes
  }

  /// The term at `first` is missing: only a deciding one after it makes a result.
  @inline(never)
  private func decideRest(from first: Int, _ context: Context, _ state: inout EvaluationState) -> Verdict {
    var undecided = Undecided(state)
    undecided.add(boolean(state.pending, terms[first]), context, &state)
    for index in terms.indices.dropFirst(first + 1) {
      let verdict = terms[index].decide(context, &state)
      if verdict == deciding {
        undecided.drop(&state)
        return verdict
      }
      if verdict == .other { undecided.add(boolean(state.pending, terms[index]), context, &state) }
    }
    state.pending = undecided.logical(&state) ?? failure(.noSuchOverload)
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
