import Documents
import Testing

@testable import Questionnaire
@testable import RulesEngine

/// The words of the MEM are whole in every language, and fit every respondent.
@Suite struct WordsCoverage {
  let pack: Pack

  init() throws { pack = try #require(Packs.mem) }

  /// Languages whose sentences are built, and whose texts await their translator.
  private static let unfinished = ["fr", "pt"]

  @Test func nothingIsMissingOrLeftOver() {
    let told = pack.lint().filter { $0.rule != "pack/missing-text" || !Self.unfinished.contains($0.path) }
    #expect(told.map { "\($0.location.file): \($0.path)" } == [])
  }

  /// A statement that does not change cannot agree both with a country in the singular and with one in the plural.
  @Test func statementsAgreeWithRespondentsInThePlural() {
    let languages = pack.languages.map { pack.language($0) }.filter { $0.names.values.contains(where: \.agreement.isPlural) }
    #expect(languages.map(\.code).contains("es"))
    for language in languages {
      let own = statements.filter { !language.catalogue.lacks($0) }
      for text in own.map({ language.catalogue.node(for: $0).text }) {
        #expect(Agreement(isPlural: true).resolve(text) != Agreement().resolve(text), "\(language.code): \(text)")
      }
    }
  }

  private var statements: [TextSource] {
    pack.definitions.flatMap(\.items).flatMap(\.findings).filter { $0.subject == nil }.flatMap(\.statements).map(\.text)
  }
}
