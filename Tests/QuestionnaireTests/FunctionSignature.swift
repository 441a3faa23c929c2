import Expressions

/// Writes the ways to call a function so that people can read them: those that differ in one type only are told as one.
enum FunctionSignature {
  /// One line for each way; `A` and `B` stand for any type, `T` for those that are named.
  static func lines(_ name: String, _ overloads: [Overload]) -> [String] {
    var rest = overloads
    var lines: [String] = []
    while let first = rest.first {
      let shape = rest.flatMap(Shape.all).reduce(Shape(first)) { $1.covered(rest).count > $0.covered(rest).count ? $1 : $0 }
      let covered = shape.covered(rest)
      let types = covered.compactMap(shape.type).map(word).joined(separator: ", ")
      lines.append("`\(shape.written(name))`" + (types.isEmpty ? "" : " T: \(types)"))
      rest.removeAll(where: covered.contains)
    }
    return lines
  }

  /// What a type is called: those of CEL that have long names by the names of their conversions.
  fileprivate static func word(_ type: CELType) -> String {
    switch type {
    case .duration: "duration"
    case .timestamp: "timestamp"
    case .dyn: "any"
    case .list(.dyn): "list"
    case .list(let item): "list(\(word(item)))"
    case .map(let key, let value): "map(\(word(key)), \(word(value)))"
    case .optional(let value): "optional(\(word(value)))"
    default: type.description
    }
  }
}

/// What ways to call a function have in common: their types, with `T` for the one in which they differ.
private struct Shape {
  private static let variable = CELType.parameter("T")

  private let parameters: [CELType]
  private let result: CELType
  private let isMember: Bool

  /// One way by itself.
  init(_ overload: Overload) {
    (parameters, result, isMember) = (overload.parameters, overload.result, overload.isMember)
  }

  private init(_ overload: Overload, varying type: CELType) {
    parameters = overload.parameters.map { Self.replace(type, in: $0, by: Self.variable) }
    result = Self.replace(type, in: overload.result, by: Self.variable)
    isMember = overload.isMember
  }

  /// All that a way shares with others which differ in one type.
  static func all(_ overload: Overload) -> [Shape] { types(overload).map { Shape(overload, varying: $0) } }

  private static func types(_ overload: Overload) -> [CELType] {
    overload.parameters.flatMap { parameter -> [CELType] in
      if case .list(let item) = parameter { [parameter, item] } else { [parameter] }
    }
  }

  private static func replace(_ old: CELType, in type: CELType, by new: CELType) -> CELType {
    switch type {
    case old: new
    case .list(let item): .list(replace(old, in: item, by: new))
    case .optional(let value): .optional(replace(old, in: value, by: new))
    default: type
    }
  }

  /// The type that `T` stands for in a way that has this shape; `nil` where there is no T, or it has another shape.
  func type(_ overload: Overload) -> CELType? {
    guard parameters.count == overload.parameters.count, isMember == overload.isMember else { return nil }
    return Self.types(overload).first { type in
      let filled = (parameters + [result]).map { Self.replace(Self.variable, in: $0, by: type) }
      return filled != parameters + [result] && filled == overload.parameters + [overload.result]
    }
  }

  func covered(_ overloads: [Overload]) -> [Overload] {
    overloads.filter { type($0) != nil || ($0.parameters, $0.result, $0.isMember) == (parameters, result, isMember) }
  }

  /// A call as it stands in an expression, then its result.
  func written(_ name: String) -> String {
    let words = parameters.map(FunctionSignature.word)
    return call(name, words) + " → " + FunctionSignature.word(result)
  }

  private func call(_ name: String, _ words: [String]) -> String {
    if name == "in" || name.first?.isLetter == false {
      return words.count == 2 ? "\(words[0]) \(name) \(words[1])" : name.prefix(1) + words[0]
    }
    let receiver = isMember ? "\(words[0])." : ""
    // `math.@least` is what the parser makes of `math.least` with any number of arguments.
    let more = name.contains("@") && parameters == [Self.variable] ? ["…"] : []
    let arguments = (isMember ? Array(words.dropFirst()) : words) + more
    return "\(receiver)\(name.replacing("@", with: ""))(\(arguments.joined(separator: ", ")))"
  }
}
