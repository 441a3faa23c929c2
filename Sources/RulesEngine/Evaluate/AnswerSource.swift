public import Documents
public import Expressions

/// How the answer to one point stands.
public enum Standing: Sendable, Hashable {
  case yes, no
  /// Answered, where the type is not yes_no.
  case given
  /// No answer; or none yet.
  case unanswered(required: Bool)
  /// Declared as not available or declined, with the justification.
  case absent(kind: String, justification: String?)
  case unreadable
  /// Not asked, or declared not applicable.
  case notApplicable(declared: Bool)
  /// Whether it is asked depends on answers that are not there.
  case relevanceUnknown([UInt32])
  /// The cells of a column, or of a row.
  case cells([Standing], missing: [String])
}

/// Whether a claim has the valid proof that is asked for.
public enum Verification: String, Sendable, Hashable {
  case yes, no
  case notRequired = "not-required"
}

/// A row of a table, for what runs once a row.
public struct RowFact: Sendable {
  /// The row as a value of its table's record type.
  public let value: Value
  /// `act_2_1.stations[Faro]`.
  public let path: String
  /// Where the row stands.
  public let location: Location
  /// The row's position in its table.
  public let index: Int
  /// The table's full name.
  public let table: String

  /// A row with its place.
  public init(value: Value, path: String, location: Location, index: Int, table: String) {
    self.value = value
    self.path = path
    self.location = location
    self.index = index
    self.table = table
  }
}

/// One reply, as the engine sees it: facts, and where each of them stands.
public protocol AnswerSource {
  /// The values of all declared names.
  var facts: Facts { get }
  /// How the answer to a declared point stands.
  func standing(of point: String) -> Standing
  /// The rows of a table in order.
  func rows(of table: String) -> [RowFact]
  /// The answers behind a reference, with their values as written and their places; a column gives one for each row.
  func bases(of reference: PointReference, row: RowFact?) -> [Issue.Basis]
  /// The answers that decide whether a point is asked, or may be declared not applicable.
  func deciders(of point: String) -> [PointReference]
  /// The path of the question or cell that the reply builder numbered so.
  func path(of attribute: UInt32) -> String
  /// Whether the claims made under these points have their proof.
  func verification(of points: [String]) -> Verification
  /// What the claims under these points count as while they have no proof; `nil` where the evaluation decides.
  func unverified(_ points: [String]) -> Status?
  /// The documents cited under these points.
  func documents(of points: [String]) -> [String]
  /// Where an item stands in the reply, or where it would.
  func location(ofItem item: String) -> Location
  /// What a point is called for people: printed number and the question's words.
  func subject(of point: String) -> String?
}
