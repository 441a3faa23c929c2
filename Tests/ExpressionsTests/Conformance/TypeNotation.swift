import Expressions

/// Reads a type in the notation of the vectors: `map(string, list(int))`.
func type(_ text: String) -> CELType? {
  var rest = Substring(text)
  guard let result = type(&rest), rest.isEmpty else { return nil }
  return result
}

private func type(_ rest: inout Substring) -> CELType? {
  let name = String(rest.prefix { $0 != "(" && $0 != "," && $0 != ")" && $0 != " " })
  rest = rest.dropFirst(name.count)
  var parameters: [CELType] = []
  if rest.first == "(" {
    rest.removeFirst()
    while let parameter = type(&rest) {
      parameters.append(parameter)
      if rest.hasPrefix(", ") { rest = rest.dropFirst(2) } else { break }
    }
    guard rest.first == ")" else { return nil }
    rest.removeFirst()
  }
  return named(name, parameters)
}

private func named(_ name: String, _ parameters: [CELType]) -> CELType? {
  let simple: [String: CELType] = [
    "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
    "timestamp": .timestamp, "duration": .duration, "google.protobuf.Timestamp": .timestamp,
    "google.protobuf.Duration": .duration, "dyn": .dyn, "any": .dyn, "decimal": .decimal, "date": .date, "period": .period,
  ]
  switch (name, parameters.count) {
  case ("list", 0): return .list(.dyn)
  case ("list", 1): return .list(parameters[0])
  case ("map", 0): return .map(.dyn, .dyn)
  case ("map", 2): return .map(parameters[0], parameters[1])
  case ("type", 0): return .type(.dyn)
  case ("type", 1): return .type(parameters[0])
  case ("optional_type", 0): return .optional(.dyn)
  case ("optional_type", 1): return .optional(parameters[0])
  case (_, 0):
    if let found = simple[name] { return found }
    if name.count == 1, name.first?.isUppercase ?? false { return .parameter(name) }
    return name.isEmpty ? nil : .opaque(name, [])
  default: return .opaque(name, parameters)
  }
}
