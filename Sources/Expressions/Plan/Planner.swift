/// Turns a checked tree into nodes, and computes what is constant.
struct Planner {
  private let checked: Checked
  private var arena = Arena(.constants)
  private let foldable: Foldable
  private let infallible: Infallible
  /// How many macro variables are in scope.
  private var depth = 0
  /// Steps left for computing constants: what costs more is computed when it is needed.
  private var budget = 100_000
  /// The parts that are traced, with their places; nil when none is to be.
  private var traced: [(id: Int, range: Range<Int>)]?

  /// What all folds have in common.
  struct FoldPlan {
    let place: Range<Int>
    let range: Node
    let slot: Int
    let isPair: Bool
    let cost: Int
  }

  /// The program of a checked expression.
  static func program(
    _ checked: Checked, source: String, estimate: Estimator.Estimate?, isTraced: Bool = false
  ) -> Program {
    var planner = Planner(checked, isTraced ? .nothing : Foldable(checked), Infallible(checked))
    if isTraced { planner.traced = [] }
    let root = planner.node(checked.syntax.root)
    return Program(
      root: root, constants: Constants(planner.arena, place: Constants.nextPlace()),
      slotCount: checked.slotCount, checked: checked, source: source, estimate: estimate,
      traced: (planner.traced ?? []).sorted { $0.id < $1.id })
  }

  private init(_ checked: Checked, _ foldable: Foldable, _ infallible: Infallible) {
    self.checked = checked
    self.foldable = foldable
    self.infallible = infallible
  }

  /// The node of an expression; a constant when its value is known now.
  private mutating func node(_ expression: Expression) -> Node {
    if foldable.isWorthFolding(expression, depth: depth), let datum = folded(expression) {
      return ConstantNode(checked.range(expression), arena.store(datum))
    }
    let node = build(expression)
    if traced == nil { return node }
    if expression.isLiteral { return node }
    traced?.append((expression.id, checked.range(expression)))
    return TraceNode(node, id: expression.id)
  }

  /// The value of a constant expression; nil when it has none, or it costs too much to compute now.
  private mutating func folded(_ expression: Expression) -> Datum? {
    guard budget > 0 else { return nil }
    var planner = Planner(checked, .nothing, infallible)
    planner.depth = depth
    let node = planner.build(expression)
    var state = EvaluationState(limit: 10_000)
    state.constants.adopt(Constants(planner.arena))
    state.reserveVariables(checked.slotCount)
    let value = node.evaluate(.none, &state)
    defer { budget -= 100 + state.steps }
    var undecided = Undecided(state)
    guard state.collectMissing(value, &undecided, .none), undecided.strict(&state) == nil, !state.isExhausted else {
      return nil
    }
    return state.datum(of: value, .none)
  }

  private mutating func build(_ expression: Expression) -> Node {
    let place = checked.range(expression)
    switch expression.kind {
    case .literal(let datum): return literal(expression, datum)
    case .name: return resolved(expression) ?? FailureNode(place, .undeclared)
    case .select(let operand, let field, let isOptional):
      if let node = resolved(expression) { return node }
      let name = FieldName(field, of: checked.types[operand.id])
      let generic = SelectNode(place, node(operand), name, isOptional: isOptional)
      return ItemFieldNode(generic) ?? generic
    case .has(let operand, let field, _): return HasNode(place, node(operand), FieldName(field, of: checked.types[operand.id]))
    case .index(let operand, let key, let isOptional):
      return IndexNode(place, node(operand), node(key), isOptional: isOptional)
    case .call, .method: return resolved(expression) ?? FailureNode(place, .noSuchOverload)
    case .operation(let operation, let arguments): return self.operation(place, operation, arguments)
    case .logic(let isOr, let terms): return LogicNode.chain(place, isOr: isOr, terms.map { node($0) }[...])
    case .conditional(let condition, let yes, let no): return ConditionalNode(place, node(condition), node(yes), node(no))
    case .list(let elements):
      return ListNode(
        place,
        elements.map { ListNode.Item(node: node($0.value), isOptional: $0.isOptional, isInfallible: infallible[$0.value]) })
    case .map(let entries):
      return MapNode(
        place,
        entries.map {
          MapNode.Entry(
            key: node($0.key), value: node($0.value), isOptional: $0.isOptional, isInfallible: infallible[$0.value])
        })
    case .message: return FailureNode(place, .noSuchOverload)
    case .fold(let fold): return self.fold(expression, fold)
    }
  }

  private mutating func literal(_ expression: Expression, _ datum: Datum) -> Node {
    let place = checked.range(expression)
    if checked.decimals.contains(expression.id), let exact = checked.syntax.exact[expression.id] {
      return ConstantNode(place, .decimal(exact))
    }
    return ConstantNode(place, arena.store(datum))
  }

  /// The node for what the checker found a name or call to be.
  private mutating func resolved(_ expression: Expression) -> Node? {
    let place = checked.range(expression)
    switch checked.resolutions[expression.id] {
    case .variable(let variable):
      switch variable.source {
      case .fact(let slot): return FactNode(place, slot: slot)
      case .local(let index): return LocalNode(place, index: index)
      case .constant(let datum): return ConstantNode(place, arena.store(datum))
      }
    case .slot(let slot): return SlotNode(place, slot: slot)
    case .field(let operand, let field):
      return SelectNode(place, node(operand), FieldName(field, of: checked.types[operand.id]), isOptional: false)
    case .function(let function, let arguments): return call(expression, function, arguments)
    case nil: return nil
    }
  }

  private mutating func call(_ expression: Expression, _ function: Function, _ arguments: [Expression]) -> Node {
    let place = checked.range(expression)
    if let pattern = checked.patterns[expression.id], let operand = arguments.first {
      return MatchesNode(place, node(operand), pattern)
    }
    let nodes = arguments.map { node($0) }
    switch function.body {
    case .host(let body): return HostCallNode(place, nodes, body)
    case .builtin(let builtin):
      if function.name == "or" || function.name == "orValue", nodes.count == 2 {
        return OrNode(place, nodes[0], nodes[1], unwraps: function.name == "orValue")
      }
      let isArity = function.overloads.contains { $0.parameters.count == nodes.count }
      return isArity ? call(function.name, CallNode(place, nodes, builtin)) : FailureNode(place, .noSuchOverload)
    }
  }

  /// The call, or what is faster for its usual arguments.
  private func call(_ name: String, _ generic: CallNode) -> Node {
    switch name {
    case "size": SizeNode(generic) ?? generic
    case "startsWith": PrefixNode(generic, arena) ?? generic
    default: generic
    }
  }

  private mutating func operation(
    _ place: Range<Int>, _ operation: Expression.Operator, _ arguments: [Expression]
  ) -> Node {
    let first = node(arguments[0])
    if operation == .not { return NotNode(place, first) }
    if operation == .negate { return NegateNode(place, first) }
    let second = node(arguments[1])
    switch operation {
    case .equal, .notEqual:
      let generic = EqualityNode(place, first, second, isNegated: operation == .notEqual)
      return TextEqualityNode(generic, arena) ?? generic
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let generic = OrderNode(place, first, second, operation)
      return IntOrderNode(generic) ?? generic
    case .contained:
      let generic = ContainedNode(place, first, second)
      return TextSetNode(generic, arena) ?? generic
    default: return ArithmeticNode(place, first, second, operation)
    }
  }

  private mutating func fold(_ expression: Expression, _ fold: Fold) -> Node {
    let range = node(fold.range)
    depth += fold.variables.count
    defer { depth -= fold.variables.count }
    let predicate = fold.predicate.map { node($0) }
    let result = fold.result.map { node($0) }
    let cost = 1 + [fold.predicate, fold.result].compactMap { $0?.size }.reduce(0, +)
    let plan = FoldPlan(
      place: checked.range(expression), range: range, slot: checked.slots[expression.id] ?? 0,
      isPair: fold.variables.count == 2, cost: cost)
    let holdsMissing = fold.result.map { infallible[$0] } ?? true
    let body = result ?? predicate ?? FailureNode(plan.place, .noSuchOverload)
    switch fold.kind {
    case .all, .exists: return QuantifierNode(plan, isExists: fold.kind == .exists, body)
    case .existsOne: return ExistsOneNode(plan, body)
    case .filter, .map, .transformList: return TransformNode(plan, predicate, result, .list, holdsMissing: holdsMissing)
    case .transformMap: return TransformNode(plan, predicate, result, .map, holdsMissing: holdsMissing)
    case .transformMapEntry: return TransformNode(plan, predicate, result, .entries, holdsMissing: holdsMissing)
    case .sortBy: return SortByNode(plan, body)
    case .bind, .optMap, .optFlatMap: return BindNode(plan, fold.kind, body)
    }
  }
}
