/// What bounds an expression before it runs; evaluation recurses no deeper than the tree is high.
public struct Limits: Sendable, Hashable {
  /// Levels of nesting.
  public var depth = 160
  /// Length of the text in bytes.
  public var length = 100_000

  /// The usual bounds.
  public init() {}
}
