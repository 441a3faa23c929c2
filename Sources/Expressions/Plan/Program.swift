/// A compiled expression. Immutable: one program serves all threads, each with a state of its own.
public final class Program: Sendable {
  /// The type of the result.
  public let type: CELType
  /// The text.
  public let source: String
  /// Each name that is read, in order of first appearance.
  public let references: [Reference]
  /// The steps that an evaluation takes at most, by estimate; nil for a program that was not checked.
  public let cost: Int?
  /// How far its values reach, from what it reads.
  public let extent: Extent

  /// The parts that a traced program keeps the values of.
  let traced: [(id: Int, range: Range<Int>)]

  private let root: Node
  private let constants: Constants
  private let slotCount: Int
  /// Whether the state needs nothing of this program: there are no constants, and at most one variable of a macro.
  private let isBare: Bool

  init(
    root: Node, constants: Constants, slotCount: Int, checked: Checked, source: String, estimate: Estimator.Estimate?,
    traced: [(id: Int, range: Range<Int>)]
  ) {
    self.root = root
    self.constants = constants
    self.slotCount = slotCount
    isBare = !constants.arena.isInhabited && slotCount <= 1
    type = checked.type
    references = checked.references
    self.source = source
    self.traced = traced
    cost = estimate?.cost.count
    extent = estimate?.extent ?? .any(nil)
  }

  /// Evaluates over facts. The value is good until `state` is reset or released; facts and state must be those for which the
  /// names were declared.
  public func evaluate(_ facts: Facts, _ state: inout EvaluationState) -> Value {
    if !isBare {
      state.constants.adopt(constants)
      state.reserveVariables(slotCount)
    }
    state.begin()
    let value = root.evaluate(facts, &state)
    if value.isScalar && !state.isExhausted && !state.hasMade { return value }
    return concluded(value, facts, &state)
  }

  /// What an evaluation answers that does not simply end in a scalar. Apart, for few do.
  @inline(never)
  private func concluded(_ value: Value, _ facts: Facts, _ state: inout EvaluationState) -> Value {
    if state.isExhausted { return exhausted(&state) }
    guard !value.isScalar else {
      state.releaseMade()
      return value
    }
    let lasting = state.detached(value, facts)
    return state.isExhausted ? exhausted(&state) : lasting
  }

  private func exhausted(_ state: inout EvaluationState) -> Value {
    state.releaseMade()
    return .failure(.stepLimit, 0..<source.utf8.count)
  }

  /// Evaluates to a lasting value; leaves the state's scratch as it was.
  public func result(_ facts: Facts, _ state: inout EvaluationState) -> Datum {
    let mark = state.mark
    let datum = state.datum(of: evaluate(facts, &state), facts)
    state.release(mark)
    return datum
  }
}

extension Value {
  /// Whether nothing of it lies in an arena.
  fileprivate var isScalar: Bool {
    switch self {
    case .null, .bool, .int, .uint, .double, .decimal, .date, .timestamp, .duration: true
    default: false
    }
  }
}
