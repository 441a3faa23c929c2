import Expressions

/// Whatever the text, checking it ends: with a program, or with messages that point into the text.
func check(_ input: Input) -> CInt {
  var input = input
  let expected: [CELType?] = [nil, .bool, .decimal, .string, .list(.dyn)]
  let container = ["", "pa_1_1", "pa_1_2.x", "."][input.choose(4)]
  let environment = environments[input.choose(environments.count)]
  switch environment.compile(input.text, container: container, expecting: expected[input.choose(expected.count)]) {
  case .failure(let errors): Places.hold(errors.errors, in: input.text)
  case .success(let program):
    for reference in program.references {
      require(reference.range.upperBound <= input.text.utf8.count, "a name outside of the text")
    }
  }
  return 0
}

/// As CEL has it, and as questionnaires do.
let environments: [Environment] = {
  var exact = Survey.environment
  exact.hasExactNumbers = true
  exact.readsTimesEarly = true
  exact.limits.cost = 1_000_000
  return [Survey.environment, exact]
}()
