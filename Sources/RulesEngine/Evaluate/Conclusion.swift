public import Expressions

/// The status of a finding with what is to be said about it.
public struct Conclusion: Sendable, Hashable {
  /// The status.
  public var status: Status
  /// Whether a status not-applicable was declared by the respondent, and not a matter of what is asked.
  public var isDeclared = false
  /// The questions that would determine it.
  public var missing: [String] = []
  /// Why there is no answer: `not-available`, `declined`.
  public var reason: String?
  /// Not determined, but nothing that a reply must have is missing.
  public var isSilent = false
  /// What went wrong while it was drawn.
  public var fault: EvaluationError?

  /// A conclusion that needs no more words.
  public init(status: Status, isDeclared: Bool = false, missing: [String] = [], fault: EvaluationError? = nil) {
    self.status = status
    self.isDeclared = isDeclared
    self.missing = missing
    self.fault = fault
  }

  /// What follows from the answer to `point` alone.
  init(_ standing: Standing, of point: String, path: (UInt32) -> String) {
    switch standing {
    case .yes, .given: self.init(status: .satisfied)
    case .no: self.init(status: .notSatisfied)
    case .unanswered(let required):
      self.init(status: .notDetermined, missing: [point])
      isSilent = !required
    case .absent(let kind, _):
      self.init(status: .notDetermined, missing: [point])
      reason = kind
    case .unreadable: self.init(status: .notDetermined, missing: [point])
    case .notApplicable(let declared): self.init(status: .notApplicable, isDeclared: declared)
    case .relevanceUnknown(let attributes): self.init(status: .notDetermined, missing: attributes.map(path))
    case .cells(let cells, let missing): self = Conclusion.ofCells(cells, missing: missing)
    }
  }

  // All yes: satisfied; some: partially; none: not. A cell that is open leaves open what it could change.
  private static func ofCells(_ cells: [Standing], missing: [String]) -> Conclusion {
    var yes = 0
    var no = 0
    var open = 0
    var silent = true
    for cell in cells {
      switch cell {
      case .yes, .given: yes += 1
      case .no: no += 1
      case .notApplicable: break
      case .unanswered(let required):
        open += 1
        if required { silent = false }
      case .absent, .unreadable, .relevanceUnknown, .cells:
        open += 1
        silent = false
      }
    }
    if yes > 0 && no > 0 { return Conclusion(status: .partiallySatisfied) }
    if open > 0 {
      var conclusion = Conclusion(status: .notDetermined, missing: missing)
      conclusion.isSilent = silent
      conclusion.reason = reason(cells)
      return conclusion
    }
    if yes > 0 { return Conclusion(status: .satisfied) }
    if no == 0 && !cells.isEmpty {
      return Conclusion(status: .notApplicable, isDeclared: cells.contains(.notApplicable(declared: true)))
    }
    return Conclusion(status: .notSatisfied)
  }

  // The reason that is given for every cell that is open.
  private static func reason(_ cells: [Standing]) -> String? {
    var reason: String?
    for cell in cells {
      switch cell {
      case .yes, .given, .no, .notApplicable: continue
      case .absent(let kind, _) where reason == nil || reason == kind: reason = kind
      case .absent, .unanswered, .unreadable, .relevanceUnknown, .cells: return nil
      }
    }
    return reason
  }

  /// The conclusion when a claim without valid proof counts as `status`.
  func counting(_ verified: Verification, as unverified: Status) -> Conclusion {
    guard verified == .no, status == .satisfied || status == .partiallySatisfied, unverified != .satisfied else { return self }
    var other = self
    other.status = unverified
    return other
  }
}

/// A finding with its conclusion, before anything is said in words.
public struct DrawnFinding: Sendable {
  /// The finding that was drawn.
  public let finding: CompiledFinding
  /// The finding's place in the compiled evaluation.
  public let index: Int
  /// The row it was drawn for.
  public let row: RowFact?
  /// What follows.
  public internal(set) var conclusion: Conclusion
  /// Whether the claim has its proof.
  public let verified: Verification
  /// What an expert set in its place; `conclusion` is then the expert's.
  var override: FindingOverride?
  /// What follows without the expert.
  var derived: Conclusion?
}
