import Expressions
import Testing

/// Facts as a host builds them, and reading values back.
@Suite struct FactsTests {
  private static func environment() -> Environment {
    var environment = Environment.standard
    for (slot, name) in ["a", "b", "c", "m", "bytes"].enumerated() { environment.declare(name, .dyn, fact: slot) }
    return environment
  }

  private func result(_ text: String, _ facts: Facts) throws -> Datum {
    var state = EvaluationState()
    return try Self.environment().compile(text).get().result(facts, &state)
  }

  @Test func builder() throws {
    var builder = FactsBuilder(slotCount: 1)
    let amount = try #require(Decimal64(parsing: "1.5"))
    let day = try #require(CalendarDate(year: 2021, month: 5, day: 3))
    let period = try #require(Period(from: day, to: nil))
    let items = [builder.int(1), builder.decimal(amount), builder.date(day), builder.period(period), builder.string("text")]
    builder.set(0, builder.list(items))
    builder.set(1, builder.unknown([3, 1, 3]))
    builder.set(3, builder.map([(builder.string("k"), builder.unknown(7)), (builder.int(1), builder.error(.hostFailure))]))
    builder.set(4, builder.bytes([1, 255]))
    builder.set(-1, .null)
    let facts = builder.build()
    #expect(try result("a.size() == 5 && a[0] == 1 && a[1] == 1.5 && a[3].from == a[2] && a[4] == 'text'", facts) == .bool(true))
    #expect(try result("b", facts) == .unknown([1, 3]))
    #expect(try result("m.k || b", facts) == .unknown([1, 3, 7]))
    #expect(Outcome(try result("c", facts)) == .error(.unset))
    #expect(Outcome(try result("m[1]", facts)) == .error(.hostFailure))
    #expect(Outcome(try result("a[3].to", facts)) == .error(.noSuchKey))
    #expect(try result("bytes", facts) == .bytes([1, 255]))
  }

  @Test func shortAndLongRecords() throws {
    let shape = RecordType(name: "shape", fields: [("x", .int), ("y", .int), ("x", .string)])
    var builder = FactsBuilder(slotCount: 2)
    builder.set(0, builder.record(shape, [.int(1)]))
    builder.set(1, builder.record(shape, [.int(1), .int(2), .null, .int(4)]))
    let facts = builder.build()
    #expect(try result("a.x + b.y", facts) == .int(3))
    #expect(Outcome(try result("a.y", facts)) == .error(.unset))
    #expect(try result("has(a.y) || has(a.z)", facts) == .bool(false))
    #expect(try result("a == {'x': 1} && b != {'x': 1} && a != b && b == b", facts) == .bool(true))
    #expect(Outcome(try result("a.z", facts)) == .error(.noSuchKey))
    #expect(try result("b.transformMap(k, v, k + '!').size()", facts) == .int(2))
    #expect(try result("b.exists(k, k == 'y')", facts) == .bool(true))
  }

  @Test func itemsAndAttributes() throws {
    var state = EvaluationState()
    let facts = Survey.facts()
    let rows = try Survey.environment.compile("rows.filter(r, r.year > 2020)").get().evaluate(facts, &state)
    let found = state.items(of: rows, facts)
    let items = try #require(found)
    var environment = Survey.environment
    environment.declare("row", .record(Survey.row), local: 5)
    let rule = try environment.compile("row.year == 2021 && row.exists").get()
    #expect(rule.references.map(\.fields) == [["year"], ["exists"]])
    state.setLocal(5, items[0])
    let value = rule.evaluate(facts, &state)
    let (attributes, none, noItems) = (
      state.attributes(of: value, facts), state.attributes(of: .null, facts), state.items(of: .null, facts)
    )
    #expect(attributes == [9] && none.isEmpty && noItems == nil)
    let mark = state.mark
    _ = state.intern(.string("gone"))
    state.release(mark)
    let row = state.datum(of: items[0], facts)
    #expect(row == Survey.programme(2021, nil, "decree"))
    state.reset()
    let after = rule.result(facts, &state)
    #expect(Outcome(after) == .error(.unset))
  }

  /// Many unknown rows: one set, each attribute once.
  @Test func manyUnknowns() throws {
    var builder = FactsBuilder(slotCount: 1)
    builder.set(0, builder.list((0..<5000).map { builder.unknown(UInt32($0 % 2500)) }))
    let facts = builder.build()
    for text in ["a.all(x, x)", "a.filter(x, x)", "a.exists(x, x == 1)", "a.sum()", "1 in a", "a == a.map(x, 1)"] {
      #expect(try result(text, facts) == .unknown(Array(0..<2500)))
    }
  }

  @Test func sharedByTasks() async throws {
    let program = try Survey.environment.compile("rows.all(r, r.year > 2000 && s.matches('te.t')) && 'law' in kinds").get()
    let facts = Survey.facts()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var state = EvaluationState()
          return (0..<200).allSatisfy { _ in program.result(facts, &state) == .bool(true) }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test func typesAndNames() {
    #expect(Survey.environment.type(of: "training", in: "pa_1_1") == .bool)
    #expect(Survey.environment.type(of: "nothing") == nil)
    let types: [(CELType, String)] = [
      (.list(.choice(Survey.kinds)), "list(choice(kinds))"), (.map(.string, .record(Survey.row)), "map(string, programme)"),
      (.type(.int), "type(int)"), (.type(.dyn), "type"), (.optional(.null), "optional_type(null_type)"), (.parameter("A"), "A"),
      (.opaque("net", []), "net"), (.opaque("pair", [.int, .period]), "pair(int, period)"), (.date, "date"),
    ]
    for (type, text) in types { #expect(type.description == text) }
    #expect(Environment.standard.overloads.contains { $0.name == "size" && $0.overloads.count == 8 })
  }

  @Test func equalityOfData() {
    let data: [Datum] = [
      .null, .bool(true), .int(1), .uint(1), .double(1), .double(-0.0), .double(0), Survey.decimal("1.0"), .string("1"),
      .bytes([1]),
      .list([.int(1)]), .map([Datum.Entry(.int(1), .null)]), Survey.programme(1, true, "law"), Survey.date("2021-05-03"),
      .timestamp(Timestamp(Survey.day)), .duration(TimeSpan(nanoseconds: 1)), .type(.int), .optional(nil), .optional(.int(1)),
      .unknown([1]), .error(EvaluationError(.unset)), Period(from: nil, to: Survey.day).map(Datum.period) ?? .null,
    ]
    for (i, a) in data.enumerated() { for (j, b) in data.enumerated() { #expect((a == b) == (i == j)) } }
    #expect(Set(data).count == data.count)
    #expect(Datum.double(.nan) == .double(.nan) && Survey.decimal("1.10") == Survey.decimal("1.1"))
    let entries = [Datum.Entry(.int(1), .null), Datum.Entry(.int(2), .null)]
    #expect(
      Datum.map(entries) == .map(entries.reversed()) && Datum.map(entries).hashValue == Datum.map(entries.reversed()).hashValue)
  }
}
