public import Documents

/// Collects the issues of one reading, so that a reader never stops at the first.
public final class Problems {
  /// Everything added so far, in the order of adding.
  public private(set) var issues: [Issue]

  /// A collector that begins with `issues`.
  public init(_ issues: [Issue] = []) { self.issues = issues }

  /// Adds one issue.
  public func add(_ issue: Issue) { issues.append(issue) }

  /// Adds several issues.
  public func add(_ more: [Issue]) { issues += more }

  /// Whether any of them is an error.
  public var hasErrors: Bool { issues.contains { $0.severity == .error } }
}
