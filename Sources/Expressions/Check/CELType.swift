/// The type of an expression.
public indirect enum CELType: Hashable, Sendable {
  /// The type of `null`.
  case null
  /// `true` or `false`.
  case bool
  /// A whole number of 64 bits.
  case int
  /// A whole number of 64 bits that is not negative.
  case uint
  /// A binary floating-point number.
  case double
  /// An exact decimal number.
  case decimal
  /// Text.
  case string
  /// Bytes.
  case bytes
  /// An instant.
  case timestamp
  /// A length of time.
  case duration
  /// A calendar day.
  case date
  /// A span of days.
  case period
  /// Known only when it is evaluated.
  case dyn
  /// Many values of one type.
  case list(CELType)
  /// Values by key.
  case map(CELType, CELType)
  /// A type as a value.
  case type(CELType)
  /// A value that may be absent.
  case optional(CELType)
  /// A type parameter of an overload.
  case parameter(String)
  /// A type of the host with its parameters.
  case opaque(String, [CELType])
  /// A string that is one of some codes; a literal that is none of them does not compare with it.
  case choice(ChoiceSet)
  /// A map with declared fields.
  case record(RecordType)
}

/// The codes that a string of type ``CELType/choice(_:)`` can be.
public struct ChoiceSet: Hashable, Sendable {
  /// What the codes are called in messages.
  public let name: String
  /// All codes, in order.
  public let codes: [String]

  /// The codes that `name` can be.
  public init(name: String, codes: [String]) {
    self.name = name
    self.codes = codes
  }
}

extension CELType: CustomStringConvertible {
  /// CEL's notation: `list(string)`, `map(string, int)`.
  public var description: String {
    switch self {
    case .list(let item): "list(\(item))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .type(.dyn): "type"
    case .type(let type): "type(\(type))"
    case .optional(let type): "optional_type(\(type))"
    case .parameter(let name): name
    case .opaque(let name, let parameters):
      parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .choice(let set): "choice(\(set.name))"
    case .record(let record): record.name
    // Shorter than their full names, which they have as values.
    case .timestamp: "timestamp"
    case .duration: "duration"
    default: simpleName
    }
  }

  /// The name of the type as a value, without parameters.
  var simpleName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .decimal: "decimal"
    case .string, .choice: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .date: "date"
    case .period: "period"
    case .dyn: "dyn"
    case .list: "list"
    case .map, .record: "map"
    case .type: "type"
    case .optional: "optional_type"
    case .parameter(let name): name
    case .opaque(let name, _): name
    }
  }

  /// The type as overloads see it: a choice is a string, a record a map from strings.
  var erased: CELType {
    switch self {
    case .choice: .string
    case .record: .map(.string, .dyn)
    case .list(let item): .list(item.erased)
    case .map(let key, let value): .map(key.erased, value.erased)
    case .optional(let type): .optional(type.erased)
    default: self
    }
  }

  /// What a value of this type answers to `type()`.
  var asValue: CELType {
    switch self {
    case .list: .list(.dyn)
    case .map, .record: .map(.dyn, .dyn)
    case .type: .type(.dyn)
    case .optional: .optional(.dyn)
    case .choice: .string
    default: self
    }
  }
}
