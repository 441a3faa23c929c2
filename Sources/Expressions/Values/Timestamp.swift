/// An instant from year 1 to year 9999, to the nanosecond.
public struct Timestamp: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// The part of a second, 0 to 999,999,999.
  public let nanoseconds: Int32

  static let secondsRange: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Nil outside the years 1 to 9999 or for a part that is no part of a second.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.secondsRange.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Midnight (UTC) of a day.
  public init(_ date: CalendarDate) {
    seconds = Int64(date.days) * 86_400
    nanoseconds = 0
  }

  /// The day, in UTC.
  public var date: CalendarDate? { CalendarDate(days: Int((seconds - seconds.flooredRemainder(86_400)) / 86_400)) }

  /// Seconds since midnight (UTC).
  var secondOfDay: Int { Int(seconds.flooredRemainder(86_400)) }

  /// The instant `span` later; nil outside the years.
  public func adding(_ span: TimeSpan) -> Timestamp? {
    let part = Int64(nanoseconds) + span.nanoseconds % 1_000_000_000
    let carry = part < 0 ? -1 : part / 1_000_000_000
    return Timestamp(
      seconds: seconds + span.nanoseconds / 1_000_000_000 + carry, nanoseconds: Int32(part.flooredRemainder(1_000_000_000)))
  }

  /// The time from `other` to this; nil beyond 292 years.
  public func since(_ other: Timestamp) -> TimeSpan? {
    let (scaled, overflow) = (seconds - other.seconds).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflow2) = scaled.addingReportingOverflow(Int64(nanoseconds) - Int64(other.nanoseconds))
    return overflow || overflow2 ? nil : TimeSpan(nanoseconds: sum)
  }

  /// Earlier is less.
  public static func < (a: Timestamp, b: Timestamp) -> Bool { (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds) }
}

/// A length of time in nanoseconds, up to 292 years either way. CEL calls it a duration.
public struct TimeSpan: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The whole length.
  public let nanoseconds: Int64

  /// A length.
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// Whole seconds; nil beyond 292 years.
  public init?(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow else { return nil }
    nanoseconds = product
  }

  /// Shorter is less.
  public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.nanoseconds < b.nanoseconds }
}
