import Documents

func parse(_ text: String, limits: Limits = .standard, recoveryDepth: Int = 2) -> Document {
  parse(bytes: Array(text.utf8), limits: limits, recoveryDepth: recoveryDepth)
}

func parse(bytes: [UInt8], limits: Limits = .standard, recoveryDepth: Int = 2) -> Document {
  Document.parse(SourceFile(name: "reply.yaml", bytes: bytes), limits: limits, recoveryDepth: recoveryDepth)
}

extension SourceRange {
  /// `2:5-2:9`.
  var short: String { "\(line):\(column)-\(endLine):\(endColumn)" }
}

extension Issue {
  /// `2:5-2:9 yaml/tab answers.pa_1_1`: place, message and path.
  var short: String {
    guard case .catalogue(let id, _) = message else { return "text" }
    return "\(location.range.short) \(id)" + (path.isEmpty ? "" : " \(path)")
  }
}

extension Document {
  var shortIssues: [String] { issues.map(\.short) }
}

/// A tree as one line: `{a: x, b: [1, ?]}`; `?` is unread, `…` at the end of a container that reading did not finish.
func outline(_ node: Node?) -> String {
  guard let node else { return "nothing" }
  let end = node.isIncomplete ? "…" : ""
  switch node.kind {
  case .scalar: return node.isUnread ? "?" : node.text
  case .sequence: return "[" + node.items.map { outline($0) }.joined(separator: ", ") + end + "]"
  case .mapping: return "{" + node.entries.map { "\($0.key.text): \(outline($0.value))" }.joined(separator: ", ") + end + "}"
  }
}

/// All nodes, keys included, aliases expanded.
func allNodes(_ node: Node?) -> [Node] {
  guard let node else { return [] }
  return [node] + node.entries.flatMap { [$0.key] + allNodes($0.value) } + node.items.flatMap { allNodes($0) }
}

/// The characters of a file in a range.
func cut(_ source: SourceFile, _ range: SourceRange) -> String {
  (range.line...range.endLine).map { number in
    let line = Array(source.line(number).unicodeScalars)
    let start = number == range.line ? range.column - 1 : 0
    let end = number == range.endLine ? range.endColumn - 1 : line.count
    guard start <= end, end <= line.count else { return "outside" }
    var text = ""
    text.unicodeScalars.append(contentsOf: line[start..<end])
    return text
  }.joined(separator: "\n")
}
