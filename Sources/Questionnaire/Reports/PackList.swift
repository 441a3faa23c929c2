import Documents
import RulesEngine

/// The list of packs.
public struct PackList {
  private let catalogue: MessageCatalogue
  private let language: String

  /// A list in a language.
  public init(catalogue: MessageCatalogue, language: String) {
    self.catalogue = catalogue
    self.language = language
  }

  /// For people: a pack a line.
  public func text(_ packs: [Pack]) -> String {
    packs.map { pack in
      let questionnaire = pack.questionnaire
      let counts = catalogue.text(
        "report/pack",
        [
          "items": "\(questionnaire.items.count)", "questions": "\(questionnaire.items.flatMap(\.questions).count)",
          "rules": "\(pack.evaluation.rules.count)", "languages": pack.languages.joined(separator: ", "),
        ])
      let broken = pack.isBroken ? " \(catalogue.text("report/broken"))" : ""
      return "\(questionnaire.id) \(questionnaire.version)\(broken)\n  \(SafeText.shown(title(pack)))\n  \(counts)\n"
    }.joined()
  }

  /// For programs.
  public func json(_ packs: [Pack], version: String) -> JSON {
    .object([
      ("format", .number(1)), ("tool", CheckJSON.tool(version)),
      (
        "packs",
        .array(
          packs.map { pack in
            .object([
              ("id", .string(pack.questionnaire.id)), ("version", .string(pack.questionnaire.version)),
              ("title", .string(title(pack))), ("source", JSON(pack.questionnaire.source)), ("digest", .string(pack.digest)),
              ("languages", JSON(pack.languages)), ("items", .number(pack.questionnaire.items.count)),
              ("questions", .number(pack.questionnaire.items.flatMap(\.questions).count)),
              ("rules", .number(pack.evaluation.rules.count)), ("findings", .number(pack.evaluation.findings.count)),
              ("broken", .bool(pack.isBroken)),
            ])
          })
      ),
    ])
  }

  private func title(_ pack: Pack) -> String {
    pack.questionnaire.title.map { pack.language(language).catalogue.words(for: $0) } ?? pack.questionnaire.id
  }
}
