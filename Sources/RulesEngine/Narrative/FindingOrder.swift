public import Documents

/// The order of findings where experts moved some.
enum FindingOrder {
  /// The groups with each moved finding at its new place; the group that it came from may be empty then. Those that are moved
  /// next to one another follow in their own order.
  static func moved(_ groups: [[DrawnFinding]]) -> [[DrawnFinding]] {
    var groups = groups
    let all = groups.flatMap { $0 }.filter { $0.override?.place != nil }
    for moved in inOrder(all) {
      guard let place = moved.override?.place, let target = position(of: place.finding, in: groups),
        let source = position(of: moved.id, in: groups), moved.id != place.finding
      else { continue }
      groups[source.group].remove(at: source.index)
      // It may have stood before its target in the same group.
      let shift = source.group == target.group && source.index < target.index ? 1 : 0
      let index = target.index - shift + (place.isAfter ? 1 : 0)
      groups[target.group].insert(moved, at: index)
    }
    return groups
  }

  // Each is put right beside its target: first a target that is moved itself, and of those behind one target the last.
  private static func inOrder(_ all: [DrawnFinding]) -> [DrawnFinding] {
    let isBehind = { (finding: DrawnFinding) in finding.override?.place?.isAfter == true }
    let wanted = all.filter { !isBehind($0) } + all.filter(isBehind).reversed()
    let order = DependencyOrder(count: wanted.count) { index in
      wanted.indices.filter { wanted[$0].id == wanted[index].override?.place?.finding }
    }
    return order.order.map { wanted[$0] }
  }

  private static func position(of id: RuleID, in groups: [[DrawnFinding]]) -> (group: Int, index: Int)? {
    for (number, group) in groups.enumerated() {
      if let index = group.firstIndex(where: { $0.id == id }) { return (number, index) }
    }
    return nil
  }
}

extension DrawnFinding {
  /// The finding with what an expert set.
  func taking(_ override: FindingOverride?) -> DrawnFinding {
    guard let override else { return self }
    var taken = self
    taken.override = override
    taken.derived = conclusion
    guard let status = override.status, status != conclusion.status else { return taken }
    // What an expert holds to be open, the answers that it is about leave open.
    taken.conclusion = Conclusion(status: status, missing: status == .notDetermined ? finding.about : [])
    return taken
  }
}

extension FindingOverride.Place {
  /// The finding beside which it is put.
  public var finding: RuleID {
    switch self {
    case .before(let id), .after(let id): id
    }
  }

  /// Whether it is put behind that finding.
  var isAfter: Bool {
    if case .after = self { return true }
    return false
  }
}
