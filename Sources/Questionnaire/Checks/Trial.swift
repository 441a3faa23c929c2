public import Expressions
public import RulesEngine

/// One expression tried out by its author: over a reply, over values given by hand, or over both.
public struct Trial {
  /// What the expression may read, and how it is run.
  public struct Options {
    /// The item from which names are looked up outwards.
    public var container = ""
    /// Values given by hand; a name that the reply has too means the given value.
    public var bindings: [(name: String, value: Datum)] = []
    /// Names that are to be unknown.
    public var unknowns: [String] = []
    /// The row that `row` means.
    public var row: RowFact?
    /// Steps that the evaluation may take.
    public var maxSteps = 1_000_000

    /// Nothing but the library.
    public init() {}
  }

  /// The expression.
  public let text: String
  /// What it came to.
  public let result: Datum
  /// The type that it was checked to have.
  public let type: CELType
  /// Steps taken.
  public let steps: Int
  /// Steps that it takes at most, by estimate.
  public let cost: Int
  /// What its parts came to.
  public let trace: Trace
  /// The names of what is unknown.
  private let names: [UInt32: String]
  private let path: (UInt32) -> String

  /// The question or name that an unknown depends on.
  public func name(of attribute: UInt32) -> String { names[attribute] ?? path(attribute) }

  /// Tries an expression over a reply, or over nothing; throws what is wrong with its text.
  public init(_ text: String, over judgement: Judgement?, _ options: Options) throws(CompileErrors) {
    var environment = judgement?.pack.evaluation.environment ?? .standard
    // Tried is also what no pack may have.
    environment.limits.cost = nil
    let firstLocal = judgement?.pack.evaluation.nextLocal ?? 0
    let given = Self.values(options)
    for (index, binding) in given.enumerated() {
      environment.declare(binding.name, binding.value.celType, local: firstLocal + index)
    }
    let rowType = options.row.flatMap { judgement?.situation.question($0.table)?.type.table?.rowType }
    if let rowType { environment.declare("row", .record(rowType), local: Local.row) }
    let program = try environment.compileTraced(text, container: options.container).get()
    self.text = text
    type = program.type
    cost = program.cost ?? 0
    names = Dictionary(
      uniqueKeysWithValues: given.compactMap { name, value in
        if case .unknown(let ids) = value, let id = ids.first { (id, name) } else { nil }
      })
    if let judgement {
      path = { judgement.situation.path(of: $0) }
      var evaluator = Evaluator(judgement.pack.evaluation, over: judgement.situation, maxSteps: options.maxSteps)
      for (index, binding) in given.enumerated() { evaluator.set(local: firstLocal + index, binding.value) }
      if let row = options.row { evaluator.enter(row) }
      (result, trace, steps) = evaluator.trace(program)
    } else {
      path = { _ in "" }
      var state = EvaluationState(limit: options.maxSteps)
      for (index, binding) in given.enumerated() { state.setLocal(index, state.intern(binding.value)) }
      (result, trace) = program.trace(.none, &state)
      steps = state.steps
    }
  }

  private static func values(_ options: Options) -> [(name: String, value: Datum)] {
    // Numbers from the end, so that they are none of a reply's.
    let first = UInt32.max - UInt32(options.unknowns.count)
    return options.bindings + options.unknowns.enumerated().map { ($1, .unknown([first + UInt32($0)])) }
  }
}

extension Judgement {
  /// The type that a name is declared to have, as it is found from an item; nil for a name that is not declared.
  public func type(of name: String, in item: String) -> CELType? { pack.evaluation.environment.type(of: name, in: item) }
}
