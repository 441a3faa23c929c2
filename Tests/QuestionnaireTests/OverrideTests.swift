import Documents
import Questionnaire
import RulesEngine
import Testing

/// What experts set by hand: applied, shown beside what was derived, refused where it must be, and stale when it is.
@Suite struct OverrideTests {
  static let questions = """
    first: First?
    second:
      ask: Second?
      details: list
    third: {ask: Third?, required: no}
    marks: {ask: Marks?, type: table, of: yes_no, rows: {mark_a: A, mark_b: B}}
    """
  static let evaluation = """
    sections: {one: {sentences: [[one.first, one.second], [one.third]]}}
    items:
      one:
        findings:
          first: {statement: {satisfied: has the first, not-satisfied: does not have the first}}
          second: {statement: {satisfied: has the second, not-satisfied: does not have the second}}
          third: {statement: {satisfied: has the third, not-satisfied: does not have the third}}

    """
  static let words = """
    words: small
    language: en
    style:
      verbs: [notes]
      subjects: ["{{ respondent }}"]
      leads: {first: ["Board {{ verb }} that"], yes-yes: ["Board also {{ verb }} that"], change: ["Yet Board {{ verb }} that"], no-no: ["Nor"]}
      joins: {yes-yes: [{join: " and "}], change: [{join: "; yet it "}], no-no: [{join: " nor "}]}
      with_satisfaction: "{{ verb }} with satisfaction"

    """
  static let answers = """
    first: yes
    second: {value: yes, comment: C}
    second_details: [One, Two]
    third: no
    marks: {mark_a: yes, mark_b: no}
    """

  private static func judged(_ answers: String = answers, language: String = "en") throws -> Judgement {
    let pack = try #require(SmallPack.questions(questions, evaluation: evaluation, words: words))
    #expect(pack.issues.isEmpty, "\(pack.issues)")
    return try pack.judged(answers, language: language)
  }

  // Enough to tell texts apart, and to be read in a failure.
  private static func digest(_ bytes: [UInt8]) -> String {
    let hash = bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static let head = """
    overrides: small
    version: 1.0.0
    respondent: PER
    experts: {doe: {name: Jane Doe, country: CAN}}
    findings:

    """

  private static func overrides(_ lines: String, head: String = head, for judgement: Judgement) -> Overrides {
    Overrides(
      Document.parse(SourceFile(name: "o.yaml", bytes: Array((head + lines + "\n").utf8))), for: judgement, digest: digest)
  }

  private static func entry(_ finding: String, _ more: String) -> String {
    "  \(finding): {expert: doe, date: 2024-05-01, reason: Why, \(more)}"
  }

  // MARK: - What is set

  static let effects: [(String, String)] = [
    (
      entry("one.first", "status: not-satisfied"),
      "Board notes that PER does not have the first; yet it has the second. Yet Board notes that PER does not have the third."
    ),
    (
      entry("small/one.first", "statement: owns the first"),
      "Board notes that PER owns the first and has the second. Yet Board notes that PER does not have the third."
    ),
    (
      entry("one.first", "statement: {en: owns it, es: la tiene}"),
      "Board notes that PER owns it and has the second. Yet Board notes that PER does not have the third."
    ),
    (
      entry("one.first", "with_satisfaction: yes"),
      "Board notes with satisfaction that PER has the first and has the second. Yet Board notes that PER does not have the third."
    ),
    (
      entry("one.third", "with_satisfaction: yes"),
      "Board notes that PER has the first and has the second. Yet Board notes that PER does not have the third."
    ),
    (
      entry("one.first", "after: one.second"),
      "Board notes that PER has the second and has the first. Yet Board notes that PER does not have the third."
    ),
    (
      entry("one.first", "before: one.third"),
      "Board notes that PER has the second. Board also notes that PER has the first; yet it does not have the third."
    ),
    (
      entry("one.third", "status: satisfied, before: one.first"),
      "Board notes that PER has the third and has the first and has the second."
    ),
    (
      entry("one.first", "status: not-applicable"),
      "Board notes that PER has the second. Yet Board notes that PER does not have the third."
    ),
  ]

  @Test(arguments: effects) func takesEffect(_ lines: String, _ paragraph: String) throws {
    let judgement = try Self.judged()
    let overrides = Self.overrides(lines, for: judgement)
    #expect(judgement.draft(overrides.findings).first?.paragraph == paragraph)
  }

  @Test func bothAreShown() throws {
    let judgement = try Self.judged()
    let overrides = Self.overrides(Self.entry("one.first", "status: not-satisfied, statement: lacks it"), for: judgement)
    let finding = try #require(judgement.draft(overrides.findings).first?.findings.first)
    #expect(finding.status == .notSatisfied && finding.statement == "lacks it")
    let change = try #require(finding.change)
    #expect(change.derivedStatus == .satisfied && change.derivedStatement == "has the first")
    #expect(change.author.name == "Jane Doe" && change.author.country == "CAN" && change.author.date == "2024-05-01")
    #expect(judgement.draft(overrides.findings).flatMap(\.findings).count { $0.change != nil } == 1)
  }

  @Test func severalMovedBehindOneKeepTheirOrder() throws {
    let judgement = try Self.judged()
    let lines = [Self.entry("one.first", "after: one.third"), Self.entry("one.second", "after: one.third")].joined(
      separator: "\n")
    let findings = judgement.draft(Self.overrides(lines, for: judgement).findings).flatMap(\.findings)
    #expect(findings.map(\.id.description).prefix(3) == ["small/one.third", "small/one.first", "small/one.second"])
  }

  private static let chain = """
    first: First?
    second: {ask: Second?, not_applicable: first == false}
    """
  private static let chainEvaluation = """
    sections: {one: {sentences: [[one.first], [one.second]]}}
    items:
      one:
        findings:
          first: {statement: {satisfied: has the first, not-satisfied: does not have the first}}
          second: {statement: {satisfied: has the second, not-satisfied: does not have the second}}

    """

  private static func chained(_ lines: String) throws -> (paragraph: String?, issues: [String]) {
    let words = words.replacing("joins:", with: "not_applicable: \"; so the rest is not applicable\"\n  joins:")
    let pack = try #require(SmallPack.questions(chain, evaluation: chainEvaluation, words: words))
    let judgement = try pack.judged("first: no\nsecond: {missing: not-applicable, justification: J}")
    let overrides = overrides(lines, for: judgement)
    return (judgement.draft(overrides.findings).first?.paragraph, overrides.issues.map(\.rule.description))
  }

  /// What followed from an answer no longer follows when an expert has said otherwise.
  @Test func consequencesGoWithTheirReason() throws {
    let said = try Self.chained(Self.entry("one.second", "statement: x"))
    #expect(said.paragraph == "Board notes that PER does not have the first; so the rest is not applicable.")
    #expect(!said.issues.contains("override/consequence"))
    let unsaid = try Self.chained(Self.entry("one.first", "status: satisfied"))
    #expect(unsaid.paragraph == "Board notes that PER has the first.")
    #expect(unsaid.issues.contains("override/consequence"))
  }

  @Test(arguments: [
    (entry("one.first", "status: not-applicable, statement: has no staff"), ["override/unsaid"]),
    (entry("one.first", "status: not-determined, statement: unclear"), ["override/unsaid"]),
    (entry("one.mark_a", "statement: marks it"), ["override/unsaid"]), (entry("one.first", "statement: owns it"), []),
  ])
  func wordsThatStandNowhereAreTold(_ lines: String, _ told: [String]) throws {
    let judgement = try Self.judged()
    let overrides = Self.overrides(lines, for: judgement)
    #expect(overrides.unsaid(in: judgement.draft(overrides.findings)).map(\.rule.description) == told)
  }

  @Test func whatAnExpertHoldsOpenIsAGap() throws {
    let judgement = try Self.judged()
    let overrides = Self.overrides(Self.entry("one.third", "status: not-determined"), for: judgement)
    #expect(judgement.draft(overrides.findings).first?.paragraph.hasSuffix("[one.third]") == true)
  }

  @Test func theSameFindingIsSetOnce() throws {
    let judgement = try Self.judged()
    let lines = [Self.entry("one.first", "status: not-satisfied"), Self.entry("small/one.first", "status: not-applicable")]
    let overrides = Self.overrides(lines.joined(separator: "\n"), for: judgement)
    #expect(overrides.findings["small/one.first"]?.status == .notSatisfied)
    #expect(Self.told(overrides.issues) == ["override/finding-twice 7:3"])
  }

  /// In whatever order the entries stand, a chain of moves comes out the same.
  @Test(arguments: [[0, 1], [1, 0]]) func aChainOfMoves(_ order: [Int]) throws {
    let judgement = try Self.judged()
    let entries = [Self.entry("one.first", "after: one.second"), Self.entry("one.second", "after: one.third")]
    let lines = order.map { entries[$0] }.joined(separator: "\n")
    let findings = judgement.draft(Self.overrides(lines, for: judgement).findings).flatMap(\.findings)
    #expect(findings.map(\.id.description).prefix(3) == ["small/one.third", "small/one.second", "small/one.first"])
  }

  @Test func movesInACircleAreTold() throws {
    let judgement = try Self.judged()
    let lines = [Self.entry("one.first", "after: one.second"), Self.entry("one.second", "after: one.first")].joined(
      separator: "\n")
    let overrides = Self.overrides(lines, for: judgement)
    #expect(Self.told(overrides.issues) == ["override/circle 6:66", "override/circle 7:67"])
    let findings = judgement.draft(overrides.findings).flatMap(\.findings)
    #expect(findings.allSatisfy { $0.change?.isMoved != true })
  }

  /// A column that a finding no longer rests on is looked up all the same.
  @Test func aBasisOfAnotherTimeIsHeldAgainstTheAnswers() throws {
    let judgement = try Self.judged()
    let marks = try Self.basis(of: "one.mark_a", in: judgement)
    let first = try Self.basis(of: "one.first", in: judgement)
    let lines = Self.entry("one.first", "status: satisfied, basis: \"\(first) \(marks)\"")
    let finding = try #require(judgement.draft(Self.overrides(lines, for: judgement).findings).flatMap(\.findings).first)
    #expect(finding.change?.changedAnswers == [])
  }

  // MARK: - What is told

  static let refused: [(String, [String])] = [
    ("  one.first: {expert: do, date: 2024-05-01, reason: W, status: satisfied}", ["override/unknown-expert 6:23"]),
    ("  one.first: {date: 2024-05-01, reason: W, status: satisfied}", ["override/missing-key 6:14"]),
    ("  one.first: {expert: doe, reason: W, status: satisfied}", ["override/missing-key 6:14"]),
    ("  one.first: {expert: doe, date: 2024-05-01, status: satisfied}", ["override/missing-key 6:14"]),
    ("  one.first: {expert: doe, date: 2024-5-1, reason: W, status: satisfied}", ["override/wrong-date 6:34"]),
    (entry("one.frst", "status: satisfied"), ["override/unknown-finding 6:3"]),
    (entry("one.first", "status: good"), ["override/unknown-status 6:67"]),
    (entry("one.first", "satus: satisfied"), ["override/unknown-key 6:59"]),
    (entry("one.first", "with_satisfaction: no"), ["override/nothing-set 6:3"]),
    (entry("one.first", "with_satisfaction: very"), ["override/wrong-form.yes-no 6:78"]),
    (entry("one.first", "statement: [a]"), ["override/wrong-form.text 6:70"]),
    (entry("one.first", "before: one.second, after: one.third"), ["override/before-and-after 6:67"]),
    (entry("one.first", "after: one.first"), ["override/other-section 6:66"]),
    (entry("one.first", "after: one.fourth"), ["override/unknown-finding 6:66"]),
    ("  one.first: yes", ["override/not-a-mapping 6:14"]),
    ("  one.first: {expert: doe, date: 2024-05-01, reason: \" \", status: satisfied}", ["override/missing-key 6:14"]),
  ]

  @Test(arguments: refused) func isRefused(_ lines: String, _ expected: [String]) throws {
    let judgement = try Self.judged()
    let overrides = Self.overrides(lines, for: judgement)
    #expect(overrides.findings.isEmpty)
    #expect(Self.told(overrides.issues) == expected)
    #expect(!overrides.isSound)
    #expect(judgement.draft(overrides.findings).first?.paragraph == judgement.draft().first?.paragraph)
  }

  @Test(arguments: [
    ("country: PER", ["override/own-country 4:42"]), ("country: XYZ", ["override/unknown-country 4:42"]),
    ("state: CAN", ["override/unknown-key 4:33", "override/missing-key 4:16"]),
  ])
  func anExpertIsRefused(_ country: String, _ expected: [String]) throws {
    let judgement = try Self.judged()
    let head = Self.head.replacing("country: CAN", with: country)
    let overrides = Self.overrides(Self.entry("one.first", "status: not-satisfied"), head: head, for: judgement)
    #expect(overrides.findings.isEmpty)
    #expect(Self.told(overrides.issues).sorted() == expected.sorted())
  }

  @Test(arguments: [
    ("overrides: small", "overrides: other", "override/other-questionnaire 1:12"),
    ("version: 1.0.0", "version: 2.0.0", "override/version 2:10"),
    ("respondent: PER", "respondent: MEX", "override/other-respondent 3:13"),
    ("respondent: PER\n", "", "override/missing-key 1:1"), ("version: 1.0.0\n", "", "override/missing-key 1:1"),
  ])
  func aFileAboutAnotherReplyIsNotApplied(_ old: String, _ new: String, _ told: String) throws {
    let judgement = try Self.judged()
    let head = Self.head.replacing(old, with: new)
    let overrides = Self.overrides(Self.entry("one.first", "status: not-satisfied"), head: head, for: judgement)
    #expect(overrides.findings.isEmpty)
    #expect(Self.told(overrides.issues).contains(told))
  }

  @Test func satisfactionThatCannotBeSaidIsTold() throws {
    let judgement = try Self.judged()
    let overrides = Self.overrides(Self.entry("one.third", "with_satisfaction: yes"), for: judgement)
    let sections = judgement.draft(overrides.findings)
    #expect(overrides.unsaid(in: sections).map(\.rule.description) == ["override/satisfaction"])
    #expect(sections.flatMap(\.findings).allSatisfy { $0.change?.isWithSatisfaction != true })
  }

  // MARK: - Whether it still holds

  private static func basis(of finding: String, in judgement: Judgement) throws -> String {
    let plain = overrides(entry(finding, "status: satisfied"), for: judgement)
    let bytes = try BasisEdits(plain).bytes()
    let root = try #require(Document.parse(SourceFile(name: "o.yaml", bytes: bytes)).root)
    return try #require(root["findings"]?[finding]?["basis"]?.text)
  }

  /// An answer is changed: just those findings are stale that rest on it.
  @Test(arguments: [
    ("first: yes", "first: no", ["one.first"]), ("value: yes, comment: C", "value: yes, comment: D", ["one.second"]),
    ("[One, Two]", "[One]", ["one.second"]), ("third: no", "third: {missing: declined, justification: J}", ["one.third"]),
    ("third: no", "", ["one.third"]), ("mark_a: yes", "mark_a: no", ["one.mark_a"]),
    ("first: yes", "first: {value: yes}", []), ("pages: [1, 2]", "pages: [3, 5]", ["one.first"]),
    ("pages: [1, 2]", "article: \"1\"", ["one.first"]),
    ("article: \"3\"", "section: \"3\"", ["one.first"]), ("pages: [1, 2]", "pages: [ 1, 2 ]", []),
    ("second_details: [One, Two]", "second_details:\n  - One\n  - value: Two", []),
    ("first: yes", "first: true", []),
  ])
  func staleWhenAnAnswerChanged(_ old: String, _ new: String, _ stale: [String]) throws {
    // With a citation where one is changed.
    let cited = "first: {value: yes, evidence: {id: doc, pages: [1, 2]}}"
    let isCitation = old.hasPrefix("pages") || old.hasPrefix("article")
    let citing = Self.answers.replacing("first: yes", with: cited.replacing("pages: [1, 2]", with: old))
    let answers = isCitation ? citing : Self.answers
    let before = try Self.judged(answers)
    let after = try Self.judged(answers.replacing(old, with: new))
    for finding in ["one.first", "one.second", "one.third", "one.mark_a", "one.mark_b"] {
      let recorded = try Self.basis(of: finding, in: before)
      let lines = Self.entry(finding, "status: satisfied, basis: \"\(recorded)\"")
      let change = try #require(
        after.draft(Self.overrides(lines, for: after).findings).flatMap(\.findings).compactMap(\.change).first)
      #expect(change.isStale == stale.contains(finding), "\(finding): \(change.changedAnswers)")
      let same = try #require(
        before.draft(Self.overrides(lines, for: before).findings).flatMap(\.findings).compactMap(\.change).first)
      #expect(!same.isStale)
    }
  }

  @Test(arguments: [("basis: nonsense", "override/wrong-basis"), ("status: satisfied", "override/no-basis")])
  func aBasisThatSaysNothingIsTold(_ line: String, _ rule: String) throws {
    let judgement = try Self.judged()
    let lines = Self.entry("one.first", line == "status: satisfied" ? line : "status: satisfied, \(line)")
    #expect(Self.overrides(lines, for: judgement).issues.contains { $0.rule.description == rule && $0.severity == .warning })
  }

  @Test func whatIsRecordedStays() throws {
    let judgement = try Self.judged()
    let recorded = try Self.basis(of: "one.first", in: try Self.judged(Self.answers.replacing("first: yes", with: "first: no")))
    let lines =
      Self.entry("one.first", "status: satisfied, basis: \"\(recorded)\"") + "\n" + Self.entry("one.third", "status: satisfied")
    let edits = try BasisEdits(Self.overrides(lines, for: judgement))
    #expect(edits.recorded == ["one.third"])
    #expect(String(decoding: try edits.bytes(), as: UTF8.self).contains(recorded))
  }

  private static func told(_ issues: [Documents.Issue]) -> [String] {
    issues.compactMap { issue in
      guard case .catalogue(let id, _) = issue.message, issue.severity == .error else { return nil }
      return "\(id) \(issue.location.range.line):\(issue.location.range.column)"
    }
  }
}
