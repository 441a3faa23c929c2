/// The conclusion on one point.
public enum Status: String, Sendable, Hashable, CaseIterable {
  case satisfied
  case partiallySatisfied = "partially-satisfied"
  case notSatisfied = "not-satisfied"
  case notApplicable = "not-applicable"
  case notDetermined = "not-determined"

  /// Whether a sentence with this status affirms; `nil` where it says nothing of the kind.
  public var polarity: Polarity? {
    switch self {
    case .satisfied, .partiallySatisfied: .yes
    case .notSatisfied: .no
    case .notApplicable, .notDetermined: nil
    }
  }
}

/// Whether a statement affirms or denies.
public enum Polarity: String, Sendable, Hashable {
  case yes, no
}
