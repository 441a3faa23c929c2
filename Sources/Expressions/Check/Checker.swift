/// Gives every expression its type and every name its meaning, and collects what does not fit.
struct Checker {
  let environment: Environment
  let container: String
  /// Without checks: nothing is reported, and what is not known is dyn.
  let isLenient: Bool
  var checked: Checked
  var unifier = Unifier()
  var diagnostics: [Diagnostic] = []
  var scope: [Binding] = []
  var readings = Readings()

  /// A variable of a macro.
  struct Binding {
    let name: String
    let type: CELType
    let slot: Int
  }

  init(environment: Environment, container: String, syntax: Syntax, isLenient: Bool) {
    self.environment = environment
    self.container = container
    self.isLenient = isLenient
    checked = Checked(syntax: syntax, isLenient: isLenient)
  }

  mutating func run(expecting: CELType?) throws(CompileErrors) -> Checked {
    let root = checked.syntax.root
    var type = unifier.resolved(check(root))
    if expecting == .decimal, coerceToDecimal(root) { type = .decimal }
    if let expecting, diagnostics.isEmpty, !satisfies(type, expecting) {
      report(.wrongType, root, ["expected": expecting.description, "type": final(type).description])
    }
    guard diagnostics.isEmpty else { throw CompileErrors(diagnostics) }
    checked.types = checked.types.map { unifier.resolved($0, isFinal: true) }
    checked.type = final(type)
    checked.references = readings.references
    return checked
  }

  private mutating func satisfies(_ type: CELType, _ expected: CELType) -> Bool {
    if type == .int, expected == .decimal { return true }
    return unifier.accepts([type.erased], as: [expected.erased])
  }

  func final(_ type: CELType) -> CELType { unifier.resolved(type, isFinal: true) }

  /// More nobody reads, and to look for what was meant takes time.
  private static let most = 20

  /// Whether nothing more is reported.
  var isFull: Bool { isLenient || diagnostics.count >= Self.most }

  mutating func report(
    _ code: Diagnostic.Code, _ range: Range<Int>, _ arguments: [String: String], suggestion: String? = nil
  ) {
    guard !isFull else { return }
    diagnostics.append(Diagnostic(code, range, arguments, suggestion: suggestion))
  }

  mutating func report(
    _ code: Diagnostic.Code, _ expression: Expression, _ arguments: [String: String], suggestion: String? = nil
  ) {
    report(code, checked.range(expression), arguments, suggestion: suggestion)
  }
}

extension Checker {
  /// The type of an expression, free parameters included.
  mutating func check(_ expression: Expression) -> CELType {
    let type = unifier.resolved(kindType(expression))
    checked.types[expression.id] = type
    return type
  }

  private mutating func kindType(_ expression: Expression) -> CELType {
    switch expression.kind {
    case .literal(let datum): return literalType(expression, datum)
    case .name(let name): return checkName(expression, name)
    case .select(let operand, let field, let isOptional): return checkSelect(expression, operand, field, isOptional)
    case .has(let operand, let field, let isOptional):
      _ = checkField(expression, operand, field, isOptional)
      return .bool
    case .index(let operand, let key, let isOptional): return checkIndex(expression, operand, key, isOptional)
    case .call(let name, let arguments): return checkCall(expression, name, arguments)
    case .method(let target, let name, let arguments): return checkMethod(expression, target, name, arguments)
    case .operation(let operation, let arguments): return checkOperation(expression, operation, arguments)
    case .logic(let isOr, let terms):
      for term in terms { checkBool(term, in: isOr ? "||" : "&&") }
      return .bool
    case .conditional(let condition, let yes, let no): return checkConditional(expression, condition, yes, no)
    case .list(let elements): return checkList(elements)
    case .map(let entries): return checkMap(entries)
    case .message(let name, let entries):
      for entry in entries { _ = check(entry.value) }
      report(.unsupportedMessage, expression, ["name": name])
      return .dyn
    case .fold(let fold): return checkFold(expression, fold)
    }
  }

  private mutating func literalType(_ expression: Expression, _ datum: Datum) -> CELType {
    guard environment.hasExactNumbers, checked.syntax.exact[expression.id] != nil else { return datum.celType }
    checked.decimals.insert(expression.id)
    return .decimal
  }

  mutating func checkBool(_ expression: Expression, in operation: String) {
    let type = check(expression)
    guard !unifier.accepts([type], as: [.bool]) else { return }
    report(.wrongType, expression, ["expected": "bool", "type": final(type).description, "operation": operation])
  }

  private mutating func checkConditional(
    _ expression: Expression, _ condition: Expression, _ yes: Expression, _ no: Expression
  ) -> CELType {
    checkBool(condition, in: "? :")
    let (left, right) = (check(yes), check(no))
    if right == .decimal, coerceToDecimal(yes) { return .decimal }
    if left == .decimal, coerceToDecimal(no) { return .decimal }
    if let type = unifier.join(left, right) { return type }
    report(.mixedBranches, expression, ["left": final(left).description, "right": final(right).description])
    return .dyn
  }

  private mutating func checkList(_ elements: [Expression.Element]) -> CELType {
    var types: [CELType] = []
    for element in elements {
      let type = check(element.value)
      types.append(element.isOptional ? unwrapped(type, element.value) : type)
    }
    if types.contains(.decimal) {
      for (index, element) in elements.enumerated() where coerceToDecimal(element.value) { types[index] = .decimal }
    }
    return .list(joined(types))
  }

  private mutating func checkMap(_ entries: [Expression.Entry]) -> CELType {
    var (keys, values) = ([CELType](), [CELType]())
    for entry in entries {
      let key = check(entry.key)
      if !isKey(key) { report(.wrongType, entry.key, ["expected": "bool, int, uint, string", "type": final(key).description]) }
      // A type that stands for key and value would double with each level.
      keys.append(isKey(key) ? key : .dyn)
      let value = check(entry.value)
      values.append(entry.isOptional ? unwrapped(value, entry.value) : value)
    }
    return .map(joined(keys), joined(values))
  }

  private func isKey(_ type: CELType) -> Bool {
    switch unifier.resolved(type) {
    case .bool, .int, .uint, .string, .choice, .dyn, .parameter: true
    default: false
    }
  }

  /// The type inside an optional that stands after `?`.
  mutating func unwrapped(_ type: CELType, _ expression: Expression) -> CELType {
    switch unifier.resolved(type) {
    case .optional(let inner): return inner
    case .dyn, .parameter: return .dyn
    case let other:
      report(.wrongType, expression, ["expected": "optional_type", "type": final(other).description])
      return .dyn
    }
  }

  /// The one type of many values: dyn when they do not mix, open when there are none.
  private mutating func joined(_ types: [CELType]) -> CELType {
    guard var result = types.first else { return unifier.fresh() }
    for type in types.dropFirst() {
      guard let common = unifier.join(result, type) else { return .dyn }
      result = common
    }
    return result
  }
}
