public import Documents
public import Expressions

/// Why there is no answer, as the respondent says.
public enum MissingKind: String, Sendable, CaseIterable {
  case notApplicable = "not-applicable"
  case notAvailable = "not-available"
  case declined, pending
}

/// What a reply says to one question, or in one cell.
public struct Answer: Sendable {
  /// What was read.
  public enum Content: Sendable {
    /// Nothing stands there, or a key without a value.
    case none
    case value(AnswerValue)
    case missing(MissingKind, justification: String?)
    /// Something stands there that cannot be read; its issue is told.
    case unreadable
  }

  /// What was read.
  public var content: Content = .none
  /// The key it stands under, or the row of a list.
  public var key: Node?
  /// The value itself, in an answer that also has evidence or a comment.
  public var node: Node?
  /// The documents cited for it.
  public var citations: [Citation] = []
  /// What the respondent adds.
  public var comment: String?

  /// No answer.
  public static let none = Answer()

  /// Whether anything was written.
  public var isGiven: Bool {
    if case .none = content { return false }
    return true
  }

  /// The value, if one was read.
  public var value: AnswerValue? {
    if case .value(let value) = content { return value }
    return nil
  }

  /// Where it stands: the value, or the key if there is none.
  public var location: Location? { (node ?? key)?.location }
}

/// A value of the type that its question declares.
public indirect enum AnswerValue: Sendable {
  case bool(Bool)
  case integer(Int64)
  case decimal(Decimal64)
  case text(String)
  case date(CalendarDate)
  case period(Period)
  case duration(TimeSpan)
  case codes([String])
  case list([Answer])
  case rows([ReplyRow])
}

/// A row of a table, as a reply has it.
public struct ReplyRow: Sendable {
  /// `stations[Faro]`, `measures_p8`… as full path.
  public let path: String
  /// The row itself; absent where a fixed row was left out.
  public let node: Node?
  /// The key of a fixed row.
  public let key: Node?
  /// In the order of the columns.
  public var cells: [Answer]
  /// What is cited for the row as a whole.
  public var citations: [Citation] = []
  /// The fixed row that it answers.
  public let fixed: Int?
}

/// A document cited for an answer.
public struct Citation: Sendable {
  /// The id of an entry of the register.
  public let id: String
  /// Where the citation stands.
  public let node: Node
  /// Where in the document: pages, an article, a section.
  public let locator: Node?
  /// What the locator is: `pages`, `article` or `section`.
  public let locatorName: String?
  /// The pages, where they are named.
  public let pages: PageSpans?
}
