/// How much one file may ask for. What is beyond a limit is an issue, never read in silence.
public struct Limits: Sendable {
  /// The size of the file in bytes.
  public var bytes = 4 << 20
  /// How deep containers stand in each other, aliases expanded. libyaml's time is quadratic in it.
  public var depth = 64
  /// The number of nodes, keys included, aliases expanded.
  public var nodes = 100_000
  /// The length of one scalar in bytes of UTF-8.
  public var scalar = 1 << 20

  /// The limits a reply is read with unless a flag says otherwise.
  public init() {}

  /// The limits a reply is read with unless a flag says otherwise.
  public static let standard = Limits()
}
