import Documents
import Questionnaire
import RulesEngine
import Testing

/// Which outcomes no case holds: what can be follows from the questions and expressions.
@Suite struct CoverageTests {
  private static let questions = """
    law: Is there a law?
    name: {ask: What is it called?, type: text, relevant: law}
    parts: {ask: Which parts?, type: table, of: yes_no, rows: {first: The first, second: The second}}
    offices: {ask: Which?, type: table, key: office, columns: {office: {ask: Name, type: text}, open: {ask: Is it open?}}}
    count: {ask: How many?, type: integer, min: 0}
    since: {ask: Since?, type: integer, relevant: first}
    """

  private static func lacks(_ evaluation: String, _ tests: String? = nil) throws -> [String: [String]] {
    let lines = questions.split(separator: "\n").map { "      \($0)\n" }.joined()
    var files = ["questionnaire.yaml": SmallPack.head + "sections:\n  one:\n    number: 1\n    questions:\n" + lines]
    files["evaluation.yaml"] = "evaluation: small\nversion: 1.0.0\nitems:\n  one:\n" + evaluation
    files["tests.yaml"] = tests.map { "tests: small\nsection:\n  - name: some\n    tests:\n" + $0 }
    let pack = try #require(SmallPack.load(["small": files]))
    try #require(!pack.isBroken, "\(pack.issues)")
    let coverage = CaseCoverage(pack)
    return Dictionary(
      (coverage.openRules + coverage.openFindings).map { (String($0.id.description.dropFirst("small/one.".count)), $0.outcomes) },
      uniquingKeysWith: { $0 + $1 })
  }

  @Test(arguments: [
    ("law", ["satisfied", "not-satisfied", "not-determined"]), ("first", ["satisfied", "not-satisfied", "not-determined"]),
    ("open", ["satisfied", "partially-satisfied", "not-satisfied", "not-determined"]),
    ("name", ["satisfied", "not-applicable", "not-determined"]),
    ("certain", ["satisfied", "not-determined"]),
    ("never", ["satisfied", "not-satisfied"]),
    ("several", ["satisfied", "partially-satisfied", "not-satisfied", "not-determined"]),
    ("old", ["satisfied", "not-satisfied", "not-applicable", "not-determined"]),
    ("rare", ["satisfied", "not-satisfied", "not-determined"]),
  ])
  func statuses(_ finding: String, _ outcomes: [String]) throws {
    let lacks = try Self.lacks(
      """
          findings:
            name: {}
            certain: {about: [count], status: {satisfied: count >= 0}}
            never: {about: [name], status: {satisfied: answered(count)}}
            several:
              about: [parts]
              status: {satisfied: first && second, partially-satisfied: first || second}
            old: {about: [since], status: {satisfied: since < 1990}}
            rare: {about: [count], status: {satisfied: count == 12345}}

      """)
    #expect(lacks[finding] == outcomes)
  }

  @Test func rules() throws {
    let lacks = try Self.lacks(
      """
          rules:
            held:
              rule: count > 3
              message: Few.
              examples:
                - {given: {count: 4}, expect: passed}
                - {given: {count: 3}, expect: failed}
            told: {rule: answered(count), message: None.}
            bare: {rule: law, message: None.}

      """,
      """
            - {name: none, input: {one.count: 4}, output: {undetermined: {small/one.bare: [one.law]}}}
            - {name: no, input: {one.law: no}, output: {issues: [small/one.bare, small/one.told]}}

      """)
    #expect(lacks["held"] == ["undetermined"])
    #expect(lacks["told"] == ["passed"])
    #expect(lacks["bare"] == ["passed"])
  }

  /// Only what a case says counts.
  @Test func casesCover() throws {
    let lacks = try Self.lacks(
      "    rules: {}\n",
      """
            - {name: yes, input: {one.law: yes}, output: {findings: {small/one.law: satisfied}}}
            - {name: no, input: {one.law: no}, output: {findings: {small/one.law: not-satisfied}}}
            - {name: open, input: {one.count: 1}, output: {findings: {small/one.law: not-determined, small/one.first: satisfied}}}

      """)
    #expect(lacks["law"] == nil)
    #expect(lacks["first"] == ["not-satisfied", "not-determined"])
  }
}
