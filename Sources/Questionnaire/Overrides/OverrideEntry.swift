import Documents
import RulesEngine

/// A file of overrides as it was read.
struct OverrideFile {
  var experts: [String: Expert] = [:]
  /// The ids of all experts, those whose own entries are wrong included.
  var named: Set<String> = []
  var entries: [OverrideEntry] = []
}

/// Somebody who sets something.
struct Expert {
  let id: String
  /// Where the expert is named.
  let node: Node
  let name: String
  let country: Node
}

/// What the file says of one finding.
struct OverrideEntry: Sendable {
  /// The finding as it is named.
  let key: Node
  let node: Node
  /// The finding that is meant; `nil` where there is none.
  var finding: RuleID?
  var expert: Node?
  var date: Node?
  var reason: Node?
  var status: Status?
  var statement: Node?
  var satisfaction: Node?
  var place: (node: Node, isAfter: Bool)?
  var basis: Node?
  /// Something was said of it that keeps it from being applied.
  var isRefused = false

  /// Where it stands, for issues.
  var path: String { "findings.\(key.text)" }
}
