import Expressions

/// Whatever the expression and the facts, evaluation ends; what it answers is the same each time, and stays true when what was
/// not known becomes known.
func evaluate(_ input: Input) -> CInt {
  var input = input
  let isChecked = input.choose(2) == 0
  let environment = environments[input.choose(environments.count)]
  let compiled = isChecked ? environment.compile(input.text) : environment.compileUnchecked(input.text)
  guard case .success(let program) = compiled else { return 0 }
  let choices = Choices(&input, program)
  let facts = choices.first.isEmpty ? usual : Survey.facts(choices.first)
  var state = EvaluationState(limit: 5000)
  state.setLocal(0, .int(3))
  let result = program.result(facts, &state)
  requireCost(program, state.steps)
  if isChecked, input.choose(4) == 0, case .success(let traced) = environment.compileTraced(input.text) {
    let again = traced.trace(facts, &state).result
    require(isSame(again, result), "traced it is \(again), else \(result)")
  }
  require(program.result(facts, &state) == result, "a second evaluation differs")
  guard result.isKnown, choices.later != choices.first else { return 0 }
  let later = program.result(Survey.facts(choices.later), &state)
  if case .error(let error) = later, error.kind == .stepLimit { return 0 }
  require(later == result, "known as \(result), but then \(later)")
  return 0
}

private let usual = Survey.facts()

/// The steps are no more than was estimated. How many numbers a range has, and how large a pattern is that is made on the way, no
/// estimate can tell.
private func requireCost(_ program: Program, _ steps: Int) {
  guard let cost = program.cost, !program.source.contains("range("), !program.source.contains("matches(") else { return }
  require(steps <= cost, "\(steps) steps, \(cost) estimated")
}

/// Whether two results are the same, or one of them is that there were too many steps: constants cost nothing unless traced.
private func isSame(_ a: Datum, _ b: Datum) -> Bool {
  if case .error(let error) = a, error.kind == .stepLimit { return true }
  return a == b
}

/// What the names that a program reads stand for: first, and later, when what was unknown is known.
private struct Choices {
  private(set) var first: [String: Datum] = [:]
  private(set) var later: [String: Datum] = [:]

  init(_ input: inout Input, _ program: Program) {
    let read = Set(program.references.map(\.name))
    for (index, declaration) in Survey.declarations.enumerated() where read.contains(declaration.name) {
      let sample = Sample.value(of: declaration.type, input.choose(8))
      // What is bounded keeps to its bounds.
      let value = (Survey.extents[declaration.name] == nil ? sample : nil) ?? declaration.value
      switch input.choose(4) {
      case 0: continue
      case 1: (first[declaration.name], later[declaration.name]) = (.unknown([UInt32(20 + index)]), value)
      case 2: (first[declaration.name], later[declaration.name]) = (.unknown([1, 2, UInt32(20 + index)]), value)
      default: (first[declaration.name], later[declaration.name]) = (value, value)
      }
    }
  }
}
