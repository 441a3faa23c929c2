import Documents
import Foundation
import Questionnaire
import RulesEngine
import Testing

/// What a finding says follows from the answers that can change it, and from no others.
///
/// Every question and every cell is tried with every value of its domain, and emptied. What can depend on an answer is taken from
/// what the values do, never from the engine's own list of what it reads:
///
/// - A finding whose *status* differs between two values is not determined once the answer is gone, and names the answer, or the
///   table that holds it.
/// - A finding whose bytes are the same for all values keeps them when the answer is gone: status, statement, missing and all.
/// - A finding whose status is the same for all values, but whose words are not (a year, a count), keeps its status; its words show
///   the gap.
///
/// What a finding quotes as its ground (`because`) names the answer itself, its value and its place, and is left out where it does.
/// A value that the questionnaire does not accept, such as "not applicable" where that is refused, is no value of the domain.
@Suite(.timeLimit(.minutes(5))) struct DependenceTests {
  static let items = Packs.mem?.questionnaire.items.map(\.id) ?? []
  static let fireItems = Packs.fire?.questionnaire.items.map(\.id) ?? []

  @Test(arguments: items) func mexico(_ item: String) throws { try run("mexico", item, try #require(Packs.mem)) }

  @Test(arguments: items) func peru(_ item: String) throws { try run("peru", item, try #require(Packs.mem)) }

  @Test(arguments: items) func allYes(_ item: String) throws { try run("all yes", item, try #require(Packs.mem)) }

  @Test(.enabled(if: Fixture.exists, Comment(rawValue: Fixture.absent)), arguments: ["borea", "all yes"], fireItems)
  func fire(_ base: String, _ item: String) throws { try run(base, item, try #require(Packs.fire)) }

  /// Which of its findings an answer changes is not left to chance: these are known beforehand.
  @Test func knownDependences() throws {
    let pack = try #require(Packs.mem)
    let reply = try #require(Self.reply("mexico", pack))
    let article12 = try changed(by: AnswerPlace(question: "pa_3_3.art12_legislation"), reply, pack)
    #expect(article12 == ["pa_3_3.art12_legislation"])
    let programmes = try changed(by: AnswerPlace(question: "pa_10_1.ad_programs"), reply, pack)
    #expect(programmes.contains("pa_10_1.ad_programs"))
    // One measure of paragraph 9 is lacking already, so that no other can make the legislation whole.
    let permit = try changed(by: AnswerPlace(question: "pa_3_4.measures_p8", cell: .init(row: 2, column: 0)), reply, pack)
    #expect(permit == ["pa_3_4.p8_permit"])
  }

  // The findings whose status differs between two values of an answer.
  private func changed(by place: AnswerPlace, _ reply: WrittenReply, _ pack: Pack) throws -> Set<String> {
    let outcomes = try domain(of: place, in: reply, pack).map { try findings($0, pack, besides: place) }
    return Self.varying(outcomes) { $0.status }
  }

  // MARK: - The property

  private func run(_ base: String, _ item: String, _ pack: Pack) throws {
    let reply = try #require(Self.reply(base, pack))
    for (index, place) in reply.places.enumerated() where place.question.hasPrefix("\(item).") {
      if let cell = place.cell, cell.row > 1, Self.isOpen(place, pack) { continue }
      // Left out, and in one of the other ways in turn.
      let ways = AnswerDomain.emptied
      try check(place, in: reply, pack, base, emptied: [ways[0], ways[1 + index % (ways.count - 1)]])
    }
  }

  // A respondent's own rows are alike: two of them are enough.
  private static func isOpen(_ place: AnswerPlace, _ pack: Pack) -> Bool {
    question(place, pack)?.type.table.map { $0.rows == nil } ?? false
  }

  private static func question(_ place: AnswerPlace, _ pack: Pack) -> Question? {
    pack.questionnaire.items.flatMap(\.questions).first { $0.path == place.question }
  }

  private func check(
    _ place: AnswerPlace, in reply: WrittenReply, _ pack: Pack, _ base: String, emptied ways: [String?]
  ) throws {
    let outcomes = try domain(of: place, in: reply, pack).map { try findings($0, pack, besides: place) }
    let statusVaries = Self.varying(outcomes) { $0.status }
    let bytesVary = Self.varying(outcomes) { $0.bytes }
    let before = try #require(outcomes.first)
    for text in ways {
      // A cell of a table cannot be declined for itself here: its line is left out, or left empty.
      if place.cell != nil && text?.hasPrefix("{") == true { continue }
      var emptied = reply
      emptied[place] = .text(text)
      let after = try findings(emptied, pack, besides: place)
      for (id, finding) in after {
        let what = Comment(
          rawValue: "\(base): \(place.question) \(place.cell.map { "\($0)" } ?? "") emptied as \(text ?? "nothing"): \(id)")
        if statusVaries.contains(id) {
          #expect(finding.status == .notDetermined, what)
          #expect(finding.missing.contains { names($0, place, pack) }, what)
        } else {
          #expect(finding.status == before[id]?.status, what)
          if !bytesVary.contains(id) { #expect(finding.bytes == before[id]?.bytes, what) }
        }
      }
    }
  }

  // The answer, or a row or cell of the table that is gone; a cell may be named by the table that holds it.
  private func names(_ path: String, _ place: AnswerPlace, _ pack: Pack) -> Bool {
    if path == place.question || path.hasPrefix("\(place.question)[") { return true }
    let rows = Self.question(place, pack)?.type.table?.rows ?? []
    return rows.contains { path == $0.path || path.hasPrefix("\($0.path).") }
  }

  private static func varying<T: Hashable>(_ outcomes: [[String: Outcome]], _ part: (Outcome) -> T) -> Set<String> {
    var values: [String: Set<T>] = [:]
    for outcome in outcomes {
      for (id, finding) in outcome { values[id, default: []].insert(part(finding)) }
    }
    return Set(values.filter { $0.value.count > 1 }.keys)
  }

  // MARK: - Replies

  // The reply as it is, and with each other value that the questionnaire accepts in this place.
  private func domain(of place: AnswerPlace, in reply: WrittenReply, _ pack: Pack) throws -> [WrittenReply] {
    let question = try #require(Self.question(place, pack))
    var values: [WrittenAnswer]
    if let cell = place.cell, let table = question.type.table {
      values = AnswerDomain.values(table.columns[cell.column])
    } else {
      values = AnswerDomain.values(question)
    }
    values.removeAll { $0 == reply[place] }
    return [reply]
      + values.map { value in
        var other = reply
        other[place] = value
        return other
      }.filter { accepts($0, at: place, pack) }
  }

  // A refused "not applicable" is a mistake and no answer.
  private func accepts(_ reply: WrittenReply, at place: AnswerPlace, _ pack: Pack) -> Bool {
    judge(reply.source, by: pack)?.issues.contains { issue in
      ["reply/not-applicable", "reply/wrong-type"].contains(issue.rule) && names(issue.path, place, pack)
    } == false
  }

  private static func reply(_ name: String, _ pack: Pack) -> WrittenReply? {
    let file =
      name == "borea"
      ? Fixture.folder.appending(path: "replies/borea.yaml") : package.appending(path: "examples/mem-2022/\(name).yaml")
    guard name == "all yes" else {
      return (try? read(file, name: "reply.yaml")).flatMap { WrittenReply(Document.parse($0), pack.questionnaire) }
    }
    var reply = WrittenReply(
      questionnaire: pack.questionnaire,
      head: [
        ("reply", pack.questionnaire.id), ("version", pack.questionnaire.version),
        ("respondent", pack.questionnaire.respondents.keys.min() ?? ""), ("status", "draft"),
      ], answers: [:])
    for question in pack.questionnaire.items.flatMap(\.questions) { reply.answers[question.path] = AnswerDomain.first(question) }
    return reply
  }

  // MARK: - Findings

  struct Outcome {
    let status: Status
    let missing: [String]
    let bytes: String
  }

  // What is quoted of the answer itself is left out: its value and place are what was changed.
  private func findings(_ reply: WrittenReply, _ pack: Pack, besides place: AnswerPlace) throws -> [String: Outcome] {
    let judgement = try #require(judge(reply.source, by: pack))
    return judgement.findings().mapValues { finding in
      let because = finding.because.filter { !names($0.path, place, pack) && !quotesTable($0.path, place, pack) }
      let bytes = [
        finding.status.rawValue, finding.verified.rawValue, finding.statement ?? "–", finding.conclusion.reason ?? "–",
        finding.conclusion.missing.joined(separator: ","), because.map { "\($0)" }.joined(separator: ","),
        finding.documents.joined(separator: ","),
      ]
      return Outcome(status: finding.status, missing: finding.conclusion.missing, bytes: bytes.joined(separator: "|"))
    }
  }

  // A column stands for its table.
  private func quotesTable(_ path: String, _ place: AnswerPlace, _ pack: Pack) -> Bool {
    let item = place.question.prefix { $0 != "." }
    return Self.question(place, pack)?.type.table?.columns.contains { path == "\(item).\($0.name)" } ?? false
  }
}
