/// How errors and unknowns meet.
///
/// In a strict operation an error beats an unknown, and a fault beats "not applicable": the caller sees that the rule is faulty.
/// Under `&&`, `||` and the folds made of them a deciding value beats an unknown, and that beats an error: the question that would
/// settle it is worth more than the fault. Sets of unknowns merge.
extension EvaluationState {
  /// The result of a strict operation over two values of which one is missing; nil when both are there.
  @inline(__always)
  mutating func missing(_ a: Value, _ b: Value, _ context: Context) -> Value? {
    a.isKnown && b.isKnown ? nil : strict(a, b, context)
  }

  @inline(never)
  private mutating func strict(_ a: Value, _ b: Value, _ context: Context) -> Value {
    let (x, y) = (a.weight, b.weight)
    if x == Value.unknownWeight, y == x { return merged(a, b, context) }
    return x >= y ? a : b
  }

  /// Two unknowns as one.
  private mutating func merged(_ a: Value, _ b: Value, _ context: Context) -> Value {
    if case .unknown(let x) = a, case .unknown(let y) = b, x == y { return a }
    let start = gathered.count
    gather(a, context)
    gather(b, context)
    return gatheredUnknown(from: start)
  }

  /// What two missing terms of `&&` or `||` come to: an unknown before an error, and the graver error before the other.
  mutating func undecided(_ a: Value, _ b: Value, _ context: Context) -> Value {
    switch (a, b) {
    case (.unknown, .unknown): merged(a, b, context)
    case (.unknown, _): a
    case (_, .unknown): b
    default: a.weight >= b.weight ? a : b
    }
  }

  /// Adds the attributes of an unknown to those of the running fold.
  mutating func gather(_ value: Value, _ context: Context) {
    guard case .unknown(let unknown) = value else { return }
    if unknown.count == 1 {
      gathered.append(unknown.first)
    } else if charge(Int(unknown.count) / 64) {
      gathered.append(contentsOf: attributes(unknown, context))
    }
  }

  /// The unknown of all attributes gathered since `start`, which are then forgotten.
  mutating func gatheredUnknown(from start: Int) -> Value {
    defer { gathered.removeLast(gathered.count - start) }
    return scratch.unknown(gathered[start...])
  }
}

extension Value {
  fileprivate static let unknownWeight = 1

  /// How strong a missing value is in a strict operation; 0 for one that is there.
  var weight: Int {
    switch self {
    case .unknown: Self.unknownWeight
    case .error(let failure): failure.kind == .notApplicable ? 2 : 3
    default: 0
    }
  }
}

/// The missing values that a fold or chain has met and that no other value has overruled.
struct Undecided {
  private let start: Int
  private var failure: Value?

  init(_ state: borrowing EvaluationState) { start = state.gathered.count }

  /// Keeps a missing value; ignores one that is there.
  @inline(never)
  mutating func add(_ value: Value, _ context: Context, _ state: inout EvaluationState) {
    switch value {
    case .unknown: state.gather(value, context)
    case .error: if failure.map({ $0.weight < value.weight }) ?? true { failure = value }
    default: break
    }
  }

  /// Forgets everything, when a value has decided.
  func drop(_ state: inout EvaluationState) {
    if state.gathered.count > start { state.gathered.removeLast(state.gathered.count - start) }
  }

  /// What is left of a logical fold: an unknown before an error; nil when nothing was missing.
  func logical(_ state: inout EvaluationState) -> Value? {
    state.gathered.count > start ? state.gatheredUnknown(from: start) : failure
  }

  /// What is left of a strict fold: an error before an unknown.
  func strict(_ state: inout EvaluationState) -> Value? {
    if let failure {
      drop(&state)
      return failure
    }
    return state.gathered.count > start ? state.gatheredUnknown(from: start) : nil
  }
}
