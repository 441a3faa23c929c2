public import Documents

/// What the experts of a pack wrote in `evaluation.yaml` or `evaluation/`: read, not yet compiled.
public struct EvaluationDefinition: Sendable {
  /// The questionnaire that is evaluated.
  public var questionnaire: String
  /// The pack that the rules and findings belong to; the questionnaire's own but for a pack that adds rules.
  public var owner: String
  /// What a claim without valid proof counts as.
  public var unverified: Status = .satisfied
  /// The sentences of a section: lists of findings or items.
  public var sentences: [String: [[Node]]] = [:]
  /// Per item what is derived from it, in the order of the files.
  public var items: [ItemDefinition] = []
  /// What holds in each item of a set.
  public var sets: [ItemDefinition] = []
  /// Rules over several items.
  public var rules: [RuleDefinition] = []

  /// An evaluation without anything in it.
  public init(questionnaire: String, owner: String) {
    self.questionnaire = questionnaire
    self.owner = owner
  }
}

/// Everything an evaluation says about one item, or about each item of a set.
public struct ItemDefinition: Sendable {
  /// The item's or set's id.
  public var id: String
  /// Where the id stands.
  public var node: Node
  /// Values derived from answers, by name.
  public var variables: [(name: Node, expression: ExpressionText)] = []
  /// Texts with cases.
  public var phrases: [PhraseDefinition] = []
  /// Findings that are written out.
  public var findings: [FindingDefinition] = []
  /// Rules on the answers of the item.
  public var rules: [RuleDefinition] = []
  /// The item's text over all replies of a run.
  public var summary: TextSource?
}

/// A text with cases: the first that holds is said.
public struct PhraseDefinition: Sendable {
  /// One case; without `when` it always holds.
  public struct Case: Sendable {
    /// When the case holds.
    public var when: ExpressionText?
    /// What is said then.
    public var say: TextSource
  }

  /// The name, at its place.
  public var name: Node
  /// The cases in order.
  public var cases: [Case]
}

/// How the status and the statement of one point are drawn.
public struct FindingDefinition: Sendable {
  /// The name, at its place.
  public var name: Node
  /// A table: the finding is drawn once a row.
  public var each: Node?
  /// The questions, rows and columns it is about; empty: the one it is named as.
  public var about: [Node] = []
  /// The statuses with the expression that must hold, in the order in which they are tried.
  public var statuses: [(status: Status, expression: ExpressionText)] = []
  /// The words for each status.
  public var statements: [(status: Status, text: TextSource)] = []
  /// Another subject than the respondent.
  public var subject: TextSource?
}

/// A condition that must hold across answers.
public struct RuleDefinition: Sendable {
  /// An example of the rule: answers and the outcome they must lead to.
  public struct Example: Sendable {
    /// The answers.
    public var given: Node
    /// The outcome: passed, failed, undetermined or not-applicable.
    public var expect: String
    /// The example as a whole.
    public var node: Node
  }

  /// Since when, and why, a rule is no longer applied.
  public struct Retirement: Sendable {
    /// The date or version from which it is no longer applied.
    public var since: String
    /// Why.
    public var reason: String
  }

  /// The name, at its place.
  public var name: Node
  /// The table over whose rows it runs.
  public var each: Node?
  /// When the case holds.
  public var when: ExpressionText?
  /// Absent only where the entry retires a rule of another pack.
  public var rule: ExpressionText?
  /// What it is about; the first is the place of its issue.
  public var about: [Node] = []
  /// The weight of its issue.
  public var severity: Severity = .error
  /// What is said when it fails.
  public var message: TextSource?
  /// What to do then.
  public var help: TextSource?
  /// Why the rule is there.
  public var rationale: TextSource?
  /// Its tests.
  public var examples: [Example] = []
  /// That it is no longer applied.
  public var retired: Retirement?
}
