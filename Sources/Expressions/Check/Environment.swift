/// What expressions may name: variables, functions and companions. A value; copy it to extend it.
public struct Environment: Sendable {
  var variables: [String: Variable] = [:]
  var functions: [String: Function] = [:]
  var companions: [String: String] = [:]
  /// What bounds the text of an expression.
  public var limits = Limits()
  /// Whether a number with a point is an exact decimal, so that `0.1 + 0.2 == 0.3`; else, as CEL has it, it is one only beside a
  /// decimal. Beside a binary number it is binary either way.
  public var hasExactNumbers = false
  /// Whether the texts of instants and lengths of time that are written out are read when an expression is compiled.
  public var readsTimesEarly = false

  init() {}

  /// A name for a slot of the facts. A dotted name is found from the containers that begin it. `extent` tells what is known of the
  /// values beyond their type.
  public mutating func declare(_ name: String, _ type: CELType, fact slot: Int, extent: Extent? = nil) {
    variables[name] = Variable(
      name: name, type: type, source: .fact(slot), extent: extent ?? Extent(type), isBounded: extent != nil)
  }

  /// A name for a value that the state holds before evaluation.
  public mutating func declare(_ name: String, _ type: CELType, local index: Int, extent: Extent? = nil) {
    variables[name] = Variable(
      name: name, type: type, source: .local(index), extent: extent ?? Extent(type), isBounded: extent != nil)
  }

  /// A name for a value that is the same in every evaluation.
  public mutating func declare(_ name: String, constant: Datum) {
    declare(name, constant.celType, constant: constant)
  }

  /// A name for a constant of a declared type, such as a list of choices.
  public mutating func declare(_ name: String, _ type: CELType, constant: Datum) {
    variables[name] = Variable(name: name, type: type, source: .constant(constant), extent: Extent(constant))
  }

  /// A function of the host. Overloads of a name that is known already are added to it only if that is a function of the host
  /// too; otherwise the host's function takes the name.
  public mutating func declare(_ function: HostFunction) {
    functions[function.name] = Function(name: function.name, overloads: function.overloads, body: .host(function.body))
  }

  /// A macro that asks not for the value of a reference but for the name with `suffix`: `answered(a.b)` reads `a.b` + suffix,
  /// of a record's field the field with the suffix.
  public mutating func declareCompanion(function: String, suffix: String) { companions[function] = suffix }

  /// The declared type of a name, as it is found from a container.
  public func type(of name: String, in container: String = "") -> CELType? { variable(name, in: container)?.type }

  /// All functions and operators by name, and the ways to call them.
  public var overloads: [(name: String, overloads: [Overload])] {
    functions.values.map { ($0.name, $0.overloads) }.sorted { $0.name < $1.name }
  }

  /// The names that a name can stand for within a container, the first found counts.
  func candidates(_ name: String, in container: String) -> [String] {
    if name.first == "." { return [String(name.dropFirst())] }
    var result: [String] = []
    var prefix = container[...]
    while !prefix.isEmpty {
      result.append("\(prefix).\(name)")
      prefix = prefix.lastIndex(of: ".").map { prefix[..<$0] } ?? ""
    }
    result.append(name)
    return result
  }

  func variable(_ name: String, in container: String) -> Variable? {
    for candidate in candidates(name, in: container) {
      if let found = variables[candidate] { return found }
    }
    return nil
  }

  func function(_ name: String, in container: String) -> Function? {
    for candidate in candidates(name, in: container) {
      if let found = functions[candidate] { return found }
    }
    return nil
  }
}

extension Datum {
  /// The type that it has; dyn for the items of a list of several types, and for what is unknown.
  public var celType: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .decimal: .decimal
    case .string: .string
    case .bytes: .bytes
    case .list(let items): .list(Self.common(items))
    case .map(let entries): .map(Self.common(entries.map(\.key)), Self.common(entries.map(\.value)))
    case .record(let type, _): .record(type)
    case .date: .date
    case .period: .period
    case .timestamp: .timestamp
    case .duration: .duration
    case .type(let type): .type(type)
    case .optional(let value): .optional(value?.celType ?? .dyn)
    case .unknown, .error: .dyn
    }
  }

  private static func common(_ items: [Datum]) -> CELType {
    guard let first = items.first?.celType else { return .dyn }
    return items.allSatisfy { $0.celType == first } ? first : .dyn
  }
}
