public import Documents

/// An answer that says something for which proof is needed: a question, an entry of its list, a row or a cell.
public struct Claim: Sendable {
  /// Why a document that is cited does not count.
  enum Refusal: Hashable, Sendable {
    case kind, noKind
    case beforePeriod, afterPeriod, imprecise
    case notYetInForce, noLongerInForce
    case tooOld
    case undated
    case language
    case noLocator
    /// Neither a file nor an address.
    case noSource
    /// Something else is wrong with it, which is told where it stands.
    case told
  }

  /// A document that is cited, and everything that keeps it from counting.
  struct Exhibit: Sendable {
    let citation: Citation
    let refusals: [Refusal]
  }

  /// The path of the question, entry, row or cell.
  public let path: String
  /// Which entry or row it is, for people: `2.`, or the row's key; `nil` for a question and a fixed row.
  let part: String?
  /// The question or column.
  public let question: Question
  /// Where it stands.
  public let location: Location
  /// The proof it needs.
  public let requirement: ProofRequirement
  /// The documents that are cited for it, each once.
  let exhibits: [Exhibit]
  /// Whether it has all the valid proof it needs.
  public let isProven: Bool

  init(
    path: String, part: String? = nil, question: Question, location: Location, requirement: ProofRequirement, exhibits: [Exhibit]
  ) {
    self.path = path
    self.part = part
    self.question = question
    self.location = location
    self.requirement = requirement
    self.exhibits = exhibits
    isProven = exhibits.count { $0.refusals.isEmpty } >= requirement.min
  }

  /// Every reason why a document does not count.
  var refusals: [(id: String, refusal: Refusal)] {
    exhibits.flatMap { exhibit in exhibit.refusals.map { (exhibit.citation.id, $0) } }
  }
  /// The ids of the documents that are cited for it.
  public var documents: [String] { exhibits.map(\.citation.id) }
}
