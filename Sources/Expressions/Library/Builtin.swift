/// A function of the library: what it computes from known arguments.
///
/// It looks at the kinds of its arguments itself and answers ``EvaluationError/Kind/noSuchOverload`` for those it does not take.
/// An error without a place gets the place of the call.
struct Builtin: Sendable {
  typealias Body = @Sendable (Arguments, Context, inout EvaluationState) -> Value

  let body: Body
  /// Whether an argument may hold unknown items; else what is missing in an argument counts as if the argument were missing.
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

  var areKnown: Bool { values.0.isKnown && values.1.isKnown && values.2.isKnown && values.3.isKnown }

  /// Whether something may be missing within an argument.
  var holdItems: Bool { values.0.holdsItems || values.1.holdsItems || values.2.holdsItems || values.3.holdsItems }

  /// Bytes and items that the arguments have in all.
  var length: Int { (0..<count).reduce(0) { $0 + self[$1].length } }
}

extension Value {
  fileprivate var holdsItems: Bool {
    switch self {
    case .list, .optional, .map, .record: true
    default: false
    }
  }

  /// How many bytes or items it has.
  var length: Int {
    switch self {
    case .string(let run), .bytes(let run), .list(let run), .map(let run): Int(run.count)
    default: 0
    }
  }
}

extension Overload {
  /// `f(a, b)`.
  static func global(_ parameters: [CELType], _ result: CELType) -> Overload {
    Overload(id: "", parameters: parameters, result: result)
  }

  /// `a.f(b)`.
  static func member(_ parameters: [CELType], _ result: CELType) -> Overload {
    Overload(id: "", parameters: parameters, result: result, isMember: true)
  }
}

extension Environment {
  /// Declares a function of the library; the ids of its overloads are made of its name and types.
  mutating func define(
    _ name: String, _ overloads: [Overload], takesUnknownItems: Bool = false, _ body: @escaping Builtin.Body
  ) {
    let named = overloads.map { overload in
      var overload = overload
      let kind = overload.isMember ? [name, "member"] : [name]
      overload.id = (kind + overload.parameters.map(\.description)).joined(separator: "_")
      return overload
    }
    functions[name] = Function(
      name: name, overloads: named, body: .builtin(Builtin(takesUnknownItems: takesUnknownItems, body)))
  }
}

/// Type parameters of overloads.
extension CELType {
  static let a = CELType.parameter("A")
  static let b = CELType.parameter("B")
}
