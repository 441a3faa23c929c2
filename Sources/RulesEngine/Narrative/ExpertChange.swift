/// What an expert set in place of what was derived, with what was derived.
public struct ExpertChange: Sendable, Hashable {
  /// Who set it.
  public var name: String
  /// The expert's country, by code.
  public var country: String
  /// The day it was set, as it is written.
  public var date: String
  /// Why it was set.
  public var reason: String
  /// The status that was derived; the same where the expert left it.
  public var derivedStatus: Status
  /// The words that were derived; the same where the expert left them.
  public var derivedStatement: String?
  /// Whether the sentence says "with satisfaction".
  public var isWithSatisfaction = false
  /// The answers that have changed since it was set, by path; it is stale where there are any.
  public var changedAnswers: [String] = []

  /// Whether an answer that it rests on has changed since.
  public var isStale: Bool { !changedAnswers.isEmpty }
}
