/// The name of a rule, the engine's own included: `yaml/duplicate-key`, `reply/required`, `mem-2022/pa_5_4.use-and-training`.
public struct RuleID: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let description: String

  public init(_ description: String) { self.description = description }
  public init(stringLiteral value: StaticString) { description = "\(value)" }

  public static func < (a: RuleID, b: RuleID) -> Bool { a.description < b.description }
}
