/// Which expressions have a value that does not depend on facts, locals or the host.
struct Foldable {
  /// By id: the lowest macro variable that is read, nil for what is not constant.
  private var lowest: [Int?]

  /// Nothing is folded.
  static let nothing = Foldable()

  private init() { lowest = [] }

  init(_ checked: Checked) {
    lowest = Array(repeating: nil, count: checked.syntax.ranges.count)
    _ = visit(checked.syntax.root, checked)
  }

  /// Whether the expression is a constant to be computed when `depth` macro variables are in scope.
  func isWorthFolding(_ expression: Expression, depth: Int) -> Bool {
    guard expression.id < lowest.count, let lowest = lowest[expression.id] else { return false }
    switch expression.kind {
    case .literal, .name: return false
    default: return lowest >= depth
    }
  }

  private mutating func visit(_ expression: Expression, _ checked: Checked) -> Int? {
    var result = Self.own(expression, checked)
    // The receiver of `math.abs(x)` is a part of the name.
    var children = expression.kind.children
    if case .function(_, let arguments) = checked.resolutions[expression.id] { children = arguments }
    for child in children {
      let inner = visit(child, checked)
      result = result.flatMap { own in inner.map { min(own, $0) } }
    }
    // A name that is resolved as a whole does not read its parts; a fold binds its own variables.
    switch (checked.resolutions[expression.id], expression.kind) {
    case (.variable, .select): result = Self.own(expression, checked)
    default: break
    }
    if case .fold = expression.kind, let low = result, let slot = checked.slots[expression.id], low >= slot {
      result = .max
    }
    lowest[expression.id] = result
    return result
  }

  /// What the expression itself reads, its parts apart.
  private static func own(_ expression: Expression, _ checked: Checked) -> Int? {
    switch checked.resolutions[expression.id] {
    case .variable(let variable):
      if case .constant = variable.source { return .max }
      return nil
    case .slot(let slot): return slot
    case .function(let function, _):
      if case .builtin = function.body { return .max }
      return nil
    case .field: return nil
    case nil:
      switch expression.kind {
      case .name, .call, .method, .message: return nil
      default: return .max
      }
    }
  }
}
