import Expressions
import Testing

/// What is refused, where, and what is suggested.
@Suite struct DiagnosticTests {
  /// The expression with `«` and `»` around what must be pointed at.
  struct Case: CustomTestStringConvertible {
    let marked: String
    let code: String
    var suggestion: String?
    var container = ""
    var testDescription: String { marked }

    var text: String { marked.replacing("«", with: "").replacing("»", with: "") }
    var range: Range<Int> {
      let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
      let start = parts[0].utf8.count
      return start..<start + parts[1].prefix { $0 != "»" }.utf8.count
    }
  }

  @Test(arguments: [
    Case(marked: "«trainin»", code: "undeclared-name", suggestion: "training", container: "pa_1_1"),
    Case(marked: "t && «pa_1_1.trainin»", code: "undeclared-name", suggestion: "pa_1_1.training"),
    Case(marked: "«pa_1_3».training", code: "undeclared-name", suggestion: "pa_1_1"),
    Case(marked: "«nothing_like_it» > 3", code: "undeclared-name"),
    Case(marked: "rows.exists(r, «q».year > 3)", code: "undeclared-name"),
    Case(marked: "rows.all(r, r.«yaer» > 3)", code: "unknown-field", suggestion: "year"),
    Case(
      marked: "one['«yaer»']".replacing("'«", with: "«'").replacing("»'", with: "'»"), code: "unknown-field", suggestion: "year"),
    Case(marked: "i.«year»", code: "no-fields"),
    Case(marked: "kind == «'lwa'»", code: "unknown-code", suggestion: "law"),
    Case(marked: "«'treaty'» != kind", code: "unknown-code"),
    Case(marked: "kind in ['law', «'decre'»]", code: "unknown-code", suggestion: "decree"),
    Case(marked: "«'laws'» in kinds", code: "unknown-code", suggestion: "law"),
    Case(marked: "kinds.exists(k, k == «'laws'»)", code: "unknown-code", suggestion: "law"),
    Case(marked: "rows.exists(r, r.kind == «'laws'»)", code: "unknown-code", suggestion: "law"),
    Case(marked: "kind == (t ? 'law' : «'x'»)", code: "unknown-code"),
    Case(marked: "sets.contains(kinds, [«'lawn'»])", code: "unknown-code", suggestion: "law"),
    Case(marked: "t && («t == 'yes'»)", code: "incomparable"),
    Case(marked: "«i == 'é'» || t", code: "incomparable"),
    Case(marked: "«i + s»", code: "no-overload"),
    Case(marked: "é".isEmpty ? "" : "s == 'é' && «i < s»", code: "no-overload"),
    Case(marked: "(«i + t») * 2", code: "no-overload"),
    Case(marked: "«s.startsWith(i)»", code: "no-overload"),
    Case(marked: "«s.startsWith()»", code: "wrong-count"),
    Case(marked: "«startsWith(s, 'a')»", code: "wrong-receiver"),
    Case(marked: "s.«startWith»('a')", code: "undeclared-function", suggestion: "startsWith"),
    Case(marked: "«sise»(s)", code: "undeclared-function", suggestion: "size"),
    Case(marked: "rows.«exist»(r, r.exists)", code: "undeclared-name").relaxed,
    Case(marked: "«i» && t", code: "wrong-type"),
    Case(marked: "t ? 1 : 'a'", code: "mixed-branches").whole,
    Case(marked: "s.matches(«'a('»)", code: "bad-pattern"),
    Case(marked: "i.«all»(x, x)", code: "not-iterable"),
    Case(marked: "has(«i»)", code: "macro-reference"),
    Case(marked: "rows.all(«i + 1», t)", code: "macro-variable"),
    Case(marked: "answered(«pa_1_1.trainig»)", code: "undeclared-name", suggestion: "pa_1_1.training"),
    Case(marked: "answered(«i»)", code: "no-companion"),
    Case(marked: "answered(«1 + 1»)", code: "not-reference"),
    Case(marked: "rows.all(r, answered(r.«yaer»))", code: "unknown-field", suggestion: "year"),
    Case(marked: "rows.all(r, answered(«r.kind»))", code: "no-companion"),
    Case(marked: "«answered()»", code: "wrong-count"), Case(marked: "answered(«kinds»)", code: "no-companion"),
    Case(marked: "answered(«training»)", code: "undeclared-name"), Case(marked: "answered(«pa_1_1.year»)", code: "no-companion"),
    Case(marked: "answered(«s.size»)", code: "no-companion"),
    Case(marked: "«training.answered()»", code: "wrong-receiver", container: "pa_1_1"),
    Case(marked: "{1: 2}.«a»", code: "no-fields"), Case(marked: "{«1.5»: 2}", code: "wrong-type"),
    Case(marked: "[?«1»]", code: "wrong-type"),
    Case(marked: "rows.all(x, «x», t)", code: "macro-variable"),
    Case(marked: "s == «‘»a", code: "syntax-character", suggestion: "'"),
    Case(marked: "«``» == 1", code: "syntax-character"), Case(marked: "«9223372036854775808»", code: "syntax-number"),
    Case(marked: "b'«\\400'»", code: "syntax-escape").relaxed, Case(marked: "'«\\ud800»'", code: "syntax-escape"),
    Case(marked: "«Msg{a: 1}»", code: "unsupported-message"), Case(marked: "«i.startsWith('a')»", code: "no-overload"),
    Case(marked: "«one[i]»", code: "no-overload"), Case(marked: "«[1]['a']»", code: "no-overload"),
    Case(marked: "«i[0]»", code: "no-overload"),
    Case(marked: "[1].transformMapEntry(k, v, «v»)", code: "wrong-type"),
    Case(marked: "optional.of(1).optFlatMap(x, «x»)", code: "wrong-type"),
    Case(marked: "«size(i)»", code: "no-overload"), Case(marked: "«math.abs(s)»", code: "no-overload"),
    Case(marked: "i «=» 5", code: "syntax-operator", suggestion: "=="),
    Case(marked: "t «and» f", code: "syntax-operator", suggestion: "&&"),
    Case(marked: "s == «“»text”", code: "syntax-character", suggestion: "\""),
    Case(marked: "s == «'abc»", code: "syntax-unterminated"),
    Case(marked: "s == '«\\q»'", code: "syntax-escape"), Case(marked: "s == '«\\é»'", code: "syntax-escape"),
    Case(marked: "s == '«\\u12é»é'", code: "syntax-escape"),
    Case(marked: "«not» t", code: "syntax-operator", suggestion: "!"),
    Case(marked: "t == «yes»", code: "undeclared-name", suggestion: "true"),
    Case(marked: "«day > '2021-05-03'»", code: "no-overload", suggestion: "date(\"2021-05-03\")"),
    Case(marked: "«day in '2021'»", code: "no-overload", suggestion: "period(\"2021\")"),
    Case(marked: "«'2021-05-03' == day»", code: "incomparable", suggestion: "date(\"2021-05-03\")"),
    Case(marked: "(t && f«»", code: "syntax-end"),
    Case(marked: "t &&«» ", code: "syntax-end").relaxed,
    Case(marked: "«99999999999999999999»", code: "syntax-number"),
    Case(marked: "t «t»", code: "syntax-expected-operator"),
    Case(marked: "«package» == 1", code: "syntax-reserved"),
    Case(marked: "1 + «/»", code: "syntax-expected-value"), Case(marked: "f(1 «2»)", code: "syntax-expected-symbol"),
    Case(marked: "t.«+»", code: "syntax-expected-name"),
  ])
  func refused(_ test: Case) throws {
    guard case .failure(let errors) = Survey.environment.compile(test.text, container: test.container) else {
      Issue.record("\(test.text) compiles")
      return
    }
    let first = try #require(errors.errors.first)
    if test.code != "any" { #expect(first.code == test.code) }
    if test.code != "any" { #expect(first.range == test.range, "\(first.message) at \(first.range)") }
    #expect(first.suggestion == test.suggestion || test.code == "any")
    #expect(!first.message.contains("{") && !first.message.isEmpty)
  }

  @Test func allErrorsInOrder() {
    guard case .failure(let errors) = Survey.environment.compile("kind == 'lwa' && nme > 3 && rows.all(r, r.yer > 1)") else {
      Issue.record("compiles")
      return
    }
    #expect(errors.errors.map(\.code) == ["unknown-code", "undeclared-name", "unknown-field"])
  }

  @Test func expectedType() {
    guard case .failure(let errors) = Survey.environment.compile("i + 1", expecting: .bool) else {
      Issue.record("compiles")
      return
    }
    #expect(errors.errors.map(\.code) == ["wrong-type"])
    #expect(throws: Never.self) { try Survey.environment.compile("i + 1", expecting: .decimal).get() }
    #expect(throws: Never.self) { try Survey.environment.compile("0.5", expecting: .decimal).get() }
    #expect(throws: Never.self) { try Survey.environment.compile("kind", expecting: .string).get() }
    #expect(throws: Never.self) { try Survey.environment.compile("rows[0].amount", expecting: .decimal).get() }
  }

  @Test(arguments: [
    ("training && answered(training)", "pa_1_1", ["pa_1_1.training", "pa_1_1.training#answered"]),
    ("rows.all(r, r.year > limit)", "", ["rows", "limit"]),
    ("one.year > 3 && one.kind == kind", "", ["one.year", "one.kind", "kind"]),
    ("t || t || f", "", ["t", "f"]), ("[1].exists(t, t > 0) && 'PER' in andean", "", []),
    ("answered(one.year)", "", ["one.year#answered"]),
    ("one['kind'] == 'law'", "", ["one.kind"]), ("has(one.year)", "", ["one.year"]),
    ("pa_1_2.training", "pa_1_1", ["pa_1_2.training"]),
    ("cel.bind(x, i, x + x)", "", ["i"]),
  ])
  func references(_ text: String, _ container: String, _ expected: [String]) throws {
    let program = try Survey.environment.compile(text, container: container).get()
    #expect(program.references.map { ([$0.name] + $0.fields).joined(separator: ".") } == expected)
    for reference in program.references { #expect(reference.range.upperBound <= text.utf8.count && !reference.range.isEmpty) }
  }

  @Test(arguments: ["answered(training)", "training", "year == 2021", ".pa_1_1.year > 0", "pa_1_2.training == false"])
  func containers(_ text: String) { #expect(value(text, container: "pa_1_1") == .yes) }

  /// What nobody would read is not looked for: thousands of mistakes are told as a few.
  @Test(arguments: ["missing#", "twise#(i)", "one.yaer#", "[kind] == ['lax#']"]) func manyMistakes(_ pattern: String) {
    let text = (0..<3000).map { pattern.replacing("#", with: "\($0)") }.joined(separator: " || ")
    guard case .failure(let errors) = Survey.environment.compile(text) else {
      Issue.record("compiles")
      return
    }
    #expect(errors.errors.count == 20)
    #expect(errors.errors.allSatisfy { $0.range.upperBound < 600 })
  }
}

extension DiagnosticTests.Case {
  /// Only that it is refused.
  var relaxed: Self { Self(marked: marked, code: "any", suggestion: suggestion, container: container) }
  /// All of the text is pointed at.
  var whole: Self { Self(marked: "«\(marked)»", code: code, suggestion: suggestion, container: container) }
}
