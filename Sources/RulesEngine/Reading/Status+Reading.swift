public import Documents

extension Status {
  /// The status that a pack writes; any other word is reported.
  public init?(_ node: Node, path: String, problems: Problems) {
    if let status = Status(rawValue: node.text) {
      self = status
      return
    }
    problems.add(
      Issue(
        "pack/unknown-status", path: path, at: node.location,
        Message("pack/unknown-status", ["name": node.text, "known": Status.allCases.map(\.rawValue).joined(separator: ", ")])))
    return nil
  }
}
