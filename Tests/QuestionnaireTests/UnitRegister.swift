import RulesEngine
import Testing

@testable import Questionnaire

/// The small forms that a register and its citations are written in.
@Suite struct UnitRegister {
  @Test(
    arguments: [
      ("7", [7...7]), ("3-5", [3...5]), ("3–5", [3...5]), (" 3 - 5 , 8", [3...5, 8...8]), ("1,1", [1...1, 1...1]),
      ("", nil), ("-", nil), ("0", nil), ("5-3", nil), ("3-", nil), ("-3", nil), ("3--5", nil), ("3-5-7", nil), ("3,,5", nil),
      ("iv", nil), ("1.5", nil), ("+3", nil), ("٣", nil), ("99999999999999999999", nil), ("12345678", nil),
    ] as [(String, [ClosedRange<Int>]?)])
  func pages(_ text: String, _ spans: [ClosedRange<Int>]?) {
    #expect(PageSpans(parsing: text)?.spans == spans)
  }

  @Test(arguments: [
    ("24 months", 24, 0), ("2 years", 24, 0), ("1 year", 12, 0), ("90 days", 0, 90), ("1 month", 1, 0),
  ])
  func ages(_ text: String, _ months: Int, _ days: Int) throws {
    let age = try #require(Age(parsing: text))
    #expect(age.months == months && age.days == days && age.description == text)
  }

  @Test(arguments: ["", "2", "years", "0 days", "-1 days", "2 weeks", "1 2 days", "9999999999999999999 days"])
  func noAges(_ text: String) { #expect(Age(parsing: text) == nil) }

  @Test(arguments: [
    ("a.pdf", "a.pdf"), ("./e/./a.pdf", "e/a.pdf"), ("e//a.pdf", "e/a.pdf"), ("e/a..b.pdf", "e/a..b.pdf"),
    ("años/ñ.pdf", "años/ñ.pdf"),
  ])
  func paths(_ text: String, _ normalized: String) throws {
    #expect(try FilePath.parse(text).get().normalized == normalized)
  }

  @Test(
    arguments: [
      ("", .empty), (".", .empty), ("./", .empty), ("/a.pdf", .absolute), ("~/a.pdf", .absolute), ("c:a.pdf", .absolute),
      ("../\u{301}a.pdf", .parent), ("..", .parent), ("../a.pdf", .parent), ("e/../a.pdf", .parent), ("e\\a.pdf", .backslash),
      ("e/a\n.pdf", .characters),
      ("e/\u{0}.pdf", .characters), ("e/\u{202E}fdp.pdf", .characters), ("e/a\u{200B}.pdf", .characters),
      (String(repeating: "a/", count: 3000), .tooLong),
    ] as [(String, FilePath.Refusal)])
  func refusedPaths(_ text: String, _ refusal: FilePath.Refusal) {
    guard case .failure(let error) = FilePath.parse(text) else {
      Issue.record("\(text) is taken")
      return
    }
    #expect(error.refusal == refusal)
  }

  @Test(
    arguments: [
      ("https://www.example.org", .secure), ("HTTPS://example.org/a?b=c#d", .secure), ("https://example.org:8443/", .secure),
      ("https://ñandú.example.org/", .secure), ("http://example.org", .insecure), ("ftp://example.org", .malformed),
      ("https://", .malformed), ("https://localhost", .malformed), ("https://a..b", .malformed), ("https://-a.org", .malformed),
      ("https://a.org:99999", .malformed), ("https://u@a.org", .malformed), ("https://a.org/b c", .malformed),
      ("https://a.org/\u{202E}", .malformed), ("www.example.org", .malformed), ("", .malformed),
      ("https://a.org/<b>", .malformed),
    ] as [(String, WebAddress)])
  func addresses(_ text: String, _ kind: WebAddress) { #expect(WebAddress.check(text) == kind) }

  @Test(
    arguments: [
      ("Supreme Decree No. 268-2019-EF, lists", "268-2019-ef", 2019), ("Decreto Supremo N.º 044-2013-EF", "44-2013-ef", 2013),
      ("Law No 30077", "30077", nil), ("Document No. CICAD/doc.2035/19", "cicad-doc-2035-19", nil),
      ("Report No. 001-2022-DV.", "1-2022-dv", 2022), ("Act of 2019", nil, nil),
      ("No. one", nil, nil),
      ("Guide No.", nil, nil),
    ] as [(String, String?, Int?)])
  func numbersInTitles(_ title: String, _ plain: String?, _ year: Int?) {
    let number = DocumentNumber(inTitle: title)
    #expect(number?.plain == plain && number?.year == year)
  }

  @Test(arguments: [
    ("268-2019-EF", "268-2019-EF", true), ("268", "268-2019-EF", true), ("0268/2019", "268-2019-EF", true), ("072", "72", true),
    ("286-2019-EF", "268-2019-EF", false), ("31", "13", false),
  ])
  func numbersAgree(_ one: String, _ other: String, _ agree: Bool) {
    #expect(DocumentNumber(one).agrees(with: DocumentNumber(other)) == agree)
    #expect(DocumentNumber(other).agrees(with: DocumentNumber(one)) == agree)
  }
}
