import Expressions

/// Programs that are timed together: one, or the 500 of the mix.
struct Case {
  let name: String
  let programs: [Program]
  let facts: Facts

  static let texts = [
    ("true", "true"),
    ("a", "training == 'yes' && size(programmes) > 0"),
    ("b", "programmes.all(p, p.year >= 2019 && p.year <= 2022)"),
    ("c", "evidence.exists(e, e.kind in ['law', 'decree'] && e.question == 'q_1_4')"),
    ("d", "name.startsWith('Law') || name.matches('^Decree [0-9]+')"),
    (
      "b-lit",
      "[2019, 2020, 2021, 2022, 2019, 2020, 2021, 2022, 2019, 2020, 2021, 2022, 2019, 2020, 2021, 2022, 2019, 2020, 2021, 2022]"
        + ".all(y, y >= 2019 && y <= 2022)"
    ),
  ]

  /// All cases, in the order of the table. Each is true, but for the one that cannot be known.
  static func all() -> [Case] {
    let work = Workload()
    func program(_ text: String) -> Program { required(work.environment.compile(text, expecting: .bool)) }
    var cases = texts.map { Case(name: $0.0, programs: [program($0.1)], facts: work.facts) }
    for (name, text) in texts[1...3] {
      cases.append(
        Case(name: "\(name) unchecked", programs: [required(work.environment.compileUnchecked(text))], facts: work.facts))
    }
    for (name, text) in texts[2...3] {
      let overMaps = text.split(separator: ".", maxSplits: 1)
      let table = overMaps[0] == "evidence" ? "evidence_maps" : "programme_maps"
      cases.append(Case(name: "\(name) over maps", programs: [program("\(table).\(overMaps[1])")], facts: work.facts))
    }
    cases.append(Case(name: "b, 20 unknown", programs: [program(texts[2].1)], facts: work.withoutYears))
    cases.append(Case(name: "500 rules", programs: mixed(program), facts: work.facts))
    for item in cases { item.verify(isKnown: item.name != "b, 20 unknown") }
    return cases
  }

  /// Stops when a result is not the one that is timed.
  private func verify(isKnown: Bool) {
    var state = EvaluationState()
    for program in programs {
      let result = program.result(facts, &state)
      precondition(result == (isKnown ? .bool(true) : .unknown(Array(0..<20))), "\(name): \(result)")
    }
  }

  /// A quarter each of a to d, in an order that is the same in every run.
  private static func mixed(_ program: (String) -> Program) -> [Program] {
    var random: UInt64 = 42
    var programs = (0..<500).map { program(texts[1 + $0 % 4].1) }
    for index in stride(from: programs.count - 1, to: 0, by: -1) {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      programs.swapAt(index, Int(random >> 33) % (index + 1))
    }
    return programs
  }

  /// Evaluates `count` times; answers how often the result was true or false.
  func run(_ count: Int, _ state: inout EvaluationState) -> Int {
    guard programs.count == 1 else { return (0..<count).reduce(0) { sum, _ in sum + programs.count { decides($0, &state) } } }
    let program = programs[0]
    var decided = 0
    for _ in 0..<count where decides(program, &state) { decided += 1 }
    return decided
  }

  @inline(__always)
  private func decides(_ program: Program, _ state: inout EvaluationState) -> Bool {
    if case .bool = program.evaluate(facts, &state) { return true }
    // Only what is not a scalar leaves something behind.
    state.reset()
    return false
  }
}

/// The program, which must compile.
func required(_ result: Result<Program, CompileErrors>) -> Program {
  switch result {
  case .success(let program): return program
  case .failure(let errors): preconditionFailure("\(errors)")
  }
}
