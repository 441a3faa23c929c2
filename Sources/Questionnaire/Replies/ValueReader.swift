import Documents
import Expressions
import RulesEngine

/// Reads one scalar by the type that its place declares.
struct ValueReader {
  let language: String
  /// Codes that a country may be given as.
  let isCountry: (String) -> Bool

  /// What is wrong with a scalar: the end of the message's id, and its values.
  struct Failure: Error {
    let id: String
    var arguments: [String: String] = [:]
  }

  func read(_ node: Node, as type: AnswerType, units: Units?) -> Result<AnswerValue, Failure> {
    let text = node.text
    switch type {
    case .yesNo: return yesNo(text)
    case .text: return .success(.text(text))
    case .url: return url(text)
    case .integer, .year: return integer(text, type, units)
    case .decimal: return number(text, type, units).map { .decimal($0) }
    case .date: return date(text)
    case .duration: return duration(text)
    case .country: return country(text)
    case .period: return Period(parsing: text).map { .success(.period($0)) } ?? .failure(Failure(id: "period"))
    case .choice(let list): return choice(text, list).map { .text($0) }
    case .choices(let list): return choice(text, list).map { .codes([$0]) }
    case .list, .table: return .failure(Failure(id: type.name))
    }
  }

  private func yesNo(_ text: String) -> Result<AnswerValue, Failure> {
    YesNo.read(text, language: language).map { .success(.bool($0)) } ?? .failure(Failure(id: "yes_no"))
  }

  private func url(_ text: String) -> Result<AnswerValue, Failure> {
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if host.contains("."), !text.contains(where: \.isWhitespace) { return .success(.text(text)) }
    }
    return .failure(Failure(id: "url"))
  }

  private func integer(_ text: String, _ type: AnswerType, _ units: Units?) -> Result<AnswerValue, Failure> {
    if case .year = type {
      guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int64(text) else {
        return .failure(Failure(id: "year"))
      }
      return .success(.integer(year))
    }
    return number(text, type, units).flatMap { number in
      guard let whole = number.wholeNumber else { return .failure(wrongNumber(type, units, suggestion: nil)) }
      return .success(.integer(whole))
    }
  }

  // `9.6 t`: a number, and a unit that its size is counted by.
  private func number(_ text: String, _ type: AnswerType, _ units: Units?) -> Result<Decimal64, Failure> {
    var digits = Substring(text)
    var size: Decimal64?
    if let units, let space = text.lastIndex(where: { $0 == " " || $0 == "\u{A0}" }) {
      let unit = String(text[text.index(after: space)...])
      if !unit.isEmpty, unit.first?.isNumber != true {
        guard let known = units.sizes[unit] else {
          return .failure(
            Failure(id: "unit", arguments: ["unit": unit, "known": units.sizes.keys.sorted().joined(separator: ", ")]))
        }
        size = known
        digits = text[..<space]
      }
    }
    switch NumberReader(language: language).read(String(digits)) {
    case .malformed(let suggestion):
      let isUseful = type.isDecimal || suggestion.flatMap { Decimal64(parsing: $0) }?.wholeNumber != nil
      return .failure(wrongNumber(type, units, suggestion: isUseful ? suggestion : nil))
    case .number(let number):
      guard let size else { return .success(number) }
      guard let scaled = number.multiplied(by: size) else { return .failure(Failure(id: "too-large")) }
      return .success(scaled)
    }
  }

  private func wrongNumber(_ type: AnswerType, _ units: Units?, suggestion: String?) -> Failure {
    var arguments: [String: String] = [:]
    if let suggestion { arguments["suggestion"] = suggestion }
    var id = type.name
    if let units {
      arguments["unit"] = units.base
      id += "-of-unit"
    }
    return Failure(id: id, arguments: arguments)
  }

  private func date(_ text: String) -> Result<AnswerValue, Failure> {
    if let date = CalendarDate(parsing: text) { return .success(.date(date)) }
    let parts = text.split { $0 == "/" || $0 == "." || $0 == "-" }.compactMap { Int($0) }
    guard parts.count == 3, let turned = CalendarDate(year: parts[2], month: parts[1], day: parts[0]), parts[1] <= 12 else {
      return .failure(Failure(id: "date"))
    }
    return .failure(Failure(id: "date", arguments: ["suggestion": "\(turned)"]))
  }

  private static let hourUnits: [String: Int64] = [
    "second": 1, "seconds": 1, "minute": 60, "minutes": 60, "hour": 3600, "hours": 3600, "day": 86_400, "days": 86_400,
    "week": 604_800, "weeks": 604_800, "segundo": 1, "segundos": 1, "minuto": 60, "minutos": 60, "hora": 3600, "horas": 3600,
    "día": 86_400, "días": 86_400, "dia": 86_400, "dias": 86_400, "semana": 604_800, "semanas": 604_800, "seconde": 1,
    "secondes": 1, "heure": 3600, "heures": 3600, "jour": 86_400, "jours": 86_400, "semaine": 604_800, "semaines": 604_800,
  ]

  private func duration(_ text: String) -> Result<AnswerValue, Failure> {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let size = Self.hourUnits[parts[1].lowercased()],
      case .number(let count) = NumberReader(language: language).read(String(parts[0])),
      let seconds = Decimal64(parsing: "\(size)").flatMap({ count.multiplied(by: $0) })?.wholeNumber
    else { return .failure(Failure(id: "duration")) }
    return TimeSpan(seconds: seconds).map { .success(.duration($0)) } ?? .failure(Failure(id: "too-large"))
  }

  private func country(_ text: String) -> Result<AnswerValue, Failure> {
    if isCountry(text) { return .success(.text(text)) }
    var failure = Failure(id: "country", arguments: ["value": text])
    if let near = CountryCodes.suggestion(for: text) { failure.arguments["suggestion"] = near }
    return .failure(failure)
  }

  private func choice(_ text: String, _ list: ChoiceList) -> Result<String, Failure> {
    if list.codes.contains(text) { return .success(text) }
    var failure = Failure(id: "choice", arguments: ["value": text, "known": list.codes.joined(separator: ", ")])
    if let near = nearestName(to: text, among: list.codes) { failure.arguments["suggestion"] = near }
    return .failure(failure)
  }
}
