import Expressions
import Testing

/// No expression overflows the stack, hangs or traps.
@Suite struct BoundsTests {
  /// Text that nests `count` times.
  static let nestings: [(name: String, text: @Sendable (Int) -> String)] = [
    ("brackets", { String(repeating: "(", count: $0) + "1" + String(repeating: ")", count: $0) }),
    ("open brackets", { String(repeating: "(", count: $0) }),
    ("lists", { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }),
    ("maps", { String(repeating: "{1: ", count: $0) + "1" + String(repeating: "}", count: $0) }),
    ("not", { String(repeating: "!", count: $0) + "t" }), ("minus", { String(repeating: "-", count: $0) + "i" }),
    ("sum", { String(repeating: "1 + ", count: $0) + "1" }), ("calls", { String(repeating: "size(", count: $0) + "''" }),
    ("methods", { "s" + String(repeating: ".trim()", count: $0) }), ("fields", { "s" + String(repeating: ".a", count: $0) }),
    ("indices", { "ulist" + String(repeating: "[0]", count: $0) }), ("index", { String(repeating: "ulist[", count: $0) }),
    ("conditionals", { String(repeating: "t ? ", count: $0) + "t" + String(repeating: " : t", count: $0) }),
    ("else", { String(repeating: "f ? t : ", count: $0) + "t" }),
    ("folds", { String(repeating: "[1].all(x, ", count: $0) + "t" + String(repeating: ")", count: $0) }),
  ]

  @Test(arguments: nestings.indices) func deepNesting(_ index: Int) {
    for count in [100, 158, 161, 3000] {
      let text = Self.nestings[index].text(count)
      switch Survey.environment.compile(text) {
      case .success(let program):
        var state = EvaluationState(limit: 10_000)
        _ = program.result(Survey.facts(), &state)
        #expect(count < 3000)
      case .failure(let errors):
        if count == 3000, text.utf8.count < 100_000 {
          #expect(
            ["syntax-depth", "syntax-end", "syntax-expected-symbol"].contains(errors.errors[0].code),
            "\(Self.nestings[index].name)")
        }
      }
    }
  }

  /// A type that doubles with each level is never built.
  @Test func doubledTypes() {
    let text = Self.doubled(60) { "{\($0): \($0)}" }
    guard case .failure(let errors) = Survey.environment.compile(text) else {
      Issue.record("compiles")
      return
    }
    #expect(errors.errors[0].code == "wrong-type")
    var state = EvaluationState(limit: 10_000)
    if case .success(let program) = Survey.environment.compileUnchecked(text) { _ = program.result(Survey.facts(), &state) }
  }

  /// Locals carry values from one expression to the next: what they nest has an end, and no stack overflows.
  @Test func nestedLocals() throws {
    let facts = Survey.facts()
    var environment = Survey.environment
    environment.declare("before", .dyn, local: 1)
    let program = try environment.compile("[[[[[[[[[[before]]]]]]]]]]").get()
    var state = EvaluationState()
    state.setLocal(1, .int(1))
    for _ in 0..<100_000 {
      let value = program.evaluate(facts, &state)
      if case .error(let failure) = value {
        #expect(failure.kind == .stepLimit)
        return
      }
      state.setLocal(1, value)
    }
    Issue.record("a million levels")
  }

  @Test func longChainsAreNoNesting() throws {
    for operation in ["&&", "||"] {
      let text = Array(repeating: "(i > 3 \(operation) t)", count: 2000).joined(separator: " \(operation) ")
      let program = try Survey.environment.compile(text).get()
      var state = EvaluationState()
      #expect(program.result(Survey.facts(), &state) == .bool(true))
    }
  }

  @Test func tooLong() {
    guard case .failure(let errors) = Environment.standard.compile(String(repeating: " ", count: 200_000)) else {
      Issue.record("compiles")
      return
    }
    #expect(errors.errors.map(\.code) == ["syntax-length"])
  }

  /// A value that holds the one before twice, many levels deep: few steps, more items than there is memory for.
  static func doubled(_ levels: Int, _ twice: (String) -> String) -> String {
    let bindings = (1...levels).map { "cel.bind(x\($0), \(twice("x\($0 - 1)")), " }.joined()
    return "cel.bind(x0, i, \(bindings)x\(levels)\(String(repeating: ")", count: levels + 1))"
  }

  @Test(arguments: [
    "lists.range(100000).all(a, lists.range(100000).all(b, a + b >= 0))",
    "lists.range(100000).map(a, lists.range(100000)).size() > 0", "lists.range(100000000000) == []",
    "cel.bind(a, s + s, cel.bind(b, a + a + a + a + a + a, cel.bind(c, b + b + b + b + b + b + b, lists.range(1000).map(x, lists.range(1000).map(y, c + c + c + c))))).size() > 0",
    "lists.range(10000).map(x, string(x)).distinct().size() > 0",
    "lists.range(30000).exists(x, x in lists.range(30000).map(y, y + 100000))",
    "'a'.replace('', lists.range(1000).map(x, 'aaaaaaaaaaaaaaaaaaaaaaaaaa').join()).replace('a', lists.range(1000).map(x, 'aaaaaaaaaaaaaaaaaaaaaaaaaa').join()).size() > 0 && lists.range(100000).all(x, lists.range(1000).all(y, t))",
    "sets.contains(lists.range(10000), lists.range(10000).reverse())",
    "lists.range(1000000).sum() == lists.range(1000000).sum() || true",
    // What is found in a text, compared or shown costs as much as it is long.
    "cel.bind(a, lists.range(20000).map(x, s).join(), lists.range(20000).all(x, a + s == a + s))",
    "cel.bind(a, lists.range(20000).map(x, s).join(), lists.range(20000).all(x, a + s <= a + s))",
    "cel.bind(a, lists.range(20000).map(x, s).join(), lists.range(100).map(x, a + s).sort().size() > 0)",
    "cel.bind(a, lists.range(20000).map(x, s).join(), lists.range(10000).all(x, {a: 1} == {a: 1}))",
    "cel.bind(a, lists.range(50000).map(x, string(x)), '%s%s%s%s'.format([a, a, a, a]).size() > 0 && '%s'.format([a]) == s)",
    "lists.range(1000).all(x, '%.999e'.format([double(x) * 5e-324]) != '')",
    "s.matches(s + '(((x{50}){10}y?){40})+z') || lists.range(100000).all(x, s.matches(s + '(((x{50}){10}y?){20})+z'))",
    "lists.range(100).transformMap(k, v, k).transformMap(k, v, lists.range(100000).all(x, 3 in {1: k, 2: k}))",
    // A value of 2 to the 60th items, most of them shared.
    doubled(60) { "[\($0), \($0)]" }, doubled(60) { "{1: \($0), 2: \($0)}" },
    "'%s'.format([\(doubled(60) { "[\($0), \($0)]" })])",
  ])
  func stepLimit(_ text: String) throws {
    var environment = Survey.environment
    environment.limits.cost = 200_000
    #expect(throws: CompileErrors.self) { try environment.compile(text).get() }
    environment.limits.cost = nil
    let program = try environment.compile(text).get()
    var state = EvaluationState(limit: 200_000)
    #expect(Outcome(program.result(Survey.facts(), &state)) == .error(.stepLimit))
    // The state is as good as new.
    let next = try Survey.environment.compile("i + 1").get()
    #expect(next.result(Survey.facts(), &state) == .int(6))
  }

  @Test(arguments: [
    ("-9223372036854775808 / -1", Outcome.error(.overflow)), ("-9223372036854775808 % -1", .error(.overflow)),
    ("math.abs(-9223372036854775808)", .error(.overflow)), ("1 % 0", .error(.divideByZero)), ("1u - 2u", .error(.overflow)),
    ("duration('292y')", .error(.badConversion)), ("int('9223372036854775808')", .error(.badConversion)),
    ("int(1e300)", .error(.overflow)),
    ("uint(-1.0)", .error(.overflow)), ("int(double('NaN'))", .error(.overflow)),
    ("[1][9223372036854775807]", .error(.outOfRange)),
    ("'a'.substring(0, -1)", .error(.outOfRange)), ("'a'.charAt(-9223372036854775808)", .error(.outOfRange)),
    ("'abc'.replace('b', 'x', -9223372036854775808)", .text("axc")),
    ("'abc'.replace('b', 'x', 9223372036854775807)", .text("axc")),
    ("'a,b'.split(',', 9223372036854775807).size()", .int(2)), ("[1].slice(0, 4294967296)", .error(.outOfRange)),
    ("math.bitShiftLeft(1, 9223372036854775807)", .int(0)), ("timestamp(-9223372036854775808)", .error(.overflow)),
    ("day.addMonths(-9223372036854775808)", .error(.overflow)),
    ("timestamp(0) - timestamp('9999-01-01T00:00:00Z')", .error(.overflow)),
    ("timestamp('9999-12-31T23:59:59Z').getHours('+23:59')", .error(.overflow)),
    ("timestamp(0).getHours('../../etc/passwd')", .error(.invalidArgument)),
    ("timestamp(0).getHours('Nowhere/Land')", .error(.invalidArgument)), ("string(b'\\xff')", .error(.badConversion)),
    ("s.matches(s + '(')", .error(.invalidArgument)), ("'%.99999999999f'.format([1])", .error(.invalidArgument)),
    ("'%'.format([])", .error(.invalidArgument)),
    ("'%s'.format([])", .error(.outOfRange)), ("base64.decode('a')", .error(.badConversion)),
    ("lists.range(-1)", .value(.list([]))),
    ("[[1]].flatten(-1)", .error(.invalidArgument)), ("math.greatest([])", .error(.invalidArgument)),
    ("optional.none().value()", .error(.noValue)),
    ("{s: 1, 'text': 2}", .error(.duplicateKey)), ("decimal('-9223372036854775808') * -1", .error(.overflow)),
    ("-decimal('-9223372036854775808')", .error(.overflow)),
    ("decimal('9223372036854775807') * 9223372036854775807", .error(.overflow)),
    ("[double('NaN'), 1.0].sort()", .error(.noSuchOverload)), ("[1.0, double('NaN'), 2.0].sortBy(x, x)", .error(.noSuchOverload)),
    ("1e-9223372036854775808", .value(.double(0))), ("decimal('1e-9223372036854775808')", .refused("bad-literal")),
    ("decimal(s + '1e9223372036854775807')", .error(.badConversion)), ("double('0x1p3')", .error(.badConversion)),
    ("double('1e999')", .error(.badConversion)),
  ])
  func edges(_ text: String, _ expected: Outcome) { #expect(value(text) == expected) }

  @Test func errorsOfLocalsLoseTheirPlace() throws {
    var state = EvaluationState()
    let variable = try Survey.environment.compile("11 / (i - 5)").get()
    state.setLocal(0, variable.evaluate(Survey.facts(), &state))
    let rule = try Survey.environment.compile("t && limit > 1").get()
    #expect(rule.result(Survey.facts(), &state) == .error(EvaluationError(.divideByZero, expression: 5..<10)))
  }

  @Test func textsOutliveTheirProgram() throws {
    var state = EvaluationState()
    let facts = Survey.facts()
    let lists = try Survey.environment.compile("[['a' + s, 'b'], [s]]").get().evaluate(facts, &state)
    let literal = try Survey.environment.compile("{'x': 'literal', 'y': [type(i), optional.of('z')]}").get().evaluate(
      facts, &state)
    _ = try Survey.environment.compile("'overwritten' + s == 'x'").get().evaluate(facts, &state)
    #expect(
      state.datum(of: lists, facts) == .list([.list([.string("atext"), .string("b")]), .list([.string("text")])]))
    let inner: Datum = .list([.type(.int), .optional(.string("z"))])
    #expect(
      state.datum(of: literal, facts)
        == .map([Datum.Entry(.string("x"), .string("literal")), Datum.Entry(.string("y"), inner)]))
  }

  @Test func errorsHaveTheirPlace() throws {
    let text = "t && i / (i - 5) > 1"
    let program = try Survey.environment.compile(text).get()
    var state = EvaluationState()
    guard case .error(let error) = program.result(Survey.facts(), &state) else {
      Issue.record("no error")
      return
    }
    #expect(error == EvaluationError(.divideByZero, expression: 5..<16))
  }
}
