/// Macros: the steps of an item, as many times as there are items.
extension Estimator {
  mutating func visit(_ fold: Fold, _ expression: Expression) -> Estimate {
    let range = visit(fold.range)
    bind(fold, range, checked.slots[expression.id] ?? 0)
    let predicate = fold.predicate.map { visit($0) } ?? Estimate()
    let result = fold.result.map { visit($0) } ?? Estimate()
    let isDeclared = range.isDeclared || result.isDeclared
    guard fold.kind.isOverItems else {
      let isWrapped = fold.kind == .optMap
      return Estimate(
        cost: range.cost + result.cost, extent: isWrapped ? .items(1, of: result.extent) : result.extent,
        isDeclared: isDeclared)
    }
    let count = sizes.length(range.extent)
    let own = Steps(1 + [fold.predicate, fold.result].compactMap { $0?.size }.reduce(0, +))
    let output = output(fold, range, result)
    return Estimate(
      cost: range.cost + count * (own + predicate.cost + result.cost) + output.cost, extent: output.extent,
      isDeclared: isDeclared)
  }

  private mutating func bind(_ fold: Fold, _ range: Estimate, _ slot: Int) {
    guard fold.kind != .bind else {
      scope[slot] = range
      return
    }
    let item = Estimate(extent: range.extent.item, isDeclared: range.isDeclared)
    for offset in fold.variables.indices { scope[slot + offset] = item }
    // Of a list, the first of two is the index.
    guard fold.variables.count == 2, case .list = checked.types[fold.range.id] else { return }
    scope[slot] = Estimate(extent: .number(least: Decimal64(0), greatest: nil))
  }

  /// What is made of the items, and the steps that go into its making.
  private func output(_ fold: Fold, _ range: Estimate, _ result: Estimate) -> Estimate {
    let count = sizes.length(range.extent)
    func items(_ item: Extent) -> Extent { .items(count.count, of: item) }
    // Some of the items are no more than all of them.
    let some: Extent = if case .any = range.extent { range.extent } else { items(range.extent.item) }
    switch fold.kind {
    case .filter: return Estimate(cost: count / 8, extent: some)
    case .map, .transformList: return Estimate(cost: count / 8, extent: items(result.extent))
    case .transformMap:
      let key = range.extent.item.union(.scalar)
      return Estimate(cost: count + count * sizes.length(key) / 8, extent: .entries(count.count, of: key.union(result.extent)))
    case .transformMapEntry:
      let all = count * sizes.length(result.extent)
      return Estimate(
        cost: all + all * sizes.length(result.extent.item) / 8, extent: .entries(all.count, of: result.extent.item))
    case .sortBy: return Estimate(cost: sorting(count, result.extent), extent: some)
    case .all, .exists, .existsOne, .bind, .optMap, .optFlatMap: return Estimate()
    }
  }

  /// Ordering so many keys.
  func sorting(_ count: Steps, _ key: Extent) -> Steps {
    let rounds = Int.bitWidth - count.count.leadingZeroBitCount
    return 8 * count + (1 + count * sizes.length(key) / 8) * Steps(rounds)
  }
}
