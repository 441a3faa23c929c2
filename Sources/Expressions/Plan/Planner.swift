/// Turns a checked tree into nodes.
struct Planner {
  static func program(_ checked: Checked, source: String) -> Program {
    Program(
      root: Node(0..<source.utf8.count), constants: .none, slotCount: checked.slotCount, checked: checked, source: source)
  }
}
