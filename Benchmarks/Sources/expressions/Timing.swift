import CClock
import Expressions

/// Nanoseconds of `count` calls, a call.
func time(_ count: Int, _ work: (Int) -> Void) -> Double {
  let start = thread_nanoseconds()
  work(count)
  return Double(thread_nanoseconds() - start) / Double(count)
}

/// How many evaluations take about a millisecond.
private func loops(_ work: (Int) -> Void) -> Int { max(1, min(100_000, Int(1_000_000 / max(1, time(20, work))))) }

/// Each name with its least time, one a line, for people and for `compare.py`.
func measure(rounds: Int) {
  var state = EvaluationState()
  let environment = Workload().environment
  var works: [(name: String, work: (Int) -> Void)] = []
  for item in Case.all() {
    works.append((item.name, { count in _ = item.run(count, &state) }))
  }
  for (name, text) in Case.texts {
    works.append(("compile \(name)", { count in for _ in 0..<count { _ = environment.compile(text, expecting: .bool) } }))
  }
  let counts = works.map { loops($0.work) }
  var best = Array(repeating: Double.infinity, count: works.count)
  for _ in 0..<rounds {
    for index in works.indices { best[index] = min(best[index], time(counts[index], works[index].work)) }
  }
  for (index, (name, _)) in works.enumerated() { print("\(name)\t\(decimals(best[index], 1))") }
}

/// The number with so many places.
func decimals(_ number: Double, _ places: Int) -> String {
  var unit = 1
  for _ in 0..<places { unit *= 10 }
  let units = Int((number * Double(unit)).rounded())
  let fraction = String(units % unit)
  return "\(units / unit).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
}
