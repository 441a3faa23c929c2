/// Reads tokens into a tree; the first error ends it.
struct Parser {
  private let text: String
  private let tokens: [Token]
  private let limits: Limits
  private var position = 0
  private var depth = 0
  private var ranges: [Range<Int>] = []
  private var names: [Int: Range<Int>] = [:]
  private var exact: [Int: Decimal64] = [:]

  /// The tree of a text.
  static func parse(_ text: String, limits: Limits) throws(SyntaxError) -> Syntax {
    guard text.utf8.count <= limits.length else {
      throw SyntaxError(.syntaxLength, 0..<text.utf8.count, ["limit": String(limits.length)])
    }
    var parser = Parser(text: text, tokens: try Lexer.tokens(text), limits: limits)
    let root = try parser.expression()
    guard parser.current.kind == .end else { throw parser.unexpected(.operator) }
    return Syntax(root: root, ranges: parser.ranges, names: parser.names, exact: parser.exact)
  }

  private init(text: String, tokens: [Token], limits: Limits) {
    self.text = text
    self.tokens = tokens
    self.limits = limits
  }
}

extension Parser {
  private var current: Token { tokens[min(position, tokens.count - 1)] }
  private var next: Token { tokens[min(position + 1, tokens.count - 1)] }
  private var lastEnd: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

  private mutating func accept(_ symbol: Token.Symbol) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: Token.Symbol, _ expected: Expected? = nil) throws(SyntaxError) {
    guard accept(symbol) else { throw unexpected(expected ?? .symbols([symbol])) }
  }

  /// What could stand where something else stands.
  private enum Expected {
    case value, name, `operator`
    case symbols([Token.Symbol])
  }

  /// What people write for operators.
  private static let operatorWords = ["and": "&&", "or": "||", "not": "!", "mod": "%", "div": "/", "is": "=="]

  private func unexpected(_ expected: Expected) -> SyntaxError {
    let token = current
    let found = String(decoding: Array(text.utf8)[token.range], as: UTF8.self)
    guard token.kind != .end else { return SyntaxError(.syntaxEnd, token.range) }
    // `not` was read as a name before it was seen that another name follows and no operator.
    let before = position > 0 && token.kind.isName ? [tokens[position - 1]] : []
    for word in [token] + before {
      guard case .name(let name) = word.kind, let meant = Self.operatorWords[name.lowercased()] else { continue }
      return SyntaxError(.syntaxOperator, word.range, ["found": name], suggestion: meant)
    }
    switch expected {
    case .value: return SyntaxError(.syntaxExpectedValue, token.range, ["found": found])
    case .name: return SyntaxError(.syntaxExpectedName, token.range, ["found": found])
    case .operator: return SyntaxError(.syntaxExpectedOperator, token.range, ["found": found])
    case .symbols(let symbols):
      let list = symbols.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      return SyntaxError(.syntaxExpectedSymbol, token.range, ["found": found, "expected": list])
    }
  }

  mutating func make(_ kind: Expression.Kind, _ range: Range<Int>, name: Range<Int>? = nil) throws(SyntaxError) -> Expression {
    let expression = Expression(id: ranges.count, kind: kind)
    ranges.append(range)
    if let name { names[expression.id] = name }
    guard expression.height <= limits.depth else { throw tooDeep(range) }
    return expression
  }

  private func tooDeep(_ range: Range<Int>) -> SyntaxError {
    SyntaxError(.syntaxDepth, range, ["limit": String(limits.depth)])
  }

  func range(_ expression: Expression) -> Range<Int> { ranges[expression.id] }

  /// Runs a step one level deeper.
  private mutating func nested<T>(_ step: (inout Parser) throws(SyntaxError) -> T) throws(SyntaxError) -> T {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.depth else { throw tooDeep(current.range) }
    return try step(&self)
  }
}

extension Parser {
  private mutating func expression() throws(SyntaxError) -> Expression {
    try nested { (parser) throws(SyntaxError) in try parser.conditional() }
  }

  private mutating func conditional() throws(SyntaxError) -> Expression {
    let start = current.range.lowerBound
    let condition = try logic(isOr: true)
    guard accept(.question) else { return condition }
    let yes = try logic(isOr: true)
    try expect(.colon)
    let no = try expression()
    return try make(.conditional(condition, yes, no), start..<lastEnd)
  }

  /// A chain of `||` or `&&` becomes one node, however long.
  private mutating func logic(isOr: Bool) throws(SyntaxError) -> Expression {
    let start = current.range.lowerBound
    var terms = [isOr ? try logic(isOr: false) : try binary(0)]
    while accept(isOr ? .or : .and) { terms.append(isOr ? try logic(isOr: false) : try binary(0)) }
    guard terms.count > 1 else { return terms[0] }
    return try make(.logic(isOr: isOr, terms), start..<lastEnd)
  }

  /// Relations, sums and products, all to the left.
  private mutating func binary(_ level: Int) throws(SyntaxError) -> Expression {
    guard level < 3 else { return try unary() }
    let start = current.range.lowerBound
    var left = try binary(level + 1)
    while let found = operation(level) {
      position += 1
      let right = try binary(level + 1)
      left = try make(.operation(found, [left, right]), start..<lastEnd)
    }
    return left
  }

  private func operation(_ level: Int) -> Expression.Operator? {
    switch current.kind {
    case .symbol(let symbol): symbol.operation(level)
    case .name("in") where level == 0: .contained
    default: nil
    }
  }

  private mutating func unary() throws(SyntaxError) -> Expression {
    let start = current.range.lowerBound
    if accept(.not) {
      let operand = try nested { (parser) throws(SyntaxError) in try parser.unary() }
      return try make(.operation(.not, [operand]), start..<lastEnd)
    }
    guard current.kind == .symbol(.minus) else { return try member() }
    if let literal = try negativeNumber() { return try members(of: literal, from: start) }
    position += 1
    let operand = try nested { (parser) throws(SyntaxError) in try parser.unary() }
    return try make(.operation(.negate, [operand]), start..<lastEnd)
  }

  /// A minus directly before a number is its sign.
  private mutating func negativeNumber() throws(SyntaxError) -> Expression? {
    let range = current.range.lowerBound..<next.range.upperBound
    let value: Datum
    var exactValue: Decimal64?
    switch next.kind {
    case .int(let number): value = .int(-number)
    case .minimum: value = .int(.min)
    case .double(let number, let decimal):
      value = .double(-number)
      exactValue = decimal?.negated
    default: return nil
    }
    position += 2
    let literal = try make(.literal(value), range)
    exact[literal.id] = exactValue
    return literal
  }
}

extension Parser {
  private mutating func member() throws(SyntaxError) -> Expression {
    let start = current.range.lowerBound
    return try members(of: primary(), from: start)
  }

  private mutating func members(of first: Expression, from start: Int) throws(SyntaxError) -> Expression {
    var result = first
    while true {
      if accept(.dot) {
        result = try selection(of: result, from: start)
      } else if accept(.openList) {
        let isOptional = accept(.question)
        let key = try expression()
        try expect(.closeList)
        result = try make(.index(result, key, isOptional: isOptional), start..<lastEnd)
      } else if current.kind == .symbol(.openMap), let name = qualifiedName(result) {
        result = try message(name, start)
      } else {
        return result
      }
    }
  }

  private mutating func selection(of operand: Expression, from start: Int) throws(SyntaxError) -> Expression {
    let isOptional = accept(.question)
    let token = current
    let field: String
    switch token.kind {
    case .name(let name) where !Reserved.keywords.contains(name): field = name
    case .quoted(let name): field = name
    default: throw unexpected(.name)
    }
    position += 1
    guard !isOptional, case .name = token.kind, accept(.open) else {
      return try make(.select(operand, field: field, isOptional: isOptional), start..<lastEnd, name: token.range)
    }
    let arguments = try arguments()
    if let expanded = try expandMethod(operand, field, arguments, start..<lastEnd, token.range) { return expanded }
    return try make(.method(operand, field, arguments), start..<lastEnd, name: token.range)
  }

  /// After the opening bracket, up to and with the closing one.
  private mutating func arguments() throws(SyntaxError) -> [Expression] {
    var result: [Expression] = []
    if accept(.close) { return result }
    repeat { result.append(try expression()) } while accept(.comma)
    try expect(.close, .symbols([.comma, .close]))
    return result
  }

  /// The dotted name that the expression spells, if it is one.
  func qualifiedName(_ expression: Expression) -> String? {
    switch expression.kind {
    case .name(let name): name
    case .select(let operand, let field, false): qualifiedName(operand).map { "\($0).\(field)" }
    default: nil
    }
  }

  private mutating func primary() throws(SyntaxError) -> Expression {
    let token = current
    position += 1
    switch token.kind {
    case .symbol(.open):
      let inner = try expression()
      try expect(.close)
      return inner
    case .symbol(.openList): return try list(token.range.lowerBound)
    case .symbol(.openMap): return try map(token.range.lowerBound)
    case .symbol(.dot):
      guard case .name(let name) = current.kind else { throw unexpected(.name) }
      position += 1
      return try named("." + name, token.range.lowerBound..<lastEnd)
    case .name(let name): return try named(name, token.range)
    case .int(let number): return try make(.literal(.int(number)), token.range)
    case .uint(let number): return try make(.literal(.uint(number)), token.range)
    case .string(let text): return try make(.literal(.string(text)), token.range)
    case .bytes(let bytes): return try make(.literal(.bytes(bytes)), token.range)
    case .double(let number, let decimal):
      let literal = try make(.literal(.double(number)), token.range)
      exact[literal.id] = decimal
      return literal
    case .minimum: throw SyntaxError(.syntaxNumber, token.range, ["found": "9223372036854775808"])
    case .symbol, .quoted, .end:
      position -= 1
      throw unexpected(.value)
    }
  }

  private mutating func named(_ name: String, _ range: Range<Int>) throws(SyntaxError) -> Expression {
    switch name {
    case "true": return try make(.literal(.bool(true)), range)
    case "false": return try make(.literal(.bool(false)), range)
    case "null": return try make(.literal(.null), range)
    default: break
    }
    let plain = name.first == "." ? String(name.dropFirst()) : name
    if Reserved.keywords.contains(plain) {
      position -= 1
      throw unexpected(.value)
    }
    if Reserved.words.contains(plain) { throw SyntaxError(.syntaxReserved, range, ["name": plain]) }
    guard accept(.open) else { return try make(.name(name), range, name: range) }
    let arguments = try arguments()
    let whole = range.lowerBound..<lastEnd
    if let expanded = try expandCall(name, arguments, whole) { return expanded }
    return try make(.call(name, arguments), whole, name: range)
  }
}

extension Parser {
  private mutating func list(_ start: Int) throws(SyntaxError) -> Expression {
    var elements: [Expression.Element] = []
    while !accept(.closeList) {
      let isOptional = accept(.question)
      elements.append(Expression.Element(value: try expression(), isOptional: isOptional))
      if !accept(.comma) {
        try expect(.closeList, .symbols([.comma, .closeList]))
        break
      }
    }
    return try make(.list(elements), start..<lastEnd)
  }

  private mutating func map(_ start: Int) throws(SyntaxError) -> Expression {
    var entries: [Expression.Entry] = []
    while !accept(.closeMap) {
      let isOptional = accept(.question)
      let key = try expression()
      try expect(.colon)
      entries.append(Expression.Entry(key: key, value: try expression(), isOptional: isOptional))
      if !accept(.comma) {
        try expect(.closeMap, .symbols([.comma, .closeMap]))
        break
      }
    }
    return try make(.map(entries), start..<lastEnd)
  }

  /// `name.of.Type{field: value}`, after the name.
  private mutating func message(_ name: String, _ start: Int) throws(SyntaxError) -> Expression {
    try expect(.openMap)
    var entries: [Expression.Entry] = []
    while !accept(.closeMap) {
      let isOptional = accept(.question)
      let token = current
      switch token.kind {
      case .name(let field), .quoted(let field):
        position += 1
        let key = try make(.literal(.string(field)), token.range)
        try expect(.colon)
        entries.append(Expression.Entry(key: key, value: try expression(), isOptional: isOptional))
      default: throw unexpected(.name)
      }
      if !accept(.comma) {
        try expect(.closeMap, .symbols([.comma, .closeMap]))
        break
      }
    }
    return try make(.message(name, entries), start..<lastEnd)
  }
}

extension Token.Symbol {
  /// The operator between two operands: 0 for relations, 1 for sums, 2 for products.
  fileprivate func operation(_ level: Int) -> Expression.Operator? {
    switch (level, self) {
    case (0, .equal): .equal
    case (0, .notEqual): .notEqual
    case (0, .less): .less
    case (0, .lessOrEqual): .lessOrEqual
    case (0, .greater): .greater
    case (0, .greaterOrEqual): .greaterOrEqual
    case (1, .plus): .add
    case (1, .minus): .subtract
    case (2, .times): .multiply
    case (2, .divide): .divide
    case (2, .remainder): .remainder
    default: nil
    }
  }
}
