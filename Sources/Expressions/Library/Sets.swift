/// The extension `sets`: lists looked at as sets.
extension Environment {
  mutating func defineSets() {
    relation("sets.contains") { state, a, b, context in b.allSatisfy { state.contains(a, $0, context) } }
    relation("sets.equivalent") { state, a, b, context in
      a.allSatisfy { state.contains(b, $0, context) } && b.allSatisfy { state.contains(a, $0, context) }
    }
    relation("sets.intersects") { state, a, b, context in b.contains { state.contains(a, $0, context) } }
  }

  private mutating func relation(
    _ name: String, _ holds: @escaping @Sendable (inout EvaluationState, [Value], [Value], Context) -> Bool
  ) {
    define(name, [.global([.list(.a), .list(.a)], .bool)]) { arguments, context, state in
      guard case .list(let a) = arguments[0], case .list(let b) = arguments[1] else { return .failure(.noSuchOverload) }
      let (product, overflow) = Int(a.count).multipliedReportingOverflow(by: Int(b.count))
      guard !overflow, state.charge(product) else { return .failure(.stepLimit) }
      return .bool(holds(&state, Array(state.items(a, context)), Array(state.items(b, context)), context))
    }
  }
}
