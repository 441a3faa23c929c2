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
      markUnread(index + 1, unread.range)
    }
    for index in nodes.indices.reversed() { endWithLastChild(index) }
  }

  private mutating func markUnread(_ index: Int, _ range: SourceRange) {
    guard index < nodes.count, nodes[index].kind == .scalar else { return }
    nodes[index].flags = .unread
    nodes[index].start = Mark(line: UInt32(range.line - 1), column: UInt32(range.column - 1))
    nodes[index].end = Mark(line: UInt32(range.endLine - 1), column: UInt32(range.endColumn - 1))
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

extension Mark {
  fileprivate func original(in text: EditableText) -> Mark {
    let place = text.original(Position(line: Int(line) + 1, column: Int(column) + 1))
    return Mark(line: UInt32(place.line - 1), column: UInt32(place.column - 1))
  }
}

// MARK: - Paths

extension Tree {
  /// The path of a node: keys joined by a point, items by their number in brackets.
  func path(of target: Int) -> String {
    var path = ""
    var container = 0
    while container < target, container < nodes.count {
      switch nodes[container].kind {
      case .scalar, .alias: return path
      case .sequence:
        guard let (child, number) = item(of: container, around: target) else { return path }
        path += "[\(number)]"
        container = child
      case .mapping:
        guard let key = entry(of: container, around: target) else { return path }
        let name = String(decoding: arena[bytes(of: key)], as: UTF8.self)
        path += path.isEmpty || name.isEmpty ? name : ".\(name)"
        if target < after(key) { return path }
        container = after(key)
      }
    }
    return path
  }

  private func item(of container: Int, around target: Int) -> (child: Int, number: Int)? {
    var child = container + 1
    var number = 0
    while child < after(container) {
      if target < after(child) { return (child, number) }
      child = after(child)
      number += 1
    }
    return nil
  }

  private func entry(of container: Int, around target: Int) -> Int? {
    var key = container + 1
    while key < after(container) {
      let next = after(after(key))
      if target < next { return key }
      key = next
    }
    return nil
  }

  /// The path of what begins in a line; empty if nothing does.
  func path(atLine line: Int) -> String {
    nodes.firstIndex { $0.kind == .scalar && Int($0.start.line) + 1 == line }.map { path(of: $0) } ?? ""
  }
}
