/// An expression as its readers see it: names in full, macros whole, every part with its text.
public struct Outline: Sendable {
  /// What a part is.
  public indirect enum Kind: Sendable {
    case literal(Datum)
    /// A declared name in full, with the suffix of a companion where one is asked for.
    case name(String)
    /// The variable of a macro.
    case variable(String)
    /// A field of a value.
    case field(Outline, String)
    /// An operator as it is written, with its operands: `==`, `&&`, `!`.
    case operation(String, [Outline])
    /// `condition ? yes : no`.
    case conditional(Outline, Outline, Outline)
    /// A function or method; the receiver is the first argument.
    case call(String, [Outline])
    /// A macro over `range`, with its variables and what it computes of each item.
    case macro(String, variables: [String], range: Outline, body: [Outline])
    case list([Outline])
    /// Something that has no simpler parts.
    case other([Outline])
  }

  /// What it is.
  public let kind: Kind
  /// The part as it is written.
  public let text: String

  /// The parts directly below.
  public var parts: [Outline] {
    switch kind {
    case .literal, .name, .variable: []
    case .field(let operand, _): [operand]
    case .operation(_, let parts), .call(_, let parts), .list(let parts), .other(let parts): parts
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .macro(_, _, let range, let body): [range] + body
    }
  }

  /// The literals in it, in the order of the text.
  public var literals: [Datum] {
    if case .literal(let datum) = kind { return [datum] }
    return parts.flatMap(\.literals)
  }
}

extension Environment {
  /// The parts of an expression that compiles here.
  public func outline(_ text: String, container: String = "") throws(CompileErrors) -> Outline {
    let checked = try checked(text, container: container, expecting: nil, isLenient: false)
    return Outliner(checked: checked, bytes: Array(text.utf8)).outline(checked.syntax.root)
  }
}

/// Makes outlines of checked trees.
private struct Outliner {
  let checked: Checked
  let bytes: [UInt8]

  func outline(_ expression: Expression) -> Outline {
    let range = checked.range(expression).clamped(to: 0..<bytes.count)
    return Outline(kind: kind(expression), text: String(decoding: bytes[range], as: UTF8.self))
  }

  private func outlines(_ expressions: [Expression]) -> [Outline] { expressions.map { outline($0) } }

  private func kind(_ expression: Expression) -> Outline.Kind {
    switch checked.resolutions[expression.id] {
    case .variable(let variable): return .name(variable.name)
    case .field(let operand, let field): return .field(outline(operand), field)
    case .slot, .function, nil: break
    }
    switch expression.kind {
    case .literal(let datum): return .literal(checked.syntax.exact[expression.id].map { .decimal($0) } ?? datum)
    case .name(let name): return .variable(name)
    case .select(let operand, let field, _): return .field(outline(operand), field)
    case .operation(let operation, let operands):
      return .operation(operation == .negate ? "-" : operation.rawValue, outlines(operands))
    case .logic(let isOr, let operands): return .operation(isOr ? "||" : "&&", outlines(operands))
    case .conditional(let condition, let yes, let no): return .conditional(outline(condition), outline(yes), outline(no))
    case .call(let name, let arguments): return .call(name, outlines(arguments))
    case .method(let target, let name, let arguments): return .call(name, outlines([target] + arguments))
    case .list(let elements): return .list(elements.map { outline($0.value) })
    case .fold(let fold):
      return .macro(
        fold.kind.rawValue, variables: fold.variables, range: outline(fold.range),
        body: outlines([fold.predicate, fold.result].compactMap { $0 }))
    case .has, .index, .map, .message: return .other(outlines(expression.kind.children))
    }
  }
}
