/// What the checker found out about a tree, by the ids of its expressions.
struct Checked {
  let syntax: Syntax
  /// Whether nothing was reported: then types may be wrong.
  let isLenient: Bool
  var type: CELType = .dyn
  var types: [CELType]
  var resolutions: [Int: Resolution] = [:]
  /// Literals with a point that stand beside a decimal and are read as one.
  var decimals: Set<Int> = []
  /// The first of the slots in which a fold keeps its variables.
  var slots: [Int: Int] = [:]
  var slotCount = 0
  var patterns: [Int: Pattern] = [:]
  var references: [Reference] = []

  init(syntax: Syntax, isLenient: Bool) {
    self.syntax = syntax
    self.isLenient = isLenient
    types = Array(repeating: .dyn, count: syntax.ranges.count)
  }

  func range(_ expression: Expression) -> Range<Int> { syntax.ranges[expression.id] }
}

/// What the name or call at an expression stands for.
enum Resolution {
  case variable(Variable)
  /// The variable of a macro.
  case slot(Int)
  /// A function, with the receiver as the first argument.
  case function(Function, [Expression])
  /// The field that a companion asks for.
  case field(Expression, String)
}
