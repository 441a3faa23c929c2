import Documents
import Testing

@testable import Questionnaire
@testable import RulesEngine

/// The words of the MEM are whole in Spanish and hold nothing left over in any language, and they fit every respondent.
@Suite struct WordsCoverage {
  let pack: Pack

  init() throws { pack = try #require(Packs.mem) }

  @Test func nothingIsMissingOrLeftOver() {
    // A language in the making lacks texts, and says so where they would stand.
    let told = pack.lint().filter { $0.rule != "pack/missing-text" || $0.location.file.hasPrefix("words/es") }
    #expect(told.map { "\($0.location.file): \($0.path)" } == [])
  }

  /// A statement that does not change cannot agree both with a country in the singular and with one in the plural.
  @Test func statementsAgreeWithRespondentsInThePlural() {
    let languages = pack.languages.map { pack.language($0) }.filter { $0.names.values.contains(where: \.agreement.isPlural) }
    #expect(languages.map(\.code).contains("es"))
    for language in languages {
      for text in statements.compactMap({ language.catalogue[$0.key]?.text }) {
        #expect(Agreement(isPlural: true).resolve(text) != Agreement().resolve(text), "\(language.code): \(text)")
      }
    }
  }

  private var statements: [TextSource] {
    pack.definitions.flatMap(\.items).flatMap(\.findings).filter { $0.subject == nil }.flatMap(\.statements).map(\.text)
  }
}
