/// A value during evaluation: 16 bytes, trivially copied. What does not fit lies in an arena, to which it points.
///
/// A value belongs to the facts, program or state that made it; ``EvaluationState/datum(of:_:)`` gives the lasting form.
public enum Value: BitwiseCopyable, Sendable {
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
  /// A day.
  case date(CalendarDate)
  /// An instant.
  case timestamp(Timestamp)
  /// A length of time.
  case duration(TimeSpan)
  /// Text: UTF-8 bytes in an arena.
  case string(Run)
  /// Bytes in an arena.
  case bytes(Run)
  /// Items in an arena. An item may be unknown or not applicable.
  case list(Run)
  /// Keys and values in turn in an arena; `count` is the number of entries.
  case map(Run)
  /// The fields of a record in an arena, in the order of its shape.
  case record(Run)
  /// The two ends of a period, a missing one as null, in an arena.
  case period(Run)
  /// A type, in an arena.
  case type(Run)
  /// An optional: no item or one in an arena.
  case optional(Run)
  /// There is no value, and why.
  case error(Failure)
  /// The value depends on what is not known: one attribute, or a sorted run of them.
  case unknown(Attributes)
}

extension Value {
  /// Where something lies: the arena in the two high bits of `start`, and how many of it there are.
  public struct Run: BitwiseCopyable, Sendable, Hashable {
    var start: UInt32
    var count: UInt32
    /// Of bytes and text their ``TextMark``, of a record the id of its shape, else 0.
    var mark: UInt32 = 0

    /// The id of a record's shape.
    var shape: UInt32 { mark }

    var arena: Int { Int(start >> 30) }
    var offset: Int { Int(start & 0x3FFF_FFFF) }
    var range: Range<Int> { offset..<offset + Int(count) }
    /// Keys and values of a map lie side by side.
    var pairs: Range<Int> { offset..<offset + 2 * Int(count) }
  }

  /// An error without its words.
  public struct Failure: BitwiseCopyable, Sendable, Hashable {
    var start: UInt32
    var end: UInt32
    /// One more than the index of the words in the state; 0 for none.
    var detail: UInt16
    /// The sort of the error.
    public internal(set) var kind: EvaluationError.Kind
  }

  /// One attribute (`count` 1, its number in `first`), or `count` of them in an arena, sorted.
  public struct Attributes: BitwiseCopyable, Sendable, Hashable {
    var first: UInt32
    var count: UInt32

    var run: Run { Run(start: first, count: count) }
  }

  /// An error at a place of the text.
  static func failure(_ kind: EvaluationError.Kind, _ range: Range<Int> = 0..<0) -> Value {
    .error(Failure(start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound), detail: 0, kind: kind))
  }

  /// The error that says that what was asked does not apply.
  public static var notApplicable: Value { failure(.notApplicable) }

  /// The same value; an error without its place in a text.
  var withoutPlace: Value {
    guard case .error(var failure) = self else { return self }
    (failure.start, failure.end) = (0, 0)
    return .error(failure)
  }

  /// Whether there is a value: neither an error nor unknown.
  public var isKnown: Bool {
    switch self {
    case .error, .unknown: false
    default: true
    }
  }
}
