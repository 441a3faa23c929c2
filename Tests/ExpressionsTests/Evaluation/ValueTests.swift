import Expressions
import Testing

/// Decimals, dates, periods and the functions of this project.
@Suite struct ValueTests {
  @Test(arguments: [
    ("d + e == 0.3", Outcome.yes), ("d + e", .decimal("0.3")), ("0.1 + 0.2 == 0.3", .no), ("d == 0.10", .yes),
    ("d * 3 == 0.3", .yes),
    ("d + 1", .decimal("1.1")), ("1 - d", .decimal("0.9")), ("d < 1", .yes), ("1 > d", .yes), ("d in [0.1, 0.5]", .yes),
    ("[0.5, d].size()", .int(2)), ("amounts.sum() == 10", .yes), ("amounts.sum()", .decimal("10")),
    ("t ? d : 0.5", .decimal("0.1")),
    ("decimal('1.10') == decimal('1.1')", .yes), ("decimal(1) / 3", .decimal("0.333333333333333333")),
    ("decimal(2) / 3", .decimal("0.666666666666666667")), ("decimal(1) / 8", .decimal("0.125")),
    ("decimal(1) / 0", .error(.divideByZero)), ("decimal('9223372036854775807') + 1", .error(.overflow)),
    ("string(decimal('1.10'))", .text("1.10")), ("int(decimal('-7.9'))", .int(-7)), ("double(d)", .value(.double(0.1))),
    ("-d", .decimal("-0.1")), ("half(0.5)", .decimal("0.25")), ("half(double(1))", .refused("no-overload")),
    ("math.greatest([d, e])", .decimal("0.2")), ("math.abs(-d)", .decimal("0.1")), ("d == 1 ", .no),
    ("decimal(i) == i", .yes), ("amounts.map(a, a * 2).sum() == 20.0", .yes), ("dyn(d) == 0.1", .yes),
    ("d > 0.05 && d < 0.15", .yes), ("d + -0.1 == 0.0", .yes), ("d == s", .refused("incomparable")),
    ("d + double(1)", .refused("no-overload")), ("decimal('x')", .refused("bad-literal")),
  ])
  func decimals(_ text: String, _ expected: Outcome) { #expect(value(text) == expected) }

  @Test(arguments: [
    ("day.addMonths(10) == date('2022-03-03')", Outcome.yes),
    ("date('2021-01-31').addMonths(1)", .value(Survey.date("2021-02-28"))),
    ("day in period", .yes), ("period.contains(date('2023-01-01'))", .no), ("period.from", .value(Survey.date("2019-01-01"))),
    ("period.to.year()", .int(2022)), ("period('2019/..').to", .error(.noSuchKey)),
    ("day - date('2021-05-01') == duration('48h')", .yes),
    ("day + duration('24h') == date('2021-05-04')", .yes), ("duration('24h') + day > day", .yes),
    ("day.getFullYear()", .int(2021)),
    ("day.getMonth()", .int(4)), ("day.getDate()", .int(3)), ("day.getDayOfWeek()", .int(1)), ("day.getDayOfYear()", .int(122)),
    ("period('2021') in period", .yes), ("period('2022-S2') == period('2022-07/2022-12')", .yes),
    ("period < period('2020')", .yes),
    ("string(period)", .text("2019/2022")), ("day < date('2022-01-01')", .yes), ("date('2021-02-29')", .refused("bad-literal")),
    ("date(s)", .error(.badConversion)), ("period.from.addMonths(1000000)", .error(.overflow)),
    ("period.overlaps(period('2023'))", .no),
    ("timestamp(day) == timestamp('2021-05-03T00:00:00Z')", .yes), ("date(timestamp('2021-05-03T23:00:00Z')) == day", .yes),
    ("day - duration('1h') == date('2021-05-02')", .yes),
  ])
  func calendar(_ text: String, _ expected: Outcome) { #expect(value(text) == expected) }

  @Test(arguments: [
    ("[1, 2, 3].sum()", Outcome.int(6)), ("[].sum()", .int(0)), ("[1.5, 2.0].sum()", .value(.double(3.5))),
    ("[duration('1h'), duration('30m')].sum() == duration('90m')", .yes), ("[9223372036854775807, 1].sum()", .error(.overflow)),
    ("[1, 2, 2].isSorted()", .yes), ("[2, 1].isSorted()", .no), ("['a', 'b'].isSorted()", .yes), ("[].isSorted()", .yes),
    ("plain('MÉXICO Łódź Straße Œuvre')", .text("mexico lodz strasse oeuvre")), ("plain('e\\u0301')", .text("e")),
    ("plain('İstanbul ĐÀ NẴNG')", .text("istanbul da nang")), ("twice(21)", .int(42)), ("twice(2000)", .error(.hostFailure)),
    ("limit + 1", .int(4)), ("'PER' in andean", .yes), ("[3, 1, 2].sort()", .value(.list([.int(1), .int(2), .int(3)]))),
    ("[1, 1u, 2].distinct().size()", .int(2)), ("[[1], [2, 3]].flatten()", .value(.list([.int(1), .int(2), .int(3)]))),
    ("lists.range(3)", .value(.list([.int(0), .int(1), .int(2)]))), ("[1, 2].first().value()", .int(1)),
    ("[].last().hasValue()", .no),
    ("['b', 'a'].sortBy(x, x)", .value(.list([.string("a"), .string("b")]))), ("sets.contains([1, 2], [2])", .yes),
    ("sets.equivalent([1, 1], [1])", .yes), ("sets.intersects([1], [2])", .no), ("[3, 'a'].sort()", .error(.noSuchOverload)),
    ("[1, 2, 3].reverse()", .value(.list([.int(3), .int(2), .int(1)]))),
    ("'abc'.split('')", .value(.list([.string("a"), .string("b"), .string("c")]))),
    ("'aa'.replace('', '-')", .text("-a-a-")), ("math.sqrt(16)", .value(.double(4))), ("'%.2f'.format([1])", .text("1.00")),
    ("'%e'.format([0.00012345])", .text("1.234500e-04")), ("'%.1f'.format([0.04])", .text("0.0")),
    ("'%.1f'.format([9.96])", .text("10.0")),
    ("'%.3f'.format([1e-10])", .text("0.000")), ("'%.0f'.format([0.5])", .text("0")),
    ("'%f'.format([1e21])", .text("1000000000000000000000.000000")),
    ("'%f'.format([0.0])", .text("0.000000")), ("'%e'.format([0.0])", .text("0.000000e+00")),
  ])
  func functions(_ text: String, _ expected: Outcome) { #expect(value(text) == expected) }

  @Test(arguments: [
    ("2022", "2022"), ("2022-S2", "2022-S2"), ("2022-Q1", "2022/2022-03"), ("2022-06", "2022-06"),
    ("2021-06/2022-05", "2021-06/2022-05"),
    ("2019/..", "2019/.."), ("../2019", "../2019"), ("2019/2022", "2019/2022"), ("2022-06-30", "2022-06-30"),
    ("2022-01/2022-12", "2022"), ("2022-06-02/2022-06-30", "2022-06-02/2022-06"),
  ])
  func periodText(_ text: String, _ expected: String) throws {
    let period = try #require(Period(parsing: text))
    #expect(period.description == expected)
    #expect(Period(parsing: expected) == period)
  }

  @Test(arguments: [
    "", "22", "2022-13", "2022-S3", "2022/2021", "..", "../..", "2022-1", "2022-06-31", "a/b", "2022//", "2022-S", "/2022",
  ])
  func notAPeriod(_ text: String) { #expect(Period(parsing: text) == nil) }

  @Test(arguments: [
    ("1.10", "1.10"), ("-0.5", "-0.5"), ("1e3", "1000"), ("1.5e-2", "0.015"), ("+7", "7"),
    ("0.000000000000000001", "0.000000000000000001"),
    ("9223372036854775807", "9223372036854775807"),
  ])
  func decimalText(_ text: String, _ expected: String) { #expect(Decimal64(parsing: text)?.description == expected) }

  @Test(arguments: ["", ".", "1.", "abc", "1..2", "--1", "9223372036854775808", "1e99", "1e", "0.0000000000000000001", "１"])
  func notADecimal(_ text: String) { #expect(Decimal64(parsing: text) == nil) }

  @Test func daysThereAndBack() throws {
    for days in stride(from: -719_162, through: 2_932_896, by: 97) {
      let date = try #require(CalendarDate(days: days))
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
      #expect(CalendarDate(parsing: date.description) == date)
    }
    #expect(CalendarDate(days: 2_932_897) == nil)
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
  }

  /// With exact numbers, as questionnaires have them; and as CEL has them.
  @Test(arguments: [
    ("0.1 + 0.2 == 0.3", true, false), ("0.1 * 3 == 0.3", true, nil), ("0.1 * 3.0 == 0.3", true, false),
    ("-(0.1 + 0.2) == -0.3", true, false),
    ("[0.1, 0.2].sum() == 0.3", true, false), ("i * 0.5 == 2.5", true, nil), ("d == 0.3 - 0.2", true, true),
    ("(t ? 0.1 : 0.2) + 0.2 == 0.3", true, false),
    ("double(i) * 0.5 == 2.5", true, true), ("double(i) > 0.5 + 1.5", true, true), ("math.sqrt(6.25) == 2.5", true, true),
    ("math.isNaN(0.1 + 0.2)", false, false), ("math.round(2.5) == 3.0 && math.round(-2.5) == -3.0", true, true),
    ("math.ceil(2.1) == 3.0 && math.floor(-2.1) == -3.0 && math.trunc(-2.9) == -2.0", true, true), ("1e3 == 1000.0", true, true),
    ("math.round(d * 25) == 3.0 && math.floor(e) == 0.0", true, true), ("1e300 > 1.5", true, true),
    ("type(1.5) == decimal", true, false),
  ])
  func exactNumbers(_ text: String, _ exact: Bool, _ binary: Bool?) throws {
    var environment = Survey.environment
    environment.hasExactNumbers = true
    for (environment, expected) in [(environment, exact), (Survey.environment, binary)] {
      guard let expected else {
        if case .success = environment.compile(text) { Issue.record("compiles") }
        continue
      }
      var state = EvaluationState()
      #expect(try environment.compile(text).get().result(Survey.facts(), &state) == .bool(expected))
    }
  }

  @Test func timesReadEarly() {
    var environment = Survey.environment
    for text in ["duration('36 hours') > duration('1h')", "timestamp('2021') == timestamp(0)"] {
      environment.readsTimesEarly = false
      if case .failure(let errors) = environment.compile(text) { Issue.record("\(errors)") }
      environment.readsTimesEarly = true
      guard case .failure(let errors) = environment.compile(text) else {
        Issue.record("compiles")
        continue
      }
      #expect(errors.errors.map(\.code) == ["bad-literal"])
    }
  }
}
