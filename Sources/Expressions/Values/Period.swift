/// A span of whole days, both ends included; an end that is nil is open.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// The first day; nil when the period has no beginning.
  public let from: CalendarDate?
  /// The last day; nil when the period has no end.
  public let to: CalendarDate?

  /// Nil when `from` is after `to`.
  public init?(from: CalendarDate?, to: CalendarDate?) {
    if let from, let to, to < from { return nil }
    self.from = from
    self.to = to
  }

  /// Reads `2022`, `2022-S2` (half), `2022-Q3` (quarter), `2022-06`, `2022-06-30` and two of them with `/` between, of which
  /// one may be `..` (open); nil for anything else.
  public init?(parsing text: some StringProtocol) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    switch ends.count {
    case 1:
      guard let span = Self.span(ends[0]) else { return nil }
      self.init(from: span.lowerBound, to: span.upperBound)
    case 2:
      let (first, last) = (Self.span(ends[0]), Self.span(ends[1]))
      guard first != nil || ends[0] == "..", last != nil || ends[1] == "..", first != nil || last != nil else { return nil }
      self.init(from: first?.lowerBound, to: last?.upperBound)
    default: return nil
    }
  }

  /// Whether the day lies in the period.
  public func contains(_ date: CalendarDate) -> Bool {
    if let from, date < from { return false }
    if let to, to < date { return false }
    return true
  }

  /// Whether the whole other period lies in this one.
  public func contains(_ other: Period) -> Bool {
    if let from {
      guard let start = other.from, from <= start else { return false }
    }
    if let to {
      guard let end = other.to, end <= to else { return false }
    }
    return true
  }

  /// Whether the two periods share a day.
  public func overlaps(_ other: Period) -> Bool {
    if let to, let start = other.from, to < start { return false }
    if let end = other.to, let from, end < from { return false }
    return true
  }

  /// The shortest form that reads back as the same period.
  public var description: String {
    guard let from, let to else { return "\(from.map(Self.opening) ?? "..")/\(to.map(Self.closing) ?? "..")" }
    if from == to { return from.description }
    let (opening, closing) = (Self.opening(from), Self.closing(to))
    if opening == closing { return opening }
    if from.year == to.year, from.day == 1, to.day == CalendarDate.length(year: to.year, month: to.month) {
      if (from.month, to.month) == (1, 6) { return "\(padded(from.year, 4))-S1" }
      if (from.month, to.month) == (7, 12) { return "\(padded(from.year, 4))-S2" }
      if from.month == to.month { return "\(padded(from.year, 4))-\(padded(from.month, 2))" }
    }
    return "\(opening)/\(closing)"
  }

  private static func opening(_ date: CalendarDate) -> String {
    if date.month == 1, date.day == 1 { return padded(date.year, 4) }
    return date.day == 1 ? "\(padded(date.year, 4))-\(padded(date.month, 2))" : date.description
  }

  private static func closing(_ date: CalendarDate) -> String {
    if date.month == 12, date.day == 31 { return padded(date.year, 4) }
    let isLast = date.day == CalendarDate.length(year: date.year, month: date.month)
    return isLast ? "\(padded(date.year, 4))-\(padded(date.month, 2))" : date.description
  }

  private static func span(_ text: some StringProtocol) -> ClosedRange<CalendarDate>? {
    if let date = CalendarDate(parsing: text) { return date...date }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let year = digits(parts[0], count: 4) else { return nil }
    if parts.count == 1 { return months(year, 1, 12) }
    guard parts.count == 2, parts[1].count == 2 else { return nil }
    if let month = digits(parts[1], count: 2) { return months(year, month, month) }
    guard let letter = parts[1].first, let number = digits(parts[1].dropFirst(), count: 1) else { return nil }
    switch letter {
    case UInt8(ascii: "S") where (1...2).contains(number): return months(year, number * 6 - 5, number * 6)
    case UInt8(ascii: "Q") where (1...4).contains(number): return months(year, number * 3 - 2, number * 3)
    default: return nil
    }
  }

  private static func months(_ year: Int, _ first: Int, _ last: Int) -> ClosedRange<CalendarDate>? {
    guard let start = CalendarDate(year: year, month: first, day: 1),
      let end = CalendarDate(year: year, month: last, day: CalendarDate.length(year: year, month: last))
    else { return nil }
    return start...end
  }
}
