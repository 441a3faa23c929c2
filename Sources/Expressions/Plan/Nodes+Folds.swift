/// A macro over the items of a list, or the keys of a map.
class FoldNode: Node, @unchecked Sendable {
  let range: Node
  /// The slot of the first variable.
  let slot: Int
  /// Whether there are two variables: index and item, or key and value.
  let isPair: Bool
  /// Steps an item costs: the size of what is evaluated for it.
  let cost: Int

  init(_ place: Range<Int>, range: Node, slot: Int, isPair: Bool, cost: Int) {
    self.range = range
    self.slot = slot
    self.isPair = isPair
    self.cost = cost
    super.init(place)
  }

  /// What a fold goes over.
  struct Items {
    let run: Value.Run
    let isMap: Bool
    var count: Int { Int(run.count) }
  }

  /// The items of the range; nil when there are none to be had, and then `state.pending` says why.
  final func items(_ context: Context, _ state: inout EvaluationState) -> Items? {
    let value = range.evaluate(context, &state)
    switch value {
    case .list(let run): return Items(run: run, isMap: false)
    case .map(let run): return Items(run: run, isMap: true)
    case .record:
      guard let pairs = state.pairs(value, context), let run = state.scratch.store(values: pairs) else { break }
      return Items(run: Value.Run(start: run.start, count: run.count / 2), isMap: true)
    default: break
    }
    state.pending = value.isKnown ? failure(.noSuchOverload) : value
    return nil
  }

  /// Sets the variables to an item; false when the steps are used up.
  @inline(__always)
  final func bind(_ items: Items, _ index: Int, _ context: Context, _ state: inout EvaluationState) -> Bool {
    guard state.charge(cost) else { return false }
    let value = state.item(items.run, items.isMap ? 2 * index : index, context)
    guard isPair else {
      state.setVariable(slot, value)
      return true
    }
    state.setVariable(slot, items.isMap ? value : .int(Int64(index)))
    state.setVariable(slot + 1, items.isMap ? state.item(items.run, 2 * index + 1, context) : value)
    return true
  }

  /// What a predicate that is neither true nor false stands for.
  final func missing(_ predicate: Node, _ state: borrowing EvaluationState) -> Value {
    state.pending.isKnown ? predicate.failure(.noSuchOverload) : state.pending
  }
}

/// `all` and `exists`: as `&&` and `||` over the items.
final class QuantifierNode: FoldNode, @unchecked Sendable {
  let predicate: Node
  let deciding: Verdict

  init(_ fold: Planner.FoldPlan, isExists: Bool, _ predicate: Node) {
    self.predicate = predicate
    deciding = isExists ? .yes : .no
    super.init(fold.place, range: fold.range, slot: fold.slot, isPair: fold.isPair, cost: fold.cost)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    switch decide(context, &state) {
    case .no: .bool(false)
    case .yes: .bool(true)
    case .other: state.pending
    }
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    guard let items = items(context, &state) else { return .other }
    var undecided = Undecided(state)
    for index in 0..<items.count {
      guard bind(items, index, context, &state) else {
        undecided.drop(&state)
        state.pending = failure(.stepLimit)
        return .other
      }
      let verdict = predicate.decide(context, &state)
      if verdict == deciding {
        undecided.drop(&state)
        return verdict
      }
      if verdict == .other { undecided.add(missing(predicate, state), context, &state) }
    }
    guard let rest = undecided.logical(&state) else { return deciding == .yes ? .no : .yes }
    state.pending = rest
    return .other
  }
}

/// `existsOne`: whether exactly one item holds, all of them known.
final class ExistsOneNode: FoldNode, @unchecked Sendable {
  let predicate: Node

  init(_ fold: Planner.FoldPlan, _ predicate: Node) {
    self.predicate = predicate
    super.init(fold.place, range: fold.range, slot: fold.slot, isPair: fold.isPair, cost: fold.cost)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    guard let items = items(context, &state) else { return state.pending }
    var undecided = Undecided(state)
    var count = 0
    for index in 0..<items.count {
      guard bind(items, index, context, &state) else {
        undecided.drop(&state)
        return failure(.stepLimit)
      }
      switch predicate.decide(context, &state) {
      case .yes: count += 1
      case .no: break
      case .other: undecided.add(missing(predicate, state), context, &state)
      }
    }
    return undecided.strict(&state) ?? .bool(count == 1)
  }
}

/// `filter`, `map`, `transformList`, `transformMap` and `transformMapEntry`: a new list or map.
final class TransformNode: FoldNode, @unchecked Sendable {
  enum Output {
    case list
    /// The key or index, and the result.
    case map
    /// The entries of the result.
    case entries
  }

  let predicate: Node?
  let result: Node?
  let output: Output

  /// Whether results may be missing without the whole being so.
  let holdsMissing: Bool

  init(_ fold: Planner.FoldPlan, _ predicate: Node?, _ result: Node?, _ output: Output, holdsMissing: Bool) {
    self.predicate = predicate
    self.result = result
    self.output = output
    self.holdsMissing = holdsMissing
    super.init(fold.place, range: fold.range, slot: fold.slot, isPair: fold.isPair, cost: fold.cost)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    guard let items = items(context, &state) else { return state.pending }
    let start = state.stack.count
    var undecided = Undecided(state)
    for index in 0..<items.count {
      guard bind(items, index, context, &state) else {
        undecided.drop(&state)
        state.stack.removeSubrange(start...)
        return failure(.stepLimit)
      }
      collect(context, &state, &undecided)
    }
    if let missing = undecided.strict(&state) {
      state.stack.removeSubrange(start...)
      return missing
    }
    if output == .list { return state.popItems(from: start).map(Value.list) ?? failure(.stepLimit) }
    return placed(state.popMap(from: start, context))
  }

  /// Pushes what the item at hand contributes.
  private func collect(_ context: Context, _ state: inout EvaluationState, _ undecided: inout Undecided) {
    let item = state.variable(slot)
    switch predicate?.decide(context, &state) ?? .yes {
    case .no: return
    case .other: return undecided.add(missing(predicate ?? self, state), context, &state)
    case .yes: break
    }
    let value = result?.evaluate(context, &state) ?? item
    if !value.isHeld(holdsMissing) { return undecided.add(value, context, &state) }
    switch output {
    case .list: state.stack.append(value)
    case .map:
      state.stack.append(item)
      state.stack.append(value)
    case .entries:
      guard value.isKnown else { return undecided.add(value, context, &state) }
      guard let pairs = state.pairs(value, context) else {
        return undecided.add((result ?? self).failure(.noSuchOverload), context, &state)
      }
      state.stack.append(contentsOf: pairs)
    }
  }
}

/// `sortBy`: the items in the order of their keys, equal ones as they were.
final class SortByNode: FoldNode, @unchecked Sendable {
  let key: Node

  init(_ fold: Planner.FoldPlan, _ key: Node) {
    self.key = key
    super.init(fold.place, range: fold.range, slot: fold.slot, isPair: fold.isPair, cost: fold.cost)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    guard let items = items(context, &state) else { return state.pending }
    guard !items.isMap else { return failure(.noSuchOverload) }
    var undecided = Undecided(state)
    var keyed: [(key: Value, item: Value)] = []
    for index in 0..<items.count {
      guard bind(items, index, context, &state) else {
        undecided.drop(&state)
        return failure(.stepLimit)
      }
      let item = state.variable(slot)
      let value = key.evaluate(context, &state)
      if value.isKnown { keyed.append((value, item)) } else { undecided.add(value, context, &state) }
    }
    if let missing = undecided.strict(&state) { return missing }
    return placed(state.sorted(keyed, context))
  }
}

/// `cel.bind`, `optMap` and `optFlatMap`: one variable for one value.
final class BindNode: Node, @unchecked Sendable {
  let value: Node
  let slot: Int
  let result: Node
  let kind: Fold.Kind

  init(_ fold: Planner.FoldPlan, _ kind: Fold.Kind, _ result: Node) {
    value = fold.range
    slot = fold.slot
    self.kind = kind
    self.result = result
    super.init(fold.place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    var bound = value.evaluate(context, &state)
    if kind != .bind {
      guard bound.isKnown else { return bound }
      guard case .optional(let run) = bound else { return failure(.noSuchOverload) }
      guard run.count > 0 else { return bound }
      bound = state.item(run, 0, context)
    }
    state.setVariable(slot, bound)
    let answer = result.evaluate(context, &state)
    guard kind != .bind, answer.isKnown else { return answer }
    if kind == .optMap { return state.scratch.optional(answer) }
    if case .optional = answer { return answer }
    return failure(.noSuchOverload)
  }
}
