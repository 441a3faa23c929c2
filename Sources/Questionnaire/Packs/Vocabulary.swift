import Documents
import Expressions
public import RulesEngine

/// The names that a questionnaire declares to expressions, and where each value is kept.
public struct Vocabulary: Sendable {
  /// Names whose values are not answers.
  enum Fixed {
    static let respondent = 0
    static let asOf = 1
    static let first = 2
  }

  /// The steps that an expression may take by estimate: as many as an evaluation may take unless a flag says otherwise, so that a
  /// reply that keeps to the sizes declared meets no limit.
  static let costLimit = 1_000_000

  /// Everything declared, for rules and findings.
  public private(set) var declarations: Declarations
  /// The slot of each question, fixed row and set; its companions follow it.
  private(set) var slots: [String: Int] = [:]
  private(set) var slotCount = Fixed.first
  /// The rows of each set, in expressions.
  private(set) var setTypes: [String: RecordType] = [:]
  private var order = 0
  private let period: Period?

  /// Declares everything that `questionnaire` asks.
  public init(_ questionnaire: Questionnaire) {
    var environment = Environment.standard
    environment.limits.cost = Self.costLimit
    environment.hasExactNumbers = true
    environment.readsTimesEarly = true
    for companion in Companion.allCases {
      environment.declareCompanion(function: companion.rawValue, suffix: companion.suffix)
    }
    environment.declare("respondent", .string, fact: Fixed.respondent)
    environment.declare("as_of", .date, fact: Fixed.asOf)
    period = questionnaire.period
    if let period { environment.declare("period", constant: .period(period)) }
    for (name, codes) in questionnaire.lists.sorted(by: { $0.key < $1.key }) {
      environment.declare(name, constant: .list(codes.map { .string($0) }))
    }
    declarations = Declarations(environment: environment)
    declarations.sections = questionnaire.sections.map(\.id)
    for item in questionnaire.items {
      declarations.add(Declarations.Item(id: item.id, section: item.section, set: item.set))
      for question in item.questions { declare(question, in: item) }
    }
    declareSets(questionnaire)
  }

  private mutating func declare(_ question: Question, in item: Item) {
    declare(question.path, question.type.celType, question.extent(in: period))
    add(
      question.path, question.type.table == nil ? .question : .table, hasFinding: question.type.isYesNo && !question.isDetails,
      question, rowType: question.type.table?.rowType, to: item.id)
    guard let table = question.type.table else { return }
    for row in table.rows ?? [] { declare(row, of: table, in: question, item) }
    guard !table.isSingleCell else { return }
    for column in table.columns {
      add(
        "\(item.id).\(column.name)", .column, hasFinding: column.type.isYesNo && !question.isDetails, column, rowType: nil,
        to: item.id)
    }
  }

  private mutating func declare(_ row: Table.Row, of table: Table, in question: Question, _ item: Item) {
    let cell = table.isSingleCell ? table.columns.first : nil
    declare(row.path, cell?.type.celType ?? .record(table.rowType), cell?.extent(in: period) ?? .record(table.rowType))
    let yesNo = table.columns.filter { $0.type.isYesNo }
    order += 1
    declarations.add(
      Declarations.Point(
        name: row.path, kind: .row, hasFinding: !yesNo.isEmpty && !question.isDetails, isRequired: question.isRequired,
        order: order,
        declared: row.declared), to: item.id)
  }

  private mutating func add(
    _ name: String, _ kind: Declarations.Point.Kind, hasFinding: Bool, _ question: Question, rowType: RecordType?, to item: String
  ) {
    order += 1
    declarations.add(
      Declarations.Point(
        name: name, kind: kind, hasFinding: hasFinding, isRequired: question.isRequired, order: order, rowType: rowType,
        declared: question.declared), to: item)
  }

  private mutating func declare(_ name: String, _ type: CELType, _ extent: Extent) {
    slots[name] = slotCount
    declarations.environment.declare(name, type, fact: slotCount, extent: extent)
    for (index, companion) in Companion.allCases.enumerated() {
      declarations.environment.declare(name + companion.suffix, companion.type, fact: slotCount + 1 + index)
    }
    slotCount += 1 + Companion.allCases.count
  }

  private mutating func declareSets(_ questionnaire: Questionnaire) {
    let items = Dictionary(grouping: questionnaire.items.filter { $0.set != nil }) { $0.set ?? "" }
    for (set, items) in items.sorted(by: { $0.key < $1.key }) {
      guard let first = items.first else { continue }
      // An item may ask more than its set does; the set's records have what all of them ask.
      let shared = first.questions.filter { question in items.allSatisfy { $0.questions.contains { $0.name == question.name } } }
      let type = QuestionReader.rowType(set, shared, period: questionnaire.period)
      setTypes[set] = type
      slots[set] = slotCount
      declarations.environment.declare(
        set, .list(.record(type)), fact: slotCount, extent: .items(items.count, of: .record(type)))
      slotCount += 1
    }
  }
}
