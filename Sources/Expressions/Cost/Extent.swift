/// How far the values of a name reach, beyond their type: what the host knows of them.
///
/// The checker refuses comparisons that no such value can fulfil, and the cost of an expression is estimated from the sizes. What
/// is nil has no declared end.
public indirect enum Extent: Hashable, Sendable {
  /// A value of any kind, of so many bytes and items at most, all told.
  case any(Int?)
  /// A number from the least to the greatest.
  case number(least: Decimal64?, greatest: Decimal64?)
  /// A text of so many bytes of UTF-8 at most.
  case text(bytes: Int?)
  /// A list or optional of so many items at most.
  case items(Int?, of: Extent)
  /// A map of so many entries at most, whose keys and values reach so far.
  case entries(Int?, of: Extent)
  /// A record, whose type knows its fields.
  case record(RecordType)

  /// What the type alone says.
  public init(_ type: CELType) {
    switch type {
    case .string, .bytes: self = .text(bytes: nil)
    case .choice(let set): self = .text(bytes: set.codes.map(\.utf8.count).max() ?? 0)
    case .int, .decimal, .double: self = .number(least: nil, greatest: nil)
    case .uint: self = .number(least: Decimal64(0), greatest: nil)
    case .list(let item): self = .items(nil, of: Extent(item))
    case .map(let key, let value): self = .entries(nil, of: Extent(key).union(Extent(value)))
    case .optional(let value): self = .items(1, of: Extent(value))
    case .record(let record): self = .record(record)
    case .dyn, .parameter, .opaque: self = .any(nil)
    case .null, .bool, .timestamp, .duration, .date, .period, .type: self = .scalar
    }
  }

  /// A value that has no size: a truth value, a day.
  static let scalar = Extent.number(least: nil, greatest: nil)

  /// From the least to the greatest of whole numbers.
  public static func integers(_ range: ClosedRange<Int64>) -> Extent {
    .number(least: Decimal64(range.lowerBound), greatest: Decimal64(range.upperBound))
  }
}

extension Extent {
  /// The extent of a value that has one of the two.
  func union(_ other: Extent) -> Extent {
    switch (self, other) {
    case (.number(let low, let high), .number(let least, let greatest)):
      .number(least: Self.both(low, least, min), greatest: Self.both(high, greatest, max))
    case (.text(let a), .text(let b)): .text(bytes: Self.both(a, b, max))
    case (.number, .text(let bytes)), (.text(let bytes), .number): .text(bytes: bytes)
    case (.items(let a, let item), .items(let b, let other)): .items(Self.both(a, b, max), of: item.union(other))
    case (.entries(let a, let item), .entries(let b, let other)): .entries(Self.both(a, b, max), of: item.union(other))
    case (.record(let a), .record(let b)) where a == b: self
    default: .any(Self.both(bulk, other.bulk, max))
    }
  }

  private static func both<T>(_ a: T?, _ b: T?, _ choose: (T, T) -> T) -> T? {
    if let a, let b { choose(a, b) } else { nil }
  }

  /// The extent of an item, of a value or of what an optional holds.
  var item: Extent {
    switch self {
    case .items(_, let item), .entries(_, let item): item
    case .record(let record): record.fields.reduce(.scalar) { $0.union(record.extent(of: $1.name)) }
    default: .any(bulk)
    }
  }

  /// Bytes and items, all told.
  private var bulk: Int? {
    switch self {
    case .any(let bulk): bulk
    case .number: 1
    case .text(let bytes): bytes
    case .items(let count, let item): Self.both(count, item.bulk) { (Steps($0) * (1 + Steps($1))).count }
    case .entries(let count, let item): Self.both(count, item.bulk) { (Steps($0) * (1 + 2 * Steps($1))).count }
    case .record(let record):
      record.fields.reduce(1) { sum, field in
        Self.both(sum, record.extent(of: field.name).bulk) { (Steps($0) + Steps($1) + Steps(field.name.utf8.count)).count }
      }
    }
  }
}

extension Extent {
  /// The extent of one value.
  init(_ datum: Datum) {
    switch datum {
    case .int(let number): self = .integers(number...number)
    case .uint(let number): self = Int64(exactly: number).map { .integers($0...$0) } ?? .scalar
    case .decimal(let number): self = .number(least: number, greatest: number)
    case .string(let text): self = .text(bytes: text.utf8.count)
    case .bytes(let bytes): self = .text(bytes: bytes.count)
    case .list(let items): self = .items(items.count, of: Self.union(items))
    case .map(let entries): self = .entries(entries.count, of: Self.union(entries.flatMap { [$0.key, $0.value] }))
    case .record(let type, _): self = .record(type)
    case .optional(let value): self = .items(value == nil ? 0 : 1, of: Self.union(value.map { [$0] } ?? []))
    case .null, .bool, .double, .date, .period, .timestamp, .duration, .type: self = .scalar
    case .unknown, .error: self = .scalar
    }
  }

  private static func union(_ data: [Datum]) -> Extent {
    guard let first = data.first else { return .scalar }
    return data.dropFirst().reduce(Extent(first)) { $0.union(Extent($1)) }
  }
}
