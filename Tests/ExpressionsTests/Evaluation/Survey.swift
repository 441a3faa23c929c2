import Expressions

/// Names and facts for tests: what a questionnaire would declare.
struct Survey {
  static let kinds = ChoiceSet(name: "kinds", codes: ["law", "decree", "none"])
  static let row = RecordType(
    name: "programme",
    fields: [
      ("year", .int), ("exists", .bool), ("kind", .choice(kinds)), ("amount", .decimal), ("not-a-name", .string),
    ], hidden: [("year#answered", .bool)])

  /// A name, its type and its value.
  static let declarations: [(name: String, type: CELType, value: Datum)] = [
    ("t", .bool, .bool(true)), ("f", .bool, .bool(false)),
    ("u1", .bool, .unknown([1])), ("u2", .bool, .unknown([2])), ("u12", .bool, .unknown([1, 2])), ("u3", .bool, .unknown([3])),
    ("na", .bool, .error(EvaluationError(.notApplicable))), ("fault", .bool, .error(EvaluationError(.hostFailure))),
    ("i", .int, .int(5)), ("ui", .int, .unknown([4])), ("ni", .int, .error(EvaluationError(.notApplicable))),
    ("s", .string, .string("text")), ("us", .string, .unknown([5])),
    ("kind", .choice(kinds), .string("law")), ("ukind", .choice(kinds), .unknown([6])),
    ("kinds", .list(.choice(kinds)), .list([.string("law"), .string("none")])),
    ("d", .decimal, decimal("0.1")), ("e", .decimal, decimal("0.2")), ("ud", .decimal, .unknown([7])),
    ("day", .date, date("2021-05-03")), ("period", .period, Period(parsing: "2019/2022").map(Datum.period) ?? .null),
    ("ulist", .list(.int), .unknown([8])),
    ("mixed", .list(.bool), .list([.bool(true), .unknown([1]), .error(EvaluationError(.notApplicable))])),
    ("numbers", .list(.int), .list([.int(3), .unknown([4]), .int(1)])),
    ("amounts", .list(.decimal), .list([decimal("9.60"), decimal("0.40")])),
    ("rows", .list(.record(row)), .list([programme(2019, true, "law"), programme(2021, nil, "decree")])),
    ("one", .record(row), programme(2020, false, "none")),
    ("age", .int, .int(40)), ("few", .list(.int), .list([.int(3), .int(9)])), ("share", .decimal, decimal("0.5")),
    ("age", .int, .int(40)), ("few", .list(.int), .list([.int(3), .int(9)])), ("share", .decimal, decimal("0.5")),
    ("pa_1_1.training", .bool, .bool(true)), ("pa_1_1.training#answered", .bool, .bool(true)),
    ("pa_1_1.year", .int, .int(2021)), ("pa_1_2.training", .bool, .bool(false)),
  ]

  /// What is declared beyond types.
  static let extents: [String: Extent] = [
    "age": .integers(0...130), "few": .items(5, of: .integers(1...9)),
    "share": .number(least: Decimal64(0), greatest: Decimal64(1)),
  ]

  static func decimal(_ text: String) -> Datum { Decimal64(parsing: text).map(Datum.decimal) ?? .null }
  static func date(_ text: String) -> Datum { CalendarDate(parsing: text).map(Datum.date) ?? .null }

  static var day: CalendarDate { if case .date(let day) = date("2021-05-03") { day } else { preconditionFailure("no such day") } }

  /// A row; `exists` nil is unknown because of attribute 9.
  static func programme(_ year: Int64, _ exists: Bool?, _ kind: String) -> Datum {
    .record(
      row,
      [
        .int(year), exists.map(Datum.bool) ?? .unknown([9]), .string(kind), .error(EvaluationError(.notApplicable)), .string("x"),
        .bool(true),
      ])
  }

  static let environment: Environment = {
    var environment = Environment.standard
    for (slot, declaration) in declarations.enumerated() {
      environment.declare(declaration.name, declaration.type, fact: slot, extent: extents[declaration.name])
    }
    environment.declare("limit", .int, local: 0)
    environment.declare("andean", .list(.string), constant: .list([.string("PER"), .string("BOL")]))
    environment.declareCompanion(function: "answered", suffix: "#answered")
    environment.declare(
      HostFunction(
        name: "twice", overloads: [Overload(id: "twice_int", parameters: [.int], result: .int)],
        body: { arguments in
          guard case .int(let number) = arguments[0], abs(number) < 1000 else {
            return .error(EvaluationError(.hostFailure, detail: "too large"))
          }
          return .int(2 * number)
        }))
    environment.declare(
      HostFunction(
        name: "half", overloads: [Overload(id: "half_decimal", parameters: [.decimal], result: .decimal)],
        body: { arguments in
          guard case .decimal(let number) = arguments[0] else { return .error(EvaluationError(.noSuchOverload)) }
          return number.divided(by: Decimal64(2)).map(Datum.decimal) ?? .error(EvaluationError(.overflow))
        }))
    return environment
  }()

  /// The facts, with some values replaced.
  static func facts(_ replaced: [String: Datum] = [:]) -> Facts {
    var builder = FactsBuilder(slotCount: declarations.count)
    for (slot, declaration) in declarations.enumerated() {
      builder.set(slot, builder.datum(replaced[declaration.name] ?? declaration.value))
    }
    return builder.build()
  }
}

/// The value of an expression over the survey, or its first message.
func value(_ text: String, container: String = "", _ replaced: [String: Datum] = [:]) -> Outcome {
  switch Survey.environment.compile(text, container: container) {
  case .failure(let errors): return .refused(errors.errors[0].code)
  case .success(let program):
    var state = EvaluationState()
    state.setLocal(0, .int(3))
    return Outcome(program.result(Survey.facts(replaced), &state))
  }
}

/// What came of an expression.
enum Outcome: Equatable {
  case value(Datum)
  case unknown([UInt32])
  case error(EvaluationError.Kind)
  case refused(String)

  init(_ datum: Datum) {
    switch datum {
    case .unknown(let ids): self = .unknown(ids)
    case .error(let error): self = .error(error.kind)
    default: self = .value(datum)
    }
  }

  static let yes = Outcome.value(.bool(true))
  static let no = Outcome.value(.bool(false))
  static func int(_ number: Int64) -> Outcome { .value(.int(number)) }
  static func text(_ text: String) -> Outcome { .value(.string(text)) }
  static func decimal(_ text: String) -> Outcome { .value(Survey.decimal(text)) }
}
