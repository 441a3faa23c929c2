/// Puts derived names in an order in which each comes after those it reads.
public struct DependencyOrder {
  /// The positions in a valid order; those of a cycle are left out.
  public private(set) var order: [Int] = []
  /// The positions that take part in a cycle.
  public private(set) var cyclic: Set<Int> = []

  private enum Mark { case new, open, done }

  /// Orders `count` nodes by `reads`, which gives the nodes that a node reads.
  public init(count: Int, reads: (Int) -> [Int]) {
    var marks = [Mark](repeating: .new, count: count)
    for start in 0..<count where marks[start] == .new {
      visit(start, &marks, reads)
    }
  }

  // Iterative, so that a long chain in a pack cannot exhaust the stack.
  private mutating func visit(_ start: Int, _ marks: inout [Mark], _ reads: (Int) -> [Int]) {
    var path: [(node: Int, rest: [Int])] = [(start, reads(start))]
    marks[start] = .open
    while let top = path.last {
      guard let next = top.rest.last else {
        path.removeLast()
        marks[top.node] = .done
        if !cyclic.contains(top.node) { order.append(top.node) }
        continue
      }
      path[path.count - 1].rest.removeLast()
      switch marks[next] {
      case .done: if cyclic.contains(next) { cyclic.insert(top.node) }
      case .open:
        let from = path.firstIndex { $0.node == next } ?? 0
        cyclic.formUnion(path[from...].map(\.node))
      case .new:
        marks[next] = .open
        path.append((next, reads(next)))
      }
    }
  }
}

/// The names in an expression as words, strings left out: enough to order definitions before their types are known.
func words(in expression: String) -> Set<String> {
  var found: Set<String> = []
  var word = ""
  var quote: Character?
  for character in expression {
    if let open = quote {
      if character == open { quote = nil }
      continue
    }
    if character == "\"" || character == "'" { quote = character }
    if character.isLetter || character.isNumber || character == "_" || (character == "." && !word.isEmpty) {
      word.append(character)
    } else if !word.isEmpty {
      note(word, in: &found)
      word = ""
    }
  }
  if !word.isEmpty { note(word, in: &found) }
  return found
}

private func note(_ word: String, in found: inout Set<String>) {
  let parts = word.split(separator: ".").map(String.init)
  if let first = parts.first { found.insert(first) }
  if parts.count > 1 { found.insert("\(parts[0]).\(parts[1])") }
}
