/// What changes during evaluation: one a worker, reused for all expressions.
///
/// Values made on the way live in its scratch until ``reset()``, or until ``release(_:)`` gives them up.
public struct EvaluationState: ~Copyable {
  /// Steps an evaluation may take; a step is an item looked at, or eight bytes or items copied.
  public var limit: Int
  /// Steps taken by the evaluation that runs, or ran last.
  public internal(set) var steps = 0

  var scratch = Arena(.scratch)
  var constants = ConstantsInUse()
  var locals: [Value] = []
  /// The variables of macros, by depth.
  var firstVariable: Value = .null
  var otherVariables: [Value] = []
  /// What a boolean evaluation answered when it was neither true nor false.
  var pending: Value = .null
  /// Attributes collected by the folds that are running, the innermost last.
  var gathered: [UInt32] = []
  /// Items collected by the folds and literals that are running, the innermost last.
  var stack: [Value] = []
  var patterns: [String: Pattern] = [:]
  var zones: [String: ZoneFile] = [:]
  /// What the parts of a traced program came to.
  var log: [Int: TraceEntry] = [:]

  /// A state whose evaluations take at most `limit` steps.
  public init(limit: Int = 1_000_000) { self.limit = limit }

  /// Gives the local `index` its value, made by this state or by the facts of the next evaluation. Locals outlive evaluations.
  /// An error loses its place, which is in another text.
  public mutating func setLocal(_ index: Int, _ value: Value) {
    guard index >= 0 else { return }
    while locals.count <= index { locals.append(.failure(.unset)) }
    locals[index] = value.withoutPlace
  }

  /// Copies a lasting value in, for a local.
  public mutating func intern(_ datum: Datum) -> Value { scratch.store(datum) }

  /// The items of a list, each good as long as the list; nil for anything else.
  public func items(of value: Value, _ facts: Facts) -> [Value]? {
    guard case .list(let run) = value else { return nil }
    return Array(items(run, facts))
  }

  /// The attributes on which an unknown value depends, sorted; none for anything else.
  public func attributes(of value: Value, _ facts: Facts) -> [UInt32] {
    guard case .unknown(let unknown) = value else { return [] }
    return Array(attributes(unknown, facts))
  }

  /// A place in the scratch.
  public struct Mark: BitwiseCopyable, Sendable {
    var bytes: Int
    var values: Int
    var attributes: Int
    var types: Int
    var details: Int
  }

  /// The end of the scratch, for ``release(_:)``.
  public var mark: Mark { scratch.end }

  /// Gives up all values made since `mark`.
  public mutating func release(_ mark: Mark) {
    if scratch.bytes.count > mark.bytes { scratch.bytes.removeSubrange(mark.bytes...) }
    if scratch.values.count > mark.values { scratch.values.removeSubrange(mark.values...) }
    if scratch.attributes.count > mark.attributes { scratch.attributes.removeSubrange(mark.attributes...) }
    if scratch.types.count > mark.types { scratch.types.removeSubrange(mark.types...) }
    if scratch.details.count > mark.details { scratch.details.removeSubrange(mark.details...) }
  }

  /// Gives up all values and locals; the storage is kept.
  public mutating func reset() {
    release(Mark(bytes: 0, values: 0, attributes: 0, types: 0, details: 0))
    if !scratch.shapes.isEmpty { scratch.shapes.removeAll(keepingCapacity: true) }
    if !locals.isEmpty { locals.removeAll(keepingCapacity: true) }
    if !gathered.isEmpty { gathered.removeAll(keepingCapacity: true) }
    if !stack.isEmpty { stack.removeAll(keepingCapacity: true) }
    pending = .null
    steps = 0
  }
}

extension EvaluationState {
  /// Makes ready for an evaluation.
  @inline(__always)
  mutating func begin() {
    steps = 0
    scratch.hasMade = false
  }

  /// Gives up all values made since the evaluation began; most make none.
  mutating func releaseMade() {
    if hasMade { release(scratch.origin) }
  }

  /// Whether the evaluation has stored anything.
  var hasMade: Bool { scratch.hasMade }

  /// Counts steps; false when there are too many, and then every later call says so too.
  @inline(__always)
  mutating func charge(_ count: Int) -> Bool {
    steps = steps &+ count
    return steps <= limit
  }

  var isExhausted: Bool { steps > limit }

  /// Moves what was pushed on the stack since `start` into the scratch.
  mutating func popItems(from start: Int) -> Value.Run? {
    defer { stack.removeSubrange(start...) }
    guard charge((stack.count - start) / 8) else { return nil }
    return scratch.store(values: stack[start...])
  }
}
