import Documents
import Foundation
@testable import Questionnaire
import RulesEngine
import Testing

/// The answers that are said to change an outcome do change it, as a reply that is written so is judged, and no fewer do.
///
/// Each set is put into the text of the reply, which is read and judged from the start: nothing of the search is used for that.
/// For sets of two and more every smaller set of the same domains is written and judged as well.
@Suite(.timeLimit(.minutes(3))) struct ReversalTests {
  // So many of the sets of one size, and of the smaller ones, are written: more of the same kind show nothing else.
  private static let most = (found: 4, smaller: 25)

  @Test(.enabled(if: Fixture.exists, Comment(rawValue: Fixture.absent)), arguments: ["borea", "arcades"])
  func fire(_ name: String) throws {
    let pack = try #require(Packs.fire)
    let file = try read(Fixture.folder.appending(path: "replies/\(name).yaml"), name: "reply.yaml")
    // What cannot be read is written anew as it stands.
    let checked = try expectReversals(pack, file) { _ in true }
    #expect(checked.sets > 20)
  }

  @Test(arguments: ["peru", "mexico"]) func mem(_ name: String) throws {
    let pack = try #require(Packs.mem)
    let file = try read(package.appending(path: "examples/mem-2022/\(name).yaml"), name: "reply.yaml")
    // Every rule, and the findings that are more than the answer to one question.
    let checked = try expectReversals(pack, file) { $0.point == nil || !$0.statuses.isEmpty }
    #expect(checked.sets > 50)
  }

  /// Needs two answers, or three, or a number, a count, a choice; each of it is found.
  @Test(arguments: [
    ("law && first && second", "law: no\ngrid: {first: no, second: yes}", 2, "passed"),
    ("law && first && second", "law: no\ngrid: {first: no, second: no}", 3, "passed"),
    ("count > 100 && law", "law: no\ncount: 3", 2, "passed"), ("names.size() >= 4", "names: [One]", 1, "passed"),
    ("offices.exists(o, o.open) && law", "law: no\noffices: [{name: One, open: no}]", 2, "passed"),
    ("state == 'planned' || count == 7", "state: active\ncount: 1", 1, "passed"),
    ("since < 1999", "since: 2021", 1, "passed"), ("day > period.to", "day: 2022-01-01", 1, "passed"),
    ("codes.all(c, c == 'bb')", "codes: [aa]", 1, "passed"),
  ])
  func sizes(_ rule: String, _ answers: String, _ size: Int, _ outcome: String) throws {
    let pack = try #require(Self.pack(rule))
    try #require(pack.issues.isEmpty, "\(pack.issues)")
    let file = try Self.reply(answers)
    // Without an answer most rules are not determined: that takes one change only, and is left out.
    let reversals = try Self.reversals(pack, file, "one.tried")
    let all = try #require(reversals.first)
    #expect(all.outcome == "failed")
    let written = try #require(WrittenReply(Document.parse(file), pack.questionnaire))
    let base = try #require(pack.evaluation.rules.first)
    let wanted = Self.smallest(written, pack, base, all.domains.map { $0.filter { $0.text != nil } }, "passed", upTo: size)
    #expect(wanted == size)
    if size == 1 { #expect(all.changes.contains { $0.outcome == outcome && $0.answers.count == size }) }
    _ = try expectReversals(pack, file) { _ in true }
  }

  /// What no answer changes is said to be so, and where there is too much to try, that is said too.
  @Test func nothingChangesIt() throws {
    let pack = try #require(Self.pack("law || !law || true"))
    let all = try #require(try Self.reversals(pack, try Self.reply("law: yes"), "one.tried").first)
    #expect(all.outcome == "passed" && all.changes.isEmpty && !all.isCut)
  }

  @Test func boundIsTold() throws {
    let pack = try #require(Self.pack("law && first && second"))
    let file = try Self.reply("law: no\ngrid: {first: no, second: no}")
    let judgement = try #require(judge(file, by: pack))
    let explainer = Explainer(pack, catalogue: try catalogue("en"), paint: Paint(isOn: false), judgement: judgement, tries: 2)
    let subjects = SubjectFinder(pack).subjects("one.tried")
    let all = try #require(subjects.flatMap { explainer.reversals(of: $0) }.first)
    #expect(all.isCut && all.tried == 2)
    #expect(explainer.text(subjects).contains("--tries"))
  }

  // MARK: - What must hold

  private func expectReversals(
    _ pack: Pack, _ file: SourceFile, _ isWanted: (CompiledFinding) -> Bool
  ) throws -> (sets: Int, smaller: Int) {
    let written = try #require(WrittenReply(Document.parse(file), pack.questionnaire))
    let judgement = try #require(judge(written.source, by: pack))
    let explainer = Explainer(
      pack, catalogue: try catalogue("en"), paint: Paint(isOn: false), judgement: judgement, tries: 400)
    let subjects =
      pack.evaluation.rules.map { ExplainedSubject.rule($0, row: nil) }
      + pack.evaluation.findings.filter(isWanted).map { .finding($0, row: nil) }
    var checked = (sets: 0, smaller: 0)
    for subject in subjects {
      for reversals in explainer.reversals(of: subject) {
        #expect(Self.outcome(written, pack, subject, reversals.row) == reversals.outcome, "\(subject.name)")
        for change in reversals.changes.prefix(Self.most.found) {
          checked.sets += 1
          let changed = written.changed(change.answers)
          let told = change.answers.map { "\($0.path): \($0.text ?? "–")" }
          #expect(Self.outcome(changed, pack, subject, reversals.row) == change.outcome, "\(subject.name) \(told)")
          #expect(change.outcome != reversals.outcome)
        }
        checked.smaller += expectNoSmaller(reversals, written, pack, subject)
      }
    }
    return checked
  }

  private func expectNoSmaller(
    _ reversals: Reversals, _ written: WrittenReply, _ pack: Pack, _ subject: ExplainedSubject
  ) -> Int {
    let size = reversals.changes.first?.answers.count ?? reversals.complete + 1
    var count = 0
    for smaller in 1..<max(1, size) {
      for answers in Self.sets(reversals.domains, of: smaller).prefix(Self.most.smaller) {
        count += 1
        let outcome = Self.outcome(written.changed(answers), pack, subject, reversals.row)
        // A row that is no longer there has not come out otherwise.
        #expect(
          outcome == nil || outcome == reversals.outcome, "\(subject.name) \(answers.map { "\($0.path): \($0.text ?? "–")" })")
      }
    }
    return count
  }

  private static func smallest(
    _ written: WrittenReply, _ pack: Pack, _ rule: CompiledRule, _ domains: [[AnswerChange]], _ outcome: String, upTo size: Int
  ) -> Int? {
    (1...size).first { size in
      sets(domains, of: size).contains { answers in
        Self.outcome(written.changed(answers), pack, .rule(rule, row: nil), nil) == outcome
      }
    }
  }

  /// Every choice of so many places with one of their values each.
  private static func sets(_ domains: [[AnswerChange]], of size: Int) -> [[AnswerChange]] {
    guard size > 0 else { return [[]] }
    return domains.indices.flatMap { index in
      domains[index].flatMap { change in sets(Array(domains[(index + 1)...]), of: size - 1).map { [change] + $0 } }
    }.filter { set in
      // A table and a cell of it cannot both be written.
      set.allSatisfy { a in !set.contains { b in b.path != a.path && Self.isPart(b.path, of: a.path, set) } }
    }
  }

  private static func isPart(_ path: String, of table: String, _ set: [AnswerChange]) -> Bool {
    path.hasPrefix("\(table)[") || (table.hasSuffix(".grid") && ["first", "second"].contains { path.hasSuffix(".\($0)") })
  }

  private static func outcome(
    _ written: WrittenReply, _ pack: Pack, _ subject: ExplainedSubject, _ row: RowFact?
  ) -> String? {
    guard let judgement = judge(written.source, by: pack) else { return nil }
    switch subject {
    case .rule(let rule, _):
      return judgement.outcomes.first { $0.rule.id == rule.id && $0.row?.path == row?.path }?.verdict.rawValue
    case .finding(let finding, _):
      let id = finding.id.description + (row.map { String($0.path.drop { $0 != "[" }) } ?? "")
      return judgement.draft().flatMap(\.findings).first { $0.id.description == id }?.status.rawValue
    case .item, .point: return nil
    }
  }

  // MARK: - A small pack

  private static func pack(_ rule: String) -> Pack? {
    let questions = """
      law: Is there a law?
      count: {ask: How many?, type: integer, min: 1}
      state: {ask: In which state?, type: choice, choices: {active: In force, planned: Planned}}
      codes: {ask: Which?, type: choices, choices: {aa: A, bb: B}}
      since: {ask: Since?, type: year}
      day: {ask: When?, type: date}
      names: {ask: Which?, type: list}
      grid: {ask: Which parts?, type: table, of: yes_no, rows: {first: The first, second: The second}}
      offices: {ask: Which offices?, type: table, key: name, columns: {name: {ask: Name, type: text}, open: {ask: Is it open?}}}
      """
    let evaluation = "items:\n  one:\n    rules:\n      tried:\n        rule: \"\(rule)\"\n        message: Tried.\n"
    return SmallPack.questions(questions, evaluation: evaluation)
  }

  private static func reply(_ answers: String) throws -> SourceFile {
    let lines = answers.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let text = "reply: small\nversion: 1.0.0\nrespondent: PER\nstatus: draft\nanswers:\n  one:\n\(lines)\n"
    return SourceFile(name: "reply.yaml", bytes: Array(text.utf8))
  }

  private static func reversals(_ pack: Pack, _ file: SourceFile, _ id: String) throws -> [Reversals] {
    let judgement = try #require(judge(file, by: pack))
    let explainer = Explainer(pack, catalogue: try catalogue("en"), paint: Paint(isOn: false), judgement: judgement)
    return SubjectFinder(pack).subjects(id).flatMap { explainer.reversals(of: $0) }
  }
}

extension ExplainedSubject {
  var name: String {
    switch self {
    case .item(let item): item.id
    case .point: ""
    case .rule(let rule, _): rule.id.description
    case .finding(let finding, _): finding.id.description
    }
  }
}

extension WrittenReply {
  /// The reply with other answers in its text; what is cited for an answer stays where it stands.
  func changed(_ changes: [AnswerChange]) -> WrittenReply {
    changes.reduce(self) { $0.changed($1) }
  }

  /// The reply with every cell of the table `question` in its place, those that were left out included.
  private func whole(_ question: Question) -> WrittenReply {
    guard let table = question.type.table else { return self }
    var written: [WrittenRow] = []
    if case .table(let rows) = answers[question.path] { written = rows }
    let rows = table.rows?.map { row in written.first { $0.name == row.id } ?? WrittenRow(name: row.id, cells: []) } ?? written
    let columns = table.isSingleCell ? ["value"] : table.columns.map(\.name)
    var copy = self
    copy.answers[question.path] = .table(
      rows.map { row in
        let cells = columns.map { name in row.cells.first { $0.column == name } ?? WrittenCell(column: name, text: nil) }
        return WrittenRow(name: row.name, cells: cells)
      })
    return copy
  }

  private func changed(_ change: AnswerChange) -> WrittenReply {
    var copy = self
    for question in questionnaire.items.flatMap(\.questions) {
      if question.path == change.path {
        copy.answers[question.path] = .text(Self.replaced(answers[question.path], by: change.text))
        return copy
      }
      guard change.path.hasPrefix("\(question.path.prefix { $0 != "." })."), question.type.table != nil else { continue }
      var copy = whole(question)
      guard let cell = Self.cell(change.path, of: question, in: copy) else { continue }
      let place = AnswerPlace(question: question.path, cell: cell)
      copy[place] = .text(Self.replaced(copy[place], by: change.text))
      return copy
    }
    return copy
  }

  private static func cell(_ path: String, of question: Question, in reply: WrittenReply) -> AnswerPlace.Cell? {
    guard let table = question.type.table else { return nil }
    let rows: [String]
    if let fixed = table.rows {
      rows = fixed.map(\.path)
    } else if case .table(let written) = reply.answers[question.path] {
      let key = table.columns.firstIndex { $0.name == table.key }
      rows = written.enumerated().map { index, row in
        let name = key.flatMap { row.cells[$0].text }.map { String($0.drop { $0 == "\"" }.prefix { $0 != "\"" }) }
        return "\(question.path)[\(name ?? "\(index)")]"
      }
    } else {
      return nil
    }
    for (row, name) in rows.enumerated() {
      for (column, asked) in table.columns.enumerated() where path == (table.isSingleCell ? name : "\(name).\(asked.name)") {
        return AnswerPlace.Cell(row: row, column: column)
      }
    }
    return nil
  }

  // `{value: yes, evidence: …}` keeps its evidence.
  private static func replaced(_ answer: WrittenAnswer?, by text: String?) -> String? {
    guard let text, case .text(let old?) = answer, old.hasPrefix("{value:") else { return text }
    let node = Document.parse(SourceFile(name: "", bytes: Array("x: \(old)\n".utf8))).root?["x"]
    guard let evidence = node?["evidence"] else { return text }
    return "{value: \(text), evidence: \(flow(evidence))}"
  }
}
