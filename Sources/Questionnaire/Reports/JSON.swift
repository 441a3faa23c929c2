/// A JSON value that keeps the order of its members, so that output is the same from run to run.
public indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// A string, or null.
  public init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// An array of strings.
  public init(_ texts: [String]) { self = .array(texts.map { .string($0) }) }

  /// The text, indented by two spaces a level; arrays and objects without containers inside stand on one line.
  public var text: String {
    var output = ""
    write(to: &output, indent: 0)
    output += "\n"
    return output
  }

  private var isFlat: Bool {
    switch self {
    case .array(let items): items.allSatisfy(\.isScalar)
    case .object(let members): members.allSatisfy { $0.1.isScalar } && members.count <= 6
    default: true
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  private func write(to output: inout String, indent: Int) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .number(let value): output += String(value)
    case .string(let value): JSON.quote(value, into: &output)
    case .array(let items):
      write("[", items.map { (nil, $0) }, "]", to: &output, indent: indent)
    case .object(let members):
      write("{", members.map { ($0.0, $0.1) }, "}", to: &output, indent: indent)
    }
  }

  private func write(_ open: String, _ members: [(String?, JSON)], _ close: String, to output: inout String, indent: Int) {
    output += open
    let flat = isFlat
    for (index, (name, value)) in members.enumerated() {
      if index > 0 { output += flat ? ", " : "," }
      if !flat { output += "\n" + String(repeating: "  ", count: indent + 1) }
      if let name {
        JSON.quote(name, into: &output)
        output += ": "
      }
      value.write(to: &output, indent: indent + 1)
    }
    if !flat && !members.isEmpty { output += "\n" + String(repeating: "  ", count: indent) }
    output += close
  }

  private static func quote(_ text: String, into output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where isEscaped(scalar):
        let hex = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }

  // Control characters, and those that YAML forbids or reads as line ends: JSON is to be read as YAML too.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
