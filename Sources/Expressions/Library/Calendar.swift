/// Days and periods, and texts without case and accents: the functions of this project.
extension Environment {
  mutating func defineCalendar() {
    define("date", [.string, .date, .timestamp].map { .global([$0], .date) }) { arguments, context, state in
      switch arguments[0] {
      case .date: arguments[0]
      case .timestamp(let instant): instant.date.map(Value.date) ?? .failure(.overflow)
      case .string(let run): CalendarDate(parsing: state.text(run, context)).map(Value.date) ?? .failure(.badConversion)
      default: .failure(.noSuchOverload)
      }
    }
    define("period", [.string, .period, .date].map { .global([$0], .period) }) { arguments, context, state in
      switch arguments[0] {
      case .period: return arguments[0]
      case .date(let date): return Period(from: date, to: date).map { state.scratch.period($0) } ?? .failure(.badConversion)
      case .string(let run):
        return Period(parsing: state.text(run, context)).map { state.scratch.period($0) } ?? .failure(.badConversion)
      default: return .failure(.noSuchOverload)
      }
    }
    define("year", [.member([.date], .int)]) { arguments, _, _ in
      if case .date(let date) = arguments[0] { .int(Int64(date.year)) } else { .failure(.noSuchOverload) }
    }
    define("addMonths", [.member([.date, .int], .date)]) { arguments, _, _ in
      guard case .date(let date) = arguments[0], case .int(let months) = arguments[1] else { return .failure(.noSuchOverload) }
      return date.addMonths(Int(months)).map(Value.date) ?? .failure(.overflow)
    }
    define("overlaps", [.member([.period, .period], .bool)]) { arguments, context, state in
      guard case .period(let a) = arguments[0], case .period(let b) = arguments[1],
        let one = state.period(a, context), let other = state.period(b, context)
      else { return .failure(.noSuchOverload) }
      return .bool(one.overlaps(other))
    }
    define("plain", [.global([.string], .string)]) { arguments, context, state in
      guard let text = state.text(arguments[0], context) else { return .failure(.noSuchOverload) }
      return state.scratch.string(PlainText.plain(text))
    }
  }
}
