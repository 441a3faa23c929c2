public import Expressions

/// What expressions read, variables resolved to the answers behind them.
public struct Reads: Sendable {
  private var behind: [String: [PointReference]] = [:]

  /// Knows no variable yet.
  public init() {}

  /// Notes what the variable `name` reads.
  mutating func note(variable name: String, program: Program) { behind[name] = of([program]) }

  /// The answers that `programs` rest on, in order of appearance, each once; companions count as their question.
  public func of(_ programs: [Program]) -> [PointReference] {
    var seen: Set<PointReference> = []
    return programs.flatMap(\.references).flatMap { reference in
      behind[reference.name]
        ?? [PointReference(name: Companion.strip(reference.name), fields: reference.fields.map(Companion.strip))]
    }.filter { seen.insert($0).inserted }
  }
}
