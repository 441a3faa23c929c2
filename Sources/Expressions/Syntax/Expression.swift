/// A node of the syntax tree. Its id is the index into the side tables of ``Syntax`` and of the checker.
final class Expression: Sendable {
  let id: Int
  let kind: Kind
  /// How many levels the tree below has; bounded, since all later steps recurse.
  let height: Int

  init(id: Int, kind: Kind) {
    self.id = id
    self.kind = kind
    height = 1 + (kind.children.map(\.height).max() ?? 0)
  }

  /// What it takes to evaluate the tree once: its expressions, and eight bytes of its literals at a time.
  var size: Int {
    let own = if case .literal(.string(let text)) = kind { 1 + text.utf8.count / 8 } else { 1 }
    return kind.children.reduce(own) { $0 + $1.size }
  }

  /// Whether it stands for itself: a literal, or a list or map of such.
  var isLiteral: Bool {
    switch kind {
    case .literal: true
    case .list, .map: kind.children.allSatisfy(\.isLiteral)
    default: false
    }
  }

  enum Kind: Sendable {
    case literal(Datum)
    /// A name; one that begins with a dot is looked up outside all containers and variables.
    case name(String)
    case select(Expression, field: String, isOptional: Bool)
    /// `has(operand.field)`.
    case has(Expression, field: String, isOptional: Bool)
    case index(Expression, Expression, isOptional: Bool)
    case call(String, [Expression])
    case method(Expression, String, [Expression])
    case operation(Operator, [Expression])
    /// `&&` or `||` over two or more.
    case logic(isOr: Bool, [Expression])
    case conditional(Expression, Expression, Expression)
    case list([Element])
    case map([Entry])
    case message(String, [Entry])
    case fold(Fold)

    var children: [Expression] {
      switch self {
      case .literal, .name: []
      case .select(let operand, _, _), .has(let operand, _, _): [operand]
      case .index(let operand, let key, _): [operand, key]
      case .call(_, let arguments), .operation(_, let arguments), .logic(_, let arguments): arguments
      case .method(let target, _, let arguments): [target] + arguments
      case .conditional(let condition, let yes, let no): [condition, yes, no]
      case .list(let elements): elements.map(\.value)
      case .map(let entries), .message(_, let entries): entries.flatMap { [$0.key, $0.value] }
      case .fold(let fold): [fold.range] + [fold.predicate, fold.result].compactMap { $0 }
      }
    }
  }

  struct Element: Sendable {
    let value: Expression
    let isOptional: Bool
  }

  struct Entry: Sendable {
    let key: Expression
    let value: Expression
    let isOptional: Bool
  }

  enum Operator: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contained = "in"
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case not = "!"
    case negate = "-x"
  }
}

/// A macro that binds variables: over the items of a range, over the value of an optional, or over one value.
struct Fold: Sendable {
  enum Kind: String, Sendable {
    case all, exists, existsOne, filter, map, transformList, transformMap, transformMapEntry, sortBy, bind, optMap, optFlatMap

    /// Whether the range is a list or a map.
    var isOverItems: Bool { self != .bind && self != .optMap && self != .optFlatMap }
  }

  let kind: Kind
  let range: Expression
  /// One or two names; of two, the first is the index or key.
  let variables: [String]
  let predicate: Expression?
  let result: Expression?
}

/// A parsed expression: the tree and what its ids stand for.
struct Syntax: Sendable {
  let root: Expression
  /// Where each expression stands, by id.
  let ranges: [Range<Int>]
  /// Where the name of a field, function or macro stands, by id.
  let names: [Int: Range<Int>]
  /// The exact value of a literal with a point or exponent, by id.
  let exact: [Int: Decimal64]
}
