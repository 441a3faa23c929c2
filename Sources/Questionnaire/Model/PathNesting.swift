extension String {
  /// Whether this path is `path` itself, or that of a part of it: `a.b`, `a.b.c`, `a.b[c]`.
  func isAtOrBelow(_ path: String) -> Bool {
    guard hasPrefix(path) else { return false }
    let next = dropFirst(path.count).first
    return next == nil || next == "." || next == "["
  }
}
