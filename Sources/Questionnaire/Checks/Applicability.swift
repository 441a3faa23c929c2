/// Whether a question, or a cell, is asked.
enum Applicability: Sendable, Hashable {
  case asked
  /// Its `relevant` is false, or what it belongs to is not asked.
  case notAsked
  /// The respondent declares that it does not apply, and that is accepted.
  case declared
  /// The respondent declares that it does not apply, where that is not accepted.
  case refused
  /// It depends on answers that are not there.
  case unknown([UInt32])
}
