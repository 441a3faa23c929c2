import Expressions
import Testing

/// Every function and operator with arguments of every type: what the checker accepts has a value of the type it says, and
/// nothing traps, checked or not.
@Suite struct SoundnessTests {
  static let samples = [
    "null", "true", "-3", "7u", "1.5", "decimal('2.5')", "'ab'", "b'xy'", "timestamp(0)", "duration('90s')", "date('2021-05-03')",
    "period('2022')", "[1, 2]", "['a', 'b']", "[[1], [2]]", "[]", "{'a': 1}", "{}", "int", "optional.of(1)", "optional.none()",
    "one",
    "rows", "kind", "dyn('ab')", "[optional.of(1)]", "[1.5]", "[true]", "[1, 'a']", "dyn([1])", "0", "''", "'2021'",
    "[duration('1s')]",
    "dyn(one)", "[decimal('1.5'), decimal('0.1')]", "dyn({1: 2})", "'UTC'", "2",
  ]
  static let operators = ["==", "!=", "<", "<=", ">", ">=", "in", "+", "-", "*", "/", "%", "&&", "||"]

  /// The functions with a number of arguments, receiver included.
  static func calls(_ count: Int) -> [(name: String, isMember: Bool)] {
    let all = Environment.standard.overloads.flatMap { function in
      function.overloads.filter { $0.parameters.count == count }.map { (function.name, $0.isMember) }
    }.filter { $0.0.first?.isLetter ?? false }
    var seen: Set<String> = []
    return all.filter { seen.insert("\($0.0) \($0.1)").inserted }.map { ($0.0, $0.1) }
  }

  private func text(_ name: String, _ isMember: Bool, _ arguments: [String]) -> String {
    let name = name.replacing("@", with: "")
    guard isMember else { return "\(name)(\(arguments.joined(separator: ", ")))" }
    return "(\(arguments[0])).\(name)(\(arguments.dropFirst().joined(separator: ", ")))"
  }

  @Test func oneArgument() {
    for call in Self.calls(1) { for a in Self.samples { hold(text(call.name, call.isMember, [a])) } }
    for a in Self.samples {
      for text in [
        "-(\(a))", "!(\(a))", "(\(a)).a", "has((\(a)).a)", "(\(a)).?a", "(\(a)).from", "[?\(a)]", "{?'k': \(a)}",
        "(\(a)) ? 1 : 2",
      ] {
        hold(text)
      }
      for macro in ["all", "exists", "existsOne", "filter"] {
        hold("(\(a)).\(macro)(x, x == 1)")
        hold("[1].\(macro)(x, \(a))")
      }
      for macro in ["map", "sortBy", "optMap", "optFlatMap"] {
        hold("(\(a)).\(macro)(x, x)")
        hold("(\(a)).\(macro)(x, [x])")
        hold("optional.of(2).\(macro)(x, \(a))")
      }
      for macro in ["transformList", "transformMap", "transformMapEntry"] {
        hold("(\(a)).\(macro)(k, v, {k: v})")
        hold("[1, 2].\(macro)(k, v, \(a))")
        hold("[1, 2].\(macro)(k, v, \(a), {'k': v})")
      }
    }
  }

  @Test func twoArguments() {
    for (index, a) in Self.samples.enumerated() {
      for (place, b) in Self.samples.enumerated() where (index + place) % 8 == 0 {
        for call in Self.calls(2) { hold(text(call.name, call.isMember, [a, b])) }
      }
    }
  }

  @Test func operators() {
    for (index, a) in Self.samples.enumerated() {
      for (place, b) in Self.samples.enumerated() where (index + place) % 4 == 0 {
        for operation in Self.operators { hold("(\(a)) \(operation) (\(b))") }
        for text in ["(\(a))[\(b)]", "(\(a))[?\(b)]", "{\(a): \(b)}", "[\(a), \(b)]", "true ? (\(a)) : (\(b))"] { hold(text) }
      }
    }
  }

  @Test func moreArguments() {
    for count in 3...4 {
      for call in Self.calls(count) {
        for (index, a) in Self.samples.enumerated() {
          for offset in [0, 1, 6, 7, 13] {
            let others = (1..<count).map { Self.samples[(index + offset * $0) % Self.samples.count] }
            hold(text(call.name, call.isMember, [a] + others))
            hold(text(call.name, call.isMember, ["'ab'", "'b'", a, "1"].prefix(count).map { $0 }))
            hold(text(call.name, call.isMember, ["[1, 2]", a, "1", "1"].prefix(count).map { $0 }))
          }
        }
      }
    }
  }

  private func hold(_ text: String) {
    var state = EvaluationState(limit: 100_000)
    let facts = Self.facts
    if case .success(let program) = Survey.environment.compileUnchecked(text) { _ = program.result(facts, &state) }
    guard case .success(let program) = Survey.environment.compile(text) else { return }
    let result = program.result(facts, &state)
    // How many numbers a range has, and how large a pattern is that is made on the way, no estimate can tell.
    if !text.contains("range("), !text.contains("matches(") {
      #expect(state.steps <= program.cost ?? 0, "\(text): \(state.steps) steps, \(program.cost ?? 0) estimated")
    }
    if case .error(let error) = result {
      #expect(
        error.kind != .noSuchOverload || text.contains("dyn(") || text.contains("[1, 'a']") || isLoose(text),
        "\(text): \(program.type)")
    } else {
      // The checker takes dyn for whatever fits, as CEL says.
      #expect(fits(result, program.type) || text.contains("dyn("), "\(text) is \(result), not \(program.type)")
    }
  }

  private static let facts = Survey.facts()

  /// A list or parameter of any type, of which the function takes only some at run time.
  private func isLoose(_ text: String) -> Bool {
    ["sort", "isSorted", "greatest", "least", "flatten", "[]", "{}", "join", "sum", "one"].contains { text.contains($0) }
  }

  private func fits(_ datum: Datum, _ type: CELType) -> Bool {
    switch (datum, type) {
    case (_, .dyn), (.unknown, _): true
    case (.error(let error), _): error.kind == .notApplicable
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.decimal, .decimal), (.int, .decimal),
      (.string, .string), (.string, .choice), (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration), (.date, .date),
      (.period, .period), (.type, .type), (.null, .timestamp), (.null, .duration), (.null, .optional):
      true
    case (.list(let items), .list(let item)): items.allSatisfy { fits($0, item) }
    case (.map(let entries), .map(let key, let value)): entries.allSatisfy { fits($0.key, key) && fits($0.value, value) }
    case (.record, .map(.string, _)), (.record, .map(.dyn, _)): true
    case (.record(let shape, let fields), .record(let expected)):
      shape == expected && zip(fields, shape.fields).allSatisfy { fits($0, $1.type) }
    case (.optional(let value), .optional(let inner)): value.map { fits($0, inner) } ?? true
    default: false
    }
  }
}
