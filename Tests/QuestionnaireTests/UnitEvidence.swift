import Documents
import Questionnaire
import RulesEngine
import Testing

/// Requirements of proof, in packs of one or two questions; the issues of all kinds are in Tests/Fixtures/evidence.
@Suite struct UnitEvidence {
  private static let kinds = "kinds: {law: Law, report: Report}\n"

  private func pack(_ questions: String, proofs: String, evaluation: String? = nil) throws -> Pack {
    try #require(
      SmallPack.questions(questions, head: Self.kinds + "proofs:\n  " + proofs + "\n", evaluation: evaluation))
  }

  // MARK: - When proof is due

  @Test(arguments: [
    ("first: yes\nsecond: yes", ["evidence/missing"]), ("first: yes\nsecond: no", []), ("first: no\nsecond: yes", []),
    // What cannot be told is due.
    ("first: yes\nsecond: {missing: not-available, justification: J}", ["evidence/missing"]),
  ])
  func proofIsDueWhenItsConditionHolds(_ answers: String, _ told: [String]) throws {
    let pack = try pack(
      "first: {ask: First?, evidence: law}\nsecond: Second?", proofs: "law: {kinds: [law], when: second}")
    #expect(try pack.judged(answers).told == told)
  }

  @Test func aConditionMayReadTheRow() throws {
    let pack = try pack(
      "bridges: {ask: Which?, type: table, key: name, columns: {name: {ask: N, type: text}, old: Old?, seen: {ask: Seen?, evidence: law}}}",
      proofs: "law: {kinds: [law], when: row.old}")
    let judgement = try pack.judged("bridges: [{name: A, old: yes, seen: yes}, {name: B, old: no, seen: yes}]")
    #expect(judgement.issues.map(\.path) == ["one.bridges[A].seen"])
    #expect(judgement.claims.map(\.path) == ["one.bridges[A].seen"])
  }

  @Test func whatIsNotAskedNeedsNoProof() throws {
    let pack = try pack(
      "first: First?\nsecond: {ask: Second?, relevant: first, evidence: law}", proofs: "law: {kinds: [law]}")
    #expect(try pack.judged("first: no\nsecond: yes").told == ["reply/not-relevant"])
  }

  /// A claim that depends on whether another is proven is found in the next round.
  @Test func aClaimMayDependOnProof() throws {
    let pack = try pack(
      "first: {ask: First?, evidence: law}\nsecond: {ask: Second?, evidence: study}",
      proofs: "law: {kinds: [law]}\n  study: {kinds: [report], when: \"!verified(first)\"}")
    let register = "evidence:\n  law-1: {kind: law}\n"
    #expect(try pack.judged("first: {value: yes, evidence: law-1}\nsecond: yes", rest: register).told == [])
    #expect(try pack.judged("first: yes\nsecond: yes").told == ["evidence/missing", "evidence/missing"])
  }

  // MARK: - What it weighs

  @Test func whatIsMerelyMissingIsInfoInADraft() throws {
    let pack = try pack(
      "first: {ask: First?, evidence: law}\nsecond: {ask: Second?, evidence: law}",
      proofs: "law: {kinds: [law], in_force: period.to, severity: error}")
    let register = "evidence:\n  law-1: {kind: law}\n  law-2: {kind: report, issued: 2020}\n  law-3: {kind: law}\n"
    let answers = "first: yes\nsecond: {value: yes, evidence: [law-1, law-2]}"
    func weights(_ status: String) throws -> [String] {
      try pack.judged(answers, status: status, rest: register).issues.map { "\($0.severity) \($0.rule)" }
    }
    #expect(
      try weights("draft") == [
        "info evidence/missing", "error evidence/wrong-kind", "info evidence/undated", "info evidence/not-cited",
      ])
    #expect(
      try weights("complete") == [
        "error evidence/missing", "error evidence/wrong-kind", "error evidence/undated", "warning evidence/not-cited",
      ])
  }

  @Test func aRequirementMaySayWhatAnUnprovenClaimCountsAs() throws {
    let pack = try pack(
      "first: {ask: First?, evidence: law}\nsecond: {ask: Second?, evidence: {kinds: [report]}}",
      proofs: "law: {kinds: [law], unverified: not-determined}", evaluation: "unverified: partially-satisfied\n")
    let judgement = try pack.judged("first: yes\nsecond: yes")
    #expect(judgement.status("one.first") == "not-determined" && judgement.status("one.second") == "partially-satisfied")
  }

  @Test func claimsAreCounted() throws {
    let pack = try pack(
      "first: {ask: First?, evidence: law}\ngrid: {ask: G, type: table, of: yes_no, evidence: law, rows: {aa: A, bb: B, cc: C}}",
      proofs: "law: {kinds: [law]}")
    let judgement = try pack.judged(
      "first: yes\ngrid: {aa: yes, bb: {value: yes, evidence: law-1}, cc: no}", rest: "evidence:\n  law-1: {kind: law}\n")
    let progress = try #require(judgement.progress.first)
    #expect(progress.claims == 3 && progress.proven == 1)
    let verified = judgement.findings().mapValues(\.verified)
    #expect(verified["one.aa"] == .no && verified["one.bb"] == .yes && verified["one.cc"] == .notRequired)
  }

  /// Behind each claim without proof stands a mark; behind a sentence of nothing else, one.
  @Test(arguments: [
    ("first: yes\nsecond: yes", "A notes that Peru has one and has two (none)."),
    ("first: yes\nsecond: {value: yes, evidence: law-1}", "A notes that Peru has one (not) and has two."),
    ("first: yes\nsecond: no", "A notes that Peru has one (not), but lacks two."),
    ("first: {value: yes, evidence: law-1}\nsecond: {value: yes, evidence: law-1}", "A notes that Peru has one and has two."),
  ])
  func theDraftMarksWhatIsNotVerified(_ answers: String, _ paragraph: String) throws {
    let questions = "first: {ask: First?, evidence: {kinds: [law]}}\nsecond: {ask: Second?, evidence: {kinds: [law]}}"
    let pack = try #require(
      SmallPack.questions(
        questions, head: Self.kinds + "respondents: {PER: {en: {name: Peru}}}\n",
        evaluation: """
          sections: {one: {sentences: [[one.first, one.second]]}}
          items:
            one:
              findings:
                first: {statement: {satisfied: has one, not-satisfied: lacks one}}
                second: {statement: {satisfied: has two, not-satisfied: lacks two}}
          """,
        words: """
          words: small
          language: en
          style:
            verbs: [notes]
            subjects: ["{{ respondent }}"]
            leads: {first: ["A {{ verb }} that"]}
            joins:
              yes-yes: [{two: " and ", between: ", ", last: " and "}]
              no-no: [{join: " and "}]
              change: [{join: ", but "}]
            unverified: " (not)"
            unverified_all: " (none)"
          """))
    #expect(pack.lint().isEmpty)
    let judgement = try pack.judged(answers, rest: "evidence:\n  law-1: {kind: law}\n")
    #expect(judgement.draft().first?.paragraph == paragraph)
  }

  /// A row is called by its key, whatever that is, and an entry by its number.
  @Test func claimsHaveNames() throws {
    let pack = try pack(
      """
      first: {ask: First?, details: list, evidence: {kinds: [law], each: yes}}
      keyed: {ask: K, type: table, key: name, columns: {name: {ask: N, type: text}, seen: {ask: Seen?, evidence: law}}}
      plain: {ask: P, type: table, columns: {mark: {ask: N, type: text}, known: {ask: Known?, evidence: law}}}
      """, proofs: "law: {kinds: [law]}")
    let judgement = try pack.judged(
      """
      first: yes
      first_details: [A, B]
      keyed: [{name: "9223372036854775807", seen: yes}]
      plain: [{mark: A, known: yes}]
      """)
    #expect(
      judgement.issues.compactMap(\.subject) == [
        "1 First? (1.)", "1 First? (2.)", "1 Seen? (9223372036854775807)", "1 Known? (1.)",
      ])
  }

  /// The one column of a grid has a name that a question may have too.
  @Test func theCellsOfAGridAreNoQuestion() throws {
    let pack = try pack(
      "value: Value?\ngrid: {ask: G, type: table, of: yes_no, evidence: law, rows: {aa: A}}", proofs: "law: {kinds: [law]}")
    let findings = try pack.judged("value: yes\ngrid: {aa: yes}").findings()
    #expect(findings["one.value"]?.verified == .notRequired && findings["one.aa"]?.verified == .no)
  }

  /// Documents of its own stand before those of the row, and those before those of the table.
  @Test(arguments: [
    ("{value: [{mark: A, seen: {value: yes, evidence: r}, evidence: l}], evidence: l}", ["evidence/wrong-kind"]),
    ("{value: [{mark: A, seen: yes, evidence: r}], evidence: l}", ["evidence/wrong-kind"]),
    ("{value: [{mark: A, seen: yes}], evidence: l}", []), ("[{mark: A, seen: {value: yes, evidence: l}, evidence: r}]", []),
  ])
  func citationsOfACell(_ table: String, _ told: [String]) throws {
    let pack = try pack(
      "grid: {ask: G, type: table, columns: {mark: {ask: N, type: text}, seen: {ask: Seen?, evidence: law}}}",
      proofs: "law: {kinds: [law]}")
    let register = "evidence:\n  l: {kind: law}\n  r: {kind: report}\n"
    #expect(try pack.judged("grid: \(table)", rest: register).told.filter { $0 != "evidence/not-cited" } == told)
  }

  @Test func aKindThatIsNotSaidIsAskedForByItsCodes() throws {
    let pack = try pack(
      "first: {ask: First?, evidence: law}\nsecond: {ask: Second?, evidence: {kinds: [report]}}", proofs: "law: {kinds: [law]}")
    let judgement = try pack.judged(
      "first: {value: yes, evidence: doc}\nsecond: {value: yes, evidence: doc}", rest: "evidence:\n  doc: {title: T}\n")
    let issue = try #require(judgement.issues.first)
    #expect(judgement.issues.count == 1 && issue.because.map(\.path) == ["one.first", "one.second"])
    #expect(try catalogue("en").help(issue)?.contains("law, report") == true)
  }

  /// What is wrong with a value of the register is told where it stands, and nothing else is told of it.
  @Test(arguments: [
    ("{kind: lex, language: es, issued: 2021}", "evidence/unknown-kind"),
    ("{kind: law, language: Spanish, issued: 2021}", "evidence/wrong-value.language"),
    ("{kind: law, language: es, issued: some day}", "evidence/wrong-value.issued"),
    ("{kind: law, language: es, issued: 2021, valid: for ever}", "evidence/wrong-value.valid"),
  ])
  func anUnreadableValueIsToldOnce(_ entry: String, _ told: String) throws {
    let pack = try pack(
      "first: {ask: First?, evidence: law}",
      proofs: "law: {kinds: [law], languages: [es], in_force: period.to, within: period}")
    let judgement = try pack.judged("first: {value: yes, evidence: doc}", rest: "evidence:\n  doc: \(entry)\n")
    #expect(judgement.told == [told] && judgement.claims.map(\.isProven) == [false])
  }

  @Test func whatHoldsForEveryProofMayBeSaidOnce() throws {
    let pack = try #require(
      SmallPack.questions(
        "first: {ask: First?, evidence: law}\nsecond: {ask: Second?, evidence: {kinds: [law], severity: warning}}",
        head: Self.kinds + "every_proof: {severity: error, min: 2}\nproofs: {law: {kinds: [law], min: 1}}\n"))
    let judgement = try pack.judged(
      "first: {value: yes, evidence: doc}\nsecond: {value: yes, evidence: doc}", rest: "evidence:\n  doc: {kind: law}\n")
    #expect(judgement.issues.map { "\($0.severity) \($0.rule)" } == ["warning evidence/too-few"])
  }

  @Test(arguments: [Int64.max, Int64.max - 1, (1 << 20) + 1] as [Int64]) func theSizeOfAnyFileCanBeTold(_ size: Int64) throws {
    let pack = try pack("first: {ask: First?, evidence: law}", proofs: "law: {kinds: [law]}")
    let text = "reply: small\nversion: 1.0.0\nrespondent: PER\nanswers: {one: {first: no}}\nevidence: {doc: {file: a.pdf}}\n"
    let file = DocumentFile(faults: [.tooLarge(size: size, limit: 1 << 20)], size: size)
    let document = Document.parse(SourceFile(name: "reply.yaml", bytes: Array(text.utf8)))
    let judgement = Judgement(document, pack: pack, options: JudgementOptions(evidence: .files(["a.pdf": file])))
    #expect(judgement?.told.contains("evidence/file-too-large") == true)
  }

  // MARK: - How deep

  @Test func withoutEvidenceAnswersAreTakenAtTheirWord() throws {
    let pack = try pack(
      "first: {ask: First?, evidence: law}", proofs: "law: {kinds: [law]}", evaluation: "unverified: not-satisfied\n")
    let text =
      "reply: small\nversion: 1.0.0\nrespondent: PER\nstatus: complete\nanswers: {one: {first: {value: yes, evidence: x}}}\n"
    let document = Document.parse(SourceFile(name: "reply.yaml", bytes: Array(text.utf8)))
    let judgement = try #require(Judgement(document, pack: pack, options: JudgementOptions(evidence: .none)))
    #expect(judgement.told == [] && judgement.status("one.first") == "satisfied" && judgement.claims.isEmpty)
    #expect(judgement.findings()["one.first"]?.verified == .notRequired)
  }

  @Test func absentFilesAreToldOnce() throws {
    let pack = try pack("first: {ask: First?, evidence: law}", proofs: "law: {kinds: [law]}")
    let text = """
      reply: small
      version: 1.0.0
      respondent: PER
      answers: {one: {first: {value: yes, evidence: [law-1, law-2]}}}
      evidence:
        law-1: {kind: law, file: law/1.pdf}
        law-2: {kind: law, file: law/2.pdf}
      """
    let document = Document.parse(SourceFile(name: "reply.yaml", bytes: Array(text.utf8)))
    let judgement = try #require(Judgement(document, pack: pack, options: JudgementOptions(evidence: .filesAbsent)))
    #expect(judgement.told == ["evidence/files-absent"] && judgement.issues.first?.location.range.line == 6)
    #expect(judgement.findings()["one.first"]?.verified == .yes)
  }

  // MARK: - Files

  @Test(arguments: [
    (DocumentFile(faults: [.empty], size: 0), ["evidence/file-empty"]),
    (DocumentFile(faults: [.missing(near: "Law.pdf")]), ["evidence/file-missing"]),
    (DocumentFile(faults: [.tooLarge(size: 200 << 20, limit: 100 << 20)]), ["evidence/file-too-large"]),
    (DocumentFile(faults: [.unreadable("Input/output error")]), ["evidence/file-unreadable"]),
    (DocumentFile(faults: [.notPermitted]), ["evidence/file-not-permitted"]),
    (DocumentFile(faults: [.changed]), ["evidence/file-changed"]),
    (DocumentFile(faults: [.expands(limit: 1 << 30)]), ["evidence/file-expands"]),
    (DocumentFile(faults: [.special(.socket)]), ["evidence/file-special.socket"]),
    (DocumentFile(faults: [.otherFormat(expected: .pdf, found: nil)]), ["evidence/file-other-format.unknown"]),
    (DocumentFile(size: 10, sha256: String(repeating: "b", count: 64), pages: .counted(3)), ["evidence/sha256-differs"]),
    (DocumentFile(size: 10, sha256: String(repeating: "a", count: 64), pages: .counted(4)), ["evidence/pages-differ"]),
    (
      DocumentFile(size: 10, sha256: String(repeating: "a", count: 64), pages: .unknown(.noTool)),
      ["evidence/pages-unknown.no-tool"]
    ),
    (DocumentFile(size: 10, sha256: String(repeating: "a", count: 64), pages: .counted(3)), []),
  ])
  func aFileThatIsWrongProvesNothing(_ file: DocumentFile, _ told: [String]) throws {
    let pack = try pack("first: {ask: First?, evidence: law}", proofs: "law: {kinds: [law]}")
    let text = """
      reply: small
      version: 1.0.0
      respondent: PER
      answers: {one: {first: {value: yes, evidence: law-1}}}
      evidence:
        law-1: {kind: law, file: law/1.pdf, pages: 3, sha256: \(String(repeating: "A", count: 64))}
      """
    let document = Document.parse(SourceFile(name: "reply.yaml", bytes: Array(text.utf8)))
    let options = JudgementOptions(evidence: .files(["law/1.pdf": file]))
    let judgement = try #require(Judgement(document, pack: pack, options: options))
    #expect(judgement.told == told)
    let isWrong = judgement.issues.contains { $0.severity == .error }
    #expect(judgement.findings()["one.first"]?.verified == (isWrong ? .no : .yes))
  }

  // MARK: - In expressions

  @Test func expressionsSeeTheDocuments() throws {
    let pack = try pack(
      "first: {ask: First?, details: list}", proofs: "law: {kinds: [law]}",
      evaluation: """
        items:
          one:
            rules:
              newer: {when: first, rule: 'evidence(first).all(e, e.issued.from >= period.from)', message: M}
              issuer: {when: first, rule: 'evidence(first).exists(e, e.issuer == "Assembly")', message: M}
        """)
    let register = "evidence:\n  law-1: {kind: law, issuer: Assembly, issued: 2021-03}\n  law-2: {kind: law, issued: 2018}\n"
    func failed(_ ids: String) throws -> [String] {
      let answers = "first: {value: yes, evidence: [\(ids)]}\nfirst_details: [{value: A, evidence: law-1}]"
      return try pack.judged(answers, rest: register).outcomes.filter { $0.verdict == .failed }.map(\.rule.id.description)
    }
    #expect(try failed("law-1") == [])
    #expect(try failed("law-2") == ["small/one.newer"])
  }

  @Test func aDateThatIsNotSaidIsUnknown() throws {
    let pack = try pack(
      "first: First?", proofs: "law: {kinds: [law]}",
      evaluation: "items: {one: {rules: {newer: {rule: 'evidence(first).all(e, e.issued.from >= period.from)', message: M}}}}\n")
    let judgement = try pack.judged("first: {value: yes, evidence: law-1}", rest: "evidence:\n  law-1: {kind: law}\n")
    let outcome = try #require(judgement.outcomes.first)
    #expect(outcome.verdict == .undetermined && outcome.missing == ["evidence.law-1.issued"])
  }

  // MARK: - Packs

  @Test(arguments: [
    ("law: {kinds: [lwa]}", "pack/unknown-kind"), ("law: {min: 0}", "pack/wrong-form"), ("law: {min: some}", "pack/wrong-form"),
    ("law: {max_age: some years}", "pack/wrong-form"), ("law: {max_age: 99999 years}", "pack/wrong-form"),
    ("law: {locator: long}", "pack/wrong-form"), ("law: {each: each}", "pack/wrong-form"),
    ("law: {severity: grave}", "pack/unknown-severity"), ("law: {unverified: open}", "pack/unknown-status"),
    ("law: {within: period.to}", "cel/wrong-type"), ("law: {in_force: perod.to}", "cel/undeclared-name"),
    ("law: {within: one.span}", "pack/proof-reads-answers"), ("law: {when: second + 1}", "cel/no-overload"),
    ("law: {kind: law}", "pack/unknown-key"), ("law: {attached: perhaps}", "pack/wrong-form"),
  ])
  func aRequirementIsChecked(_ proof: String, _ rule: String) throws {
    let pack = try pack("first: {ask: First?, evidence: law}\nspan: {ask: S, type: period}\nsecond: Second?", proofs: proof)
    #expect(pack.lint().map(\.rule.description) == [rule])
  }

  @Test func todayMayBeADayOfForce() throws {
    let pack = try pack("first: {ask: First?, evidence: law}", proofs: "law: {kinds: [law], in_force: as_of}")
    let register = "evidence:\n  law-1: {kind: law, valid: 2019/2020}\n"
    // Without today nothing can be held against it.
    #expect(try pack.judged("first: {value: yes, evidence: law-1}", rest: register).told == [])
  }
}
