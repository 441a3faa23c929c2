import Documents

/// Values of a file on one line, so that they can be read again from where they are shown.
enum FlowText {
  /// A node as it would be written in one line.
  static func of(_ node: Node) -> String {
    switch node.kind {
    case .scalar: node.isEmpty ? "" : scalar(node.text)
    case .sequence: "[" + node.items.map { of($0) }.joined(separator: ", ") + "]"
    case .mapping: "{" + node.entries.map { "\(scalar($0.key.text)): \(of($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// A text, quoted where it could be read as something else.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isWord(first), isWord(last) else { return false }
    return scalars.allSatisfy { isWord($0) || " .-/_+".unicodeScalars.contains($0) } && !text.contains(" -")
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
      "\\u" + String(repeating: "0", count: max(0, 4 - String(scalar.value, radix: 16).count)) + String(scalar.value, radix: 16)
    default: String(scalar)
    }
  }
}
