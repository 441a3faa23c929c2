import Expressions
import Testing

/// What expressions cost, by estimate and when they run, and the comparisons that extents rule out.
@Suite struct CostTests {
  /// An environment with one table of `rows` rows, each with a text of `bytes` bytes, and facts of just these sizes.
  private func table(rows: Int, bytes: Int) -> (Environment, Facts) {
    let row = RecordType(
      name: "row", fields: [("text", .string), ("year", .int)],
      extents: ["text": .text(bytes: bytes), "year": .integers(1990...2022)])
    var environment = Environment.standard
    environment.declare("table", .list(.record(row)), fact: 0, extent: .items(rows, of: .record(row)))
    environment.declare("name", .string, fact: 1, extent: .text(bytes: bytes))
    var builder = FactsBuilder(slotCount: 2)
    let text = String(repeating: "x", count: bytes)
    builder.set(0, builder.datum(.list(Array(repeating: .record(row, [.string(text), .int(2000)]), count: rows))))
    builder.set(1, builder.datum(.string(text)))
    return (environment, builder.build())
  }

  static let texts = [
    "table.all(r, r.year > 1995)", "table.all(r, table.exists(s, r.year == s.year && r.text == s.text))",
    "table.map(r, r.text + name).join(', ').size() > 3", "table.filter(r, r.text.contains(name)).size() == 1",
    "table.map(r, r.text).distinct().size() > 0", "table.map(r, r.text).sort() == table.map(r, r.text)",
    "name.replace('x', 'yy').split('y').size() < 3000", "'%s: %d'.format([name, table.size()]) != name",
    "table.sortBy(r, r.text)[0].year > 1999", "table == table.filter(r, true)", "sets.contains(table.map(r, r.text), [name])",
    "table.transformMap(i, r, r.text).size() >= 1", "table.exists(r, r.text.matches('^(x+)y$'))",
    "table.existsOne(r, name in [r.text])",
    "table.map(r, {'t': r.text, 'y': r.year}).all(m, m.t == name)", "name.lowerAscii().trim().reverse().indexOf(name) >= 0",
  ]

  /// Facts of the declared sizes cost no more than the estimate, and the estimate is not so large that it says nothing.
  @Test(arguments: texts, [(1, 1), (7, 40), (30, 200)])
  func estimateBoundsSteps(_ text: String, _ size: (rows: Int, bytes: Int)) throws {
    let (environment, facts) = table(rows: size.rows, bytes: size.bytes)
    let program = try environment.compile(text).get()
    var state = EvaluationState(limit: .max)
    _ = program.result(facts, &state)
    let cost = try #require(program.cost)
    #expect(state.steps <= cost, "\(state.steps) steps, \(cost) estimated")
    #expect(cost <= 1000 * (10 + state.steps), "\(state.steps) steps, \(cost) estimated")
  }

  @Test func declaredSizesDecide() {
    let text = "table.all(r, table.exists(s, r.year == s.year))"
    #expect(codes(text, in: table(rows: 100, bytes: 10).0) == [])
    #expect(codes(text, in: table(rows: 10_000, bytes: 10).0) == ["too-costly"])
    var environment = Environment.standard
    environment.declare("names", .list(.string), fact: 0)
    #expect(codes("names.all(a, names.all(b, names.all(c, a + b != c)))", in: environment) == ["too-costly"])
    environment.limits.assumedItems = 10
    #expect(codes("names.all(a, names.all(b, names.all(c, a + b != c)))", in: environment) == [])
  }

  /// What is nested is looked at once: else each level would double the time.
  @Test func nestedListsAreEstimatedOnce() {
    let text = String(repeating: "(age > 5) in [", count: 60) + "true" + String(repeating: "]", count: 60)
    #expect(codes(text, in: Survey.environment) == [])
    #expect(codes("age in [few.exists(n, n == 0) ? 1 : 2]", in: Survey.environment) == ["out-of-bounds"])
  }

  @Test func costsDoNotOverflow() {
    let text = (1...40).map { "table.all(r\($0), " }.joined() + "true" + String(repeating: ")", count: 40)
    #expect(codes(text, in: table(rows: 100_000, bytes: 10).0) == ["too-costly"])
  }

  private func codes(_ text: String, in environment: Environment) -> [String] {
    var environment = environment
    environment.limits.cost = 1_000_000
    return if case .failure(let errors) = environment.compile(text) { errors.errors.map(\.code) } else { [] }
  }

  /// Comparisons with the part that must be pointed at between « and ».
  @Test(arguments: [
    "«age == 131»", "«age > 130»", "«age >= 131»", "«age < 0»", "«age <= -1»", "«131 <= age»", "«age != 200»", "«200 == age»",
    "t && («age == 150» || f)", "age in [30, «131», 40]", "«share > 1»", "«share == 1.5»", "«few.size() > 5»", "«size(few) == 6»",
    "few.exists(n, «n == 0»)", "few.all(n, «n > 9»)", "«few[0] == 10»", "«few.size() < 0»", "«age + 1 > 131»",
    "«age - few[0] > 130»", "«age == (t ? 200 : 300)»", "cel.bind(x, age, «x > 130»)", "few.exists(n, n in [1, «12»])",
  ])
  func impossible(_ marked: String) {
    let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    let range = start..<start + parts[1].prefix { $0 != "»" }.utf8.count
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    guard case .failure(let errors) = Survey.environment.compile(text) else {
      Issue.record("compiles")
      return
    }
    #expect(errors.errors.map(\.code) == ["out-of-bounds"])
    #expect(errors.errors[0].range == range)
  }

  @Test(arguments: [
    "age == 130", "age >= 130", "age > 129", "age >= 0", "age < 1", "age in [0, 130]", "share == 1", "share >= 1.0",
    "few.size() == 5", "few.exists(n, n == 9)", "i > 1000000", "numbers.size() > 5", "age > few.size()", "age * 3 > 200",
    "131 == 132",
    "few.size() >= 0", "cel.bind(x, 500, x > 400)", "age == i", "double(age) > 500.0",
  ])
  func possible(_ text: String) { #expect(codes(text, in: Survey.environment) == []) }
}
