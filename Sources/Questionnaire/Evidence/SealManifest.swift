public import Documents
import Expressions

/// A manifest as it was read: the seal, and where each of its values stands.
public struct SealManifest: Sendable {
  /// The manifest's own file.
  public let source: SourceFile
  /// What is sealed.
  public let seal: Seal
  private let root: Node
  private let documents: [Node]

  /// Reads a manifest, or tells why it is none.
  public static func read(_ source: SourceFile, limits: Documents.Limits = .standard) -> Result<SealManifest, SealError> {
    let document = Document.parse(source, limits: limits)
    guard let root = document.root, document.issues.isEmpty else {
      let start = SourceRange(line: 1, column: 1, endLine: 1, endColumn: 1)
      return .failure(SealError("form", at: document.issues.first?.location ?? document.location(start)))
    }
    do throws(SealError) {
      let seal = try SealReader().seal(root)
      return .success(SealManifest(source: source, seal: seal, root: root))
    } catch {
      return .failure(error)
    }
  }

  private init(source: SourceFile, seal: Seal, root: Node) {
    self.source = source
    self.seal = seal
    self.root = root
    documents = root["documents"].map { Array($0.items) } ?? []
  }

  /// Where a value stands; where it has no place of its own, the container that should have it.
  func location(_ keys: [String]) -> Location {
    var node = root
    for key in keys { node = node[key] ?? node }
    return node.location
  }

  /// Where a document's value stands.
  func location(ofDocument index: Int, _ key: String) -> Location {
    guard documents.indices.contains(index) else { return location(["documents"]) }
    return (documents[index][key] ?? documents[index]).location
  }
}

/// Why a file is no manifest.
public struct SealError: Error {
  /// What is wrong, at its place.
  public let issue: Issue

  init(_ what: String, at location: Location, _ name: String = "") {
    issue = Issue("seal/malformed", at: location, Message("seal/malformed.\(what)", ["name": name]))
  }
}

/// Reads the members of a manifest. Every member must be known: what is not understood cannot be vouched for.
private struct SealReader {
  func seal(_ root: Node) throws(SealError) -> Seal {
    try only(["format", "tool", "as_of", "reply", "pack", "documents", "result"], in: root)
    let format = try member("format", of: root)
    guard try number("format", of: root) == Seal.format else { throw SealError("format", at: format.location, format.text) }
    return Seal(
      tool: try text("version", of: try member("tool", of: root)), asOf: root["as_of"] == nil ? nil : try day("as_of", of: root),
      reply: try reply(try member("reply", of: root)), pack: try pack(try member("pack", of: root)),
      documents: try documents(try member("documents", of: root)), result: try result(try member("result", of: root)))
  }

  private func reply(_ node: Node) throws(SealError) -> Seal.ReplyFile {
    try only(["file", "sha256", "respondent", "status"], in: node)
    let file = try text("file", of: node)
    // It is looked for beside the manifest: a name with folders could lead anywhere.
    guard !file.isEmpty, file != ".", file != "..", !file.contains("/"), !file.contains("\0") else {
      throw SealError("name", at: try member("file", of: node).location)
    }
    return Seal.ReplyFile(
      file: file, sha256: try digest("sha256", of: node), respondent: try text("respondent", of: node),
      status: try text("status", of: node))
  }

  private func pack(_ node: Node) throws(SealError) -> Seal.PackFile {
    try only(["id", "version", "digest"], in: node)
    return Seal.PackFile(
      id: try text("id", of: node), version: try text("version", of: node), digest: try text("digest", of: node))
  }

  private func documents(_ node: Node) throws(SealError) -> [Seal.DocumentEntry] {
    guard node.kind == .sequence else { throw SealError("value", at: node.location, "documents") }
    var documents: [Seal.DocumentEntry] = []
    for item in node.items { documents.append(try document(item)) }
    guard Set(documents.map(\.id)).count == documents.count else { throw SealError("value", at: node.location, "documents") }
    return documents
  }

  private func document(_ node: Node) throws(SealError) -> Seal.DocumentEntry {
    try only(["id", "file", "sha256", "bytes", "url"], in: node)
    let hasFile = ["file", "sha256", "bytes"].contains { node[$0] != nil }
    return Seal.DocumentEntry(
      id: try text("id", of: node), file: hasFile ? try text("file", of: node) : nil,
      sha256: hasFile ? try digest("sha256", of: node) : nil,
      bytes: node["bytes"] == nil ? nil : try number("bytes", of: node),
      url: node["url"] == nil ? nil : try text("url", of: node))
  }

  private func result(_ node: Node) throws(SealError) -> Seal.Result {
    try only(["conforms", "ready", "errors", "warnings", "notes", "proven", "claims"], in: node)
    return Seal.Result(
      conforms: try flag("conforms", of: node), ready: try flag("ready", of: node), errors: try number("errors", of: node),
      warnings: try number("warnings", of: node), notes: try number("notes", of: node), proven: try number("proven", of: node),
      claims: try number("claims", of: node))
  }

  // MARK: - Members

  private func only(_ known: [String], in node: Node) throws(SealError) {
    guard node.kind == .mapping else { throw SealError("form", at: node.location) }
    for entry in node.entries where !known.contains(entry.key.text) {
      throw SealError("unknown", at: entry.key.location, entry.key.text)
    }
  }

  private func member(_ key: String, of node: Node) throws(SealError) -> Node {
    guard node.kind == .mapping else { throw SealError("form", at: node.location) }
    guard let value = node[key] else { throw SealError("missing", at: node.location, key) }
    return value
  }

  private func text(_ key: String, of node: Node) throws(SealError) -> String {
    let value = try member(key, of: node)
    guard value.kind == .scalar, value.style == .doubleQuoted else { throw SealError("value", at: value.location, key) }
    return value.text
  }

  private func day(_ key: String, of node: Node) throws(SealError) -> String {
    let text = try text(key, of: node)
    guard CalendarDate(parsing: text) != nil else { throw SealError("value", at: try member(key, of: node).location, key) }
    return text
  }

  private func digest(_ key: String, of node: Node) throws(SealError) -> String {
    let text = try text(key, of: node)
    guard text.utf8.count == 64, text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
      throw SealError("value", at: try member(key, of: node).location, key)
    }
    return text
  }

  private func number(_ key: String, of node: Node) throws(SealError) -> Int {
    let value = try member(key, of: node)
    guard value.kind == .scalar, value.style == .plain, let number = Int(value.text), number >= 0 else {
      throw SealError("value", at: value.location, key)
    }
    return number
  }

  private func flag(_ key: String, of node: Node) throws(SealError) -> Bool {
    let value = try member(key, of: node)
    switch value.style == .plain ? value.text : "" {
    case "true": return true
    case "false": return false
    default: throw SealError("value", at: value.location, key)
    }
  }
}
