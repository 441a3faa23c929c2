public import Documents

/// A text of a pack: where its translations stand and its words in the base language.
public struct TextSource: Sendable {
  /// The path of the text in a catalogue: `act_1_1.training.satisfied`.
  public let key: String
  /// The scalar that holds the base language's words.
  public let base: Node

  /// A text with its key.
  public init(key: String, base: Node) {
    self.key = key
    self.base = base
  }
}

/// The texts of one language by key, as scalars with their places.
public struct TextCatalogue: Sendable {
  /// The language, such as `es`.
  public let language: String
  private var texts: [String: Node] = [:]

  /// A catalogue without texts: everything stands in the base language.
  public init(language: String) { self.language = language }

  /// The scalars under `node` by their paths, keys joined by dots.
  public init(language: String, texts node: Node) {
    self.language = language
    gather(node, path: "")
  }

  private mutating func gather(_ node: Node, path: String) {
    switch node.kind {
    case .scalar: texts[path] = node
    case .mapping:
      for entry in node.entries { gather(entry.value, path: path.isEmpty ? entry.key.text : "\(path).\(entry.key.text)") }
    case .sequence: break
    }
  }

  /// Adds the texts of another file of the same language; a text that stands in both keeps its first words. Returns those texts
  /// of `other` that were not taken, by their keys.
  public mutating func add(_ other: TextCatalogue) -> [(key: String, node: Node)] {
    let twice = other.keys.filter { texts[$0] != nil }.compactMap { key in other.texts[key].map { (key, $0) } }
    texts.merge(other.texts) { first, _ in first }
    return twice
  }

  /// The scalar for `key`; a question translated by its text alone has it under the question's own key.
  public subscript(key: String) -> Node? {
    if let node = texts[key] { return node }
    return key.hasSuffix(".ask") ? texts[String(key.dropLast(4))] : nil
  }

  /// The scalar with the words of `source` in this language, or in the base language where none are given.
  public func node(for source: TextSource) -> Node { self[source.key] ?? source.base }

  /// The keys that have a text.
  public var keys: [String] { texts.keys.sorted() }
}
