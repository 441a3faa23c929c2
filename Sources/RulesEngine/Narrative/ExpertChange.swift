/// What an expert set in place of what was derived, with what was derived.
public struct ExpertChange: Sendable, Hashable {
  /// Who set something, when and why.
  public struct Author: Sendable, Hashable {
    /// The expert's name.
    public var name: String
    /// The expert's country, by code.
    public var country: String
    /// The day it was set, as it is written.
    public var date: String
    /// Why it was set.
    public var reason: String

    /// An expert, with the day and the reason.
    public init(name: String, country: String, date: String, reason: String) {
      self.name = name
      self.country = country
      self.date = date
      self.reason = reason
    }
  }

  /// Who set it.
  public var author: Author
  /// The status that was derived; the same where the expert left it.
  public var derivedStatus: Status
  /// The words that were derived; the same where the expert left them.
  public var derivedStatement: String?
  /// Whether the sentence says "with satisfaction".
  public var isWithSatisfaction: Bool
  /// Whether the finding stands elsewhere than it would.
  public var isMoved: Bool
  /// The answers that have changed since it was set, by path.
  public var changedAnswers: [String]

  /// Whether an answer that it rests on has changed since.
  public var isStale: Bool { !changedAnswers.isEmpty }
}
