/// The paths of nodes: keys joined by a point, items by their number in brackets.
struct Paths {
  /// How a node is reached from the container around it.
  private enum Step {
    case root
    case entry(key: Int, container: Int)
    case item(Int, container: Int)
  }

  private let tree: Tree
  /// By node; made in one pass, so that many issues cost no more than one.
  private let steps: [Step]

  init(_ tree: Tree) {
    self.tree = tree
    var steps = [Step](repeating: .root, count: tree.nodes.count)
    for index in tree.nodes.indices where tree.nodes[index].kind == .mapping || tree.nodes[index].kind == .sequence {
      var child = index + 1
      var number = 0
      while child < tree.after(index) {
        if tree.nodes[index].kind == .mapping {
          let value = tree.after(child)
          steps[child] = .entry(key: child, container: index)
          steps[value] = .entry(key: child, container: index)
          child = tree.after(value)
        } else {
          steps[child] = .item(number, container: index)
          child = tree.after(child)
        }
        number += 1
      }
    }
    self.steps = steps
  }

  /// The path of a node; a key has that of its value.
  func path(of node: Int) -> String {
    var parts: [String] = []
    var index = node
    while true {
      switch steps[index] {
      case .root: return parts.reversed().joined()
      case .item(let number, let container):
        parts.append("[\(number)]")
        index = container
      case .entry(let key, let container):
        let name = String(decoding: tree.arena[tree.bytes(of: key)], as: UTF8.self)
        let isFirst = if case .root = steps[container] { true } else { false }
        parts.append(isFirst || name.isEmpty ? name : ".\(name)")
        index = container
      }
    }
  }

  /// The path of what begins in a line; else of what began last before it.
  func path(atLine line: Int) -> String {
    var low = 0
    var high = tree.nodes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tree.nodes[middle].start.line) + 1 < line { low = middle + 1 } else { high = middle }
    }
    let following = tree.nodes[low...].prefix { Int($0.start.line) + 1 == line }
    guard let index = following.firstIndex(where: { $0.kind == .scalar }) ?? (low > 0 ? low - 1 : nil) else { return "" }
    return path(of: index)
  }
}
