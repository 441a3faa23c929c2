/// What is written like a call but is none: macros bind variables or look at a reference instead of its value.
extension Parser {
  /// How a macro over items uses its arguments after the variables.
  private struct Shape {
    let kind: Fold.Kind
    let variables: Int
    let hasPredicate: Bool
    let hasResult: Bool
  }

  private static func shape(_ name: String, _ count: Int) -> Shape? {
    switch (name, count) {
    case ("all", 2...3): Shape(kind: .all, variables: count - 1, hasPredicate: true, hasResult: false)
    case ("exists", 2...3): Shape(kind: .exists, variables: count - 1, hasPredicate: true, hasResult: false)
    case ("exists_one", 2), ("existsOne", 2...3):
      Shape(kind: .existsOne, variables: count - 1, hasPredicate: true, hasResult: false)
    case ("filter", 2): Shape(kind: .filter, variables: 1, hasPredicate: true, hasResult: false)
    case ("map", 2...3): Shape(kind: .map, variables: 1, hasPredicate: count == 3, hasResult: true)
    case ("sortBy", 2): Shape(kind: .sortBy, variables: 1, hasPredicate: false, hasResult: true)
    case ("transformList", 3...4): Shape(kind: .transformList, variables: 2, hasPredicate: count == 4, hasResult: true)
    case ("transformMap", 3...4): Shape(kind: .transformMap, variables: 2, hasPredicate: count == 4, hasResult: true)
    case ("transformMapEntry", 3...4): Shape(kind: .transformMapEntry, variables: 2, hasPredicate: count == 4, hasResult: true)
    case ("optMap", 2): Shape(kind: .optMap, variables: 1, hasPredicate: false, hasResult: true)
    case ("optFlatMap", 2): Shape(kind: .optFlatMap, variables: 1, hasPredicate: false, hasResult: true)
    default: nil
    }
  }

  /// The macro that `target.name(arguments)` stands for; nil for an ordinary call.
  mutating func expandMethod(
    _ target: Expression, _ name: String, _ arguments: [Expression], _ range: Range<Int>, _ nameRange: Range<Int>
  ) throws(SyntaxError) -> Expression? {
    switch (qualifiedName(target), name, arguments.count) {
    case ("cel", "bind", 3):
      let fold = Fold(
        kind: .bind, range: arguments[1], variables: [try variable(arguments[0], name)], predicate: nil, result: arguments[2])
      return try make(.fold(fold), range, name: nameRange)
    case ("cel", "block", 2): return try block(arguments, range, nameRange)
    case ("cel", "index", 1), ("cel", "iterVar", 2):
      return try numbered(name, arguments).map { (name) throws(SyntaxError) in try make(.name(name), range, name: range) }
    case ("math", "greatest", 1...), ("math", "least", 1...):
      return try extreme(target, name, arguments, range, nameRange)
    default: break
    }
    guard let shape = Self.shape(name, arguments.count) else { return nil }
    var variables: [String] = []
    for argument in arguments.prefix(shape.variables) {
      let variable = try variable(argument, name)
      guard !variables.contains(variable) else {
        throw SyntaxError(.macroVariable, self.range(argument), ["name": "\(name)"])
      }
      variables.append(variable)
    }
    let rest = arguments.dropFirst(shape.variables)
    let fold = Fold(
      kind: shape.kind, range: target, variables: variables, predicate: shape.hasPredicate ? rest.first : nil,
      result: shape.hasResult ? rest.last : nil)
    return try make(.fold(fold), range, name: nameRange)
  }

  /// `cel.block([a, b], c)`: each item is bound to a name that those after it and `c` may use, as `cel.index(0)`.
  private mutating func block(
    _ arguments: [Expression], _ range: Range<Int>, _ nameRange: Range<Int>
  ) throws(SyntaxError) -> Expression? {
    guard case .list(let items) = arguments[0].kind else { return nil }
    var result = arguments[1]
    for (index, item) in items.enumerated().reversed() {
      let fold = Fold(kind: .bind, range: item.value, variables: ["@index \(index)"], predicate: nil, result: result)
      result = try make(.fold(fold), range, name: nameRange)
    }
    return result
  }

  /// The name of an item of a block, or of a variable numbered by an optimizer; nobody can write such a name.
  private func numbered(_ name: String, _ arguments: [Expression]) -> String? {
    var numbers: [String] = []
    for argument in arguments {
      guard case .literal(.int(let number)) = argument.kind else { return nil }
      numbers.append(String(number))
    }
    return "@\(name) " + numbers.joined(separator: " ")
  }

  /// `math.greatest(a, b)` is a function of one list; of a single argument it is a function of that.
  private mutating func extreme(
    _ target: Expression, _ name: String, _ arguments: [Expression], _ range: Range<Int>, _ nameRange: Range<Int>
  ) throws(SyntaxError) -> Expression {
    guard arguments.count > 1 else { return try make(.method(target, "@" + name, arguments), range, name: nameRange) }
    let elements = arguments.map { Expression.Element(value: $0, isOptional: false) }
    let list = try make(.list(elements), self.range(arguments[0]).lowerBound..<range.upperBound - 1)
    return try make(.method(target, "@" + name, [list]), range, name: nameRange)
  }

  /// The macro that `name(arguments)` stands for; nil for an ordinary call.
  mutating func expandCall(
    _ name: String, _ arguments: [Expression], _ range: Range<Int>
  ) throws(SyntaxError) -> Expression? {
    guard name == "has", arguments.count == 1 else { return nil }
    guard case .select(let operand, let field, let isOptional) = arguments[0].kind else {
      throw SyntaxError(.macroReference, self.range(arguments[0]), ["name": "has"])
    }
    return try make(.has(operand, field: field, isOptional: isOptional), range, name: self.range(arguments[0]))
  }

  private func variable(_ expression: Expression, _ macro: String) throws(SyntaxError) -> String {
    guard case .name(let name) = expression.kind, name.first != "." else {
      throw SyntaxError(.macroVariable, range(expression), ["name": "\(macro)"])
    }
    return name
  }
}
