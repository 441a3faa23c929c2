public import Documents
import Expressions

/// Reads the known keys of a mapping. Every key that is asked for counts as known; `finish` reports the others.
///
/// The domain (`pack`, `reply`) is the first half of the ids of what it reports: `pack/unknown-key`, `reply/missing-key`.
public struct Fields {
  /// The mapping that is read; a scalar or sequence reads as a mapping without keys.
  public let node: Node
  /// Where the mapping stands in the document, keys joined by dots.
  public let path: String
  private let domain: String
  private let problems: Problems
  private var known: [String] = []

  /// Begins to read `node`; reports `DOMAIN/not-a-mapping` if it is none.
  public init(_ node: Node, path: String, domain: String, problems: Problems) {
    self.node = node
    self.path = path
    self.domain = domain
    self.problems = problems
    if node.kind != .mapping && !node.isUnread && !node.isEmpty {
      problems.add(
        Issue(
          RuleID("\(domain)/not-a-mapping"), path: path, at: node.location,
          Message("\(domain)/not-a-mapping", ["name": Fields.lastName(of: path)])))
    }
  }

  /// The value of `key`, whatever it is.
  public mutating func node(_ key: String) -> Node? {
    known.append(key)
    return node.kind == .mapping ? node[key] : nil
  }

  /// The scalar under `key`; reports a container.
  public mutating func scalar(_ key: String) -> Node? {
    guard let value = node(key), !value.isUnread else { return nil }
    guard value.kind == .scalar else {
      wrongType(value, key, expected: "text")
      return nil
    }
    return value
  }

  /// The scalar under `key`; reports its absence too.
  public mutating func required(_ key: String) -> Node? {
    let value = node(key)
    guard value != nil else {
      missing(key)
      return nil
    }
    return scalar(key)
  }

  /// The text under `key`.
  public mutating func text(_ key: String) -> String? { scalar(key)?.text }

  /// `yes` or `no` (`true`, `false`) under `key`; reports anything else.
  public mutating func flag(_ key: String) -> Bool? {
    guard let value = scalar(key) else { return nil }
    switch value.text {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      wrongType(value, key, expected: "yes-no")
      return nil
    }
  }

  /// What agrees with a name or noun, by its `gender` and `plural`; masculine and singular where nothing is said.
  public mutating func agreement() -> Agreement {
    var agreement = Agreement(isPlural: flag("plural") ?? false)
    guard let value = scalar("gender") else { return agreement }
    if let gender = Agreement.Gender(rawValue: value.text) {
      agreement.gender = gender
    } else {
      wrongType(value, "gender", expected: "gender")
    }
    return agreement
  }

  /// The whole number under `key`; reports anything else.
  public mutating func integer(_ key: String) -> Int? {
    guard let value = scalar(key) else { return nil }
    guard let number = Int(value.text) else {
      wrongType(value, key, expected: "integer")
      return nil
    }
    return number
  }

  /// The scalars of the list under `key`; one scalar alone counts as a list of one.
  public mutating func scalars(_ key: String) -> [Node]? {
    guard let value = node(key), !value.isUnread else { return nil }
    switch value.kind {
    case .scalar: return value.isEmpty ? [] : [value]
    case .sequence:
      return value.items.filter { item in
        if item.kind != .scalar { wrongType(item, key, expected: "text") }
        return item.kind == .scalar
      }
    case .mapping:
      wrongType(value, key, expected: "list")
      return nil
    }
  }

  /// The mapping under `key`, to be read in turn.
  public mutating func fields(_ key: String) -> Fields? {
    guard let value = node(key), !value.isUnread else { return nil }
    return Fields(value, path: path.isEmpty ? key : "\(path).\(key)", domain: domain, problems: problems)
  }

  /// The entries of the mapping under `key`; empty where there is none.
  public mutating func entries(_ key: String) -> [(key: Node, value: Node)] {
    guard let value = node(key), !value.isUnread, !value.isEmpty else { return [] }
    guard value.kind == .mapping else {
      wrongType(value, key, expected: "mapping")
      return []
    }
    return value.entries.map { ($0.key, $0.value) }
  }

  /// Reports every key that was not asked for, with the nearest known one.
  public func finish() {
    guard node.kind == .mapping else { return }
    for entry in node.entries where !known.contains(entry.key.text) {
      let name = entry.key.text
      var arguments = ["name": name]
      if let near = nearestName(to: name, among: known) { arguments["suggestion"] = near }
      problems.add(
        Issue(
          RuleID("\(domain)/unknown-key"), path: path.isEmpty ? name : "\(path).\(name)", at: entry.key.location,
          Message("\(domain)/unknown-key", arguments)))
    }
  }

  /// Reports that `key` is not there.
  public func missing(_ key: String) {
    // What is no mapping at all is told already.
    guard node.kind == .mapping || node.isEmpty else { return }
    problems.add(
      Issue(
        RuleID("\(domain)/missing-key"), path: path, at: node.location, Message("\(domain)/missing-key", ["name": key])))
  }

  /// Reports that the value of `key` has another form than `expected` (`text`, `yes-no`, `gender`, `integer`, `list`, `mapping`).
  public func wrongType(_ value: Node, _ key: String, expected: String) {
    problems.add(
      Issue(
        RuleID("\(domain)/wrong-form"), path: path.isEmpty ? key : "\(path).\(key)", at: value.location,
        Message("\(domain)/wrong-form.\(expected)", ["name": key])))
  }

  private static func lastName(of path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }
}
