import Documents
import Questionnaire
import RulesEngine
import Testing

/// The design's table "Values that are not there", row by row, and what rules and findings make of it.
@Suite struct UnitAbsence {
  let pack: Pack

  init() throws {
    pack = try #require(
      SmallPack.questions(
        """
        first: First?
        second: {ask: Second?, relevant: first}
        third: {ask: Third?, relevant: second}
        fourth: {ask: Fourth?, not_applicable: first == false}
        maybe: {ask: Perhaps?, required: no}
        detailed: {ask: Detailed?, details: list, required: no}
        joined: {ask: Joined?, required: no}
        """,
        evaluation: """
          items:
            one:
              findings:
                both: {about: [joined], status: {satisfied: first && fourth, partially-satisfied: first || fourth}}
              rules:
                second-then-fourth: {when: second, rule: fourth, message: M}
                is-answered: {rule: answered(fourth), message: M}
                is-applicable: {rule: applicable(second), message: M}
          """))
    #expect(pack.issues.isEmpty)
  }

  static let rows: [(String, String, String, String)] = [
    // answer to `fourth`, what a complete reply is told, the finding, what settles `both`
    ("", "reply/required", "not-determined", "one.fourth"),
    ("fourth:", "reply/required", "not-determined", "one.fourth"),
    ("fourth: {missing: pending}", "reply/required", "not-determined", "one.fourth"),
    ("fourth: {missing: not-available, justification: J}", "", "not-determined", "one.fourth"),
    ("fourth: {missing: declined, justification: J}", "", "not-determined", "one.fourth"),
    ("fourth: {missing: declined}", "reply/justification", "not-determined", "one.fourth"),
    ("fourth: {missing: refused, justification: J}", "reply/unknown-missing", "not-determined", "one.fourth"),
    ("fourth: perhaps", "reply/wrong-type.yes_no", "not-determined", "one.fourth"),
    ("fourth: {missing: not-applicable, justification: J}", "reply/not-applicable", "not-determined", "one.fourth"),
    ("fourth: yes", "", "satisfied", ""),
    ("fourth: no", "", "not-satisfied", ""),
  ]

  @Test(arguments: rows) func absent(_ answer: String, _ told: String, _ status: String, _ missing: String) throws {
    let judgement = try pack.judged("first: yes\nsecond: no\n\(answer)")
    #expect(judgement.told.filter { !$0.hasPrefix("small/") } == (told.isEmpty ? [] : [told]))
    #expect(judgement.status("one.fourth") == status)
    let both = try #require(judgement.findings()["one.both"])
    #expect(both.conclusion.missing == (missing.isEmpty ? [] : [missing]))
    #expect(both.status == (missing.isEmpty ? (status == "satisfied" ? .satisfied : .partiallySatisfied) : .notDetermined))
  }

  @Test func whatIsMissingFromADraftIsInfo() throws {
    let judgement = try pack.judged("second: no", status: "draft")
    #expect(judgement.issues.filter { $0.rule == "reply/required" }.allSatisfy { $0.severity == .info })
    #expect(judgement.issues.contains { $0.rule == "reply/required" })
  }

  @Test func declaredNotApplicableIsAccepted() throws {
    let judgement = try pack.judged("first: no\nfourth: {missing: not-applicable, justification: J}")
    #expect(judgement.told.filter { $0.hasPrefix("reply") } == [])
    let finding = try #require(judgement.findings()["one.fourth"])
    #expect(finding.status == .notApplicable && finding.conclusion.isDeclared)
  }

  @Test func whatIsNotAskedIsNotApplicableThroughTheChain() throws {
    let judgement = try pack.judged("first: no\nfourth: no")
    #expect(judgement.told.filter { $0.hasPrefix("reply") } == [])
    #expect(judgement.status("one.second") == "not-applicable" && judgement.status("one.third") == "not-applicable")
    // The answer that keeps it from being asked is what it rests on.
    #expect(judgement.findings()["one.second"]?.because.map(\.path) == ["one.second", "one.first"])
    let told = try pack.judged("first: no\nsecond: yes\nthird: yes\nfourth: no").told
    #expect(told.filter { $0.hasPrefix("reply") } == ["reply/not-relevant", "reply/not-relevant"])
  }

  @Test func whetherItIsAskedMayBeUnknown() throws {
    let judgement = try pack.judged("fourth: no")
    #expect(judgement.told.filter { $0.hasPrefix("reply") } == ["reply/required"])
    let finding = try #require(judgement.findings()["one.third"])
    #expect(finding.status == .notDetermined && finding.conclusion.missing == ["one.first"])
  }

  @Test func optionalQuestionsAreSilent() throws {
    let judgement = try pack.judged("first: no\nfourth: no")
    let finding = try #require(judgement.findings()["one.maybe"])
    #expect(finding.status == .notDetermined && finding.conclusion.isSilent)
    #expect(!judgement.draft().contains { $0.paragraph.contains("maybe") })
  }

  static let verdicts: [(String, String, RuleVerdict, [String])] = [
    ("first: yes\nsecond: yes\nfourth: yes", "second-then-fourth", .passed, []),
    ("first: yes\nsecond: yes\nfourth: no", "second-then-fourth", .failed, []),
    ("first: yes\nsecond: no", "second-then-fourth", .passed, []), ("fourth: yes", "second-then-fourth", .passed, []),
    ("first: yes\nsecond: yes", "second-then-fourth", .undetermined, ["one.fourth"]),
    ("first: yes\nfourth: no", "second-then-fourth", .undetermined, ["one.second"]),
    ("fourth: no", "second-then-fourth", .undetermined, ["one.first"]),
    ("first: no\nfourth: no", "second-then-fourth", .notApplicable, []),
    ("first: no", "second-then-fourth", .undetermined, ["one.fourth"]), ("first: no", "is-answered", .failed, []),
    ("fourth: perhaps", "is-answered", .passed, []),
    ("fourth: {missing: declined, justification: J}", "is-answered", .failed, []),
    ("first: yes", "is-applicable", .passed, []), ("first: no", "is-applicable", .failed, []),
    ("maybe: no", "is-applicable", .undetermined, ["one.first"]),
  ]

  @Test(arguments: verdicts) func rules(_ answers: String, _ rule: String, _ verdict: RuleVerdict, _ missing: [String]) throws {
    let outcome = try #require(try pack.judged(answers).outcomes.first { $0.rule.id.description == "small/one.\(rule)" })
    #expect(outcome.verdict == verdict)
    #expect(outcome.missing == missing)
  }

  @Test(arguments: [
    ("detailed: yes", ["reply/required"]), ("detailed: yes\ndetailed_details: [a]", []), ("detailed: no", []),
    ("detailed: no\ndetailed_details: [a]", ["reply/not-relevant"]), ("detailed_details: [a]", []),
    ("detailed: yes\ndetailed_details: a", ["reply/wrong-type.list"]),
    ("detailed: yes\ndetailed_details:\n  - a: b", ["reply/colon-in-text"]),
    ("detailed: yes\ndetailed_details:\n  - {value: a, b}", ["reply/comma-in-text"]),
    ("detailed: yes\ndetailed_details:\n  - {value: a, evidence: [x-1]}", ["evidence/unknown"]),
    ("detailed: {value: yes, comment: c}\ndetailed_details: [a]", []), ("detailed: {valu: yes}", ["reply/unknown-key"]),
    ("detailed: {value: yes, missing: declined, justification: x}", ["reply/value-and-missing"]),
  ])
  func details(_ answers: String, _ told: [String]) throws {
    let judgement = try pack.judged("first: no\nfourth: no\n\(answers)")
    #expect(judgement.told.filter { !$0.hasPrefix("small/") } == told)
  }
}
