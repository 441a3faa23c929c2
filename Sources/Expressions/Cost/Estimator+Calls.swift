/// Functions of the library and of the host: their steps beyond those of their arguments, and the extent of their results.
extension Estimator {
  mutating func call(_ function: Function, _ arguments: [Expression], _ expression: Expression) -> Estimate {
    let all = arguments.map { visit($0) }
    let extents = all.map(\.extent)
    let type = Extent(checked.types[expression.id])
    guard case .builtin(let builtin) = function.body else {
      return Estimate(cost: all.map(\.cost).sum + 1 + extents.map { sizes.total($0) }.sum, extent: type)
    }
    let own = work(function.name, extents, type) ?? Work(extent: usual(type, extents))
    let looking = extents.map { 1 + sizes.length($0) / 8 + (builtin.takesUnknownItems ? 0 : sizes.total($0)) }.sum
    return Estimate(
      cost: all.map(\.cost).sum + 1 + looking + own.cost, extent: own.extent, isDeclared: all.contains(where: \.isDeclared))
  }

  struct Work {
    var cost: Steps = 0
    var extent: Extent = .scalar
  }

  /// A text made of texts is seldom longer than all of them.
  private func usual(_ type: Extent, _ arguments: [Extent]) -> Extent {
    guard case .text = type else { return type }
    return .text(bytes: (arguments.map { sizes.text($0) }.sum + 64).count)
  }

  /// Nil for a function that only looks at its arguments.
  private func work(_ name: String, _ arguments: [Extent], _ type: Extent) -> Work? {
    guard let first = arguments.first else { return nil }
    switch name {
    case "size": return Work(extent: .number(least: Decimal64(0), greatest: declaredCount(first)))
    case "dyn": return Work(extent: first)
    case "matches": return matching(arguments)
    case "trim", "lowerAscii", "upperAscii", "charAt", "substring": return Work(extent: first)
    case "reverse", "slice": return Work(cost: sizes.length(first), extent: first)
    case "split", "join", "replace", "format": return texts(name, arguments)
    default: return lists(name, first, arguments) ?? optionals(name, first, arguments)
    }
  }

  /// How many items at most, if that is declared; a text's code points are no more than its bytes.
  private func declaredCount(_ extent: Extent) -> Decimal64? {
    switch extent {
    case .text(let count?), .items(let count?, _), .entries(let count?, _): Int64(exactly: count).map { Decimal64($0) }
    default: nil
    }
  }

  /// With a pattern that is made at run time.
  private func matching(_ arguments: [Extent]) -> Work {
    let assumedWeight: Steps = 4
    let pattern = arguments.count > 1 ? sizes.length(arguments[1]) : 0
    return Work(cost: 100 + pattern + assumedWeight * (1 + sizes.length(arguments[0]) / 8))
  }

  private func texts(_ name: String, _ arguments: [Extent]) -> Work {
    let length = sizes.length(arguments[0])
    let second = arguments.count > 1 ? sizes.length(arguments[1]) : 0
    switch name {
    case "split": return Work(cost: length, extent: .items(length.count + 1, of: arguments[0]))
    case "join":
      let bytes = length * (sizes.length(arguments[0].item) + second)
      return Work(cost: bytes / 8, extent: .text(bytes: bytes.count))
    case "replace":
      let new = arguments.count > 2 ? sizes.length(arguments[2]) : 0
      return Work(
        cost: (length + 2) * (1 + new / 8), extent: .text(bytes: (length + (length + 1) * new).count))
    default: return formatting(length, arguments)
    }
  }

  /// Each clause of a format takes an item: a number of a thousand digits, or a text.
  private func formatting(_ length: Steps, _ arguments: [Extent]) -> Work {
    let items = arguments.count > 1 ? arguments[1] : .any(nil)
    let clauses = min(length / 2, sizes.length(items))
    let piece = 1500 + 2 * sizes.text(items.item)
    let bytes = length + clauses * piece
    return Work(
      cost: clauses * (2 * Steps(Formatting.expansion) + sizes.total(items.item) + piece) + bytes / 8,
      extent: .text(bytes: bytes.count))
  }

  private func lists(_ name: String, _ list: Extent, _ arguments: [Extent]) -> Work? {
    let count = sizes.length(list)
    switch name {
    case "sets.contains", "sets.equivalent", "sets.intersects":
      guard arguments.count == 2 else { return nil }
      let pairs = count * sizes.length(arguments[1])
      return Work(cost: pairs + 2 * pairs * sizes.comparison(list.item, arguments[1].item))
    case "distinct": return Work(cost: count * count * (1 + sizes.comparison(list.item, list.item)) + count, extent: list)
    case "sort": return Work(cost: sorting(count, list.item) + count, extent: list)
    case "isSorted": return Work(cost: count * sizes.length(list.item) / 8)
    case "flatten": return flattening(list, isDeep: arguments.count > 1)
    case "lists.range":
      guard case .number(_, let greatest?) = list, let most = greatest.integer else {
        return Work(cost: Steps(sizes.limits.assumedItems), extent: .items(nil, of: .number(least: Decimal64(0), greatest: nil)))
      }
      return Work(cost: Steps(Int(most)), extent: .items(max(0, Int(most)), of: .number(least: Decimal64(0), greatest: greatest)))
    case "first", "last": return Work(extent: .items(1, of: list.item))
    case "sum": return Work(cost: count)
    default: return nil
    }
  }

  private func flattening(_ list: Extent, isDeep: Bool) -> Work {
    let total = sizes.total(list)
    guard !isDeep, case .items(_, let item) = list, case .items(_, let inner) = item else {
      return Work(cost: 2 * total, extent: .items(total.count, of: .any(nil)))
    }
    return Work(cost: 2 * total, extent: .items((sizes.length(list) * sizes.length(item)).count, of: inner))
  }

  private func optionals(_ name: String, _ first: Extent, _ arguments: [Extent]) -> Work? {
    switch name {
    case "optional.of", "optional.ofNonZeroValue": Work(extent: .items(1, of: first))
    case "value": Work(extent: first.item)
    case "or": Work(extent: arguments.count > 1 ? first.union(arguments[1]) : first)
    case "orValue": Work(extent: arguments.count > 1 ? first.item.union(arguments[1]) : first.item)
    case "optional.unwrap", "unwrapOpt":
      Work(cost: sizes.length(first), extent: .items(sizes.length(first).count, of: first.item.item))
    case "getHours", "getMinutes", "getSeconds", "getMilliseconds", "getDate", "getFullYear", "getMonth", "getDayOfMonth",
      "getDayOfWeek", "getDayOfYear":
      Work(cost: 1000)
    default: nil
    }
  }
}
