public import Documents
public import Expressions

/// A variable: a value derived from answers, computed once a reply.
public struct CompiledVariable: Sendable {
  /// The full name: `pa_3_4.p9`.
  public let name: String
  /// Where its value is kept.
  public let local: Int
  /// What computes it.
  public let program: Program
}

/// A rule that is ready to run.
public struct CompiledRule: Sendable {
  /// The id: pack, item and name.
  public let id: RuleID
  /// The item it belongs to; empty for a rule over several items.
  public let item: String
  /// The table whose rows it runs over.
  public let each: String?
  /// The condition under which it must hold.
  public let when: Program?
  /// What must hold.
  public let rule: Program
  /// What it is about; the first is the place of its issue. Empty: what it reads, or the row.
  public let about: [PointReference]
  /// The weight of its issue.
  public let severity: Severity
  /// The rule as it is written.
  public let definition: RuleDefinition
}

/// A question, row, column or cell: a declared name, or a field of the row at hand.
public struct PointReference: Sendable, Hashable {
  /// The full name, or `row`.
  public let name: String
  /// The fields below it, such as a column.
  public let fields: [String]

  /// A reference to `name` and the fields selected from it.
  public init(name: String, fields: [String] = []) {
    self.name = name
    self.fields = fields
  }
}

/// A finding that is ready to be drawn.
public struct CompiledFinding: Sendable {
  /// The id: pack, item and name.
  public let id: RuleID
  /// The item it belongs to.
  public let item: String
  /// The finding's name in its item.
  public let name: String
  /// The point it is named as, whose answer gives the status where no expressions do.
  public let point: String?
  /// The table over whose rows it is drawn.
  public let each: String?
  /// The full names of the points it is about.
  public let about: [String]
  /// The statuses with their conditions, in the order written.
  public let statuses: [(status: Status, program: Program)]
  /// The words for each status.
  public let statements: [(status: Status, text: TextSource)]
  /// Another subject than the respondent.
  public let subject: TextSource?
  /// Its place among the findings: that of the first point it is about.
  public let order: Int
}

/// The rules and findings of a pack, independent of any language.
public struct CompiledEvaluation: Sendable {
  /// The variables, each after those that it reads.
  public let variables: [CompiledVariable]
  /// The rules that are in force.
  public let rules: [CompiledRule]
  /// In the questionnaire's order.
  public let findings: [CompiledFinding]
  /// Per section its sentences: lists of positions in `findings`.
  public let sentences: [String: [[Int]]]
  /// What a claim without valid proof counts as.
  public let unverified: Status
  /// The environment with the variables, for texts.
  public let environment: Environment
  /// The first free local.
  public let nextLocal: Int
  /// What each variable reads, variables resolved.
  public let reads: Reads
}
