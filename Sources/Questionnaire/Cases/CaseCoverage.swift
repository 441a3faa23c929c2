public import Documents
import RulesEngine

/// Which outcomes of rules and findings the cases and examples of a pack hold, and which they leave open.
public struct CaseCoverage: Sendable {
  /// An outcome that can be, and that no case holds.
  public struct Lack: Sendable {
    /// The rule or finding.
    public let id: RuleID
    /// The verdicts or statuses.
    public let outcomes: [String]
  }

  /// How many rules there are.
  public let rules: Int
  /// How many findings there are.
  public let findings: Int
  /// The rules that lack something, in the order of the pack.
  public private(set) var openRules: [Lack] = []
  /// The findings that lack something, in the order of the questionnaire.
  public private(set) var openFindings: [Lack] = []

  private var asserted: [String: Set<String>] = [:]

  /// Holds the cases of `pack` against what its rules and findings can come to.
  public init(_ pack: Pack) {
    rules = pack.evaluation.rules.count
    findings = pack.evaluation.findings.count
    for rule in pack.evaluation.rules { note(rule.id.description, rule.definition.examples.map(\.expect)) }
    for document in pack.tests { note(document) }
    let outcomes = PossibleOutcomes(pack)
    openRules = pack.evaluation.rules.compactMap { lack($0.id, outcomes.verdicts(of: $0)) }
    openFindings = pack.evaluation.findings.compactMap { lack($0.id, outcomes.statuses(of: $0)) }
  }

  private mutating func note(_ id: String, _ outcomes: [String]) { asserted[id, default: []].formUnion(outcomes) }

  // Only what a case says counts; that it came out so by the way proves nothing.
  private mutating func note(_ document: Document) {
    let sections = document.root?["section"]?.items.map { $0 } ?? []
    for test in sections.flatMap({ $0["tests"]?.items.map { $0 } ?? [] }) {
      guard let output = test["output"], output.kind == .mapping else { continue }
      for issue in output["issues"]?.items.map({ $0 }) ?? [] { note(issue.text, [RuleVerdict.failed.rawValue]) }
      for entry in output["undetermined"]?.entries.map({ $0 }) ?? [] {
        note(entry.key.text, [RuleVerdict.undetermined.rawValue])
      }
      // A finding that is drawn row by row has the row behind its name.
      for entry in output["findings"]?.entries.map({ $0 }) ?? [] {
        note(String(entry.key.text.prefix { $0 != "[" }), [entry.value.text])
      }
    }
  }

  private func lack(_ id: RuleID, _ possible: [String]) -> Lack? {
    let missing = possible.filter { asserted[id.description]?.contains($0) != true }
    return missing.isEmpty ? nil : Lack(id: id, outcomes: missing)
  }
}
