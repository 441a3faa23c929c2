import Documents
@testable import Questionnaire
import RulesEngine
import Testing

/// What is looked for among other answers, and how far.
@Suite struct ExplainSearchTests {
  private static let rows = "{town: {ask: Town, type: text}, lit: {ask: Is it lit?}}"

  private static func explained(
    _ questions: String, _ evaluation: String, _ answers: String, _ id: String, tries: Int = Explainer.tries, all: Bool = true
  ) throws -> (json: JSON, text: String) {
    let pack = try #require(SmallPack.questions(questions, evaluation: "items:\n  one:\n" + evaluation))
    try #require(pack.issues.isEmpty, "\(pack.issues)")
    let explainer = Explainer(
      pack, catalogue: try catalogue("en"), paint: Paint(isOn: false),
      judgement: try pack.judged(answers, status: "draft"), tries: tries, showsAll: all)
    let subjects = SubjectFinder(pack).subjects(id)
    let told = explainer.json(subjects, version: "")["explained"].elements.first ?? .null
    return (told, explainer.text(subjects))
  }

  private static func rule(_ text: String, each: String? = nil) -> String {
    "    rules:\n      tried: {\(each.map { "each: \($0), about: [\($0)], " } ?? "")rule: \"\(text)\", message: Tried.}\n"
  }

  /// What is wrong with another question, whose name only begins alike, refuses no answer.
  @Test func namesThatBeginAlike() throws {
    let questions = "count: {ask: How many?, type: integer, min: 1}\ncount_more: {ask: How many more?, type: integer, min: 1}"
    let told = try Self.explained(questions, Self.rule("count > 5"), "count: 3\ncount_more: 0", "one.tried").json
    let outcomes = told["reply"]["changes"].elements.map { $0["outcome"].string }
    #expect(outcomes.contains("passed"), "\(told.text)")
  }

  /// A row is told as it is called, and what became of it in words.
  @Test func rowsOfSeveralWords() throws {
    let questions = "towns: {ask: Which towns?, type: table, key: town, columns: \(Self.rows)}"
    let finding = "    findings:\n      lit: {each: towns, about: [towns], status: {satisfied: row.lit}}\n"
    let rule = Self.rule("row.lit", each: "towns")
    let told = try Self.explained(questions, finding + rule, "towns: [{town: Cala Azul, lit: no}]", "one.towns")
    let depends = told.json["reply"]["depends"].elements
    #expect(depends.map { $0["finding"].string ?? "" }.filter { !$0.isEmpty } == ["small/one.lit[Cala Azul]"])
    #expect(depends.map { $0["rule"].string ?? "" }.filter { !$0.isEmpty } == ["small/one.tried one.towns[Cala Azul]"])
    #expect(told.text.contains("→ satisfied") && !told.text.contains("verdict.satisfied"), "\(told.text)")
  }

  /// A row can be added, whatever the key is, and each has its own.
  @Test(arguments: [
    ("year", "2020"), ("country", "ARG"), ("choice, choices: {aa: A, bb: B, cc: C}", "aa"), ("integer", "1"), ("text", "Text 2"),
    ("date", "2020-01-01"), ("url", "https://example.org/"), ("period", "2020"), ("duration", "1 hours"), ("decimal", "1"),
    ("yes_no", "yes"),
  ])
  func rowsOfEveryKey(_ type: String, _ key: String) throws {
    let columns = "{name: {ask: Name, type: \(type)}, open: {ask: Is it open?}}"
    let questions = "offices: {ask: Which?, type: table, key: name, columns: \(columns)}"
    let told = try Self.explained(
      questions, Self.rule("offices.size() >= 2"), "offices: [{name: \(key), open: no}]", "one.tried"
    ).json
    let sets = told["reply"]["changes"].elements.flatMap { $0["sets"].elements.flatMap(\.elements) }
    let text = try #require(sets.first?["value"].string, "\(told.text)")
    let pack = try #require(SmallPack.questions(questions))
    let judgement = try pack.judged("offices: \(text)")
    #expect(judgement.reply.answers["one.offices"]?.rows.count == 2, "\(text)")
    #expect(!judgement.issues.contains { $0.rule.description.contains("key") || $0.severity == .error }, "\(judgement.told)")
  }

  /// All rows together are not tried more often than is allowed, and that others were left out is told.
  @Test func rowsShareWhatMayBeTried() throws {
    let questions = "towns: {ask: Which towns?, type: table, key: town, columns: \(Self.rows)}"
    let towns = "[" + (1...30).map { "{town: Town \($0), lit: no}" }.joined(separator: ", ") + "]"
    let told = try Self.explained(
      questions, Self.rule("row.lit || size(towns) > 90", each: "towns"), "towns: \(towns)", "one.tried", tries: 20)
    #expect(told.text.contains("not searched"), "\(told.text)")
    let some = try Self.explained(questions, Self.rule("row.lit", each: "towns"), "towns: \(towns)", "one.tried", all: false)
    #expect(some.text.contains("24 more") && !some.text.contains("not searched"), "\(some.text)")
  }

  @Test func dependentsHeedTheBound() throws {
    let questions = "towns: {ask: Which towns?, type: table, key: town, columns: \(Self.rows)}"
    let towns = "[" + (1...30).map { "{town: Town \($0), lit: no}" }.joined(separator: ", ") + "]"
    let rule = Self.rule("row.lit", each: "towns")
    let few = try Self.explained(questions, rule, "towns: \(towns)", "one.towns", tries: 5)
    #expect(few.json["reply"]["depends"].elements.count <= 5 && few.text.contains("--tries"), "\(few.text)")
    let all = try Self.explained(questions, rule, "towns: \(towns)", "one.towns")
    let rules = all.json["reply"]["depends"].elements.filter { $0["rule"].string != nil }
    #expect(rules.count == 30 && !all.text.contains("--tries"), "\(all.text)")
  }
}
