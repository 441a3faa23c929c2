/// What bounds an expression before it runs; evaluation recurses no deeper than the tree is high.
public struct Limits: Sendable, Hashable {
  /// Levels of nesting.
  public var depth = 160
  /// Length of the text in bytes.
  public var length = 100_000
  /// The steps that an evaluation may take by estimate; nil: any number. What is dyn is estimated at its worst.
  public var cost: Int?
  /// How many items a list is taken to have, for the estimate, where the host declares no number.
  public var assumedItems = 200
  /// How many bytes a text is taken to have, for the estimate, where the host declares no length.
  public var assumedBytes = 1000

  /// The usual bounds.
  public init() {}
}
