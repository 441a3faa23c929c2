import Documents
import Expressions
import RulesEngine

/// Reads the register of documents and reports what is wrong with the form of its entries.
struct RegisterReader {
  let kinds: ChoiceList
  let problems: Problems

  /// The entries by id.
  func read(_ entries: [(key: Node, value: Node)]) -> [String: Evidence] {
    var result: [String: Evidence] = [:]
    for (key, value) in entries {
      var entry = RegisterEntry(key, value, problems: problems)
      result[key.text] = entry.read(kinds: kinds)
    }
    return result
  }
}

/// One entry while it is read.
private struct RegisterEntry {
  private var fields: Fields
  private var evidence: Evidence
  private let problems: Problems

  init(_ key: Node, _ value: Node, problems: Problems) {
    self.problems = problems
    evidence = Evidence(id: key.text, node: key, entry: value)
    fields = Fields(value, path: "evidence.\(key.text)", domain: "reply", problems: problems)
    if !Names.isKebabCase(key.text) { tell("evidence/name", "evidence/name", key, ["name": key.text]) }
  }

  mutating func read(kinds: ChoiceList) -> Evidence {
    evidence.title = scalar("title")?.text
    evidence.kind = readKind(kinds)
    evidence.issuer = scalar("issuer")?.text
    evidence.number = scalar("number")?.text
    evidence.issued = value("issued", read: span)
    evidence.covers = value("covers", read: span)
    readValid()
    readLanguages()
    readFile()
    readURL()
    evidence.sha256 = value("sha256", read: digest)
    evidence.pages = value("pages", read: pages)
    evidence.summary = scalar("summary")?.text
    fields.finish()
    return evidence
  }

  // MARK: - Values

  private mutating func scalar(_ key: String) -> Node? {
    guard let node = fields.scalar(key), !node.isEmpty else { return nil }
    evidence.places[key] = node
    return node
  }

  // A value of a form of its own; where it has another, that is told, and the value counts as unreadable.
  private mutating func value<T>(_ key: String, read: (Node) -> T?) -> T? {
    guard let node = scalar(key) else { return nil }
    if let value = read(node) { return value }
    refuse(key, node)
    return nil
  }

  private mutating func refuse(_ key: String, _ node: Node, _ arguments: [String: String] = [:]) {
    evidence.unreadable.insert(key)
    tell("evidence/wrong-value", "evidence/wrong-value.\(key)", node, ["value": node.text].merging(arguments) { $1 })
  }

  // A day, a month, a year, or from one to another: both ends are known.
  private func span(_ node: Node) -> Period? {
    Period(parsing: node.text).flatMap { $0.from == nil || $0.to == nil ? nil : $0 }
  }

  private mutating func readKind(_ kinds: ChoiceList) -> String? {
    guard let kind = scalar("kind") else { return nil }
    guard !kinds.choices.isEmpty, !kinds.codes.contains(kind.text) else { return kind.text }
    evidence.unreadable.insert("kind")
    var arguments = ["value": kind.text, "known": kinds.codes.joined(separator: ", ")]
    if let near = nearestName(to: kind.text, among: kinds.codes) { arguments["suggestion"] = near }
    tell("evidence/unknown-kind", "evidence/unknown-kind", kind, arguments)
    return kind.text
  }

  // `2019/2024`, `2019/..`, or `{from: 2019-03-01, until: 2024}`.
  private mutating func readValid() {
    guard let node = fields.node("valid"), !node.isUnread, !node.isEmpty else { return }
    evidence.places["valid"] = node
    guard node.kind == .mapping else {
      evidence.valid = node.kind == .scalar ? Period(parsing: node.text) : nil
      if evidence.valid == nil { refuse("valid", node) }
      return
    }
    guard var ends = fields.fields("valid") else { return }
    let from = ends.text("from")
    let until = ends.text("until")
    ends.finish()
    evidence.valid = Period(parsing: "\(from ?? "..")/\(until ?? "..")")
    if evidence.valid == nil { refuse("valid", node) }
  }

  private mutating func readLanguages() {
    guard let nodes = fields.scalars("language"), let first = nodes.first else { return }
    evidence.places["language"] = first
    for node in nodes {
      if isLanguage(node.text) { evidence.languages.append(node.text) } else { refuse("language", node) }
    }
  }

  private func isLanguage(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  private func digest(_ node: Node) -> String? {
    let text = node.text.lowercased()
    let digits = text.hasPrefix("sha256:") ? String(text.dropFirst(7)) : text
    let isDigest = digits.utf8.count == 64 && digits.utf8.allSatisfy { ByteClass.isHexDigit($0) }
    return isDigest ? digits : nil
  }

  // A count, or the numbers of the first and the last page.
  private func pages(_ node: Node) -> ClosedRange<Int>? {
    guard let spans = PageSpans(parsing: node.text)?.spans, spans.count == 1, let span = spans.first else { return nil }
    return node.text.contains { $0 == "-" || $0 == "–" } ? span : 1...span.upperBound
  }

  // MARK: - Where the document is

  private mutating func readFile() {
    guard let node = scalar("file") else { return }
    switch FilePath.parse(node.text) {
    case .success(let path):
      evidence.file = path
      guard DocumentFormat(fileName: path.parts.last ?? "") == nil else { return }
      evidence.unreadable.insert("file")
      let known = DocumentFormat.allCases.map(\.name).joined(separator: ", ")
      tell("evidence/file-format", "evidence/file-format", node, ["value": node.text, "known": known])
    case .failure(let error):
      evidence.unreadable.insert("file")
      tell("evidence/file-path", "evidence/file-path.\(error.refusal.rawValue)", node, ["value": node.text])
    }
  }

  private mutating func readURL() {
    guard let node = scalar("url") else { return }
    switch WebAddress.check(node.text) {
    case .secure: evidence.url = node.text
    case .insecure:
      evidence.url = node.text
      tell("evidence/url-not-https", "evidence/url-not-https", node, ["value": node.text], .warning)
    case .malformed: refuse("url", node)
    }
  }

  private func tell(
    _ rule: RuleID, _ message: String, _ node: Node, _ arguments: [String: String], _ severity: Severity = .error
  ) {
    problems.add(
      Issue(
        rule, severity, path: evidence.path, at: node.location, Message(message, arguments),
        subject: evidence.title.flatMap { $0.isEmpty ? nil : $0 }))
  }
}

private enum ByteClass {
  static func isHexDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
