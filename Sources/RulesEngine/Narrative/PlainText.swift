public import Expressions

extension Datum {
  /// A single value as running text has it: digits, dates as `2021-05-03`; lists joined by commas; empty where there is none.
  public var plainText: String {
    switch self {
    case .bool(let value): value ? "yes" : "no"
    case .int(let value): String(value)
    case .uint(let value): String(value)
    case .double(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    case .decimal(let value): value.description
    case .string(let value): value
    case .date(let value): value.description
    case .period(let value): value.description
    case .timestamp(let value): value.description
    case .duration(let value): value.description
    case .list(let items): items.map(\.plainText).joined(separator: ", ")
    case .optional(let value): value?.plainText ?? ""
    case .null, .bytes, .map, .record, .type, .unknown, .error: ""
    }
  }
}
