import Documents
import RulesEngine
import Testing

@testable import Questionnaire

/// The words of the MEM are whole in every language, and fit every respondent.
@Suite struct WordsCoverage {
  let pack: Pack

  init() throws { pack = try #require(Packs.mem) }

  @Test func nothingIsMissingOrLeftOver() {
    #expect(pack.lint().map { "\($0.location.file): \($0.path)" } == [])
  }

  /// A statement that does not change cannot agree both with a country in the singular and with one in the plural.
  @Test func statementsAgreeWithRespondentsInThePlural() {
    let languages = pack.languages.map { pack.language($0) }.filter { $0.names.values.contains(where: \.isPlural) }
    #expect(languages.map(\.code).contains("es"))
    for language in languages {
      for text in statements.map({ language.catalogue.node(for: $0).text }) {
        #expect(Agreement.resolve(text, plural: true) != Agreement.resolve(text, plural: false), "\(language.code): \(text)")
      }
    }
  }

  private var statements: [TextSource] {
    pack.definitions.flatMap(\.items).flatMap(\.findings).filter { $0.subject == nil }.flatMap(\.statements).map(\.text)
  }
}
