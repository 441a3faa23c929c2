import Expressions

/// Prints how much faster two threads are than one that does the work of both. Programs and facts are shared, the state is not.
func compareThreads(rounds: Int) async {
  for item in Case.all() where ["b", "c", "d", "500 rules"].contains(item.name) {
    let count = evaluations(item, nanoseconds: 4_000_000)
    var (alone, together) = (Duration.seconds(60), Duration.seconds(60))
    for _ in 0..<rounds {
      alone = min(alone, await ContinuousClock().measure { await evaluate(item, count) })
      together = min(
        together,
        await ContinuousClock().measure {
          async let other: Void = evaluate(item, count)
          await evaluate(item, count)
          await other
        })
    }
    print("\(item.name)\t\(decimals(2 * (alone / together), 2))")
  }
}

/// Elapsed time counts, not processor time: who waits for a lock uses none.
private func evaluate(_ item: Case, _ count: Int) async {
  var state = EvaluationState()
  precondition(item.run(count, &state) > 0)
}

/// How many evaluations take about so long.
private func evaluations(_ item: Case, nanoseconds: Double) -> Int {
  var state = EvaluationState()
  return max(1, Int(nanoseconds / time(200) { _ = item.run($0, &state) }))
}
