// Times the evaluation of expressions, or evaluates one of them for callgrind.
//
//   expressions [ROUNDS]          nanoseconds an evaluation: the minimum of rounds that go through all cases in turn
//   expressions threads [ROUNDS]  how much faster two threads are than one
//   expressions run CASE COUNT    evaluates one case, COUNT times

import Expressions

let arguments = Array(CommandLine.arguments.dropFirst())
let rounds = arguments.last.flatMap { Int($0) }
switch (arguments.first, arguments.count) {
case ("run", 3):
  var state = EvaluationState()
  guard let item = Case.all().first(where: { $0.name == arguments[1] }), let count = rounds else {
    preconditionFailure("no such case, or no count")
  }
  print(item.run(count, &state))
case (nil, _): measure(rounds: 50)
case ("threads", 1): compareThreads(rounds: 200)
case ("threads", 2) where rounds ?? 0 > 0: compareThreads(rounds: rounds ?? 1)
case (_, 1) where rounds ?? 0 > 0: measure(rounds: rounds ?? 1)
default: print("usage: expressions [ROUNDS] | expressions threads [ROUNDS] | expressions run CASE COUNT")
}
