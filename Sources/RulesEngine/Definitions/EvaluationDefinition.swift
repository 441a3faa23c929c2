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
  public var variables: [(name: Node, expression: ExpressionText)] = []
  public var phrases: [PhraseDefinition] = []
  public var findings: [FindingDefinition] = []
  public var rules: [RuleDefinition] = []
  /// The item's text over all replies of a run.
  public var summary: TextSource?
}

/// A text with cases: the first that holds is said.
public struct PhraseDefinition: Sendable {
  /// One case; without `when` it always holds.
  public struct Case: Sendable {
    public var when: ExpressionText?
    public var say: TextSource
  }

  public var name: Node
  public var cases: [Case]
}

/// How the status and the statement of one point are drawn.
public struct FindingDefinition: Sendable {
  public var name: Node
  /// A table: the finding is drawn once a row.
  public var each: Node?
  /// The questions, rows and columns it is about; empty: the one it is named as.
  public var about: [Node] = []
  /// The statuses with the expression that must hold, in the order in which they are tried.
  public var statuses: [(status: Status, expression: ExpressionText)] = []
  public var statements: [(status: Status, text: TextSource)] = []
  /// Another subject than the respondent.
  public var subject: TextSource?
}

/// A condition that must hold across answers.
public struct RuleDefinition: Sendable {
  /// An example of the rule: answers and the outcome they must lead to.
  public struct Example: Sendable {
    public var given: Node
    public var expect: String
    public var node: Node
  }

  /// Since when, and why, a rule is no longer applied.
  public struct Retirement: Sendable {
    public var since: String
    public var reason: String
  }

  public var name: Node
  public var each: Node?
  public var when: ExpressionText?
  /// Absent only where the entry retires a rule of another pack.
  public var rule: ExpressionText?
  public var about: [Node] = []
  public var severity: Severity = .error
  public var message: TextSource?
  public var help: TextSource?
  public var rationale: TextSource?
  public var examples: [Example] = []
  public var retired: Retirement?
}
