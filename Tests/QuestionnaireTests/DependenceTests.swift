import Documents
import Foundation
@testable import Questionnaire
import RulesEngine
import Testing

/// What a finding says follows from the answers that can change it, and from no others.
///
/// Every question and every cell is tried with every value of its domain, and emptied, in the replies of both countries and in
/// two made up: one that says yes to everything, and one that says no and declares not applicable whatever may be. What depends
/// on an answer is taken from what its values do, never from the engine's own list of what it reads.
///
/// For one answer, all others being as they are:
///
/// - A finding whose *status* differs between two values is not determined once the answer is gone, and names it as missing. That
///   covers a question that decides what else is asked: with "no" the others are not applicable, so without it they are open.
/// - A finding whose bytes are the same for all values keeps them: status, statement, missing, documents and all.
/// - A finding whose status is the same for all values, but whose words are not (a year, a count), keeps its status, and its words
///   show the gap, naming the answer.
///
/// Over all replies together: the findings that two values of an answer make say different things are exactly those that name the
/// answer, as what they are about, rest on, or lack. A finding that names an answer which can change nothing says too much; one
/// that an answer changes without being named hides what it rests on.
///
/// - A finding about a table, row or column names all of its cells: that one of many changes nothing is no matter there.
/// - A finding's `because` quotes the answer itself, its value and its place; for the comparison that is left out.
/// - A value that the questionnaire refuses, such as a "not applicable" that is not accepted, is no value. "Pending", "declined"
///   and "not available" are no values either: they are ways of being empty.
/// - An optional question without answer is not determined like any other; that the paragraph is silent about it is no matter here.
/// - Details have no finding. Which documents are cited belongs to a citation, and not to the value of an answer.
@Suite(.timeLimit(.minutes(20))) struct DependenceTests {
  static let bases = ["mexico", "peru", "all yes", "all no", "first yes"]
  /// All items of the MEM take ten minutes: every sixth in each run, all of them by `make dependence`.
  static let isWhole = ProcessInfo.processInfo.environment["DEPENDENCE"] == "all"
  static let items = (Packs.mem?.questionnaire.items.map(\.id) ?? []).enumerated()
    .filter { isWhole || $0.offset.isMultiple(of: 6) }.map(\.element)
  static let fireItems = Packs.fire?.questionnaire.items.map(\.id) ?? []

  @Test(arguments: items) func mem(_ item: String) throws {
    try expectDependence(of: item, try #require(Packs.mem), Self.bases)
  }

  @Test(.enabled(if: Fixture.exists, Comment(rawValue: Fixture.absent)), arguments: fireItems)
  func fire(_ item: String) throws {
    try expectDependence(of: item, try #require(Packs.fire), ["borea", "all yes", "all no", "first yes"])
  }

  /// Nothing is tried by accident alone: so many questions and cells, and these dependences, are known beforehand.
  @Test func knownDependences() throws {
    let pack = try #require(Packs.mem)
    var survey = DependenceSurvey(pack)
    let reply = try #require(Self.reply("mexico", pack))
    #expect(reply.places.count > 130)
    let places = [
      AnswerPlace(question: "pa_3_3.art12_legislation"), AnswerPlace(question: "pa_10_4.ad_indicators"),
      AnswerPlace(question: "pa_3_4.measures_p8", cell: .init(row: 2, column: 0)),
    ]
    for place in places { survey.survey(place, in: reply, "mexico", emptied: [nil]) }
    #expect(
      survey.changed.sorted().map { "\($0.answer) > \($0.finding.dropFirst("mem-2022/".count))" } == [
        "pa_10_4.ad_indicators > pa_10_4.ad_indicators", "pa_10_4.ad_indicators > pa_10_4.indicators_crop_reduction",
        "pa_10_4.ad_indicators > pa_10_4.indicators_socioeconomic",
        "pa_3_3.art12_legislation > pa_3_3.art12_legislation", "pa_3_4.p8_permit > pa_3_3.art12_legislation",
        "pa_3_4.p8_permit > pa_3_4.p8_permit",
      ])
  }

  /// The survey finds what it is there to find.
  @Test(arguments: [
    // Whatever the answer, the status is the same; but the expression does not know that without one.
    ("{about: [ad_exchange], status: {satisfied: ad_exchange == true || ad_exchange == false}}", "all values"),
    // It depends on nothing, and says that it is about an answer.
    ("{about: [ad_exchange], status: {satisfied: 'true'}}", "names"),
  ])
  func faultyFindingsAreFound(_ finding: String, _ fault: String) throws {
    let text = "evaluation: mem-2022\nitems: {pa_10_2: {findings: {faulty: \(finding)}}}\n"
    let addition = PackSource(
      folder: "faulty", files: [SourceFile(name: "evaluation.yaml", bytes: Array(text.utf8))], digest: "test")
    let pack = try #require(Packs.load("mem-2022", from: [package.appending(path: "Rules")], adding: [addition]))
    let faults = try Self.faults(of: "pa_10_2", pack, ["peru"])
    #expect(faults.contains { $0.contains("faulty/pa_10_2.faulty") && $0.contains(fault) }, "\(faults)")
    #expect(faults.allSatisfy { $0.contains("faulty/pa_10_2.faulty") })
  }

  // MARK: -

  private func expectDependence(of item: String, _ pack: Pack, _ bases: [String]) throws {
    let faults = try Self.faults(of: item, pack, bases)
    #expect(faults == [])
  }

  private static func faults(of item: String, _ pack: Pack, _ bases: [String]) throws -> [String] {
    var survey = DependenceSurvey(pack)
    for base in bases {
      let reply = try #require(Self.reply(base, pack))
      for (index, place) in reply.places.enumerated() where place.question.hasPrefix("\(item).") {
        // A respondent's own rows are alike: two of them are enough.
        if let cell = place.cell, cell.row > 1, isOpen(place, pack) { continue }
        // Left out, and in one of the other ways in turn; a cell is left out, or left empty.
        let ways = AnswerDomain.emptied
        let other = place.cell == nil ? ways[1 + index % (ways.count - 1)] : ""
        survey.survey(place, in: reply, base, emptied: [nil, other])
      }
    }
    return survey.faults
      + survey.changed.subtracting(survey.named).sorted().map { "\($0.answer) changes \($0.finding), which does not name it" }
      + survey.singled.subtracting(survey.changed).sorted().map { "\($0.finding) names \($0.answer), which cannot change it" }
  }

  private static func isOpen(_ place: AnswerPlace, _ pack: Pack) -> Bool {
    let question = pack.questionnaire.items.flatMap(\.questions).first { $0.path == place.question }
    return question?.type.table.map { $0.rows == nil } ?? false
  }

  private static func reply(_ name: String, _ pack: Pack) -> WrittenReply? {
    switch name {
    case "all yes": return made(pack) { AnswerDomain.first($0) }
    case "all no":
      return made(pack) { question in
        .text(question.notApplicable != nil ? AnswerDomain.notApplicable : question.type.isYesNo ? "no" : nil)
      }
    case "first yes":
      // In each section the first answer is yes, all others no, and what comes last of what may not apply is declared so.
      let sections = pack.questionnaire.sections.map { $0.items.flatMap(\.questions) }
      let first = Set(sections.compactMap { $0.first { $0.type.isYesNo }?.path })
      let last = Set(sections.compactMap { $0.last { $0.notApplicable != nil }?.path })
      return made(pack) { question in
        if last.contains(question.path) { return .text(AnswerDomain.notApplicable) }
        return .text(question.type.isYesNo ? (first.contains(question.path) ? "yes" : "no") : nil)
      }
    default:
      let file =
        name == "borea"
        ? Fixture.folder.appending(path: "replies/borea.yaml") : package.appending(path: "examples/mem-2022/\(name).yaml")
      return (try? read(file, name: "reply.yaml")).flatMap { WrittenReply(Document.parse($0), pack.questionnaire) }
    }
  }

  private static func made(_ pack: Pack, _ answer: (Question) -> WrittenAnswer) -> WrittenReply {
    let questions = pack.questionnaire.items.flatMap(\.questions)
    return WrittenReply(
      questionnaire: pack.questionnaire,
      head: [
        ("reply", pack.questionnaire.id), ("version", pack.questionnaire.version),
        ("respondent", pack.questionnaire.respondents.keys.min() ?? ""), ("status", "draft"),
      ], answers: Dictionary(questions.map { ($0.path, answer($0)) }, uniquingKeysWith: { first, _ in first }))
  }
}
