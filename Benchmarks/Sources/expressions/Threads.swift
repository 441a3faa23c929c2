import CThreads
import Expressions

/// Prints how much faster two threads are than one that does the work of both. Programs and facts are shared, the state is not.
///
/// The first line shares nothing at all: what it lacks to 2 is the machine's doing.
func compareThreads(rounds: Int) {
  compare("nothing shared", rounds, multiplications)
  for item in Case.all() where ["b", "c", "d", "500 rules"].contains(item.name) {
    compare(item.name, rounds) { count in
      var state = EvaluationState()
      precondition(item.run(count, &state) > 0)
    }
  }
}

/// Work that threads share, `count` times each.
private final class Work {
  let count: Int
  let run: (Int) -> Void

  init(_ count: Int, _ run: @escaping (Int) -> Void) {
    self.count = count
    self.run = run
  }

  /// The time that each of so many threads takes.
  func nanoseconds(threads: Int32) -> Int {
    let time = run_on_threads(
      threads,
      { pointer in
        guard let pointer else { return }
        let work = Unmanaged<Work>.fromOpaque(pointer).takeUnretainedValue()
        work.run(work.count)
      }, Unmanaged.passUnretained(self).toOpaque())
    precondition(time > 0, "no threads to be had")
    return time
  }
}

private func compare(_ name: String, _ rounds: Int, _ run: @escaping (Int) -> Void) {
  let work = Work(max(1, Int(4_000_000 / time(200, run))), run)
  var (alone, together) = (Int.max, Int.max)
  for _ in 0..<rounds {
    alone = min(alone, work.nanoseconds(threads: 1))
    together = min(together, work.nanoseconds(threads: 2))
  }
  print("\(name)\t\(decimals(2 * Double(alone) / Double(together), 2))")
}

private func multiplications(_ count: Int) {
  var product: UInt64 = 1
  for index in 0..<UInt64(count * 100) { product = product &* 6_364_136_223_846_793_005 &+ index }
  precondition(product != 0)
}
