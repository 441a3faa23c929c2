public import Documents
public import Expressions
public import RulesEngine

/// What is asked, or a column of a table.
public struct Question: Sendable {
  /// The name, unique in the item.
  public let name: String
  /// Item and name: `pa_1_1.training`.
  public let path: String
  /// The words of the question.
  public let ask: TextSource
  /// The form of the answer.
  public let type: AnswerType
  /// Whether a complete reply must answer it.
  public let isRequired: Bool
  /// Whether it is asked at all.
  public let relevant: ExpressionText?
  /// When it is accepted that it is declared not applicable; absent: always.
  public let notApplicable: ExpressionText?
  /// What must hold for the answer.
  public let constraints: Constraints
  /// The units a number may be given in.
  public let units: Units?
  /// What to do, for whoever answers it wrongly.
  public let help: TextSource?
  /// The question whose yes it details.
  public let detailsOf: String?
  /// The proof that a claim needs.
  public let proof: ProofRequirement?
  /// Where its name is declared.
  public let declared: Location

  /// Details are asked when their question is answered by yes, or at all where it is no yes_no.
  public var isDetails: Bool { detailsOf != nil }
}

/// What bounds the answer to a question.
public struct Constraints: Sendable {
  /// A bound: a number or date, or an expression over the period and other answers.
  public struct Bound: Sendable {
    /// A number, a date, or CEL.
    public let expression: ExpressionText
  }

  /// The least value, or the least number of entries.
  public var min: Bound?
  /// The greatest value, or the greatest number of entries.
  public var max: Bound?
  /// A period in which the value must lie.
  public var within: ExpressionText?
  /// The greatest number of words.
  public var maxWords: Int?
  /// In code points.
  public var maxLength: Int?
  /// What the whole text must match.
  public var pattern: Pattern?
  /// No two rows have the same value.
  public var isUnique = false
  /// An expression that must hold.
  public var constraint: ExpressionText?
  /// The value that the stated one must equal.
  public var equals: ExpressionText?

  /// No constraints.
  public init() {}
}

/// The units in which a number may be given.
public struct Units: Sendable {
  /// The unit that a number without one is in.
  public let base: String
  /// Each unit's size in the base unit.
  public let sizes: [String: Decimal64]
}

/// The form that an answer takes.
public indirect enum AnswerType: Sendable {
  case yesNo, text, url, integer, decimal, year, date, duration, country, period
  case choice(ChoiceList)
  case choices(ChoiceList)
  case list(of: AnswerType)
  case table(Table)

  /// The name by which a pack and the catalogue of messages call it.
  public var name: String {
    switch self {
    case .yesNo: "yes_no"
    case .text: "text"
    case .url: "url"
    case .integer: "integer"
    case .decimal: "decimal"
    case .year: "year"
    case .date: "date"
    case .duration: "duration"
    case .country: "country"
    case .period: "period"
    case .choice: "choice"
    case .choices: "choices"
    case .list: "list"
    case .table: "table"
    }
  }

  /// Whether an answer is yes or no.
  public var isYesNo: Bool {
    if case .yesNo = self { return true }
    return false
  }

  /// Whether an answer may have a fraction.
  var isDecimal: Bool {
    if case .decimal = self { return true }
    return false
  }

  /// The table, if it is one.
  public var table: Table? {
    if case .table(let table) = self { return table }
    return nil
  }
}

/// Rows and columns: fixed rows that are named, or as many as the respondent has.
public struct Table: Sendable {
  /// A row that the questionnaire names.
  public struct Row: Sendable {
    /// The row's name, unique in the item.
    public let id: String
    /// Item and row: `pa_3_4.p8_permit`.
    public let path: String
    /// The words of the row.
    public let label: TextSource
    /// Where the row is declared.
    public let declared: Location
  }

  /// What is asked of each row.
  public let columns: [Question]
  /// The fixed rows; `nil` where the respondent adds rows.
  public let rows: [Row]?
  /// Each row is one cell, the column `value`.
  public let isSingleCell: Bool
  /// The column that names a row in paths.
  public let key: String?
  /// What a row that is left out counts as.
  public let unlisted: Node?
  /// The type of a row in expressions.
  public let rowType: RecordType

  /// The position of a column by its name.
  public func column(named name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
