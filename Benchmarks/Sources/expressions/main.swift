// Times the evaluation of expressions, or evaluates one of them for callgrind.
//
//   expressions [ROUNDS]         nanoseconds an evaluation: the minimum of rounds that go through all cases in turn
//   expressions run CASE COUNT   evaluates one case, COUNT times

import CClock
import Expressions

/// Nanoseconds of `count` calls, a call.
func time(_ count: Int, _ work: (Int) -> Void) -> Double {
  let start = thread_nanoseconds()
  work(count)
  return Double(thread_nanoseconds() - start) / Double(count)
}

/// How many evaluations take about a millisecond.
func loops(_ work: (Int) -> Void) -> Int { max(1, min(100_000, Int(1_000_000 / max(1, time(20, work))))) }

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
  for (index, (name, _)) in works.enumerated() {
    let tenths = Int((best[index] * 10).rounded())
    print("\(name)\t\(tenths / 10).\(tenths % 10)")
  }
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("run", 3):
  var state = EvaluationState()
  guard let item = Case.all().first(where: { $0.name == arguments[1] }), let count = Int(arguments[2]) else {
    preconditionFailure("no such case, or no count")
  }
  print(item.run(count, &state))
case (nil, _): measure(rounds: 50)
case (let rounds?, 1) where Int(rounds) ?? 0 > 0: measure(rounds: Int(rounds) ?? 1)
default: print("usage: expressions [ROUNDS] | expressions run CASE COUNT")
}
