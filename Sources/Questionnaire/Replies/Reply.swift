public import Documents

/// How far a reply has come.
public enum ReplyStatus: String, Sendable, CaseIterable {
  case draft, complete, submitted, amended, withdrawn

  /// Whether it must conform fully; in a draft what is merely missing is info.
  public var mustConform: Bool { self != .draft }
}

/// One respondent's file.
public struct Reply: Sendable {
  /// The file.
  public let document: Document
  /// Who replies, by code.
  public let respondent: String
  /// The language that numbers and yes and no are written in.
  public let language: String
  /// How far it has come.
  public let status: ReplyStatus
  /// An answer for each question of the questionnaire, by path.
  public let answers: [String: Answer]
  /// The keys of the items that the reply has, by id.
  public let items: [String: Node]
  /// The key `answers`.
  public let answersKey: Node?
  /// The register of documents by id.
  public let evidence: [String: Evidence]
  /// Explanations of warnings by rule.
  public let explanations: [String: Explanation]
  /// Questions that a misspelt name most likely meant: that they are missing is not told again.
  let presumed: Set<String>
  /// Items and questions in parts of the file that could not be read.
  let unread: Set<String>

  /// The register of documents in the order of the file.
  public var register: [Evidence] {
    evidence.values.sorted { ($0.node.location.range, $0.id) < ($1.node.location.range, $1.id) }
  }
}

/// What a respondent says to a warning.
public struct Explanation: Sendable {
  /// The rule that is explained.
  public let rule: Node
  /// The explanation.
  public let text: String
}
