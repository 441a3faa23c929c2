import Documents
import Questionnaire
import RulesEngine

/// Tries every value of an answer, and what happens without one, and notes what does not fit.
struct DependenceSurvey {
  /// An answer, whatever row it stands in, and a finding.
  struct Pair: Hashable, Comparable {
    let answer: String
    let finding: String

    static func < (a: Pair, b: Pair) -> Bool { (a.answer, a.finding) < (b.answer, b.finding) }
  }

  let pack: Pack
  /// What does not fit, in words.
  private(set) var faults: [String] = []
  /// Pairs in which two values make the finding say different things.
  private(set) var changed: Set<Pair> = []
  /// Pairs in which the finding names the answer: it is about it, rests on it or lacks it.
  private(set) var named: Set<Pair> = []
  /// Of these, pairs in which the finding names the answer itself, and not only the table that it is a cell of.
  private(set) var singled: Set<Pair> = []

  init(_ pack: Pack) { self.pack = pack }

  /// Tries the answer at `place`, all others being as in `reply`; `name` is for people.
  mutating func survey(_ place: AnswerPlace, in reply: WrittenReply, _ name: String, emptied ways: [String?]) {
    guard let question = question(place) else { return }
    let values = AnswerDomain.values(place.cell.flatMap { question.type.table?.columns[$0.column] } ?? question)
    let present = AnswerDomain.isValue(reply[place]) ? [reply[place]] : []
    let outcomes = (present + values.filter { $0 != reply[place] }).compactMap { value in
      outcome(value, at: place, in: reply, question)
    }.filter(\.isAccepted)
    let kinds = Kinds(outcomes)
    note(outcomes, kinds, place, question)
    for text in ways {
      let what = "\(name): \(place.describe(question)) emptied as \(text ?? "nothing")"
      guard let after = outcome(.text(text), at: place, in: reply, question) else {
        faults.append("\(what): not judged")
        continue
      }
      note([after], nil, place, question)
      check(after, kinds, place.paths(question, in: reply), what)
    }
  }

  // MARK: - What must hold

  /// How findings behave over all values.
  private struct Kinds {
    var statuses: [String: Set<Status>] = [:]
    var statements: [String: Set<String?>] = [:]
    var bytes: [String: Set<String>] = [:]
    var words: [String: Set<String>] = [:]

    init(_ outcomes: [Outcome]) {
      for (id, finding) in outcomes.flatMap(\.findings) {
        statuses[id, default: []].insert(finding.status)
        statements[id, default: []].insert(finding.statement)
        bytes[id, default: []].insert(finding.bytes)
        words[id, default: []].insert(finding.words)
      }
    }
  }

  private mutating func check(_ after: Outcome, _ kinds: Kinds, _ paths: [String], _ what: String) {
    for (id, statuses) in kinds.statuses {
      guard let finding = after.findings[id] else {
        faults.append("\(what): \(id) is gone")
        continue
      }
      if statuses.count > 1 {
        if finding.status != .notDetermined { faults.append("\(what): \(id) is \(finding.status), though values differ") }
        if !finding.missing.contains(where: paths.contains) { faults.append("\(what): \(id) lacks \(finding.missing) only") }
        continue
      }
      if !statuses.contains(finding.status) { faults.append("\(what): \(id) is \(finding.status), all values \(statuses)") }
      if kinds.bytes[id]?.count == 1, kinds.bytes[id]?.contains(finding.bytes) == false {
        faults.append("\(what): \(id) does not keep its bytes: \(finding.bytes)")
      }
      if kinds.statements[id, default: []].count > 1, !paths.contains(where: { finding.statement?.contains($0) == true }) {
        faults.append("\(what): \(id) shows no gap: \(finding.statement ?? "–")")
      }
    }
  }

  private mutating func note(_ outcomes: [Outcome], _ kinds: Kinds?, _ place: AnswerPlace, _ question: Question) {
    let answer = place.describe(question)
    for (id, values) in kinds?.words ?? [:] where values.count > 1 { changed.insert(Pair(answer: answer, finding: id)) }
    for (id, finding) in outcomes.flatMap(\.findings) {
      let names = finding.names.filter { place.isNamed(by: $0, question) }
      if !names.isEmpty { named.insert(Pair(answer: answer, finding: id)) }
      if names.contains(where: { place.cell == nil || $0 != question.path }) { singled.insert(Pair(answer: answer, finding: id)) }
    }
  }

  // MARK: - Outcomes

  private struct Outcome {
    let findings: [String: Finding]
    let isAccepted: Bool

    struct Finding {
      let status: Status
      let missing: [String]
      let statement: String?
      /// The whole finding as programs see it, without what it quotes of the answer itself.
      let bytes: String
      /// What it says, without the documents that happen to be cited.
      let words: String
      /// Everything that it names.
      let names: Set<String>
    }
  }

  private func question(_ place: AnswerPlace) -> Question? {
    pack.questionnaire.items.lazy.flatMap(\.questions).first { $0.path == place.question }
  }

  private func outcome(
    _ value: WrittenAnswer, at place: AnswerPlace, in reply: WrittenReply, _ question: Question
  ) -> Outcome? {
    var changed = reply
    changed[place] = value
    guard let judgement = judge(changed.source, by: pack) else { return nil }
    let sections = judgement.draft()
    let json = DraftJSON(version: "").reply(judgement, sections, digest: "")
    let bytes = json["sections"].elements.flatMap { $0["findings"].elements }.map { finding in
      finding.filtering("because") { basis in !(basis["path"].string.map { place.isNamed(by: $0, question) } ?? false) }.text
    }
    let drawn = sections.flatMap(\.findings)
    let findings = zip(drawn, bytes).map { finding, bytes in
      let conclusion = finding.conclusion
      let words = [finding.status.rawValue, finding.statement ?? "", conclusion.missing.joined(separator: ",")]
      return (
        finding.id.description,
        Outcome.Finding(
          status: finding.status, missing: conclusion.missing, statement: finding.statement, bytes: bytes,
          words: words.joined(separator: "|"), names: Set(finding.about + finding.because.map(\.path) + conclusion.missing))
      )
    }
    return Outcome(
      findings: Dictionary(findings, uniquingKeysWith: { first, _ in first }),
      isAccepted: !judgement.issues.contains { Self.refusals.contains($0.rule) && place.isNamed(by: $0.path, question) })
  }

  // A value that is refused is a mistake and no value.
  private static let refusals: Set<RuleID> = ["reply/not-applicable", "reply/wrong-type", "reply/out-of-range"]
}

extension AnswerPlace {
  /// The answer by name, whatever row it stands in: a question, a fixed row, a column.
  func describe(_ question: Question) -> String {
    guard let cell, let table = question.type.table else { return question.path }
    guard let rows = table.rows else { return "\(question.path)[].\(table.columns[cell.column].name)" }
    return table.isSingleCell ? rows[cell.row].path : "\(rows[cell.row].path).\(table.columns[cell.column].name)"
  }

  /// The paths by which a gap may name it: a table also by its rows, a cell by itself alone.
  func paths(_ question: Question, in reply: WrittenReply) -> [String] {
    guard let table = question.type.table else { return [question.path] }
    guard let cell else { return [question.path] + (table.rows ?? []).map(\.path) }
    guard table.rows == nil else { return [describe(question)] }
    let column = table.columns[cell.column].name
    var rows = ["\(cell.row)"]
    if let key = table.columns.firstIndex(where: { $0.name == table.key }),
      case .text(let text?) = reply[AnswerPlace(question: self.question, cell: .init(row: cell.row, column: key))]
    {
      rows.append(String(text.drop { $0 == "\"" }.prefix { $0 != "\"" }))
    }
    return rows.map { "\(question.path)[\($0)].\(column)" }
  }

  /// Whether a path is that of the answer, of a part of it, or of the table, row or column that it stands in.
  func isNamed(by path: String, _ question: Question) -> Bool {
    if path == question.path { return true }
    guard let table = question.type.table else { return path.hasPrefix("\(question.path)[") }
    let item = question.path.prefix { $0 != "." }
    if let cell {
      let column = table.columns[cell.column].name
      if let rows = table.rows {
        return path == rows[cell.row].path || path == "\(rows[cell.row].path).\(column)" || path == "\(item).\(column)"
      }
      return path == "\(item).\(column)" || (path.hasPrefix("\(question.path)[") && path.hasSuffix("].\(column)"))
    }
    let isRow = (table.rows ?? []).contains { path == $0.path || path.hasPrefix("\($0.path).") }
    return isRow || path.hasPrefix("\(question.path)[") || table.columns.contains { path == "\(item).\($0.name)" }
  }
}

extension JSON {
  subscript(_ name: String) -> JSON {
    if case .object(let members) = self { return members.first { $0.0 == name }?.1 ?? .null }
    return .null
  }

  var elements: [JSON] {
    if case .array(let elements) = self { return elements }
    return []
  }

  var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The object with only those elements of the array `name` that are wanted.
  func filtering(_ name: String, _ isWanted: (JSON) -> Bool) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(members.map { ($0.0, $0.0 == name ? .array($0.1.elements.filter(isWanted)) : $0.1) })
  }
}
