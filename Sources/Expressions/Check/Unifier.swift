/// Decides whether a type fits where another is expected, and what type parameters then stand for.
struct Unifier {
  private var bound: [String: CELType] = [:]
  /// What was bound, one after the other, and what it was bound to before: a copy of all would cost more than what is taken back.
  private var trail: [(name: String, before: CELType?)] = []
  private var count = 0
  /// Whether null may stand beside a time or an optional: in a list or a conditional, not as an argument.
  private var mixesNull = false

  /// A type parameter that nothing else uses.
  mutating func fresh() -> CELType {
    count += 1
    return .parameter("%\(count)")
  }

  /// Replaces the parameters of an overload by fresh ones.
  mutating func instantiate(_ overload: Overload) -> (parameters: [CELType], result: CELType) {
    var names: [String: CELType] = [:]
    let parameters = overload.parameters.map { renamed($0, &names) }
    return (parameters, renamed(overload.result, &names))
  }

  private mutating func renamed(_ type: CELType, _ names: inout [String: CELType]) -> CELType {
    switch type {
    case .parameter(let name):
      if let known = names[name] { return known }
      let new = fresh()
      names[name] = new
      return new
    case .list(let item): return .list(renamed(item, &names))
    case .map(let key, let value): return .map(renamed(key, &names), renamed(value, &names))
    case .type(let inner): return .type(renamed(inner, &names))
    case .optional(let inner): return .optional(renamed(inner, &names))
    case .opaque(let name, let parameters): return .opaque(name, parameters.map { renamed($0, &names) })
    default: return type
    }
  }

  /// The type with all bound parameters replaced; free ones become dyn when the type is final.
  func resolved(_ type: CELType, isFinal: Bool = false) -> CELType {
    switch type {
    case .parameter(let name):
      if let known = bound[name] { return resolved(known, isFinal: isFinal) }
      return isFinal ? .dyn : type
    case .list(let item): return .list(resolved(item, isFinal: isFinal))
    case .map(let key, let value): return .map(resolved(key, isFinal: isFinal), resolved(value, isFinal: isFinal))
    case .type(let inner): return .type(resolved(inner, isFinal: isFinal))
    case .optional(let inner): return .optional(resolved(inner, isFinal: isFinal))
    case .opaque(let name, let parameters): return .opaque(name, parameters.map { resolved($0, isFinal: isFinal) })
    default: return type
    }
  }

  /// Whether all types fit; binds parameters only then.
  mutating func accepts(_ types: [CELType], as expected: [CELType]) -> Bool {
    guard types.count == expected.count else { return false }
    let mark = trail.count
    for (type, parameter) in zip(types, expected) where !fits(type, parameter) {
      takeBack(to: mark)
      return false
    }
    return true
  }

  private mutating func takeBack(to mark: Int) {
    while trail.count > mark, let last = trail.popLast() { bound[last.name] = last.before }
  }

  /// The type of values of which each has one of the two types; nil when they do not mix.
  mutating func join(_ a: CELType, _ b: CELType) -> CELType? {
    let mark = trail.count
    mixesNull = true
    defer { mixesNull = false }
    if fits(a, b) { return moreGeneral(resolved(a), resolved(b)) }
    takeBack(to: mark)
    switch (resolved(a), resolved(b)) {
    case (.decimal, .int), (.int, .decimal): return .decimal
    default: return nil
    }
  }
}

extension Unifier {
  private mutating func fits(_ a: CELType, _ b: CELType) -> Bool {
    if case .parameter(let name) = b {
      let (isValid, wasBound) = bind(name, a)
      if isValid { return true }
      if wasBound { return false }
    }
    if case .parameter(let name) = a { return bind(name, b).isValid }
    switch (a, b) {
    case (.dyn, _), (_, .dyn): return true
    case (.null, _): return b == .null || (mixesNull && isNullable(b))
    case (_, .null): return mixesNull && isNullable(a)
    case (.list(let x), .list(let y)), (.optional(let x), .optional(let y)): return fits(x, y)
    case (.map(let k, let v), .map(let l, let w)): return fits(k, l) && fits(v, w)
    case (.record(let x), .record(let y)): return x == y
    case (.record, .map(let key, let value)): return fits(.string, key) && fits(.dyn, value)
    case (.map(let key, let value), .record): return fits(key, .string) && fits(value, .dyn)
    case (.choice, .choice), (.choice, .string), (.string, .choice): return true
    case (.type, .type): return true
    case (.opaque(let x, let p), .opaque(let y, let q)):
      guard x == y, p.count == q.count else { return false }
      for (one, other) in zip(p, q) where !fits(one, other) { return false }
      return true
    default: return a == b
    }
  }

  private func isNullable(_ type: CELType) -> Bool {
    switch type {
    case .timestamp, .duration, .optional, .opaque: true
    default: false
    }
  }

  /// Lets a parameter stand for a type, or for a more general one than it stands for already.
  private mutating func bind(_ name: String, _ type: CELType) -> (isValid: Bool, wasBound: Bool) {
    if type == .parameter(name) { return (true, true) }
    if let known = bound[name] {
      if known == type { return (true, true) }
      guard fits(type, known) else { return (false, true) }
      let general = moreGeneral(type, known)
      if !mentions(general, name) { assign(name, general) }
      return (true, true)
    }
    guard !mentions(type, name) else { return (false, false) }
    assign(name, type)
    return (true, false)
  }

  private mutating func assign(_ name: String, _ type: CELType) {
    trail.append((name, bound[name]))
    bound[name] = type
  }

  private func mentions(_ type: CELType, _ name: String) -> Bool {
    switch type {
    case .parameter(let other): other == name || bound[other].map { mentions($0, name) } ?? false
    case .list(let inner), .optional(let inner), .type(let inner): mentions(inner, name)
    case .map(let key, let value): mentions(key, name) || mentions(value, name)
    case .opaque(_, let parameters): parameters.contains { mentions($0, name) }
    default: false
    }
  }

  private func moreGeneral(_ a: CELType, _ b: CELType) -> CELType { isAsGeneral(a, b) ? a : b }

  private func isAsGeneral(_ a: CELType, _ b: CELType) -> Bool {
    switch (a, b) {
    case (.dyn, _), (.parameter, _): true
    case (_, .dyn), (_, .parameter): false
    case (.list(let x), .list(let y)), (.optional(let x), .optional(let y)): isAsGeneral(x, y)
    case (.map(let k, let v), .map(let l, let w)): isAsGeneral(k, l) && isAsGeneral(v, w)
    case (.map, .record), (.string, .choice): true
    case (_, .null): isNullable(a)
    case (.record, .map), (.choice, .string): false
    case (.opaque(let x, let p), .opaque(let y, let q)): x == y && zip(p, q).allSatisfy { isAsGeneral($0, $1) }
    case (.type, .type): true
    default: a == b
    }
  }
}
