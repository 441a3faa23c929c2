/// Estimates, from the extents of what an expression reads, how many steps its evaluation may take, and finds the comparisons
/// that can have but one result.
///
/// The estimate is an upper bound on the steps that ``EvaluationState`` counts, for values that keep to what is declared or
/// assumed; a pattern that is made at run time is taken to be short, and sets of unknown attributes to have less than 64.
struct Estimator {
  let checked: Checked
  let sizes: Sizes
  /// What the variables of macros stand for, by slot.
  var scope: [Int: Estimate] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// What is known of an expression before it runs.
  struct Estimate {
    var cost: Steps = 0
    var extent: Extent = .scalar
    /// Whether the host declared how far it reaches, or something that it is made of.
    var isDeclared = false
  }

  init(_ checked: Checked, limits: Limits) {
    self.checked = checked
    sizes = Sizes(limits: limits)
  }

  /// The steps of the whole, the copying of its result included; reports them when there are too many.
  mutating func run() -> Estimate {
    let root = visit(checked.syntax.root)
    let cost = root.cost + sizes.total(root.extent)
    if let limit = sizes.limits.cost, cost.count > limit {
      report(.tooCostly, checked.range(checked.syntax.root), ["cost": "\(cost.count)", "limit": "\(limit)"])
    }
    return Estimate(cost: cost, extent: root.extent, isDeclared: root.isDeclared)
  }

  mutating func report(_ code: Diagnostic.Code, _ range: Range<Int>, _ arguments: [String: String]) {
    diagnostics.append(Diagnostic(code, range, arguments))
  }
}

extension Estimator {
  mutating func visit(_ expression: Expression) -> Estimate {
    if let resolved = resolved(expression) { return resolved }
    switch expression.kind {
    case .literal(let datum): return Estimate(extent: extent(of: datum, expression))
    case .name, .message: return Estimate(extent: .any(nil))
    case .select(let operand, let field, let isOptional): return select(operand, field, isOptional, expression)
    case .has(let operand, let field, _): return has(operand, field, expression)
    case .index(let operand, let key, let isOptional): return index(operand, key, isOptional, expression)
    case .call(_, let arguments): return unresolved(arguments)
    case .method(let target, _, let arguments): return unresolved([target] + arguments)
    case .operation(let operation, let operands): return visit(operation, operands, expression)
    case .logic(_, let terms): return sequence(terms, .scalar)
    case .conditional(let condition, let yes, let no): return conditional(condition, yes, no)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .fold(let fold): return visit(fold, expression)
    }
  }

  func extent(of datum: Datum, _ expression: Expression) -> Extent {
    if let exact = checked.syntax.exact[expression.id] { return .number(least: exact, greatest: exact) }
    return Extent(datum)
  }

  /// What a name or call stands for.
  private mutating func resolved(_ expression: Expression) -> Estimate? {
    switch checked.resolutions[expression.id] {
    case .variable(let variable):
      return Estimate(extent: variable.extent, isDeclared: variable.isBounded)
    case .slot(let slot):
      let bound = scope[slot] ?? Estimate(extent: .any(nil))
      return Estimate(extent: bound.extent, isDeclared: bound.isDeclared)
    case .field(let operand, let field): return select(operand, field, false, expression)
    case .function(let function, let arguments): return call(function, arguments, expression)
    case nil: return nil
    }
  }

  /// Several expressions, all evaluated.
  mutating func sequence(_ parts: [Expression], _ extent: Extent) -> Estimate {
    let all = parts.map { visit($0) }
    return Estimate(cost: all.map(\.cost).sum, extent: extent, isDeclared: all.contains(where: \.isDeclared))
  }

  private mutating func unresolved(_ parts: [Expression]) -> Estimate { sequence(parts, .any(nil)) }

  private mutating func conditional(_ condition: Expression, _ yes: Expression, _ no: Expression) -> Estimate {
    let (asked, first, second) = (visit(condition), visit(yes), visit(no))
    return Estimate(
      cost: asked.cost + max(first.cost, second.cost), extent: first.extent.union(second.extent),
      isDeclared: first.isDeclared || second.isDeclared)
  }

  private mutating func list(_ elements: [Expression.Element]) -> Estimate {
    let all = elements.map { visit($0.value) }
    let items = zip(elements, all).map { $0.isOptional ? $1.extent.item : $1.extent }
    return Estimate(
      cost: all.map(\.cost).sum + Steps(elements.count / 8), extent: .items(elements.count, of: Self.union(items)),
      isDeclared: all.contains(where: \.isDeclared))
  }

  private mutating func map(_ entries: [Expression.Entry]) -> Estimate {
    let keys = entries.map { visit($0.key) }
    let values = entries.map { visit($0.value) }
    let items = keys.map(\.extent) + zip(entries, values).map { $0.isOptional ? $1.extent.item : $1.extent }
    let all = keys + values
    return Estimate(
      cost: all.map(\.cost).sum + Steps(entries.count) + keys.map { sizes.length($0.extent) / 8 }.sum,
      extent: .entries(entries.count, of: Self.union(items)), isDeclared: all.contains(where: \.isDeclared))
  }

  static func union(_ extents: [Extent]) -> Extent {
    extents.first.map { extents.dropFirst().reduce($0) { $0.union($1) } } ?? .scalar
  }
}

extension Estimator {
  private mutating func select(
    _ operand: Expression, _ field: String, _ isOptional: Bool, _ expression: Expression
  ) -> Estimate {
    let whole = visit(operand)
    var (inner, wraps) = (whole.extent, isOptional)
    if case .optional = checked.types[operand.id] { (inner, wraps) = (inner.item, true) }
    var (extent, isDeclared) = (inner.item, whole.isDeclared)
    if case .record(let record) = inner { (extent, isDeclared) = (record.extent(of: field), record.isBounded(field)) }
    if case .period = checked.types[operand.id] { extent = .scalar }
    return Estimate(
      cost: whole.cost + searching(inner), extent: wraps ? .items(1, of: extent) : extent, isDeclared: isDeclared)
  }

  private mutating func has(_ operand: Expression, _ field: String, _ expression: Expression) -> Estimate {
    let found = select(operand, field, false, expression)
    return Estimate(cost: found.cost)
  }

  /// Looking for a text among the keys of a map.
  private func searching(_ extent: Extent) -> Steps {
    switch extent {
    case .entries, .any: sizes.length(extent) / 8
    default: 0
    }
  }

  private mutating func index(
    _ operand: Expression, _ key: Expression, _ isOptional: Bool, _ expression: Expression
  ) -> Estimate {
    let (whole, place) = (visit(operand), visit(key))
    var (inner, wraps) = (whole.extent, isOptional)
    if case .optional = checked.types[operand.id] { (inner, wraps) = (inner.item, true) }
    var cost = whole.cost + place.cost
    if case .list = checked.types[operand.id] {} else { cost += lookup(inner, place.extent) }
    return Estimate(
      cost: cost, extent: wraps ? .items(1, of: inner.item) : inner.item, isDeclared: whole.isDeclared)
  }

  /// Looking for a key of any type.
  func lookup(_ map: Extent, _ key: Extent) -> Steps { sizes.length(map) * (1 + sizes.comparison(map.item, key)) }
}
