import Expressions
import Foundation
import Testing

/// The messages in all languages have the ids and placeholders of the code.
@Suite struct CatalogueTests {
  private static let folder = Place.package.appending(path: "Rules/messages")
  private static let languages = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []

  @Test(arguments: languages)
  func isComplete(_ language: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: "\(language)/cel.yaml"), encoding: .utf8)
    var ids: [String] = []
    for line in text.split(separator: "\n") where line.hasPrefix("cel/") { ids.append(String(line.dropFirst(4).dropLast())) }
    #expect(ids == Diagnostic.Code.allCases.map(\.rawValue))
    for entry in text.split(separator: "\ncel/").dropFirst() {
      let id = entry.prefix { $0 != ":" }
      let code = try #require(Diagnostic.Code(rawValue: String(id)))
      let used = placeholders(entry)
      #expect(used.subtracting(["suggestion"]).isSubset(of: placeholders(code.template)), "\(id)")
      #expect(placeholders(code.template).isSubset(of: used), "\(id)")
    }
  }

  @Test func englishIsAmongTheLanguages() { #expect(Self.languages.count > 1 && Self.languages.contains("en")) }

  private func placeholders(_ text: some StringProtocol) -> Set<String> {
    Set(
      String(text).split(separator: Character("{"), omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != "}" })
      })
  }
}
