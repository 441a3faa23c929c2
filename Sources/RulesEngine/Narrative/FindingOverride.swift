public import Documents

/// What an expert sets in place of what is derived for one finding.
public struct FindingOverride: Sendable, Hashable {
  /// Where the finding is to stand.
  public enum Place: Sendable, Hashable {
    case before(RuleID)
    case after(RuleID)
  }

  /// Who sets it, when and why.
  public var author: ExpertChange.Author
  /// The status that counts.
  public var status: Status?
  /// The words that count, in the language of the draft.
  public var statement: String?
  /// That the sentence says "with satisfaction".
  public var isWithSatisfaction = false
  /// Where the finding is to stand in its section.
  public var place: Place?
  /// The answers that have changed since it was set.
  public var changedAnswers: [String] = []

  /// Nothing is set yet.
  public init(author: ExpertChange.Author) { self.author = author }
}
