public import Documents
import RulesEngine

/// Runs what a pack carries to prove itself: the examples of its rules, and its cases.
public struct CaseRunner {
  /// What came of a run.
  public struct Result: Sendable {
    /// How many examples and cases came out as they should.
    public var passed = 0
    /// One issue for each that did not.
    public var failures: [Issue] = []
  }

  private let pack: Pack
  private let language: Language
  private let labels: QuestionLabels

  /// A runner for `pack`.
  public init(_ pack: Pack) {
    self.pack = pack
    language = pack.language(pack.questionnaire.language)
    labels = QuestionLabels(pack.questionnaire, catalogue: language.catalogue)
  }

  /// Runs all examples and cases.
  public func run() -> Result {
    var result = Result()
    for rule in pack.evaluation.rules {
      for example in rule.definition.examples { run(example, of: rule, &result) }
    }
    for document in pack.tests {
      if let root = document.root { run(root, &result) }
    }
    return result
  }

  // MARK: - Examples of rules

  private func run(_ example: RuleDefinition.Example, of rule: CompiledRule, _ result: inout Result) {
    let problems = Problems()
    let judgement = judge(example.given, item: rule.item.isEmpty ? nil : rule.item, problems)
    let verdict = CaseRunner.verdict(judgement.outcomes.filter { $0.rule.id == rule.id })
    note(
      problems,
      verdict == example.expect
        ? nil : failed(rule.id.description, example.node, expected: example.expect, got: verdict), &result)
  }

  // Over the rows of a table a rule fails if it fails for one.
  private static func verdict(_ outcomes: [RuleOutcome]) -> String {
    for verdict in [RuleVerdict.faulty, .failed, .undetermined] where outcomes.contains(where: { $0.verdict == verdict }) {
      return verdict.rawValue
    }
    guard !outcomes.isEmpty, outcomes.allSatisfy({ $0.verdict == .notApplicable }) else { return RuleVerdict.passed.rawValue }
    return RuleVerdict.notApplicable.rawValue
  }

  private func judge(_ given: Node, item: String?, _ problems: Problems) -> Judgement {
    let reader = ReplyReader(questionnaire: pack.questionnaire, labels: labels, problems: problems)
    let respondent = pack.questionnaire.respondents.keys.min() ?? ""
    let reply = reader.read(given: given, item: item, respondent: respondent)
    return Judgement(
      reply, pack: pack, language: language, labels: labels, problems: Problems(),
      options: JudgementOptions(evidence: .none))
  }

  private func note(_ problems: Problems, _ failure: Issue?, _ result: inout Result) {
    let all = problems.issues + (failure.map { [$0] } ?? [])
    if all.isEmpty { result.passed += 1 }
    result.failures += all
  }

  private func failed(_ name: String, _ node: Node, expected: String, got: String) -> Issue {
    Issue(
      "test/failed", path: name, at: node.location,
      Message("test/failed", ["name": name, "expected": expected, "got": got]))
  }

  // MARK: - Cases

  private func run(_ root: Node, _ result: inout Result) {
    let problems = Problems()
    var fields = Fields(root, path: "", domain: "pack", problems: problems)
    _ = fields.required("tests")
    for section in fields.node("section")?.items.map({ $0 }) ?? [] {
      var inner = Fields(section, path: "section", domain: "pack", problems: problems)
      _ = inner.required("name")
      for test in inner.node("tests")?.items.map({ $0 }) ?? [] { run(test: test, &result) }
      inner.finish()
    }
    fields.finish()
    result.failures += problems.issues
  }

  private func run(test: Node, _ result: inout Result) {
    let problems = Problems()
    var fields = Fields(test, path: "tests", domain: "pack", problems: problems)
    let name = fields.required("name")?.text ?? ""
    let input = fields.node("input")
    if input == nil { fields.missing("input") }
    var output = fields.fields("output")
    if output == nil { fields.missing("output") }
    fields.finish()
    guard let input, output != nil else {
      result.failures += problems.issues
      return
    }
    let judgement = judge(input, item: nil, problems)
    var failures = problems.issues
    failures += compareIssues(name, test, &output, judgement)
    failures += compareFindings(name, &output, judgement)
    failures += compareUndetermined(name, &output, judgement)
    output?.finish()
    if failures.isEmpty { result.passed += 1 }
    result.failures += failures
  }

  // The rules that fail, all of them; what a reply must have is not a case's business.
  private func compareIssues(_ name: String, _ test: Node, _ output: inout Fields?, _ judgement: Judgement) -> [Issue] {
    guard let expected = output?.scalars("issues") else { return [] }
    let failed = judgement.outcomes.filter { $0.verdict == .failed }.map(\.rule.id.description).uniqued()
    let wanted = expected.map(\.text)
    let missing = expected.filter { !failed.contains($0.text) }.map {
      self.failed(name, $0, expected: $0.text, got: failed.joined(separator: ", "))
    }
    let extra = failed.filter { !wanted.contains($0) }.map { rule in
      Issue("test/failed", path: name, at: test.location, Message("test/failed.extra", ["name": name, "got": rule]))
    }
    return missing + extra
  }

  private func compareFindings(_ name: String, _ output: inout Fields?, _ judgement: Judgement) -> [Issue] {
    let expected = output?.entries("findings") ?? []
    guard !expected.isEmpty else { return [] }
    let findings = judgement.draft().flatMap(\.findings)
    return expected.compactMap { key, value in
      let got = findings.first { $0.id.description == key.text }?.status.rawValue ?? "–"
      return got == value.text ? nil : failed("\(name), \(key.text)", value, expected: value.text, got: got)
    }
  }

  private func compareUndetermined(_ name: String, _ output: inout Fields?, _ judgement: Judgement) -> [Issue] {
    (output?.entries("undetermined") ?? []).compactMap { key, value in
      let outcomes = judgement.outcomes.filter { $0.rule.id.description == key.text }
      let missing = outcomes.filter { $0.verdict == .undetermined }.flatMap(\.missing).uniqued().sorted()
      let wanted = (value.kind == .sequence ? value.items.map(\.text) : [value.text]).sorted()
      guard missing != wanted else { return nil }
      let got = missing.isEmpty ? CaseRunner.verdict(outcomes) : missing.joined(separator: ", ")
      return failed("\(name), \(key.text)", value, expected: wanted.joined(separator: ", "), got: got)
    }
  }
}
