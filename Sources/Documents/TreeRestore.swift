// Brings a tree that was read from a repaired text back to the file's places.

extension Tree {
  /// Moves the places in lines whose indentation changed, and marks the values that were taken out.
  mutating func restore(_ recovery: Recovery) {
    for index in nodes.indices {
      if !recovery.text.widths.isEmpty {
        nodes[index].start = nodes[index].start.original(in: recovery.text)
        nodes[index].end = nodes[index].end.original(in: recovery.text)
      }
      let line = Int(nodes[index].start.line) + 1
      guard nodes[index].flags.contains(.key), let unread = recovery.unread[line] else { continue }
      nodes[index].place(at: unread.key)
      markUnread(index + 1, unread.range)
    }
    for index in nodes.indices.reversed() { endWithLastChild(index) }
  }

  private mutating func markUnread(_ index: Int, _ range: SourceRange) {
    guard index < nodes.count, nodes[index].kind == .scalar else { return }
    nodes[index].flags = .unread
    nodes[index].place(at: range)
  }

  private mutating func endWithLastChild(_ index: Int) {
    guard nodes[index].style == .block, nodes[index].kind != .alias else { return }
    var child = index + 1
    let end = after(index)
    guard child < end else { return }
    while after(child) < end { child = after(child) }
    nodes[index].end = nodes[child].end
    nodes[index].flags.remove(.endsInBlockScalar)
    if nodes[child].flags.contains(.endsInBlockScalar) { nodes[index].flags.insert(.endsInBlockScalar) }
  }

  /// Whether there is no content: no node, or one plain scalar without text.
  var isEmpty: Bool {
    guard let root = nodes.first else { return true }
    return root.kind == .scalar && root.style == .plain && root.second == 0 && !root.flags.contains(.unread)
  }
}

extension FlatNode {
  fileprivate mutating func place(at range: SourceRange) {
    start = Mark(line: UInt32(range.line - 1), column: UInt32(range.column - 1))
    end = Mark(line: UInt32(range.endLine - 1), column: UInt32(range.endColumn - 1))
  }
}

extension Mark {
  fileprivate func original(in text: EditableText) -> Mark {
    let place = text.original(Position(line: Int(line) + 1, column: Int(column) + 1))
    return Mark(line: UInt32(place.line - 1), column: UInt32(place.column - 1))
  }
}
