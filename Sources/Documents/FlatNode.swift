/// One node of the tree as it is stored: 28 bytes, in preorder, without a pointer.
struct FlatNode {
  enum Kind: UInt8 { case scalar, sequence, mapping, alias }

  struct Flags: OptionSet {
    let rawValue: UInt16

    /// A scalar in the place of a key: `first` is its id in the key table.
    static let key = Flags(rawValue: 1)
    /// A key whose entry is left out: it stands twice, is no scalar, or is `<<`.
    static let dropped = Flags(rawValue: 2)
    /// Stands where the value could not be read.
    static let unread = Flags(rawValue: 4)
    /// A container in which reading stopped.
    static let incomplete = Flags(rawValue: 8)
    /// Has a tag, an anchor or both: libyaml's mark stands before them.
    static let properties = Flags(rawValue: 16)
    /// Ends with a block scalar, whose end libyaml places behind the blank lines after it.
    static let endsInBlockScalar = Flags(rawValue: 32)
  }

  var kind: Kind
  var style: Node.Style
  var flags: Flags
  /// Lines and columns as libyaml counts them, from 0.
  var start: Mark
  var end: Mark
  /// A value's offset in the arena, a key's id, the number of a container's children, the index of an alias's target.
  var first: UInt32
  /// A scalar's length in bytes; the index after a container's subtree.
  var second: UInt32
}

/// A place as libyaml counts: from 0, columns in code points.
struct Mark: Equatable {
  var line: UInt32
  var column: UInt32
}

/// A finished tree: nodes in preorder, the bytes of all scalars, the keys.
struct Tree {
  var nodes: [FlatNode] = []
  var arena: [UInt8] = []
  var keys = KeyTable()
  /// Tags are rare: by the node's index.
  var tags: [Int: String] = [:]

  /// The index after a node's subtree.
  func after(_ index: Int) -> Int {
    switch nodes[index].kind {
    case .sequence, .mapping: Int(nodes[index].second)
    case .scalar, .alias: index + 1
    }
  }

  /// Where a scalar's bytes stand in the arena; empty for a container.
  func bytes(of index: Int) -> Range<Int> {
    let node = nodes[index]
    guard node.kind == .scalar else { return 0..<0 }
    if node.flags.contains(.key) { return keys.bytes(of: node.first) }
    return Int(node.first)..<Int(node.first + node.second)
  }

  /// The node an alias stands for; any other node itself. An alias never leads to an alias.
  func resolved(_ index: Int) -> Int {
    nodes[index].kind == .alias ? Int(nodes[index].first) : index
  }
}
