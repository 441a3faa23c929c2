import Expressions
import RulesEngine

/// Something whose answers could be others: what it reads, and by which expressions.
struct ChangeSubject {
  let references: [PointReference]
  let row: RowFact?
  let programs: [Program]
  let item: String
  /// The only places that are of interest, where not all are.
  var places: Set<AnswerPlace>?
  /// More changes than these need not be found.
  var most = Int.max

  init(_ references: [PointReference], row: RowFact? = nil, _ programs: [Program] = [], in item: String) {
    self.references = references
    self.row = row
    self.programs = programs
    self.item = item
  }

  init(_ rule: CompiledRule, row: RowFact? = nil, in pack: Pack) {
    self.init(pack.references(of: rule), row: row, [rule.when, rule.rule].compactMap { $0 }, in: rule.item)
  }

  init(_ finding: CompiledFinding, row: RowFact? = nil, in pack: Pack) {
    self.init(pack.references(of: finding), row: row, finding.statuses.map(\.program), in: finding.item)
  }
}

/// Finds what answers could be instead of what they are, in no language.
struct ChangeDomains {
  let pack: Pack
  let labels: QuestionLabels
  /// What stands for any text.
  let sample: String

  private typealias Target = (place: AnswerPlace, question: Question, answer: Answer, table: Table?)

  /// For each answer behind a subject what it could be.
  func changes(_ rejudging: Rejudging, _ subject: ChangeSubject) -> [[AnswerChange]] {
    let targets = targets(rejudging.situation([]), subject)
    let hints = AnswerHints(
      pack.outlines(of: subject.programs, in: subject.item, table: subject.row?.table)
        + targets.flatMap { pack.outlines(of: $0.question) },
      targets.map(\.answer), pack.questionnaire)
    let finder = ChangeFinder(rejudging: rejudging, domain: AnswerDomain(hints: hints, sample: sample))
    var count = 0
    var domains: [[AnswerChange]] = []
    for target in targets where subject.places?.contains(target.place) ?? true {
      guard count < subject.most else { break }
      domains.append(finder.changes(at: target.place, target.question, target.answer, target.table))
      count += domains.last?.count ?? 0
    }
    return domains
  }

  private func targets(_ situation: Situation, _ subject: ChangeSubject) -> [Target] {
    var read = ReadPlaces(situation)
    read.note(subject.references, row: subject.row)
    return read.places.compactMap { place in
      guard let question = situation.question(place.question) else { return nil }
      let answer = situation.answer(place.question)
      guard let cell = place.cell, let table = question.type.table else { return (place, question, answer, nil) }
      let rows = answer.rows
      let given = cell.row < rows.count && cell.column < rows[cell.row].cells.count ? rows[cell.row].cells[cell.column] : .none
      return (place, table.columns[cell.column], given, table)
    }
  }
}
