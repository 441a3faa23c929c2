import RulesEngine

/// How far a reply has come in one section.
public struct SectionProgress: Sendable, Hashable {
  /// The section's id.
  public let section: String
  /// Questions answered, of those that are asked and required.
  public let answered: Int
  /// Questions that are asked and must be answered.
  public let required: Int
  /// Claims with valid proof, of those that need it.
  public let proven: Int
  /// Claims that need proof.
  public let claims: Int

  static func of(_ situation: Situation) -> [SectionProgress] {
    let sections = Dictionary(
      situation.pack.questionnaire.items.map { ($0.id, $0.section) }, uniquingKeysWith: { first, _ in first })
    let bySection = Dictionary(grouping: situation.proof.claims) { sections[String($0.path.prefix { $0 != "." })] ?? "" }
    return situation.pack.questionnaire.sections.map { section in
      let questions = section.items.flatMap(\.questions).filter { situation.applicability(of: $0.path) == .asked }
      let required = questions.filter(\.isRequired)
      let claims = bySection[section.id] ?? []
      return SectionProgress(
        section: section.id, answered: required.filter { isAnswered(situation.answer($0.path)) }.count, required: required.count,
        proven: claims.filter(\.isProven).count, claims: claims.count)
    }
  }

  private static func isAnswered(_ answer: Answer) -> Bool {
    switch answer.content {
    case .none, .missing(.pending, _), .unreadable: false
    case .value, .missing: true
    }
  }
}
