import Expressions

extension CompiledEvaluation {
  /// The evaluation with these rules and findings alone, and the variables that they need.
  public func narrowed(rules kept: [CompiledRule], findings: [CompiledFinding]) -> CompiledEvaluation {
    var needed = Set(
      (kept.flatMap { [$0.when, $0.rule].compactMap { $0 } } + findings.flatMap { $0.statuses.map(\.program) })
        .flatMap { $0.references.map(\.name) })
    // Each variable comes after those that it reads.
    for variable in variables.reversed() where needed.contains(variable.name) {
      needed.formUnion(variable.program.references.map(\.name))
    }
    return CompiledEvaluation(
      variables: variables.filter { needed.contains($0.name) }, rules: kept, findings: findings, sentences: [:],
      unverified: unverified, environment: environment, nextLocal: nextLocal, reads: reads)
  }
}
