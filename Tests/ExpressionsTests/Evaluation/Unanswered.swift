import Expressions

/// Names and facts of which much is unknown, and what may be put in the place of that.
enum Unanswered {
  private static let row = RecordType(name: "row", fields: [("year", .int), ("open", .bool), ("amount", .int)])
  private static let notApplicable = Datum.error(EvaluationError(.notApplicable))

  private static let declarations: [(name: String, type: CELType, value: Datum)] = [
    ("p", .bool, .unknown([1])), ("q", .bool, .unknown([2])), ("pq", .bool, .unknown([1, 2])), ("na", .bool, notApplicable),
    ("fault", .bool, .error(EvaluationError(.hostFailure))), ("j", .int, .unknown([3])), ("k", .int, .unknown([4])),
    ("nai", .int, notApplicable), ("s", .string, .unknown([5])), ("ul", .list(.int), .unknown([6])),
    ("xs", .list(.int), .list([.int(1), .unknown([3]), .int(2)])), ("ys", .list(.int), .list([notApplicable, .unknown([7])])),
    ("zs", .list(.int), .list([.int(2), .int(0)])), ("bs", .list(.bool), .list([.bool(false), .unknown([2]), .unknown([8])])),
    ("uo", .optional(.int), .unknown([9])), ("um", .map(.string, .int), .unknown([10])),
    ("mm", .map(.string, .int), .map([Datum.Entry(.string("a"), .unknown([4])), Datum.Entry(.string("b"), .int(2))])),
    ("row", .record(row), .record(row, [.int(1), .unknown([11]), notApplicable])),
    (
      "rows", .list(.record(row)),
      .list([
        .record(row, [.int(1), .unknown([1]), notApplicable]), .record(row, [.unknown([12]), .bool(true), notApplicable]),
        .record(row, [.int(2), .bool(false), .int(3)]),
      ])
    ),
  ]

  /// All attributes that something depends on.
  static let attributes: Set<UInt32> = Set(1...12)

  static let environment: Environment = {
    var environment = Environment.standard
    for (slot, declaration) in declarations.enumerated() { environment.declare(declaration.name, declaration.type, fact: slot) }
    return environment
  }()

  /// The facts, with values in the place of what these attributes hide.
  static func facts(answered: Set<UInt32>, using random: inout FuzzTests.Random) -> Facts {
    var builder = FactsBuilder(slotCount: declarations.count)
    for (slot, declaration) in declarations.enumerated() {
      builder.set(slot, builder.datum(answer(declaration.value, declaration.type, answered, &random)))
    }
    return builder.build()
  }

  private static func answer(
    _ datum: Datum, _ type: CELType, _ answered: Set<UInt32>, _ random: inout FuzzTests.Random
  ) -> Datum {
    switch (datum, type) {
    case (.unknown(let ids), _):
      let rest = ids.filter { !answered.contains($0) }
      return rest.isEmpty ? value(type, &random) : .unknown(rest)
    case (.list(let items), .list(let item)): return .list(items.map { answer($0, item, answered, &random) })
    case (.map(let entries), .map(_, let value)):
      return .map(entries.map { Datum.Entry($0.key, answer($0.value, value, answered, &random)) })
    case (.record(let shape, let fields), _):
      return .record(shape, zip(fields, shape.fields).map { answer($0, $1.type, answered, &random) })
    default: return datum
    }
  }

  private static func value(_ type: CELType, _ random: inout FuzzTests.Random) -> Datum {
    switch type {
    case .bool: .bool(.random(using: &random))
    case .int: .int(.random(in: 0...3, using: &random))
    case .string: .string(["", "a", "ab", "b"].randomElement(using: &random) ?? "")
    case .list(let item): .list((0..<Int.random(in: 0...3, using: &random)).map { _ in value(item, &random) })
    case .optional(let inner): .optional(Bool.random(using: &random) ? value(inner, &random) : nil)
    case .map(let key, let inner):
      Bool.random(using: &random) ? .map([]) : .map([Datum.Entry(value(key, &random), value(inner, &random))])
    default: .null
    }
  }
}
