/// Instants, lengths of time, and their parts.
extension Environment {
  mutating func defineTime() {
    define("timestamp", [.string, .int, .timestamp, .date].map { .global([$0], .timestamp) }) { arguments, context, state in
      switch arguments[0] {
      case .timestamp: arguments[0]
      case .date(let date): .timestamp(Timestamp(date))
      case .int(let seconds): Timestamp(seconds: seconds).map(Value.timestamp) ?? .failure(.overflow)
      case .string(let run):
        Timestamp(parsing: state.text(run, context)).map(Value.timestamp)
          ?? .failure(TimeParts.isOutOfRange(state.text(run, context)) ? .overflow : .badConversion)
      default: .failure(.noSuchOverload)
      }
    }
    define("duration", [.string, .duration].map { .global([$0], .duration) }) { arguments, context, state in
      switch arguments[0] {
      case .duration: arguments[0]
      case .string(let run):
        TimeSpan(parsing: state.text(run, context)).map(Value.duration)
          ?? .failure(TimeParts.isLong(state.text(run, context)) ? .overflow : .badConversion)
      default: .failure(.noSuchOverload)
      }
    }
    part("getFullYear") { $0.date.year }
    part("getMonth") { $0.date.month - 1 }
    part("getDayOfMonth") { $0.date.day - 1 }
    part("getDate") { $0.date.day }
    part("getDayOfWeek") { $0.date.dayOfWeek }
    part("getDayOfYear") { $0.date.dayOfYear - 1 }
    part("getHours", ofSpan: { $0.nanoseconds / 3_600_000_000_000 }) { $0.second / 3600 }
    part("getMinutes", ofSpan: { $0.nanoseconds / 60_000_000_000 }) { $0.second / 60 % 60 }
    part("getSeconds", ofSpan: { $0.nanoseconds / 1_000_000_000 }) { $0.second % 60 }
    part("getMilliseconds", ofSpan: { $0.nanoseconds / 1_000_000 % 1000 }) { $0.nanosecond / 1_000_000 }
  }

  /// A part of an instant, in a time zone if one is given, of a day, or of a length of time.
  private mutating func part(
    _ name: String, ofSpan span: (@Sendable (TimeSpan) -> Int64)? = nil, _ part: @escaping @Sendable (TimeParts) -> Int
  ) {
    var overloads: [Overload] = [.member([.timestamp], .int), .member([.timestamp, .string], .int)]
    overloads.append(.member([span == nil ? .date : .duration], .int))
    define(name, overloads) { arguments, context, state in
      switch arguments[0] {
      case .date(let date) where span == nil && arguments.count == 1:
        return .int(Int64(part(TimeParts(date: date, second: 0, nanosecond: 0))))
      case .duration(let length) where arguments.count == 1:
        return span.map { .int($0(length)) } ?? .failure(.noSuchOverload)
      case .timestamp(let instant):
        guard arguments.count == 2 else {
          return TimeParts(instant, offset: 0).map { .int(Int64(part($0))) } ?? .failure(.overflow)
        }
        guard case .string(let zone) = arguments[1] else { return .failure(.noSuchOverload) }
        guard let offset = state.offset(state.text(zone, context), at: instant) else { return .failure(.invalidArgument) }
        return TimeParts(instant, offset: offset).map { .int(Int64(part($0))) } ?? .failure(.overflow)
      default: return .failure(.noSuchOverload)
      }
    }
  }
}

/// An instant as a calendar and a clock show it.
struct TimeParts {
  let date: CalendarDate
  let second: Int
  let nanosecond: Int

  init(date: CalendarDate, second: Int, nanosecond: Int) {
    self.date = date
    self.second = second
    self.nanosecond = nanosecond
  }

  /// Where clocks are `offset` seconds ahead of UTC; nil when the day there lies outside the calendar.
  init?(_ instant: Timestamp, offset: Int) {
    let local = instant.seconds + Int64(offset)
    let second = local.flooredRemainder(86_400)
    guard let date = CalendarDate(days: Int((local - second) / 86_400)) else { return nil }
    self.init(date: date, second: Int(second), nanosecond: Int(instant.nanoseconds))
  }

  /// Whether a text that is no instant looks like one of another year.
  static func isOutOfRange(_ text: String) -> Bool {
    let year = text.utf8.prefix { isDigit($0) }
    return text.utf8.count > 15 && text.utf8.dropFirst(year.count).first == UInt8(ascii: "-")
      && (year.count > 4 || year.allSatisfy { $0 == UInt8(ascii: "0") })
  }

  /// Whether a text that is no length of time looks like one beyond the range.
  static func isLong(_ text: String) -> Bool {
    text.utf8.allSatisfy { isDigit($0) || "-.hmsunµ".utf8.contains($0) } && text.utf8.count { isDigit($0) } > 6
      && "hms".utf8.contains(text.utf8.last ?? 0)
  }
}
