/// The nodes of a tree that aliases stand for: what is changed there would show at several places.
struct SharedNodes {
  /// The subtrees, in order; none lies in another.
  private let subtrees: [Range<Int>]

  init(_ tree: Tree) {
    let targets = Set(tree.nodes.lazy.filter { $0.kind == .alias }.map { Int($0.first) })
    var subtrees: [Range<Int>] = []
    for target in targets.sorted() where target >= (subtrees.last?.upperBound ?? 0) {
      subtrees.append(target..<tree.after(target))
    }
    self.subtrees = subtrees
  }

  func contains(_ node: Int) -> Bool {
    var (low, high) = (0, subtrees.count)
    while low < high {
      let middle = (low + high) / 2
      if subtrees[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < subtrees.count && subtrees[low].contains(node)
  }
}
