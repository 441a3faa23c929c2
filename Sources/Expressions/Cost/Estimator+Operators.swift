/// Operators: their steps, the numbers they lead to, and comparisons that have but one result.
extension Estimator {
  mutating func visit(_ operation: Expression.Operator, _ operands: [Expression], _ expression: Expression) -> Estimate {
    let all = operands.map { visit($0) }
    var result = Estimate(cost: all.map(\.cost).sum, isDeclared: all.contains(where: \.isDeclared))
    guard all.count == 2 else { return result }
    let (left, right) = (all[0], all[1])
    switch operation {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      result.cost += sizes.comparison(left.extent, right.extent)
      compare(operation, left, right, expression)
    case .contained:
      result.cost += lookup(right.extent, left.extent)
      contain(left, operands[1])
    case .add, .subtract:
      result.cost += joining(left.extent, right.extent)
      result.extent = combined(operation, left.extent, right.extent)
    case .multiply, .divide, .remainder, .not, .negate: break
    }
    return result
  }

  /// Texts and lists are copied.
  private func joining(_ a: Extent, _ b: Extent) -> Steps {
    switch (a, b) {
    case (.number, .number): 0
    case (.text, .text): 1 + sizes.length(a) / 8 + sizes.length(b) / 8
    default: 1 + sizes.length(a) + sizes.length(b)
    }
  }

  private func combined(_ operation: Expression.Operator, _ a: Extent, _ b: Extent) -> Extent {
    switch (a, b) {
    case (.number(let low, let high), .number(let least, let greatest)):
      if operation == .add { return .number(least: sum(low, least), greatest: sum(high, greatest)) }
      return .number(least: difference(low, greatest), greatest: difference(high, least))
    case (.text, .text): return .text(bytes: (sizes.length(a) + sizes.length(b)).count)
    case (.items(_, let item), .items(_, let other)):
      return .items((sizes.length(a) + sizes.length(b)).count, of: item.union(other))
    default: return .any((sizes.length(a) + sizes.length(b)).count)
    }
  }

  private func sum(_ a: Decimal64?, _ b: Decimal64?) -> Decimal64? { a.flatMap { a in b.flatMap { a.adding($0) } } }
  private func difference(_ a: Decimal64?, _ b: Decimal64?) -> Decimal64? { a.flatMap { a in b.flatMap { a.subtracting($0) } } }
}

extension Estimator {
  /// Reports a comparison of numbers that no two of them can fulfil, or for `!=` that all do.
  private mutating func compare(
    _ operation: Expression.Operator, _ left: Estimate, _ right: Estimate, _ expression: Expression
  ) {
    guard left.isDeclared || right.isDeclared, case .number(let low, let high) = left.extent,
      case .number(let least, let greatest) = right.extent
    else { return }
    let isBelow = Self.precedes(high, least, orEqual: false)
    let isAbove = Self.precedes(greatest, low, orEqual: false)
    let isDecided =
      switch operation {
      case .less: Self.precedes(greatest, low, orEqual: true)
      case .lessOrEqual: isAbove
      case .greater: Self.precedes(high, least, orEqual: true)
      case .greaterOrEqual: isBelow
      default: isBelow || isAbove
      }
    guard isDecided else { return }
    let bounded = left.isDeclared ? left : right
    report(.outOfBounds, checked.range(expression), ["range": Self.text(bounded.extent)])
  }

  /// Reports the literals of a list that a number looked for in it can never be.
  private mutating func contain(_ number: Estimate, _ list: Expression) {
    guard number.isDeclared, case .number(let low, let high) = number.extent, case .list(let elements) = list.kind else {
      return
    }
    for element in elements {
      guard case .literal(let datum) = element.value.kind,
        case .number(let least?, let greatest?) = extent(of: datum, element.value)
      else { continue }
      if Self.precedes(high, least, orEqual: false) || Self.precedes(greatest, low, orEqual: false) {
        report(.outOfBounds, checked.range(element.value), ["range": Self.text(number.extent)])
      }
    }
  }

  private static func precedes(_ a: Decimal64?, _ b: Decimal64?, orEqual: Bool) -> Bool {
    guard let a, let b else { return false }
    return orEqual ? a <= b : a < b
  }

  /// `1990..2022`, open where there is no end.
  private static func text(_ extent: Extent) -> String {
    guard case .number(let least, let greatest) = extent else { return "" }
    return "\(least?.description ?? "")..\(greatest?.description ?? "")"
  }
}
