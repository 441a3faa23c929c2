/// A function of the library: what it computes from known arguments.
///
/// It looks at the kinds of its arguments itself and answers ``EvaluationError/Kind/noSuchOverload`` for those it does not take.
/// An error without a place gets the place of the call.
struct Builtin: Sendable {
  typealias Body = @Sendable (Arguments, Context, inout EvaluationState) -> Value

  let body: Body
  /// Whether a list among the arguments may hold unknown items; else such a list makes the result unknown.
  let takesUnknownItems: Bool

  init(takesUnknownItems: Bool = false, _ body: @escaping Body) {
    self.takesUnknownItems = takesUnknownItems
    self.body = body
  }
}

/// Up to four arguments, in place.
struct Arguments {
  let count: Int
  private let values: (Value, Value, Value, Value)

  init(_ count: Int, _ a: Value, _ b: Value = .null, _ c: Value = .null, _ d: Value = .null) {
    self.count = count
    values = (a, b, c, d)
  }

  subscript(_ index: Int) -> Value {
    switch index {
    case 0: values.0
    case 1: values.1
    case 2: values.2
    default: values.3
    }
  }
}
