/// What the parts of an expression came to in one evaluation.
public struct Trace: Sendable {
  /// A part of the expression.
  public struct Part: Sendable {
    /// Where it stands in the text, in UTF-8 bytes.
    public let range: Range<Int>
    /// The values, in the order of evaluation: none where it was not evaluated, several within a macro. The first ones only.
    public let values: [Datum]
    /// How often it was evaluated.
    public let count: Int
  }

  /// The parts, inner ones before those that they belong to; literals are left out.
  public let parts: [Part]
}

extension Environment {
  /// Like ``compile(_:container:expecting:)``, but the program keeps what its parts come to, see ``Program/trace(_:_:)``. It is
  /// slower, and computes constants each time.
  public func compileTraced(_ text: String, container: String = "") -> Result<Program, CompileErrors> {
    compile(text, container: container, expecting: nil, isTraced: true)
  }
}

extension Program {
  /// Evaluates, and tells of the parts too; none for a program that is not traced.
  public func trace(_ facts: Facts, _ state: inout EvaluationState) -> (result: Datum, trace: Trace) {
    state.log.removeAll()
    let result = result(facts, &state)
    let parts = traced.map { id, range in
      let entry = state.log[id]
      return Trace.Part(range: range, values: entry?.values ?? [], count: entry?.count ?? 0)
    }
    state.log.removeAll()
    return (result, Trace(parts: parts))
  }
}

/// What one part has come to so far.
struct TraceEntry: Sendable {
  var values: [Datum] = []
  var count = 0

  /// More values than these nobody reads.
  var isFull: Bool { count >= 20 }
}

/// Keeps what a part comes to.
final class TraceNode: Node, @unchecked Sendable {
  let id: Int
  let inner: Node

  init(_ inner: Node, id: Int) {
    self.id = id
    self.inner = inner
    super.init(inner.place)
  }

  override func evaluate(_ context: Context, _ state: inout EvaluationState) -> Value {
    let value = inner.evaluate(context, &state)
    keep(value, context, &state)
    return value
  }

  override func decide(_ context: Context, _ state: inout EvaluationState) -> Verdict {
    let verdict = inner.decide(context, &state)
    keep(verdict == .other ? state.pending : .bool(verdict == .yes), context, &state)
    return verdict
  }

  private func keep(_ value: Value, _ context: Context, _ state: inout EvaluationState) {
    var entry = state.log[id] ?? TraceEntry()
    if !entry.isFull { entry.values.append(lasting(value, context, &state)) }
    entry.count += 1
    state.log[id] = entry
  }

  /// A value that shares what it holds could be larger than memory: it is looked through first, within the steps that are left.
  private func lasting(_ value: Value, _ context: Context, _ state: inout EvaluationState) -> Datum {
    let steps = state.steps
    defer { state.steps = steps }
    var undecided = Undecided(state)
    let isSmall = state.collectMissing(value, &undecided, context)
    undecided.drop(&state)
    return isSmall ? state.datum(of: value, context) : .error(EvaluationError(.stepLimit))
  }
}
