/// The variables of macros by slot. The first one is in place: an array is checked for sharing at every write.
extension EvaluationState {
  /// Makes room for slots below `count`.
  @inline(__always)
  mutating func reserveVariables(_ count: Int) {
    if count > 1 { reserveOthers(count - 1) }
  }

  @inline(never)
  private mutating func reserveOthers(_ count: Int) {
    while otherVariables.count < count { otherVariables.append(.null) }
  }

  @inline(__always)
  func variable(_ slot: Int) -> Value { slot == 0 ? firstVariable : otherVariables[slot - 1] }

  @inline(__always)
  mutating func setVariable(_ slot: Int, _ value: Value) {
    if slot == 0 { firstVariable = value } else { otherVariables[slot - 1] = value }
  }
}
