public import Documents

/// The texts of one language by key, as scalars with their places.
public struct TextCatalogue: Sendable {
  /// The language, such as `es`.
  public let language: String
  /// The language in which the pack is written, whose texts stand where one is missing.
  public let base: String
  private var texts: [String: Node] = [:]

  /// A catalogue without texts: everything stands in the base language.
  public init(language: String, base: String) {
    self.language = language
    self.base = base
  }

  /// The scalars under `node` by their paths, keys joined by dots.
  public init(language: String, base: String, texts node: Node) {
    self.init(language: language, base: base)
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

  /// The words of `source` in this language, or marked in the base language where none are given.
  public func words(for source: TextSource) -> String {
    let text = node(for: source).text
    return lacks(source) ? marked(text) : text
  }

  /// A text of the base language as it stands among those of this one: `[en: …]`.
  public func marked(_ text: String) -> String { "[\(base): \(text)]" }

  /// A text without the mark that it may have.
  func unmarked(_ text: String) -> String {
    let open = "[\(base): "
    return text.hasPrefix(open) && text.hasSuffix("]") ? String(text.dropFirst(open.count).dropLast()) : text
  }

  /// The scalar with the words of `source`, those of the base language unmarked.
  func node(for source: TextSource) -> Node { self[source.key] ?? source.base }

  /// Whether the words of `source` are missing in this language.
  func lacks(_ source: TextSource) -> Bool { language != base && self[source.key] == nil }

  /// The keys that have a text.
  public var keys: [String] { texts.keys.sorted() }
}
