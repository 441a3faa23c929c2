import Expressions

/// Values of the types that the survey declares, the awkward ones among them.
enum Sample {
  static func value(of type: CELType, _ choice: Int) -> Datum? {
    let values = values(of: type)
    return values.isEmpty ? nil : values[choice % values.count]
  }

  private static func values(of type: CELType) -> [Datum] {
    switch type {
    case .bool: [.bool(true), .bool(false), .error(EvaluationError(.notApplicable))]
    case .int: [.int(0), .int(-1), .int(.min), .int(.max), .int(2019), .error(EvaluationError(.notApplicable))]
    case .string: [.string(""), .string("a\u{0}é😀"), .string("law"), .string(String(repeating: "ab", count: 300))]
    case .choice: [.string("law"), .string("none"), .error(EvaluationError(.notApplicable))]
    case .decimal: ["0", "-0.1", "9223372036854775807", "0.000000000000000001"].map(Survey.decimal)
    case .date: ["0001-01-01", "9999-12-31", "2020-02-29"].map(Survey.date)
    case .list(let item):
      [.list([])] + values(of: item).map { .list([$0]) } + [.list(values(of: item)), .list(values(of: item) + [.unknown([3])])]
    case .record: [Survey.programme(.min, nil, "law"), Survey.programme(2019, true, "none")]
    default: []
    }
  }
}

extension Datum {
  /// Whether it and all in it is there.
  var isKnown: Bool {
    switch self {
    case .unknown, .error: false
    case .list(let items), .record(_, let items): items.allSatisfy(\.isKnown)
    case .map(let entries): entries.allSatisfy { $0.key.isKnown && $0.value.isKnown }
    case .optional(let value): value?.isKnown ?? true
    default: true
    }
  }
}
