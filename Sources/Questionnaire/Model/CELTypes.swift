public import Expressions
public import RulesEngine

extension AnswerType {
  /// The type of its values in expressions.
  public var celType: CELType {
    switch self {
    case .yesNo: .bool
    case .text, .url, .country: .string
    case .integer, .year: .int
    case .decimal: .decimal
    case .date: .date
    case .period: .period
    case .duration: .duration
    case .choice(let list): .choice(list.set)
    case .choices(let list): .list(.choice(list.set))
    case .list(let of): .list(of.celType)
    case .table(let table): .list(.record(table.rowType))
    }
  }
}

extension Companion {
  /// A document, as expressions see it.
  public static let evidenceType = RecordType(
    name: "evidence",
    fields: [
      ("id", .string), ("kind", .string), ("title", .string), ("number", .string), ("issuer", .string), ("issued", .period),
    ])

  /// The type of what is known of a question.
  public var type: CELType {
    switch self {
    case .answered, .applicable, .verified: .bool
    case .evidence: .list(.record(Self.evidenceType))
    }
  }
}
