import Documents
import Expressions
import Questionnaire
import RulesEngine
import Testing

/// A scalar is read by the type that its place declares, never by YAML's guesses.
@Suite struct UnitValues {
  static let accepted: [(String, String, String, String)] = [
    ("yes_no", "en", "yes", "true"), ("yes_no", "en", "No", "false"), ("yes_no", "en", "true", "true"),
    ("yes_no", "es", "sí", "true"),
    ("yes_no", "es", "SI", "true"), ("yes_no", "es", "no", "false"), ("yes_no", "fr", "oui", "true"),
    ("yes_no", "pt", "não", "false"),
    ("text", "en", "no", "no"), ("text", "en", "1.10", "1.10"), ("text", "en", "\"a: b\"", "a: b"),
    ("text", "en", "2021-01-01", "2021-01-01"),
    ("integer", "en", "15", "15"), ("integer", "en", "-3", "-3"), ("integer", "en", "1,000", "1000"),
    ("integer", "es", "12", "12"),
    ("integer", "en", "15.0", "15"), ("decimal", "en", "1.10", "1.10"), ("decimal", "en", "1,234.5", "1234.5"),
    ("decimal", "es", "1,5", "1.5"),
    ("decimal", "es", "1.000,5", "1000.5"), ("decimal", "fr", "0,25", "0.25"), ("year", "en", "2021", "2021"),
    ("date", "en", "2021-02-28", "2021-02-28"), ("period", "en", "2022-S2", "2022-S2"), ("period", "en", "2019/..", "2019/.."),
    ("country", "en", "PER", "PER"), ("country", "en", "NOR", "NOR"),
    ("url", "en", "https://example.org/a", "https://example.org/a"),
    ("duration", "en", "36 hours", "36 hours"), ("duration", "es", "2 días", "48 hours"),
  ]

  @Test(arguments: accepted) func accepts(_ type: String, _ language: String, _ text: String, _ value: String) throws {
    let pack = try #require(SmallPack.questions("first: {ask: Q, type: \(type)}"))
    let judgement = try pack.judged("first: \(text)", language: language)
    #expect(judgement.told == [])
    #expect(judgement.reply.answers["one.first"]?.value.map(shown) == value)
  }

  static let refused: [(String, String, String, String)] = [
    ("yes_no", "en", "maybe", "yes_no"), ("yes_no", "en", "sí", "yes_no"), ("yes_no", "pt", "oui", "yes_no"),
    ("yes_no", "en", "[yes]", "yes_no"),
    ("integer", "en", "fifteen", "integer"), ("integer", "en", "1.5", "integer"), ("integer", "en", "1_000", "integer"),
    ("integer", "en", "99999999999999999999", "integer"), ("integer", "es", "1.000", "integer"),
    ("decimal", "en", "1,5", "decimal"),
    ("decimal", "en", "1.000,5", "decimal"), ("decimal", "es", "1.000", "decimal"), ("decimal", "en", "", ""),
    ("year", "en", "21", "year"),
    ("year", "en", "2021.0", "year"), ("date", "en", "28/02/2021", "date"), ("date", "en", "2021-02-30", "date"),
    ("date", "en", "May 2021", "date"),
    ("period", "en", "soon", "period"), ("country", "en", "Peru", "country"), ("country", "en", "XXX", "country"),
    ("url", "en", "example.org", "url"),
    ("url", "en", "https://a b.org", "url"), ("duration", "en", "36", "duration"), ("duration", "en", "9 parsecs", "duration"),
    ("list", "en", "text", "list"), ("list", "en", "{a: b}", "list"),
  ]

  @Test(arguments: refused) func refuses(_ type: String, _ language: String, _ text: String, _ end: String) throws {
    let pack = try #require(SmallPack.questions("first: {ask: Q, type: \(type)}"))
    let judgement = try pack.judged("first: \(text)", language: language)
    // One mistake, one issue: what cannot be read is not missing too.
    #expect(judgement.told == [end.isEmpty ? "reply/required" : "reply/wrong-type.\(end)"])
  }

  @Test(arguments: [
    ("1_000", "en", "1000"), ("1,5", "en", "1.5"), ("1.000,5", "en", "1000.5"), ("1.500", "es", "1500"),
  ])
  func theRightFormIsSuggested(_ text: String, _ language: String, _ right: String) throws {
    let pack = try #require(SmallPack.questions("first: {ask: Q, type: decimal}"))
    let issue = try #require(try pack.judged("first: \(text)", language: language).issues.first)
    #expect(try catalogue("en").help(issue)?.contains(right) == true)
  }

  @Test(arguments: [
    ("9.6 t", "9600.0"), ("15", "15"), ("15 kg", "15"), ("2 t", "2000"), ("9.6 lb", ""), ("t", ""),
  ])
  func units(_ text: String, _ value: String) throws {
    let pack = try #require(SmallPack.questions("first: {ask: Q, type: decimal, units: {kg: 1, t: 1000}}"))
    let judgement = try pack.judged("first: \(text)")
    #expect(judgement.told.count == (value.isEmpty ? 1 : 0))
    if !value.isEmpty { #expect(judgement.reply.answers["one.first"]?.value.map(shown) == value) }
  }

  @Test(arguments: [
    ("type: integer, min: 1, max: 9", "0", "reply/out-of-range.min"),
    ("type: integer, min: 1, max: 9", "10", "reply/out-of-range.max"),
    ("type: integer, min: 1, max: 9", "9", ""), ("type: decimal, max: 0.3", "0.30", ""),
    ("type: decimal, max: 0.3", "0.31", "reply/out-of-range.max"),
    ("type: year, max: period.to", "2024", "reply/out-of-range.max"), ("type: year, min: period.from", "2020", ""),
    ("type: year, within: period", "2019", "reply/out-of-range.within"),
    ("type: date, within: period", "2024-01-01", "reply/out-of-range.within"),
    ("type: date, min: 2021-05-01", "2021-04-30", "reply/out-of-range.min"),
    ("type: period, within: period", "2023/2024", "reply/out-of-range.within"),
    ("type: period, within: period", "2021", ""), ("type: text, max_words: 2", "a b c", "reply/too-long.words"),
    ("type: text, max_words: 3", "a b c", ""),
    ("type: text, max_length: 3", "ñandú", "reply/too-long.characters"), ("type: text, pattern: \"[A-Z]+-[0-9]+\"", "AB-1", ""),
    ("type: text, pattern: \"[A-Z]+-[0-9]+\"", "xAB-1", "reply/pattern"),
    ("type: list, max: 1", "[a, b]", "reply/too-many-entries"),
    ("type: list, min: 2", "[a]", "reply/too-few-entries"), ("type: list, max_length: 1", "[a, bc]", "reply/too-long.characters"),
    ("type: integer, constraint: first % 2 == 0", "3", "reply/constraint"),
    ("type: integer, constraint: first % 2 == 0", "4", ""),
    ("type: integer, constraint: 1 / first == 1", "0", "rules/fault.divide-by-zero"),
    ("type: choice, choices: {aa: A, bb: B}", "aa", ""),
    ("type: choice, choices: {aa: A, bb: B}", "ab", "reply/wrong-type.choice"),
    ("type: choices, choices: {aa: A, bb: B}", "[aa, bb]", ""),
    ("type: choices, choices: {aa: A, bb: B}", "[aa, cc]", "reply/wrong-type.choice"),
    ("type: choices, choices: {aa: A, bb: B}, min: 2", "aa", "reply/too-few-entries"),
  ])
  func constraints(_ question: String, _ text: String, _ told: String) throws {
    let pack = try #require(SmallPack.questions("first: {ask: Q, \(question)}"))
    #expect(pack.issues.isEmpty)
    #expect(try pack.judged("first: \(text)").told == (told.isEmpty ? [] : [told]))
  }

  private func shown(_ value: AnswerValue) -> String {
    switch value {
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .decimal(let value): value.description
    case .text(let value): value
    case .date(let value): value.description
    case .period(let value): value.description
    case .duration(let value): "\(value.nanoseconds / 3_600_000_000_000) hours"
    case .codes(let codes): codes.joined(separator: ",")
    case .list(let entries): "\(entries.count)"
    case .rows(let rows): "\(rows.count)"
    }
  }
}
