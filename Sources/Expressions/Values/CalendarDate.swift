/// A day of the proleptic Gregorian calendar, stored as days since 1970-01-01.
public struct CalendarDate: Hashable, Comparable, Sendable, BitwiseCopyable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before.
  public let days: Int32

  /// The years a date may lie in, those of CEL's timestamps.
  public static let years = 1...9999

  static let minimumDays: Int32 = -719_162
  static let maximumDays: Int32 = 2_932_896

  /// The day that lies `days` after 1970-01-01; nil outside the years 1 to 9999.
  public init?(days: Int) {
    guard days >= Int(Self.minimumDays), days <= Int(Self.maximumDays) else { return nil }
    self.days = Int32(days)
  }

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1, day <= Self.length(year: year, month: month) else {
      return nil
    }
    self.init(days: Self.daysFromCivil(year: year, month: month, day: day))
  }

  /// Reads exactly `2021-05-03`; nil for anything else.
  public init?(parsing text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, let year = digits(parts[0], count: 4), let month = digits(parts[1], count: 2),
      let day = digits(parts[2], count: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year, 1 to 9999.
  public var year: Int { civil.year }
  /// The month, 1 to 12.
  public var month: Int { civil.month }
  /// The day of the month, 1 to 31.
  public var day: Int { civil.day }

  /// The day of the week, 0 for Sunday.
  public var dayOfWeek: Int { Int((Int64(days) + 4).flooredRemainder(7)) }

  /// The day of the year, 1 for 1 January.
  public var dayOfYear: Int { Int(days) - Self.daysFromCivil(year: year, month: 1, day: 1) + 1 }

  /// The day `months` later; a day that the month lacks becomes its last one. Nil outside the calendar.
  public func addMonths(_ months: Int) -> CalendarDate? {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, sum >= 12, sum < 12 * 10_000 else { return nil }
    let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
    return CalendarDate(year: newYear, month: newMonth, day: min(day, Self.length(year: newYear, month: newMonth)))
  }

  /// The day `count` days later; nil outside the calendar.
  public func addDays(_ count: Int) -> CalendarDate? {
    let (sum, overflow) = Int(days).addingReportingOverflow(count)
    return overflow ? nil : CalendarDate(days: sum)
  }

  /// `2021-05-03`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Earlier is less.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.days < b.days }

  /// The number of days of a month.
  public static func length(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Counts in years that begin on 1 March, so that the leap day is the last of its year.
  static func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, dayOfYear - (153 * month + 2) / 5 + 1)
  }
}

/// The number written with exactly `count` ASCII digits.
func digits(_ bytes: some Collection<UInt8>, count: Int) -> Int? {
  guard bytes.count == count else { return nil }
  var number = 0
  for byte in bytes {
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    number = number * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return number
}

/// The number in decimal, with leading zeros up to `width`.
func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}

extension Int64 {
  /// The remainder that has the divisor's sign; `divisor` is positive.
  func flooredRemainder(_ divisor: Int64) -> Int64 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
