import Expressions
import RulesEngine
import Testing

/// `Rules/FUNCTIONS.md` tells every function, as it is declared, and its examples come out as it says.
@Suite struct FunctionPage {
  let fixture: LanguageFixture
  let reference: FunctionReference

  init() throws {
    fixture = try LanguageFixture()
    reference = try FunctionReference()
  }

  @Test func isUpToDate() throws {
    try Golden.expect(reference.page(fixture.environment), "FUNCTIONS.md", in: "Rules")
  }

  @Test func everyFunctionIsTold() {
    let told = reference.entries.filter { $0.written == nil }.flatMap(\.names)
    #expect(told.sorted() == fixture.environment.overloads.map(\.name).sorted())
  }

  /// What is written by hand is no function, and the questions about a question are among it.
  @Test func everythingElseIsWrittenByHand() {
    let byHand = reference.entries.filter { $0.written != nil }.flatMap(\.names)
    #expect(Set(byHand).isDisjoint(with: fixture.environment.overloads.map(\.name)))
    #expect(Set(byHand).isSuperset(of: Companion.allCases.map(\.rawValue)))
  }

  /// Functions that share a row are called alike.
  @Test func rowsAreShared() {
    let overloads = Dictionary(uniqueKeysWithValues: fixture.environment.overloads.map { ($0.name, $0.overloads) })
    for entry in reference.entries where entry.written == nil {
      let ways = Set(entry.names.map { name in overloads[name]?.map { [$0.parameters, [$0.result]] } })
      #expect(ways.count == 1, "\(entry.names)")
    }
  }

  @Test func examplesComeOut() throws {
    let rows = try LanguagePageText("Rules/FUNCTIONS.md").table(headed: FunctionReference.head)
    #expect(rows.count == reference.entries.count && rows.count > 100)
    for row in rows {
      try #require(row.count == 4, "\(row)")
      #expect(fixture.outcome(row[2]) == row[3], "\(row[2])")
    }
  }
}
