public import Documents

/// How far a reply has come.
public enum ReplyStatus: String, Sendable, CaseIterable {
  case draft, complete, submitted, amended, withdrawn

  /// Whether it must conform fully; in a draft what is merely missing is info.
  public var mustConform: Bool { self != .draft }
}

/// One respondent's file.
public struct Reply: Sendable {
  public let document: Document
  public let respondent: String
  /// The language that numbers and yes and no are written in.
  public let language: String
  public let status: ReplyStatus
  /// An answer for each question of the questionnaire, by path.
  public let answers: [String: Answer]
  /// The keys of the items that the reply has, by id.
  public let items: [String: Node]
  /// The key `answers`.
  public let answersKey: Node?
  public let evidence: [String: Evidence]
  /// Explanations of warnings by rule.
  public let explanations: [String: Explanation]
  /// Questions that a misspelt name most likely meant: that they are missing is not told again.
  let presumed: Set<String>
  /// Items and questions in parts of the file that could not be read.
  let unread: Set<String>
}

/// An entry of the register of documents.
public struct Evidence: Sendable {
  public let id: String
  public let node: Node
  public let kind: String?
  public let title: String?
  public let number: String?
}

/// What a respondent says to a warning.
public struct Explanation: Sendable {
  public let rule: Node
  public let text: String
}
