/// A view of one node of a document: cheap to make and to pass on.
///
/// An alias shows its target's kind, style, text and children, but has its own place.
public struct Node: Sendable {
  /// What a node is made of.
  public enum Kind: Sendable { case scalar, sequence, mapping }
  /// How it is written: the first five for scalars, the others for containers.
  public enum Style: UInt8, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded, flow, block }

  /// The document it stands in.
  public let document: Document
  /// Where it stands in the tree.
  let index: Int

  /// Scalar, sequence or mapping.
  public var kind: Kind {
    switch stored.kind {
    case .scalar, .alias: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    }
  }

  /// How it is written.
  public var style: Style { stored.style }

  /// A tag as libyaml resolves it, such as `!training` or `tag:yaml.org,2002:str`; it is an issue and has no other meaning.
  public var tag: String? { document.tree.tags[index] }

  /// Stands where the value could not be read; what is wrong is among the document's issues.
  public var isUnread: Bool { document.tree.nodes[index].flags.contains(.unread) || stored.flags.contains(.unread) }

  /// A container in which reading stopped: more may stand in the file than its children.
  public var isIncomplete: Bool { stored.flags.contains(.incomplete) }

  /// The index of what it stands for: an alias's target, else itself.
  var content: Int { document.tree.resolved(index) }
  var stored: FlatNode { document.tree.nodes[content] }
}

extension Node: Hashable {
  /// The same node of the same document.
  public static func == (a: Node, b: Node) -> Bool { a.index == b.index && a.document === b.document }

  /// By document and place in the tree.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(document))
    hasher.combine(index)
  }
}

// MARK: - Scalars

extension Node {
  /// A scalar's text, made when asked; empty for a container.
  public var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// A scalar's bytes without making a `String`; empty for a container.
  public func withBytes<R>(_ body: (ArraySlice<UInt8>) -> R) -> R {
    body(document.tree.arena[document.tree.bytes(of: content)])
  }

  /// Whether a scalar's text is this one, byte for byte.
  public func textEquals(_ text: String) -> Bool {
    guard stored.kind == .scalar else { return false }
    return withBytes { $0.elementsEqual(text.utf8) }
  }

  /// A key without a value, or a plain `~` or `null`; never true for quoted text, containers and what is unread.
  public var isEmpty: Bool {
    guard stored.kind == .scalar, stored.style == .plain, !isUnread else { return false }
    return withBytes { bytes in
      switch bytes.count {
      case 0: true
      case 1: bytes.first == UInt8(ascii: "~")
      case 4: ["null", "Null", "NULL"].contains { bytes.elementsEqual($0.utf8) }
      default: false
      }
    }
  }

  /// A key's number in the document, the same for equal keys; `nil` for any other node.
  public var keyID: Int? {
    let own = document.tree.nodes[index]
    return own.flags.contains(.key) ? Int(own.first) : nil
  }
}

// MARK: - Children

extension Node {
  /// The number of items of a sequence or of entries of a mapping, those left out not counted; 0 for a scalar.
  public var count: Int { stored.kind == .scalar ? 0 : Int(stored.first) }

  /// The entries of a mapping in the order of the file. Left out, because they are issues already: a key that stands twice (the
  /// first counts), one that is no text, and `<<`. None for other nodes.
  public var entries: Entries { Entries(of: self) }

  /// The items of a sequence; none for other nodes.
  public var items: Items { Items(of: self) }

  /// The value of a key of a mapping.
  public subscript(key: String) -> Node? {
    guard stored.kind == .mapping, let id = document.keyID(key) else { return nil }
    return self[keyID: id]
  }

  /// The value of a key of a mapping, by the key's number in this document.
  public subscript(keyID id: Int) -> Node? {
    for entry in entries where entry.key.keyID == id { return entry.value }
    return nil
  }
}
