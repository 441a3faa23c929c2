import Documents
import Expressions
import RulesEngine

/// The values that are tried as answers to a question.
struct AnswerDomain {
  let hints: AnswerHints
  /// What stands for any text.
  let sample: String
  // Tables and lists grow no longer than this to try something.
  private static let most: Int64 = 12
  // Keys that are years or days go on from here.
  private static let firstYear = 2000

  /// The values of a scalar type, as they are written.
  func texts(_ type: AnswerType) -> [String] {
    switch type {
    case .yesNo: ["yes", "no"]
    case .text: [sample] + hints.texts.sorted().map { FlowText.scalar($0) }
    case .url: ["https://example.org/"]
    case .integer, .decimal: hints.numbers.sorted().map { "\($0)" }
    case .year: hints.numbers.union(hints.years).sorted().filter { (1000...9999).contains($0) }.map { "\($0)" }
    case .date: Array(Set(hints.days)).sorted().map { "\($0)" }
    case .duration: hints.numbers.sorted().filter { (0...1000).contains($0) }.flatMap { ["\($0) hours", "\($0) days"] }
    case .country: hints.texts.sorted().filter { CountryCodes.all.contains($0) } + ["ARG", "CAN"]
    case .period: Array(Set(hints.days.map { "\($0.year)" })).sorted()
    case .choice(let list): list.codes
    case .choices, .list, .table: []
    }
  }

  /// One value of a type, the first that comes to mind.
  func first(_ type: AnswerType) -> String {
    switch type {
    case .list(let of): "[\(first(of))]"
    case .choices(let list): "[\(list.codes.first ?? "")]"
    default: texts(type).first ?? sample
    }
  }

  /// The sets of codes: each alone, all, none, and each put in or taken out of those that are there.
  func codes(_ list: ChoiceList, _ current: [String]) -> [String] {
    let toggled = list.codes.map { code in current.contains(code) ? current.filter { $0 != code } : current + [code] }
    return ([[]] + list.codes.map { [$0] } + [list.codes] + toggled).uniqued().map { "[\($0.joined(separator: ", "))]" }
  }

  /// How many entries to try, beside the `count` that are there, if any are given at all; none comes last.
  func counts(_ count: Int?) -> [Int] {
    let near = hints.numbers.filter { (0...Self.most).contains($0) }.map { Int($0) }
    let all = Set(near + [0, 1] + (count.map { [$0 - 1, $0 + 1] } ?? [])).filter { $0 >= 0 && $0 != count }
    return all.sorted { ($0 == 0 ? Int.max : $0) < ($1 == 0 ? Int.max : $1) }
  }

  /// A list with so many entries: those that are there, then others.
  func list(_ of: AnswerType, _ current: [Answer], count: Int) -> String {
    let kept = current.prefix(count).compactMap { ($0.key ?? $0.node).map(FlowText.of) }
    let added = (kept.count..<max(kept.count, count)).map { number in
      if case .text = of { "\(sample) \(number + 1)" } else { first(of) }
    }
    return "[\((kept + added).joined(separator: ", "))]"
  }

  /// A table of the respondent's own rows with so many of them; `nil` where there are not so many keys.
  func table(_ table: Table, _ current: [ReplyRow], count: Int) -> String? {
    let kept = current.prefix(count).compactMap { $0.node.map(FlowText.of) }
    let missing = max(0, count - kept.count)
    let keys = keys(table, current, count: missing)
    guard table.key == nil || keys.count == missing else { return nil }
    let added = (0..<missing).map { row(table, key: keys.isEmpty ? nil : keys[$0]) }
    return "[\((kept + added).joined(separator: ", "))]"
  }

  /// A row with the first value in every column.
  func row(_ table: Table, key: String?) -> String {
    let cells = table.columns.filter { $0.isRequired || $0.name == table.key }.map { column in
      "\(column.name): \(column.name == table.key ? key ?? first(column.type) : first(column.type))"
    }
    return "{\(cells.joined(separator: ", "))}"
  }

  // Values for the key that no row has.
  private func keys(_ table: Table, _ current: [ReplyRow], count: Int) -> [String] {
    guard let index = table.columns.firstIndex(where: { $0.name == table.key }) else { return [] }
    let taken = Set(current.compactMap { $0.cells[index].node.map(FlowText.of) })
    return Array(distinct(table.columns[index].type, atLeast: count + taken.count).filter { !taken.contains($0) }.prefix(count))
  }

  // Different values of a type, as many as are needed, if there are so many.
  private func distinct(_ type: AnswerType, atLeast count: Int) -> [String] {
    let numbers = 1...max(1, count)
    return switch type {
    case .text: numbers.map { "\(sample) \($0)" }
    case .url: numbers.map { "https://example.org/\($0)" }
    case .integer, .decimal: numbers.map { "\($0)" }
    case .duration: numbers.map { "\($0) days" }
    case .year, .period: numbers.map { "\(Self.firstYear + $0)" }
    case .date: numbers.compactMap { CalendarDate(parsing: "\(Self.firstYear)-01-01")?.addDays($0).map { "\($0)" } }
    case .country: CountryCodes.all.sorted()
    case .yesNo, .choice, .choices, .list, .table: texts(type)
    }
  }
}

/// Finds what every place could hold instead of what it holds.
struct ChangeFinder {
  let rejudging: Rejudging
  let domain: AnswerDomain
  /// How long a list of values for one place may be.
  private static let most = 40

  /// The changes at a place that its question accepts.
  func changes(at place: AnswerPlace, _ question: Question, _ current: Answer, _ table: Table?) -> [AnswerChange] {
    let all = candidates(place, question, current).prefix(Self.most).compactMap { candidate in
      change(at: place, question, candidate.text, count: candidate.count)
    }.filter { !$0.answer.says(current) }
    let accepted = all.filter { isAccepted($0) }
    // What counts as answered when it is left out cannot be left out.
    guard current.value != nil || current.isDeclared, table?.unlisted == nil else { return accepted }
    return accepted + [AnswerChange(place: place, answer: .none, text: nil, count: nil)]
  }

  private func candidates(_ place: AnswerPlace, _ question: Question, _ current: Answer) -> [(text: String, count: Int?)] {
    switch question.type {
    case .choices(let list):
      if case .codes(let codes) = current.value { return domain.codes(list, codes).map { ($0, nil) } }
      return domain.codes(list, []).map { ($0, nil) }
    case .list(let of):
      return domain.counts(current.value == nil ? nil : current.entries.count).map {
        (domain.list(of, current.entries, count: $0), $0)
      }
    case .table(let table):
      guard table.rows == nil else { return [] }
      return domain.counts(current.value == nil ? nil : current.rows.count).compactMap { count in
        domain.table(table, current.rows, count: count).map { ($0, count) }
      }
    default: return domain.texts(question.type).map { ($0, nil) }
    }
  }

  /// A change to what is written, if it can be read.
  func change(at place: AnswerPlace, _ question: Question, _ text: String, count: Int? = nil) -> AnswerChange? {
    let document = Document.parse(SourceFile(name: "", bytes: Array("value: \(text)\n".utf8)))
    guard let node = document.root?["value"], document.issues.isEmpty else { return nil }
    let problems = Problems()
    let reader = AnswerReader(
      values: rejudging.reader.values, labels: rejudging.labels, problems: problems, presumed: Presumed())
    let answer = reader.read(question, key: nil, node: node)
    guard problems.issues.isEmpty, answer.value != nil else { return nil }
    return AnswerChange(place: place, answer: answer, text: text, count: count)
  }

  // What bounds the answer must hold; what is required elsewhere is another matter.
  private func isAccepted(_ change: AnswerChange) -> Bool {
    let question = rejudging.pack.questionnaire.items.lazy.flatMap(\.questions).first { $0.path == change.place.question }
    let target = change.place.cell.flatMap { cell in question?.type.table.map { $0.columns[cell.column] } } ?? question
    guard target?.constraints.isFree == false else { return true }
    let problems = Problems()
    ConstraintCheck(rejudging.situation([change]), problems: problems).run()
    return !problems.issues.contains { $0.path.isAtOrBelow(change.path) }
  }
}

extension Constraints {
  /// Whether nothing is asked of the answer.
  var isFree: Bool {
    min == nil && max == nil && within == nil && maxWords == nil && maxLength == nil && pattern == nil && !isUnique
      && constraint == nil && equals == nil
  }
}

extension Answer {
  /// Whether it was declared that the question does not apply.
  var isDeclared: Bool {
    if case .missing(.notApplicable, _) = content { return true }
    return false
  }

  /// Whether two answers say the same.
  func says(_ other: Answer) -> Bool {
    switch (value, other.value) {
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.decimal(let a), .decimal(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.date(let a), .date(let b)): a == b
    case (.period(let a), .period(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.codes(let a), .codes(let b)): a.sorted() == b.sorted()
    default: false
    }
  }
}
