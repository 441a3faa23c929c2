import Expressions
import Testing

/// Unknown and not applicable, in every construct.
@Suite struct AbsenceTests {
  @Test(arguments: [
    ("u1 || t", Outcome.yes), ("t || u1", .yes), ("u1 && f", .no), ("f && u1", .no), ("u1 || f", .unknown([1])),
    ("u1 && t", .unknown([1])), ("u1 || u2", .unknown([1, 2])), ("u2 && u1", .unknown([1, 2])), ("u12 || u1", .unknown([1, 2])),
    ("u3 || u12 || u1", .unknown([1, 2, 3])), ("fault || u1", .unknown([1])), ("u1 && fault", .unknown([1])),
    ("fault && u1 && f", .no), ("na || t", .yes), ("na && f", .no), ("f && na", .no), ("na || f", .error(.notApplicable)),
    ("na && fault", .error(.hostFailure)), ("fault || na", .error(.hostFailure)), ("na || u1", .unknown([1])),
    ("u1 || na || t", .yes), ("!u1", .unknown([1])), ("!na", .error(.notApplicable)),
    ("u1 ? 1 : 2", .unknown([1])), ("t ? ui : 2", .unknown([4])), ("f ? ui : 2", .int(2)), ("na ? 1 : 2", .error(.notApplicable)),
    ("(u1 ? t : t) || t", .yes),
  ])
  func logic(_ text: String, _ expected: Outcome) { #expect(value(text) == expected) }

  @Test(arguments: [
    ("ui + 1", Outcome.unknown([4])), ("ui + i + ui", .unknown([4])), ("ui == 3", .unknown([4])), ("us + s", .unknown([5])),
    ("ui > 3 == u1", .unknown([1, 4])), ("ui + 1 / 0", .error(.divideByZero)), ("1 / 0 + ui", .error(.divideByZero)),
    ("ni + ui", .error(.notApplicable)), ("ni + 1 / 0", .error(.divideByZero)), ("1 / 0 + ni", .error(.divideByZero)),
    ("twice(ui)", .unknown([4])), ("twice(ni)", .error(.notApplicable)), ("twice(1 / 0)", .error(.divideByZero)),
    ("us.startsWith('a')", .unknown([5])), ("us.replace(us, s)", .unknown([5])), ("-ui", .unknown([4])),
    ("ud * 0.5", .unknown([7])), ("us.matches('a')", .unknown([5])), ("s.matches(us)", .unknown([5])),
    ("type(ui)", .unknown([4])), ("string(ui)", .unknown([4])),
  ])
  func strictOperations(_ text: String, _ expected: Outcome) { #expect(value(text) == expected) }

  @Test(arguments: [
    ("[t, u1, na].exists(x, x)", Outcome.yes), ("[f, u1, na].exists(x, x)", .unknown([1])),
    ("[f, na].exists(x, x)", .error(.notApplicable)),
    ("[t, u1, f].all(x, x)", .no), ("[t, u1, u2].all(x, x)", .unknown([1, 2])), ("mixed.exists(x, x)", .yes),
    ("mixed.all(x, x)", .unknown([1])), ("mixed.size()", .int(3)), ("[u1, u2].size()", .int(2)),
    ("numbers.filter(n, n > 2).size()", .unknown([4])), ("numbers.map(n, n > 1).size()", .int(3)),
    // An item that may turn out to be an error is not held: the size would be that error.
    ("numbers.map(n, n + 1).size()", .unknown([4])), ("[1 / ui].size()", .unknown([4])), ("[ui].size()", .int(1)),
    ("[ui, 1 / 0, ui].size()", .error(.divideByZero)), ("{'a': 1 / ui, 'b': u1}.size()", .unknown([4])),
    ("{'a': ui}.size()", .int(1)), ("cel.bind(x, 1 / ui, [x].size())", .unknown([4])), ("cel.bind(x, ui, [x].size())", .int(1)),
    ("rows.map(r, r.exists).size()", .int(2)), ("[dyn(ulist).all(x, true)].size()", .unknown([8])),
    ("[?optional.of(ui), 1 / 0]", .error(.divideByZero)),
    ("numbers.exists(n, n == 3)", .yes), ("numbers.exists(n, n == 7)", .unknown([4])),
    ("numbers.existsOne(n, n == 3)", .unknown([4])),
    ("ulist.all(x, x > 0)", .unknown([8])), ("ulist.size()", .unknown([8])), ("numbers.sum()", .unknown([4])),
    ("[1, ni].sum()", .error(.notApplicable)), ("[1, ui, 1 / 0].sum()", .error(.divideByZero)),
    ("[1, ui, ni].sum()", .error(.notApplicable)), ("numbers[0]", .int(3)), ("numbers[1]", .unknown([4])),
    ("numbers.isSorted()", .unknown([4])), ("numbers.slice(0, 1)", .value(.list([.int(3)]))), ("ulist[0]", .unknown([8])),
    ("numbers[ui]", .unknown([4])), ("[1, 2].map(x, x + ui)", .unknown([4])),
    ("[1, 2].map(x, x == ui)", .value(.list([.unknown([4]), .unknown([4])]))),
    ("[1, 0].map(x, 1 / x)", .error(.divideByZero)), ("[1, 0].filter(x, u1 || 1 / x > 0)", .unknown([1])),
    ("[3, 0].existsOne(x, ui > x)", .unknown([4])), ("numbers.sortBy(n, n)", .unknown([4])),
    ("cel.bind(x, ui, x + x)", .unknown([4])), ("cel.bind(x, ui, t)", .yes),
  ])
  func foldsAndLists(_ text: String, _ expected: Outcome) { #expect(value(text) == expected) }

  @Test(arguments: [
    ("3 in numbers", Outcome.yes), ("7 in numbers", .unknown([4])), ("7 in [1, ni]", .error(.notApplicable)),
    ("1 in [ni, 1]", .yes),
    ("7 in [1, ni, ui]", .unknown([4])), ("ui in [1, 2]", .unknown([4])), ("ui in []", .unknown([4])),
    ("numbers == [3, 2, 1]", .unknown([4])), ("numbers == [3, 2]", .no), ("numbers == [4, 2, 1]", .no),
    ("numbers != [4, 2, 1]", .yes), ("{'a': ui} == {'a': 1, 'b': 2}", .no), ("{'a': ui, 'b': 1} == {'a': 1, 'b': 2}", .no),
    ("{'a': ui} == {'a': 1}", .unknown([4])), ("{'a': ui}.a", .unknown([4])), ("{'a': ui}.size()", .int(1)),
    ("{us: 1}", .unknown([5])), ("has({'a': ui}.a)", .unknown([4])), ("[ni] == [1]", .error(.notApplicable)),
    ("[ni, 1] == [1, 2]", .no), ("optional.of(ui)", .unknown([4])), ("optional.of(1).orValue(ui)", .int(1)),
    ("optional.none().orValue(ui)", .unknown([4])), ("{'a': ui}[?'a'].orValue(1)", .unknown([4])),
    ("[?optional.of(1), ui].size()", .int(2)),
  ])
  func containers(_ text: String, _ expected: Outcome) { #expect(value(text) == expected) }

  @Test(arguments: [
    ("rows.all(r, r.exists)", Outcome.unknown([9])), ("rows.exists(r, r.exists)", .yes), ("rows[1].exists", .unknown([9])),
    ("rows[1].year == 2021", .yes), ("rows.map(r, r.amount).size()", .int(2)), ("rows[0].amount > 1", .error(.notApplicable)),
    ("has(rows[0].amount)", .no), ("has(rows[0].year)", .yes), ("has(rows[1].exists)", .unknown([9])),
    ("rows[0].?amount.hasValue()", .no), ("rows.filter(r, r.year > 2020).size()", .int(1)),
    ("rows.filter(r, r.exists).size()", .unknown([9])), ("'year' in one", .yes), ("'amount' in one", .no),
    ("one['not-a-name']", .text("x")), ("one.`not-a-name`", .text("x")),
  ])
  func records(_ text: String, _ expected: Outcome) { #expect(value(text) == expected) }

  /// Whatever an unknown turns out to be, a result that was known without it stays.
  @Test(arguments: [
    "u1 || t", "u1 && f", "mixed.exists(x, x)", "[t, u1, f].all(x, x)", "3 in numbers", "numbers == [4, 2, 1]", "mixed.size()",
    "numbers.exists(n, n == 3)", "(u1 || u2) && f", "u1 ? t : t", "[u1, u2].exists(x, x && f)", "ui > 2 || ui <= 2",
    "!(u1 && f) && t", "rows.exists(r, r.exists)", "numbers.size() == 3 && (t || u3)", "u1 == u2 || t", "f && (ui / 0 == 1)",
    "[ui, 2, 3].exists_one(x, x == 2)", "numbers.filter(n, n > 2).size() > 0", "u12 || u3 || u1", "optional.of(i).orValue(ui)",
  ])
  func knownResultsStay(_ text: String) {
    let before = value(text)
    let integers: [Datum] = [.int(0), .int(2), .int(3), .int(.max)]
    for first in [true, false] {
      for second in [true, false] {
        for number in integers {
          let filled: [String: Datum] = [
            "u1": .bool(first), "u2": .bool(second), "u12": .bool(first || second), "u3": .bool(second), "ui": number,
            "mixed": .list([.bool(true), .bool(first), .error(EvaluationError(.notApplicable))]),
            "numbers": .list([.int(3), number, .int(1)]),
          ]
          let after = value(text, filled)
          if case .unknown = before { continue }
          #expect(after == before, "\(filled)")
        }
      }
    }
  }

  /// The order of terms does not change a result.
  @Test func orderOfTerms() {
    let terms = ["t", "f", "u1", "u2", "na", "fault"]
    for a in terms {
      for b in terms {
        for operation in ["&&", "||"] {
          #expect(value("\(a) \(operation) \(b)") == value("\(b) \(operation) \(a)"))
          for c in terms {
            let all = Set(
              [[a, b, c], [c, b, a], [b, a, c], [b, c, a]].map { "\(value($0.joined(separator: " \(operation) ")))" })
            #expect(all.count == 1, "\(a) \(b) \(c) \(operation)")
            let lists = Set(
              [[a, b, c], [c, b, a]].map { list in
                "\(value("[\(list.joined(separator: ", "))].\(operation == "&&" ? "all" : "exists")(x, x)"))"
              })
            // A fault in a literal list is the list's; anything else is as between operators.
            if ![a, b, c].contains("fault") { #expect(lists == all, "\(a) \(b) \(c) \(operation)") }
          }
        }
      }
    }
  }
}
