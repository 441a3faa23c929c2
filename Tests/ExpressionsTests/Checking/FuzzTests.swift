import Expressions
import Testing

/// Mutated expressions: whatever they are, parsing, checking and evaluating end, and errors point into the text.
@Suite struct FuzzTests {
  /// A generator that gives the same numbers in every run.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  static let seeds: [String] = [
    "rows.all(r, r.year >= 2019 && r.kind in ['law', 'decree'] || answered(r.year))", "kind == 'law' ? d * 0.5 + 1 : e / 3",
    "{'a': [1, 2u, 3.5e1], ?'b': optional.of(i)}.?a[?0].orValue(-1) < 0x1F", "s.matches('^[a-z]+$') && s.size() > 3 && !u1",
    "cel.bind(x, rows.map(r, r.year), x.exists(y, y == 2019) && has(one.year))",
    "'%s %d %.2f %x'.format([s, i, 1.5, b'\\xff\\000'])",
    "timestamp('2009-02-13T23:31:30Z').getHours('+01:00') + duration('1h').getMinutes()",
    "math.greatest(1, 2.0, 3u) == [1, 2].sum()",
    "numbers.filter(n, n > 1).transformList(i, v, i * v).sortBy(x, -x) != ulist",
    "r\"\"\"raw\\ \"text \"\"\" + '''x\\u00e9\\101''' // comment",
    "period.contains(day.addMonths(3)) || day in period('2021/..') && period.to > date('2020-01-01')",
    "[[1], [2]].flatten().distinct().reverse()[0]",
    "pa_1_1.training && .pa_1_1.year == int('7') % 2 - -1",
    "{1: 'a', true: 'b'}.transformMap(k, v, v + 'x').exists(k, v, k == 1)",
  ]

  static let pieces: [String] = [
    "(", ")", "[", "]", "{", "}", "?", ":", ",", ".", "!", "-", "+", "*", "/", "%", "==", "!=", "<", "<=", "in", "&&", "||", "'",
    "\"",
    "\\", "`", "u", "0x", "1e", "99999999999999999999", "é", "\u{0}", "😀", "null", "true", "has(", ".all(x, ", ".?", "[?",
    "optional.none()",
    "u1", "na", "rows", "one", "i", "d", "s", "kind", "\n", "//", "b'", "r'", "'''", "Msg{a: 1}", "x", "dyn(",
  ]

  @Test(arguments: 0..<8) func mutants(_ run: UInt64) {
    var random = Random(state: run &* 7919 &+ 17)
    let facts = Survey.facts()
    var state = EvaluationState(limit: 20_000)
    state.setLocal(0, .int(3))
    for _ in 0..<500 {
      let text = mutant(&random)
      for compiled in [Survey.environment.compile(text), Survey.environment.compileUnchecked(text)] {
        switch compiled {
        case .failure(let errors):
          #expect(!errors.errors.isEmpty)
          for error in errors.errors {
            #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count, "\(text)")
          }
        case .success(let program):
          for reference in program.references { #expect(reference.range.upperBound <= text.utf8.count, "\(text)") }
          let first = program.result(facts, &state)
          #expect(program.result(facts, &state) == first, "\(text)")
        }
      }
    }
  }

  private func mutant(_ random: inout Random) -> String {
    var scalars = Array((Self.seeds.randomElement(using: &random) ?? "").unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, place + Int.random(in: 0...6, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: scalars.removeSubrange(place..<end)
      case 1: scalars.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").unicodeScalars, at: place)
      case 2: scalars.replaceSubrange(place..<end, with: (Self.pieces.randomElement(using: &random) ?? "").unicodeScalars)
      default: scalars.insert(contentsOf: scalars[place..<end], at: Int.random(in: 0...scalars.count, using: &random))
      }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  /// A checked expression fails at run time only for reasons that types cannot rule out.
  @Test(arguments: FuzzTests.seeds) func seedsAreFine(_ text: String) throws {
    let program = try Survey.environment.compile(text).get()
    var state = EvaluationState()
    if case .error(let error) = program.result(Survey.facts(), &state) { #expect(error.kind != .noSuchOverload) }
  }
}
