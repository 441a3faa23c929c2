public import Documents
import Expressions
public import RulesEngine

/// The proof that a claim needs: which documents count, and how many.
public struct ProofRequirement: Sendable {
  /// The kinds of evidence that prove it; empty: any.
  public var kinds: [String] = []
  /// How many documents at least.
  public var min = 1
  /// Whether every entry of a list and every row of a table needs documents of its own.
  public var each = false
  /// When proof is needed; absent: whenever the claim is made.
  public var when: ExpressionText?
  /// The period in which a document must have been issued.
  public var within: ExpressionText?
  /// The day on which a document must be in force.
  public var inForce: ExpressionText?
  /// How old a document may be, counted back from the end of the questionnaire's period, or from today where it has none.
  public var maxAge: Age?
  /// A document with more pages than this must be cited with the place in it; 0: every document.
  public var locatorOver: Int?
  /// Whether the document must be there, as a file or at an address.
  public var attached = false
  /// The languages that are accepted; empty: any.
  public var languages: [String] = []
  /// The weight of a claim without proof in a complete reply.
  public var severity = Severity.warning
  /// What a claim without valid proof counts as; absent: as the evaluation says.
  public var unverified: Status?

  /// Any one document.
  public init() {}
}

/// A span of calendar time: `2 years`, `18 months`, `90 days`.
public struct Age: Sendable, Hashable, CustomStringConvertible {
  /// Whole months, twelve of them a year.
  public let months: Int
  /// Days besides the months.
  public let days: Int
  /// As the pack has it.
  public let description: String

  // More than anything that is still valid is old.
  private static let most = 2400

  /// A number and one of `days`, `months` and `years`, also in the singular.
  public init?(parsing text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int(parts[0]), (1...Self.most).contains(count) else { return nil }
    switch parts[1] {
    case "day", "days": (months, days) = (0, count)
    case "month", "months": (months, days) = (count, 0)
    case "year", "years": (months, days) = (12 * count, 0)
    default: return nil
    }
    description = text
  }

  /// The day that lies so long before `date`; `nil` beyond the calendar.
  func before(_ date: CalendarDate) -> CalendarDate? { date.addMonths(-months)?.addDays(-days) }
}
