import Foundation
import Testing

/// What `Rules/LANGUAGE.md` says of the language is so.
@Suite struct LanguagePage {
  let fixture: LanguageFixture
  let page: LanguagePageText

  init() throws {
    fixture = try LanguageFixture()
    page = try LanguagePageText("Rules/LANGUAGE.md")
  }

  @Test func examplesComeOut() {
    let examples = page.examples
    #expect(examples.count >= 20)
    for example in examples { #expect(fixture.outcome(example.expression) == example.outcome, "\(example.expression)") }
  }

  /// Every arrow belongs to an example, none is passed over.
  @Test func everyExampleIsFound() {
    let arrows = page.lines.joined(separator: "\n").count { $0 == "→" }
    #expect(page.examples.count == arrows)
  }

  @Test func answersAreThoseOfTheReply() throws {
    let rows = page.table(headed: ["name", "question", "answer", "in an expression"])
    #expect(rows.count >= 8)
    for row in rows {
      try #require(row.count == 4)
      #expect(fixture.outcome(row[0]) == row[3], "\(row[0])")
    }
  }

  @Test func placesAreThoseOfThePack() {
    let rows = page.table(headed: ["in a pack", "it says"])
    let spans = rows.flatMap { LanguagePageText.code(in: $0[0]) } + page.lines.flatMap(LanguagePageText.braces)
    #expect(rows.count >= 5 && spans.count > rows.count)
    let pack = fixture.written
    for span in spans { #expect(pack.contains(span), "\(span)") }
  }

  /// The row names one side and the operator, the column the other side; which of them stands first does not matter.
  @Test func sidesThatAreMissing() throws {
    let sides = ["true": "night", "false": "ambulance", "unknown": "night_plan", "not applicable": "crew > 1"]
    let columns = ["true", "false", "unknown", "not applicable"]
    let rows = page.table(headed: [""] + columns)
    #expect(rows.count == 2)
    for row in rows {
      let head = try #require(try /(.+) `(.+)`/.wholeMatch(in: row[0]))
      let (side, sign) = (try #require(sides[String(head.1)]), head.2)
      for (column, stated) in zip(columns, row.dropFirst()) {
        let other = try #require(sides[column])
        for expression in ["\(side) \(sign) \(other)", "\(other) \(sign) \(side)"] {
          let outcome = fixture.outcome(expression).replacing(/\ \(.*\)/, with: "")
          #expect(outcome == stated, "\(expression)")
        }
      }
    }
  }

  @Test func whatIsRefused() throws {
    let rows = page.table(headed: ["you write", "it says"])
    #expect(rows.count >= 4)
    for row in rows {
      try #require(row.count == 2)
      let outcome = fixture.outcome(row[0])
      #expect(LanguagePageText.holds(outcome, row[1]), "\(row[0]): \(outcome)")
    }
  }
}
