/// The entries of a mapping.
public struct Entries: Sequence, Sendable {
  /// A key and its value.
  public struct Entry: Sendable {
    /// Always a scalar.
    public let key: Node
    /// The value; an empty scalar where the file has none.
    public let value: Node
  }

  /// Goes from entry to entry, each in one step.
  public struct Iterator: IteratorProtocol {
    fileprivate let document: Document
    fileprivate var index: Int
    fileprivate let end: Int

    /// The next entry that is not left out.
    public mutating func next() -> Entry? {
      while index < end {
        let key = index
        let value = document.tree.after(key)
        index = document.tree.after(value)
        if document.tree.nodes[key].flags.contains(.dropped) { continue }
        return Entry(key: Node(document: document, index: key), value: Node(document: document, index: value))
      }
      return nil
    }
  }

  private let document: Document
  private let children: Range<Int>

  init(of node: Node) {
    document = node.document
    children = node.stored.kind == .mapping ? node.content + 1..<Int(node.stored.second) : 0..<0
  }

  /// From the first entry.
  public func makeIterator() -> Iterator {
    Iterator(document: document, index: children.lowerBound, end: children.upperBound)
  }
}

/// The items of a sequence.
public struct Items: Sequence, Sendable {
  /// Goes from item to item, each in one step.
  public struct Iterator: IteratorProtocol {
    fileprivate let document: Document
    fileprivate var index: Int
    fileprivate let end: Int

    /// The next item.
    public mutating func next() -> Node? {
      guard index < end else { return nil }
      let item = Node(document: document, index: index)
      index = document.tree.after(index)
      return item
    }
  }

  private let document: Document
  private let children: Range<Int>

  init(of node: Node) {
    document = node.document
    children = node.stored.kind == .sequence ? node.content + 1..<Int(node.stored.second) : 0..<0
  }

  /// From the first item.
  public func makeIterator() -> Iterator {
    Iterator(document: document, index: children.lowerBound, end: children.upperBound)
  }
}
