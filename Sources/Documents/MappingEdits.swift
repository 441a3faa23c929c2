/// Changes to a YAML file that touch nothing but the entries they are about: every other byte stays as it is.
///
/// What cannot be changed safely is refused. All changes together are proved before the new text is given: it is parsed again, and
/// must hold the old tree, node for node, but for what was to be changed.
public struct MappingEdits {
  /// Why something is not changed.
  public enum Refusal: String, Error, Sendable, CaseIterable {
    /// A part of the file could not be read, or it is no UTF-8.
    case unreadable
    /// There is no mapping, or no scalar, of this file.
    case wrongKind = "wrong-kind"
    /// It is an alias, or aliases stand for it: the change would show at several places.
    case shared
    /// The mapping has a key twice, one that is no text, or `<<`.
    case irregular
    /// The key has a value already.
    case hasValue = "has-value"
    /// It is written in a form that nothing is put into, such as a key after a question mark.
    case form
    /// The new text would not hold what it should.
    case unproven
  }

  /// What stands in the place of a stretch of the file.
  struct Change {
    let range: Range<Int>
    let bytes: [UInt8]
    /// A new entry, which stands behind a value that is filled in at the same place.
    let isEntry: Bool
  }

  private let document: Document
  private let places: EditPlaces
  private var changes: [Change] = []
  private var expected = EditProof.Expected()
  private let shared: SharedNodes

  /// No changes yet to the file of `document`.
  public init(_ document: Document) {
    self.document = document
    places = EditPlaces(document)
    shared = SharedNodes(document.tree)
  }

  /// Whether anything is to be changed.
  public var isEmpty: Bool { changes.isEmpty }

  /// Gives `mapping` the entry `key: text`. A key without value is filled in where it stands. A new entry comes behind that of
  /// `sibling`, which may be new too, or at the end; in a mapping in braces always at the end.
  public mutating func set(_ key: String, to text: String, in mapping: Node, after sibling: String? = nil) throws(Refusal) {
    try checkMapping(mapping)
    if let entry = mapping.entries.first(where: { $0.key.textEquals(key) }) {
      try fill(entry, text, in: mapping)
    } else if mapping.style == .flow {
      append(key, text, to: mapping)
    } else {
      try insert(key, text, in: mapping, after: sibling)
    }
  }

  /// Puts another text in the place of a scalar that is no key.
  public mutating func replace(_ scalar: Node, with text: String) throws(Refusal) {
    try checkOwn(scalar, .scalar)
    let range = places.bytes(of: scalar)
    guard scalar.keyID == nil, !range.isEmpty else { throw .form }
    add(range, YAMLText.scalar(text, isQuoted: scalar.style == .doubleQuoted))
    expected.values[scalar.index] = text
  }

  /// The file with all changes, proved.
  public func bytes(limits: Limits = .standard) throws(Refusal) -> [UInt8] {
    guard !document.isBroken else { throw .unreadable }
    let bytes = places.source.bytes.applying(changes)
    let new = Document.parse(SourceFile(name: document.source.name, bytes: bytes), limits: limits)
    var proof = EditProof(old: document, new: new, expected: expected)
    guard proof.holds() else { throw .unproven }
    return bytes
  }

  private mutating func add(_ range: Range<Int>, _ bytes: [UInt8], isEntry: Bool = false) {
    changes.append(Change(range: range, bytes: bytes, isEntry: isEntry))
  }
}

// MARK: - What is refused

extension MappingEdits {
  private func checkMapping(_ node: Node) throws(Refusal) {
    try checkOwn(node, .mapping)
    let tree = document.tree
    var key = node.index + 1
    while key < tree.after(node.index) {
      if tree.nodes[key].flags.contains(.dropped) { throw .irregular }
      key = tree.after(tree.after(key))
    }
  }

  /// Whether a node is of this file and of a kind, and stands for itself alone.
  private func checkOwn(_ node: Node, _ kind: FlatNode.Kind) throws(Refusal) {
    guard !document.isBroken else { throw .unreadable }
    guard node.document === document else { throw .wrongKind }
    let stored = document.tree.nodes[node.index]
    guard stored.kind != .alias, !shared.contains(node.index) else { throw .shared }
    guard stored.kind == kind else { throw .wrongKind }
    guard stored.flags.isDisjoint(with: [.unread, .incomplete]) else { throw .unreadable }
  }
}

// MARK: - What is changed

extension MappingEdits {
  private mutating func fill(_ entry: Entries.Entry, _ text: String, in mapping: Node) throws(Refusal) {
    let value = entry.value
    guard value.isEmpty else { throw .hasValue }
    try checkOwn(value, .scalar)
    guard !document.tree.nodes[value.index].flags.contains(.properties) else { throw .shared }
    if !places.bytes(of: value).isEmpty { return try replace(value, with: text) }
    let written = YAMLText.scalar(text, isQuoted: places.isJSON(mapping))
    if let colon = places.colon(after: entry.key, in: mapping) {
      add(colon + 1..<colon + 1, [Byte.space] + written)
    } else if mapping.style == .flow {
      let end = places.bytes(of: entry.key).upperBound
      add(end..<end, [Byte.colon, Byte.space] + written)
    } else {
      throw .form
    }
    expected.values[value.index] = text
  }

  private mutating func append(_ key: String, _ text: String, to mapping: Node) {
    let last = mapping.entries.suffix(1).first
    let place = last.map { places.end(of: $0, in: mapping) } ?? places.bytes(of: mapping).lowerBound + 1
    let separator = expected.entries[mapping.index] == nil ? separator(behind: last, in: mapping) : ", "
    add(place..<place, Array(separator.utf8) + YAMLText.entry(key, text, isQuoted: places.isJSON(mapping)), isEntry: true)
    expected.entries[mapping.index, default: []].append(EditProof.Entry(key: key, text: text, after: nil))
  }

  private func separator(behind last: Entries.Entry?, in mapping: Node) -> String {
    guard let last else { return "" }
    // A comma that touches a colon would not be read.
    return expected.values[last.value.index] == nil && places.endsWithColon(last, in: mapping) ? " , " : ", "
  }

  private mutating func insert(_ key: String, _ text: String, in mapping: Node, after name: String?) throws(Refusal) {
    let named = name.flatMap { standing(for: $0, in: mapping) }
    guard let sibling = named ?? mapping.entries.suffix(1).first else { throw .form }
    guard places.colon(after: sibling.key, in: mapping) != nil else { throw .form }
    let line = places.lastLine(of: sibling)
    let ending = places.ending(of: line)
    let entry = places.indentation(of: sibling.key) + YAMLText.entry(key, text, isQuoted: false)
    let place = places.source.byteRange(ofLine: line).upperBound + ending.count
    add(place..<place, ending.isEmpty ? places.ending(before: line) + entry : entry + ending, isEntry: true)
    let after = named.map(\.key.index)
    expected.entries[mapping.index, default: []].append(EditProof.Entry(key: key, text: text, after: after))
  }

  /// The entry of this name, or for a new one that which it comes behind.
  private func standing(for name: String, in mapping: Node) -> Entries.Entry? {
    let new = expected.entries[mapping.index]?.first { $0.key == name }
    return mapping.entries.first { $0.key.textEquals(name) || $0.key.index == new?.after }
  }
}

extension [UInt8] {
  /// The bytes with all changes, those at one place in the order given.
  func applying(_ changes: [MappingEdits.Change]) -> [UInt8] {
    let inOrder = changes.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      return (x.range.lowerBound, x.isEntry ? 1 : 0, a.offset) < (y.range.lowerBound, y.isEntry ? 1 : 0, b.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(count + changes.reduce(0) { $0 + $1.bytes.count })
    var copied = 0
    for change in inOrder.map(\.element) {
      result += self[copied..<Swift.max(copied, change.range.lowerBound)]
      result += change.bytes
      copied = Swift.max(copied, change.range.upperBound)
    }
    return result + self[copied...]
  }
}
