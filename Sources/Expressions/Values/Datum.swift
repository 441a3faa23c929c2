/// A value in Swift's own types: for functions of the host, bindings, results and tests.
public indirect enum Datum: Sendable {
  /// The null of CEL.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case int(Int64)
  /// A whole number from 0.
  case uint(UInt64)
  /// A binary floating-point number.
  case double(Double)
  /// An exact decimal number.
  case decimal(Decimal64)
  /// Text.
  case string(String)
  /// Bytes.
  case bytes([UInt8])
  /// Items, of which each may be unknown or not applicable.
  case list([Datum])
  /// Entries in their order; the order has no meaning.
  case map([Entry])
  /// A record: one value a field, in the order of the shape.
  case record(RecordType, [Datum])
  /// A day.
  case date(CalendarDate)
  /// A span of days.
  case period(Period)
  /// An instant.
  case timestamp(Timestamp)
  /// A length of time.
  case duration(TimeSpan)
  /// A type.
  case type(CELType)
  /// A value or its absence.
  case optional(Datum?)
  /// Unknown because of these attributes, sorted.
  case unknown([UInt32])
  /// No value, and why.
  case error(EvaluationError)

  /// A key and its value.
  public struct Entry: Hashable, Sendable {
    /// A bool, int, uint or string.
    public var key: Datum
    /// Any value.
    public var value: Datum

    /// An entry.
    public init(_ key: Datum, _ value: Datum) {
      self.key = key
      self.value = value
    }
  }
}

extension Datum: Hashable {
  /// By type and value: `1` is not `1u`, every NaN equals every NaN, the order of a map's entries has no meaning.
  public static func == (a: Datum, b: Datum) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.double(let a), .double(let b)): a == b ? a.sign == b.sign || a != 0 : a.isNaN && b.isNaN
    case (.decimal(let a), .decimal(let b)): a == b
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.bytes(let a), .bytes(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.map(let a), .map(let b)): a.count == b.count && Set(a) == Set(b)
    case (.record(let a, let x), .record(let b, let y)): a == b && x == y
    case (.date(let a), .date(let b)): a == b
    case (.period(let a), .period(let b)): a == b
    case (.timestamp(let a), .timestamp(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.type(let a), .type(let b)): a == b
    case (.optional(let a), .optional(let b)): a == b
    case (.unknown(let a), .unknown(let b)): a == b
    case (.error(let a), .error(let b)): a == b
    default: false
    }
  }

  /// In accord with ``==(_:_:)``.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .uint(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value.isNaN ? 0 : value)
    case .decimal(let value): hasher.combine(value)
    case .string(let value): for byte in value.utf8 { hasher.combine(byte) }
    case .bytes(let value): hasher.combine(value)
    case .list(let items): hasher.combine(items)
    case .map(let entries): hasher.combine(entries.count)
    case .record(let type, let fields):
      hasher.combine(type)
      hasher.combine(fields)
    case .date(let value): hasher.combine(value)
    case .period(let value): hasher.combine(value)
    case .timestamp(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    case .type(let value): hasher.combine(value)
    case .optional(let value): hasher.combine(value)
    case .unknown(let ids): hasher.combine(ids)
    case .error(let error): hasher.combine(error)
    }
  }
}
