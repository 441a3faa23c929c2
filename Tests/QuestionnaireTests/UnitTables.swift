import Documents
import Questionnaire
import RulesEngine
import Testing

/// Tables of fixed rows and of the respondent's own, and the findings of their rows and columns.
@Suite struct UnitTables {
  static let questions = """
    marks: {ask: Marks?, type: table, of: yes_no, rows: {mark_a: A, mark_b: B}, required: no}
    kept: {ask: Kept?, type: table, of: yes_no, rows: {kept_a: A, kept_b: B}, unlisted: no, required: no}
    penalties:
      ask: Penalties?
      type: table
      required: no
      rows: {penal: Penal, civil: Civil}
      columns:
        exists: {ask: Exists?}
        since: {ask: Since?, type: year, relevant: row.exists, max: period.to}
    offices:
      ask: Offices?
      type: table
      required: no
      key: office
      max: 3
      columns:
        office: {ask: Office, type: text, unique: yes}
        open: {ask: Is it open?}
        staff: {ask: Staff, type: integer, required: no, constraint: row.open || row.staff == 0}
    staff_total: {ask: Staff?, type: integer, required: no, equals: "offices.map(o, o.staff).sum()"}
    """

  static func pack(_ evaluation: String? = nil) throws -> Pack {
    let pack = try #require(SmallPack.questions(questions, evaluation: evaluation))
    #expect(pack.issues.isEmpty)
    return pack
  }

  @Test(
    arguments: [
      ("marks: {mark_a: yes, mark_b: no}", [], ["mark_a": "satisfied", "mark_b": "not-satisfied"]),
      ("marks: {mark_a: yes}", ["reply/required"], ["mark_a": "satisfied", "mark_b": "not-determined"]),
      ("marks: {mark_a: yes, mark_bb: no}", ["reply/unknown-row"], ["mark_b": "not-determined"]),
      ("marks: yes", ["reply/wrong-type.fixed-table"], ["mark_a": "not-determined"]),
      ("marks: {mark_a: yes, mark_b: {value: no, comment: c}}", [], ["mark_b": "not-satisfied"]),
      ("kept: {kept_a: yes}", [], ["kept_a": "satisfied", "kept_b": "not-satisfied"]),
      ("kept: {kept_a: maybe}", ["reply/wrong-type.yes_no"], ["kept_a": "not-determined", "kept_b": "not-satisfied"]),
      (
        "penalties: {penal: {exists: yes, since: 2020}, civil: {exists: no}}", [],
        ["exists": "partially-satisfied", "penal": "satisfied"]
      ),
      ("penalties: {penal: {exists: yes}, civil: {exists: no}}", ["reply/required"], ["penal": "satisfied"]),
      ("penalties: {penal: {exists: no, since: 2020}, civil: {exists: no}}", ["reply/not-relevant"], ["exists": "not-satisfied"]),
      (
        "penalties: {penal: {exists: yes, since: 2030}, civil: {exists: yes, since: 2000}}", ["reply/out-of-range.max"],
        ["exists": "satisfied"]
      ),
      ("penalties: {penal: {exists: yes, sinc: 2020}, civil: {exists: no}}", ["reply/unknown-column"], [:]),
      ("penalties: {penal: yes, civil: {exists: no}}", ["reply/wrong-type.row"], ["penal": "not-determined"]),
      ("offices: []", [], ["open": "not-satisfied"]),
      ("offices: [{office: N, open: yes}]", [], ["open": "satisfied"]),
      ("offices: [{office: N, open: yes}, {office: S, open: no, staff: 0}]", [], ["open": "partially-satisfied"]),
      ("offices: [{office: N}]", ["reply/required"], ["open": "not-determined"]),
      (
        "offices: [{office: N, open: yes}, {office: S}, {office: T, open: no}]", ["reply/required"],
        ["open": "partially-satisfied"]
      ),
      ("offices: [{office: N, open: yes}, {office: N, open: yes}]", ["reply/duplicate-row", "reply/not-unique"], [:]),
      ("offices: [N]", ["reply/wrong-type.row"], ["open": "not-determined"]),
      ("offices: {N: yes}", ["reply/wrong-type.table"], ["open": "not-determined"]),
      ("offices: [{office: N, open: no, staff: 3}]", ["reply/constraint"], [:]),
      (
        "offices: [{office: A, open: no}, {office: B, open: no}, {office: C, open: no}, {office: D, open: no}]",
        ["reply/too-many-entries"], [:]
      ),
      ("offices: [{office: N, open: yes, staff: 2}]\nstaff_total: 3", ["reply/total-differs"], [:]),
      ("offices: [{office: N, open: yes, staff: 2}]\nstaff_total: 2", [], [:]),
      ("offices: [{office: N, open: yes}]\nstaff_total: 2", [], [:]),
      ("mark_a: yes", ["reply/unknown-question.in-table"], [:]),
    ] as [(String, [String], [String: String])])
  func tables(_ answers: String, _ told: [String], _ statuses: [String: String]) throws {
    let judgement = try Self.pack().judged(answers)
    #expect(judgement.told == told)
    for (name, status) in statuses { #expect(judgement.status("one.\(name)") == status, "\(name)") }
  }

  @Test func rowsHaveTheirKeysInPaths() throws {
    let judgement = try Self.pack().judged("offices: [{office: North, open: maybe}, {open: perhaps}]")
    #expect(
      judgement.issues.map(\.path).sorted() == ["one.offices[1].office", "one.offices[1].open", "one.offices[North].open"])
  }

  /// What an issue is about is told in words, cells of fixed rows included.
  @Test(arguments: [
    ("marks: {mark_a: yes}", "1 B"), ("penalties: {penal: yes, civil: {exists: no}}", "1 Penal"),
    ("penalties: {penal: {exists: no}, civil: {}}", "1 Exists? (Civil)"),
    ("penalties: {penal: {exists: yes}, civil: {exists: no}}", "1 Since? (Penal)"),
    ("offices: [{office: North}]", "1 Is it open? (North)"),
  ])
  func cellsHaveTheirWords(_ answers: String, _ subject: String) throws {
    #expect(try Self.pack().judged(answers).issues.map(\.subject) == [subject])
  }

  /// What would determine a row's finding is its cell, not the whole row.
  @Test func rowsLackTheirCell() throws {
    let finding = try #require(try Self.pack().judged("penalties: {penal: {}, civil: {exists: no}}").findings()["one.penal"])
    #expect(finding.status == .notDetermined)
    #expect(finding.conclusion.missing == ["one.penal.exists"])
  }

  @Test func rulesRunOnceARow() throws {
    let pack = try Self.pack(
      """
      items:
        one:
          rules:
            staffed: {each: offices, when: row.open, rule: row.staff > 0, severity: warning, message: "{{ row.label }} has {{ row.staff }}."}
            fixed: {each: penalties, rule: row.exists, about: [row.exists], message: "{{ row.label }}"}
      """)
    let judgement = try pack.judged(
      "offices: [{office: North, open: yes, staff: 0}, {office: South, open: no}]\npenalties: {penal: {exists: no}, civil: {exists: yes, since: 2000}}"
    )
    let rules = judgement.issues.filter { $0.rule.description.hasPrefix("small/") }
    #expect(
      rules.map { "\($0.rule) \($0.path) \($0.message)" } == [
        "small/one.staffed one.offices[North] text(\"North has 0.\")", "small/one.fixed one.penal.exists text(\"Penal\")",
      ])
    #expect(rules.map(\.severity) == [.warning, .error])
    #expect(judgement.outcomes.filter { $0.rule.id == "small/one.staffed" }.map(\.verdict) == [.failed, .passed])
  }

  @Test func findingsAreDrawnOnceARow() throws {
    let pack = try Self.pack(
      """
      items:
        one:
          findings:
            office_open: {each: offices, about: [offices], status: {satisfied: row.open}, statement: {satisfied: "runs {{ row.office }}", not-satisfied: "closed {{ row.office }}"}}
      """)
    let findings = try pack.judged("offices: [{office: North, open: yes}, {office: South, open: no}]").draft().flatMap(\.findings)
    let drawn = findings.filter { $0.id.description.contains("office_open") }
    #expect(drawn.map(\.id.description) == ["small/one.office_open[North]", "small/one.office_open[South]"])
    #expect(drawn.map(\.status) == [.satisfied, .notSatisfied])
    #expect(drawn.map(\.statement) == ["runs North", "closed South"])
  }
}
