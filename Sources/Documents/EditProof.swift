/// Holds a changed file against the file before: node for node the same, but for what was to be changed.
struct EditProof {
  /// A new entry.
  struct Entry {
    let key: String
    let text: String
    /// The key, in the old tree, of the entry that it comes behind; `nil`: at the end.
    let after: Int?
  }

  /// What was to be changed, by nodes of the old tree.
  struct Expected {
    var values: [Int: String] = [:]
    var entries: [Int: [Entry]] = [:]
  }

  private let old: Document
  private let new: Document
  private let expected: Expected
  /// By node of the old tree, the node of the new one.
  private var images: [Int]

  init(old: Document, new: Document, expected: Expected) {
    self.old = old
    self.new = new
    self.expected = expected
    images = [Int](repeating: -1, count: old.tree.nodes.count)
  }

  mutating func holds() -> Bool {
    guard !new.isBroken, !old.tree.nodes.isEmpty, !new.tree.nodes.isEmpty else { return false }
    guard old.issues.map(Told.init) == new.issues.map(Told.init) else { return false }
    return isSame(0, 0)
  }

  // Lines move, so that places and words about them differ.
  private struct Told: Equatable {
    let rule: RuleID
    let path: String

    init(_ issue: Issue) {
      rule = issue.rule
      path = issue.path
    }
  }

  private mutating func isSame(_ a: Int, _ b: Int) -> Bool {
    guard b < new.tree.nodes.count else { return false }
    images[a] = b
    if let text = expected.values[a] { return isScalar(b, text) }
    let (x, y) = (old.tree.nodes[a], new.tree.nodes[b])
    let flags = x.flags.symmetricDifference(y.flags).subtracting(.endsInBlockScalar)
    guard x.kind == y.kind, x.style == y.style, flags.isEmpty, old.tree.tags[a] == new.tree.tags[b] else { return false }
    switch x.kind {
    case .scalar:
      return old.tree.arena[old.tree.bytes(of: a)] == new.tree.arena[new.tree.bytes(of: b)]
    case .alias: return images[Int(x.first)] == Int(y.first)
    case .sequence, .mapping: return hasSameChildren(a, b)
    }
  }

  private func isScalar(_ index: Int, _ text: String) -> Bool {
    guard index < new.tree.nodes.count else { return false }
    let node = new.tree.nodes[index]
    guard node.kind == .scalar, !node.flags.contains(.unread) else { return false }
    return new.tree.arena[new.tree.bytes(of: index)].elementsEqual(text.utf8)
  }

  private mutating func hasSameChildren(_ a: Int, _ b: Int) -> Bool {
    let isMapping = old.tree.nodes[a].kind == .mapping
    let added = expected.entries[a] ?? []
    var child = b + 1
    var key = a + 1
    while key < old.tree.after(a) {
      guard child < new.tree.after(b), isSame(key, child) else { return false }
      child = new.tree.after(child)
      let value = old.tree.after(key)
      if isMapping {
        guard child < new.tree.after(b), isSame(value, child) else { return false }
        child = new.tree.after(child)
        guard skip(added.filter { $0.after == key }, &child) else { return false }
      }
      key = isMapping ? old.tree.after(value) : value
    }
    return skip(added.filter { $0.after == nil }, &child) && child == new.tree.after(b)
  }

  /// Steps over new entries; false where others stand there.
  private func skip(_ entries: [Entry], _ child: inout Int) -> Bool {
    for entry in entries {
      guard isScalar(child, entry.key), new.tree.nodes[child].flags.isDisjoint(with: .dropped) else { return false }
      guard isScalar(child + 1, entry.text) else { return false }
      child += 2
    }
    return true
  }
}
