/// The name of a rule, the engine's own included: `yaml/duplicate-key`, `reply/required`, `mem-2022/pa_5_4.use-and-training`.
public struct RuleID: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The whole name.
  public let description: String

  /// A name as it stands in a file.
  public init(_ description: String) { self.description = description }
  /// A name in the engine.
  public init(stringLiteral value: StaticString) { description = "\(value)" }

  /// By the bytes of the name.
  public static func < (a: RuleID, b: RuleID) -> Bool { a.description < b.description }
}
