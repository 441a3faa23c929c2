import Documents
import Foundation
@testable import Questionnaire
import RulesEngine
import Testing

/// What is told of questions, rules and findings.
@Suite struct ExplainTests {
  // MARK: - Ids

  @Test(
    .enabled(if: Fixture.exists, Comment(rawValue: Fixture.absent)),
    arguments: [
      ("act_1_1", ["item"]), ("fire-2024/act_1_1", ["item"]), ("act_1_1.training", ["question", "finding"]),
      ("fire-2024/act_1_1.training", ["question", "finding"]), ("act_1_1.training_details", ["question"]),
      ("act_1_2.burning_ban", ["row", "finding"]), ("act_2_1.range", ["column"]), ("act_2_1.stations.range", ["column"]),
      ("act_2_1.stations[Lake]", ["cell"]), ("act_2_1.stations[Lake].range", ["cell"]), ("act_2_1.range-known", ["rule"]),
      ("act_2_1.range-known[Lake]", ["rule"]), ("act_1_2.some-measure[Lake]", []), ("other/act_1_1.training", []),
      ("act_1_1.trainin", []), ("", []), (".", []), ("act_1_1.", []), ("[", []), ("act_2_1.stations[", []), ("]", []),
    ])
  func ids(_ id: String, _ kinds: [String]) throws {
    let pack = try #require(Packs.fire)
    #expect(SubjectFinder(pack).subjects(id).map(\.kindOfTest) == kinds)
  }

  // MARK: - What a person sees

  private static let shown = [
    ("borea", ["act_1_2.legislation", "act_1_1.protocols_evacuation", "act_2_1.range-known"]),
    ("arcades", ["act_1_3.bases-need-aircraft", "act_2_1.stations_total", "act_1_2.firebreaks"]),
    (nil, ["act_1_3.air_bases", "act_2_1.stations", "act_1_2.some-measure", "act_2_1"]),
  ]

  @Test(.enabled(if: Fixture.exists, Comment(rawValue: Fixture.absent)), arguments: ["en", "es"])
  func texts(_ language: String) throws {
    let pack = try #require(Packs.fire)
    var text = ""
    for (name, ids) in Self.shown {
      let judgement = try name.map { name in
        let file = try read(Fixture.folder.appending(path: "replies/\(name).yaml"), name: "\(name).yaml")
        return try #require(judge(file, by: pack, language: language))
      }
      let explainer = Explainer(pack, catalogue: try catalogue(language), paint: Paint(isOn: false), judgement: judgement)
      for id in ids { text += explainer.text(SubjectFinder(pack).subjects(id)) + "\n" }
    }
    try Golden.expect(text, "explain/expected.\(language).txt")
    #expect(!text.contains("explain/"))
  }

  /// Programs read the same; no name stands twice.
  @Test(.enabled(if: Fixture.exists, Comment(rawValue: Fixture.absent)))
  func json() throws {
    let pack = try #require(Packs.fire)
    let file = try read(Fixture.folder.appending(path: "replies/borea.yaml"), name: "borea.yaml")
    let judgement = try #require(judge(file, by: pack))
    let explainer = Explainer(
      pack, catalogue: try catalogue("en"), paint: Paint(isOn: false), judgement: judgement, showsAll: true)
    for id in SubjectFinder(pack).ids {
      let report = explainer.json(SubjectFinder(pack).subjects(id), version: "1")
      #expect(report.hasUniqueNames, "\(id)")
      #expect(try JSONSerialization.jsonObject(with: Data(report.text.utf8)) is [String: Any], "\(id)")
    }
  }

  // MARK: - Expressions in words

  private static let questions = """
    law: Is there a law?
    title: {ask: What is it called?, type: text, relevant: law, required: no}
    count: {ask: How many?, type: integer, min: 1}
    state: {ask: In which state?, type: choice, choices: {active: In force, planned: Planned}}
    grid: {ask: Which parts?, type: table, of: yes_no, rows: {first: The first, second: The second}}
    offices: {ask: Which offices?, type: table, key: name, columns: {name: {ask: Name, type: text}, open: {ask: Is it open?}}}
    """

  @Test(arguments: [
    ("law", "“1 Is there a law?” is yes"), ("!law", "“1 Is there a law?” is no"), ("law == false", "“1 Is there a law?” is no"),
    ("law && count > 3", "“1 Is there a law?” is yes and “1 How many?” is more than 3"),
    (
      "law && (count <= 3 || answered(title))",
      "“1 Is there a law?” is yes and (“1 How many?” is at most 3 or “1 What is it called?” is answered)"
    ),
    ("state == 'active'", "“1 In which state?” is “In force”"), ("first", "“1 The first” is yes"),
    ("offices.exists(o, o.open)", "for at least one `o` of “1 Which offices?”: “Is it open?” of `o` is yes"),
    ("grid.all(g, g.value)", "for every `g` of “1 Which parts?”: `g` is yes"),
    (
      "offices.filter(o, !o.open).size() == 0",
      "the number of those `o` of “1 Which offices?” for which “Is it open?” of `o` is no is 0"
    ),
    ("!(law && first)", "it is not so that “1 Is there a law?” is yes and “1 The first” is yes"),
    ("title.startsWith('A')", "`title.startsWith('A')`"), ("respondent == 'PER'", "the respondent is 'PER'"),
    (
      "(count + 2) * 3 > 8 - (count - 1)", "(“1 How many?” + 2) * 3 is more than 8 - (“1 How many?” - 1)"
    ),
    ("(law ? 1 : 2) + 3 > count", "(if “1 Is there a law?” is yes, 1, else 2) + 3 is more than “1 How many?”"),
    (
      "!(law && first) || second",
      "(it is not so that “1 Is there a law?” is yes and “1 The first” is yes) or “1 The second” is yes"
    ),
    ("law ? first : second", "if “1 Is there a law?” is yes, “1 The first”, else “1 The second”"),
  ])
  func words(_ expression: String, _ words: String) throws {
    let evaluation = "items:\n  one:\n    rules:\n      tried:\n        rule: \"\(expression)\"\n        message: Tried.\n"
    let pack = try #require(SmallPack.questions(Self.questions, evaluation: evaluation))
    #expect(pack.issues.isEmpty)
    let explainer = Explainer(pack, catalogue: try catalogue("en"), paint: Paint(isOn: false))
    let text = explainer.text(SubjectFinder(pack).subjects("one.tried"))
    #expect(text.contains("    in words: \(words)\n    as written: \(expression)\n"), "\(text)")
  }

  // MARK: - Examples of answers

  /// What is shown as accepted is accepted, and what is shown as refused is told, also for those who write a reply.
  @Test(arguments: [
    "count: {ask: How many?, type: integer, min: 5, max: 7}", "code: {ask: Which?, type: choice, choices: {aa: A, bb: B}}",
    "codes: {ask: Which?, type: choices, choices: {aa: A, bb: B}, max: 1}", "day: {ask: When?, type: date, within: period}",
    "site: {ask: Where?, type: url}", "share: {ask: How much?, type: decimal, unit: km, min: 0}",
    "span: {ask: How long?, type: duration}", "state: {ask: Which?, type: country}", "term: {ask: When?, type: period}",
    "names: {ask: Which?, type: list, min: 2, max: 3}", "since: {ask: Since?, type: year, max: period.to}",
    "short: {ask: What?, type: text, max_words: 2}", "open: {ask: Which?, type: table, columns: {name: {ask: Name, type: text}}}",
    "grid: {ask: Which?, type: table, of: integer, rows: {first: First, second: Second}}",
    "wide: {ask: Which?, type: table, rows: {first: First}, columns: {exists: {ask: Exists}, many: {ask: Many, type: integer}}}",
  ])
  func specimens(_ question: String) throws {
    let pack = try #require(SmallPack.questions(question))
    #expect(pack.issues.isEmpty)
    let name = String(question.prefix { $0 != ":" })
    let explainer = Explainer(pack, catalogue: try catalogue("en"), paint: Paint(isOn: false))
    let told = explainer.json(SubjectFinder(pack).subjects("one.\(name)"), version: "")["explained"].elements.first ?? .null
    let accepted = try #require(told["accepted"]["answer"].string)
    #expect(try pack.judged(accepted).told == [], "\(accepted)")
    let refused = try #require(told["refused"]["answer"].string)
    let message = try #require(told["refused"]["refusal"]["message"].string)
    let issues = try pack.judged(refused).issues
    #expect(issues.contains { message.hasSuffix("[\($0.rule)]") }, "\(refused): \(message)")
  }

  @Test func limitsAreTold() throws {
    let pack = try #require(SmallPack.questions("code: {ask: Which?, type: text, pattern: '[A-Z]+', max_length: 3}"))
    let explainer = Explainer(pack, catalogue: try catalogue("en"), paint: Paint(isOn: false))
    let text = explainer.text(SubjectFinder(pack).subjects("one.code"))
    #expect(text.contains("    - at most 3 characters\n    - of the form [A-Z]+\n"), "\(text)")
  }

  /// A question that is asked only after another answer is shown with that answer.
  @Test func contextIsTold() throws {
    let pack = try #require(SmallPack.questions("law: Is there one?\nname: {ask: Which?, type: text, relevant: law}"))
    let explainer = Explainer(pack, catalogue: try catalogue("en"), paint: Paint(isOn: false))
    let told = explainer.json(SubjectFinder(pack).subjects("one.name"), version: "")["explained"].elements.first ?? .null
    #expect(told["accepted"]["condition"].elements.map(\.string) == ["one.law: yes"])
  }

  // MARK: - The program's own rules

  /// Every rule that the sources name can be asked for.
  @Test func everyRuleOfTheSourcesIsKnown() throws {
    let messages = MessageExplainer(catalogue: try catalogue("en"), paint: Paint(isOn: false))
    let calls = try MessageSource.all().flatMap { $0.text.matches(of: /Issue\(\s*"([a-z]+\/[a-z-]+)"/).map { String($0.1) } }
    #expect(Set(calls).count > 40)
    #expect(Set(calls).filter { !messages.knows($0) }.sorted() == [])
    #expect(messages.knows("override/stale"))
  }

  /// What helps, and what helps otherwise, are told apart.
  @Test(arguments: [("en", "help in other cases: "), ("es", "ayuda en los demás casos: ")])
  func helpsAreToldApart(_ language: String, _ label: String) throws {
    let messages = MessageExplainer(catalogue: try catalogue(language), paint: Paint(isOn: false))
    let text = messages.text("override/unknown-key", over: nil)
    #expect(text.contains(label) && !text.contains("?; "), "\(text)")
  }

  @Test(arguments: MessageFile.languages) func everyRuleIsExplained(_ language: String) throws {
    // As the command has them: English stands where a language has no words yet.
    let files = try MessageFile.all("en") + (language == "en" ? [] : MessageFile.all(language))
    let words = MessageCatalogue(files.map(\.document.source), language: language)
    let messages = MessageExplainer(catalogue: words, paint: Paint(isOn: false))
    #expect(messages.ids.count > 200)
    for id in messages.ids {
      let text = messages.text(id, over: nil)
      #expect(!text.contains("explain/"), "\(id)")
      #expect(text.contains("  - "), "\(id)")
    }
    #expect(messages.knows("reply/wrong-type") && messages.knows("test/failed") && !messages.knows("report/help"))
  }
}

extension ExplainedSubject {
  var kindOfTest: String {
    switch self {
    case .item: "item"
    case .point(let point): point.kind
    case .rule: "rule"
    case .finding: "finding"
    }
  }
}

extension JSON {
  /// Whether no object has a name twice.
  var hasUniqueNames: Bool {
    switch self {
    case .object(let members): Set(members.map(\.0)).count == members.count && members.allSatisfy(\.1.hasUniqueNames)
    case .array(let elements): elements.allSatisfy(\.hasUniqueNames)
    default: true
    }
  }
}
