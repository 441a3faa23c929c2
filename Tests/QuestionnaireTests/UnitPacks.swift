import Documents
import Questionnaire
import RulesEngine
import Testing

/// What is wrong with a pack is told at its place; what a pack can be made of works.
@Suite struct UnitPacks {
  static let questionnaire = """
    questionnaire: small
    version: 1.0.0
    language: en
    period: 2020/2023
    sections:
      sec_one:
        number: 1
        title: One
        items:
          one:
            number: 1.1
            title: First
            questions:
              first: First?
              kind: {ask: Kind?, type: choice, choices: {aa: A, bb: B}, required: no}
              marks: {ask: Marks?, type: table, of: yes_no, rows: {mark_a: A, mark_b: B}, required: no}

    """

  static let inQuestions: [(String, String, String)] = [
    ("x: Q", "pack/name.snake-case", "17:11"), ("item: Q", "pack/name-reserved", "17:11"),
    ("Big: Q", "pack/name.snake-case", "17:11"), ("mark_a: Q", "pack/name-taken", "17:11"),
    ("more: {ask: Q, typo: x}", "pack/unknown-key", "17:26"), ("more: {type: text}", "pack/missing-key", "17:17"),
    ("more: {ask: Q, type: tekst}", "pack/unknown-type", "17:32"),
    ("more: {ask: Q, required: perhaps}", "pack/wrong-form.yes-no", "17:36"),
    ("more: {ask: Q, relevant: frst}", "cel/undeclared-name", "17:36"),
    ("more: {ask: Q, relevant: kind}", "cel/wrong-type", "17:36"),
    ("more: {ask: Q, relevant: kind == 'ab'}", "cel/unknown-code", "17:44"),
    ("more: {ask: Q, type: choice}", "pack/missing-key", "17:17"),
    ("more: {ask: Q, type: choice, choices: {Aa: A}}", "pack/name.kebab-case", "17:50"),
    ("more: {ask: Q, type: choice, choices: none}", "pack/unknown-choices", "17:49"),
    ("more: {ask: Q, type: table}", "pack/missing-key", "17:17"),
    ("more: {ask: Q, type: text, pattern: \"(\"}", "pack/bad-pattern", "17:47"),
    ("more: {ask: Q, type: text, max_words: many}", "pack/wrong-form.integer", "17:49"),
    ("more: {ask: Q, evidence: proof}", "pack/unknown-proof", "17:36"), ("more: {ask: Q, relevant: more}", "pack/cycle", "17:11"),
    ("more: {ask: Q, type: table, key: nme, columns: {name: {ask: N, type: text}}}", "pack/unknown-column", "17:44"),
    ("more: {ask: Q, type: decimal, units: {kg: one}}", "pack/wrong-form.number", "17:53"),
    ("more: [Q]", "pack/wrong-form.text", "17:17"),
    ("more: {ask: Q, type: integer, equals: first}", "cel/wrong-type", "17:49"),
  ]

  @Test(arguments: inQuestions) func questions(_ line: String, _ rule: String, _ place: String) throws {
    let text = Self.questionnaire + "          \(line)\n"
    let pack = try #require(SmallPack.load(["small": ["questionnaire.yaml": text]]))
    #expect(pack.issues.map(Self.shown).first == Self.shown(rule, place), "\(pack.issues.map(Self.shown))")
    #expect(pack.isBroken)
  }

  static let inEvaluation: [(String, String, String)] = [
    ("itms: {}", "pack/unknown-key", "3:1"), ("unverified: perhaps", "pack/unknown-status", "3:13"),
    ("items: {two: {}}", "pack/unknown-item", "3:9"),
    ("items: {one: {variables: {first: 1}}}", "pack/name-taken", "3:27"),
    ("items: {one: {variables: {aa: bb, bb: aa}}}", "pack/cycle", "3:27"),
    ("items: {one: {variables: {aa: frst}}}", "cel/undeclared-name", "3:31"),
    ("items: {one: {variables: {row: 1}}}", "pack/name-reserved", "3:27"),
    ("items: {one: {phrases: {ph: {a: {say: \"{{ phr }}\"}}}}}", "cel/undeclared-name", "3:43"),
    ("items: {one: {phrases: {ph: {a: {say: \"{{ first\"}}}}}", "pack/unclosed-expression", "3:40"),
    ("items: {one: {findings: {frst: {}}}}", "pack/finding-without-status", "3:26"),
    ("items: {one: {findings: {drawn: {status: {satisfied: first}}}}}", "pack/finding-without-about", "3:26"),
    ("items: {one: {findings: {first: {status: {done: first}}}}}", "pack/unknown-status", "3:43"),
    ("items: {one: {findings: {first: {about: [frst]}}}}", "pack/unknown-question", "3:42"),
    ("items: {one: {findings: {first: {statement: {satisfied: \"{{ frst }}\"}}}}}", "cel/undeclared-name", "3:61"),
    ("items: {one: {rules: {Rule: {rule: first, message: M}}}}", "pack/name.kebab-case", "3:23"),
    ("items: {one: {rules: {rr: {rule: first}}}}", "pack/missing-key", "3:27"),
    ("items: {one: {rules: {rr: {message: M}}}}", "pack/missing-key", "3:27"),
    ("items: {one: {rules: {rr: {rule: kind, message: M}}}}", "cel/wrong-type", "3:34"),
    ("items: {one: {rules: {rr: {rule: first, message: M, severity: bad}}}}", "pack/unknown-severity", "3:63"),
    ("items: {one: {rules: {rr: {each: first, rule: first, message: M}}}}", "pack/unknown-question", "3:34"),
    ("items: {one: {rules: {rr: {each: marks, rule: row.valu, message: M}}}}", "cel/unknown-field", "3:51"),
    (
      "items: {one: {rules: {rr: {rule: first, message: M, examples: [{given: {first: yes}, expect: pass}]}}}}",
      "pack/unknown-outcome", "3:94"
    ),
    ("items: {one: {rules: {rr: {rule: first, message: \"{{ frst }}\"}}}}", "cel/undeclared-name", "3:54"),
    ("sections: {sec_one: {sentences: [[one.frst]]}}", "pack/unknown-finding", "3:35"),
  ]

  @Test(arguments: inEvaluation) func evaluation(_ line: String, _ rule: String, _ place: String) throws {
    let text = "evaluation: small\nversion: 1.0.0\n\(line)\n"
    let pack = try #require(SmallPack.load(["small": ["questionnaire.yaml": Self.questionnaire, "evaluation.yaml": text]]))
    let told = pack.lint().map(Self.shown)
    #expect(told.contains(Self.shown(rule, place)), "\(told)")
  }

  private static func shown(_ issue: Documents.Issue) -> String {
    guard case .catalogue(let id, _) = issue.message else { return "\(issue.message)" }
    return shown(id, "\(issue.location.range.line):\(issue.location.range.column)")
  }

  private static func shown(_ id: String, _ place: String) -> String { "\(id) \(place)" }

  // MARK: - Parts

  @Test func setsAreAskedInEachItem() throws {
    let text = """
      questionnaire: small
      version: 1.0.0
      language: en
      sets: {recs: {state: {ask: State?}, bodies: {ask: Bodies?, type: list, required: no}}}
      sections:
        sec_one:
          number: 1
          title: One
          items:
            rec_1: {number: 1, title: First, use: recs}
            rec_2: {number: 2, title: Second, use: recs, questions: {extra: Extra?}}
      """
    let evaluation = """
      evaluation: small
      sets:
        recs:
          variables: {named: bodies.size()}
          findings: {state: {statement: {satisfied: "acts, with {{ named }}", not-satisfied: does not act}}}
          rules: {bodies-named: {when: state, rule: named > 0, message: "No body is named."}}
      rules: {one-acts: {rule: "recs.exists(r, r.state)", about: [rec_1.state], message: "{{ recs.size() }} are idle."}}
      """
    let pack = try #require(SmallPack.load(["small": ["questionnaire.yaml": text, "evaluation.yaml": evaluation]]))
    #expect(pack.issues.isEmpty && pack.lint().isEmpty)
    let judgement = try pack.judged("state: yes", item: "rec_1", rest: "  rec_2:\n    state: no\n    extra: no\n")
    #expect(judgement.told == [])
    let open = judgement.outcomes.filter { $0.verdict == .undetermined }
    #expect(open.map { "\($0.rule.id) \($0.missing)" } == ["small/rec_1.bodies-named [\"rec_1.bodies\"]"])
    let idle = try pack.judged("state: no", item: "rec_1", rest: "  rec_2:\n    state: no\n    extra: no\n")
    #expect(idle.issues.map { "\($0.rule) \($0.message)" } == ["small/one-acts text(\"2 are idle.\")"])
    #expect(idle.status("rec_2.extra") == "not-satisfied")
    let named = try pack.judged("state: yes\nbodies: [A, B]", item: "rec_1", rest: "  rec_2:\n    state: no\n    extra: no\n")
    #expect(named.findings()["rec_1.state"]?.statement == "acts, with 2")
  }

  @Test func packsAreMadeOfFiles() throws {
    let head = """
      questionnaire: small
      version: 1.0.0
      language: en
      uses: [shared]
      sections: [sec_one]
      """
    let section = """
      section: sec_one
      number: 1
      title: One
      items: {one: {number: 1, title: First, questions: {first: First?, from: {ask: From?, type: choice, choices: places, required: no}}}}
      """
    let shared = """
      uses: shared
      choices: {places: {here: Here, there: There}}
      kinds: {law: Law}
      lists: {near: [PER, CHL]}
      respondents: {PER: {en: {name: Peru}}}
      """
    let addition = """
      evaluation: small
      items:
        one:
          rules:
            near-first: {when: respondent in near, rule: first, severity: info, message: "{{ name(respondent) }} is near."}
            old: {retired: {since: 2024, reason: No longer asked.}}
      """
    let own = "evaluation: small\nitems: {one: {rules: {old: {rule: first, message: Old}}}}\n"
    let folders = [
      "small": ["questionnaire.yaml": head, "questions/one.yaml": section, "evaluation.yaml": own],
      "shared": ["uses.yaml": shared],
      "more": ["evaluation.yaml": addition],
    ]
    let pack = try #require(SmallPack.load(folders))
    #expect(pack.issues.isEmpty)
    let judgement = try pack.judged("first: no\nfrom: there")
    #expect(
      judgement.issues.map { "\($0.rule) \($0.severity) \($0.message)" } == ["more/one.near-first info text(\"Peru is near.\")"])
    let without = try #require(SmallPack.load(folders.filter { $0.key != "more" }))
    #expect(try without.judged("first: no").told == ["small/one.old"])
    let alone = try #require(SmallPack.load(folders.filter { $0.key == "small" }))
    #expect(alone.issues.contains { $0.rule == "pack/unknown-uses" })
  }

  @Test func loaderKnowsQuestionnairesByTheirIds() {
    let source = PackSource(
      folder: "elsewhere", files: [SourceFile(name: "q.yaml", bytes: Array(Self.questionnaire.utf8))], digest: "")
    #expect(PackLoader([source]).packs == ["small"])
    #expect(PackLoader([source]).load("small") != nil && PackLoader([source]).load("elsewhere") == nil)
  }

  // MARK: - Sentences

  @Test(arguments: [
    ("first: yes\nsecond: yes", "A notes that Peru has one and has two."),
    ("first: yes\nsecond: no", "A notes that Peru has one; however, it lacks two."),
    ("first: no\nsecond: no", "A notes that Peru lacks one, nor two."),
    ("first: no\nsecond: yes", "A notes that Peru lacks one; however, it has two."),
    ("first: yes", "A notes that Peru has one. [1 open: one.second]"),
    ("second: no", "A notes that Peru lacks two. [1 open: one.first]"),
    ("first: {missing: not-applicable, justification: J}\nsecond: yes", "A notes that Peru has two; the rest does not apply."),
    (
      "first: {missing: not-applicable, justification: J}\nsecond: {missing: not-applicable, justification: J}",
      "Nothing applies."
    ),
    ("first: yes\nsecond: no\nthird: yes", "A notes that Peru has one; however, it lacks two, but its staff is trained."),
    ("third: yes", "A notes that its staff is trained. [1 open: one.first and one.second]"),
  ])
  func sentences(_ answers: String, _ paragraph: String) throws {
    let pack = try #require(
      SmallPack.questions(
        "first: First?\nsecond: Second?\nthird: {ask: Third?, required: no}", head: "respondents: {PER: {en: {name: Peru}}}\n",
        evaluation: """
          items:
            one:
              findings:
                first: {statement: {satisfied: has one, not-satisfied: lacks one}}
                second: {statement: {satisfied: has two, not-satisfied: lacks two}}
                third: {subject: its staff, statement: {satisfied: is trained, not-satisfied: is not trained}}
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
              no-no: [{off: "lacks ", join: ", nor "}]
              change: [{subject: yes, join: ", but "}, {join: "; however, it "}]
            not_applicable: "; the rest does not apply"
            not_applicable_alone: Nothing applies.
            not_determined: "[{{ item.number }} open: {{ series(missing) }}]"
          """))
    #expect(pack.lint().isEmpty)
    #expect(try pack.judged(answers, status: "draft").draft().first?.paragraph == paragraph)
  }

  @Test func aClaimWithoutProofCountsAsThePackSays() throws {
    let head = "kinds: {law: Law}\nproofs: {law: {kinds: [law]}}\n"
    for (unverified, status) in [
      ("satisfied", "satisfied"), ("partially-satisfied", "partially-satisfied"), ("not-determined", "not-determined"),
    ] {
      let pack = try #require(
        SmallPack.questions("first: {ask: First?, evidence: law}", head: head, evaluation: "unverified: \(unverified)\n"))
      let judgement = try pack.judged("first: yes")
      #expect(judgement.status("one.first") == status && judgement.told == ["evidence/missing"])
      #expect(judgement.findings()["one.first"]?.verified == .no)
      let proven = try pack.judged(
        "first: {value: yes, evidence: [law-1]}", rest: "evidence:\n  law-1: {title: Law, kind: law}\n")
      #expect(proven.status("one.first") == "satisfied" && proven.findings()["one.first"]?.verified == .yes && proven.told == [])
    }
  }

  @Test func warningsMayBeExplained() throws {
    let pack = try #require(
      SmallPack.questions(
        "first: First?", evaluation: "items: {one: {rules: {rr: {rule: first, severity: warning, message: M}}}}\n"))
    let rest = "explanations:\n  - {rule: small/one.rr, text: So it is.}\n"
    let issue = try #require(try pack.judged("first: no", rest: rest).issues.first)
    #expect(issue.explanation == "So it is.")
    let unknown = "explanations:\n  - {rule: small/one.rrr, text: So it is.}\n"
    #expect(try pack.judged("first: no", rest: unknown).told == ["small/one.rr", "reply/unknown-rule"])
  }

  static let spanish = "words: small\nlanguage: es\n"

  @Test func wordsOfALanguageMayStandInSeveralFiles() throws {
    let style = "style: {verbs: [señala]}\n"
    let files = [
      "questionnaire.yaml": Self.questionnaire, "words/es.yaml": Self.spanish + style,
      "words/es/one.yaml": Self.spanish + "texts: {sec_one: {title: Uno}}\n",
      "words/es/two.yaml": Self.spanish + "texts: {one: {title: Primero}}\n",
    ]
    let pack = try #require(SmallPack.load(["small": files]))
    #expect(pack.issues.isEmpty, "\(pack.issues.map(Self.shown))")
    let words = pack.language("es")
    #expect(words.catalogue["sec_one.title"]?.text == "Uno")
    #expect(words.catalogue["one.title"]?.text == "Primero")
    #expect(words.style.verbs.map(\.node.text) == ["señala"])
  }

  @Test func whatStandsInTwoWordsFilesIsTold() throws {
    let file = Self.spanish + "style: {verbs: [señala]}\ntexts: {one: {title: Primero}}\n"
    let files = ["questionnaire.yaml": Self.questionnaire, "words/es.yaml": file, "words/more.yaml": file]
    let pack = try #require(SmallPack.load(["small": files]))
    #expect(
      pack.issues.map(Self.shown) == [Self.shown("pack/style-twice", "3:8"), Self.shown("pack/text-twice", "4:22")])
  }

  @Test(arguments: [("joins: {yes-yes: {join: x}}", "3:26"), ("contractions: foo", "3:23"), ("contractions: {ends: x}", "3:23")])
  func whatIsToBeAListInTheStyleIsOne(_ line: String, _ place: String) throws {
    let words = "words: small\nlanguage: en\nstyle: {\(line)}\n"
    let pack = try #require(SmallPack.load(["small": ["questionnaire.yaml": Self.questionnaire, "words.yaml": words]]))
    #expect(pack.issues.map(Self.shown) == [Self.shown("pack/wrong-form.list", place)])
  }
}
