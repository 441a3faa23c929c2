/// What ids may look like.
public enum Names {
  /// Words that no question, row, column or variable may have as a name.
  public static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop", "null",
    "package", "namespace", "return", "true", "var", "void", "while",
    "row", "self", "item", "period", "respondent", "replies", "as_of",
  ]

  /// `snake_case` of two letters or more; one letter is for macro variables.
  public static func isSnakeCase(_ name: String) -> Bool {
    name.utf8.count >= 2 && isSeparated(name, by: UInt8(ascii: "_"))
  }

  /// `kebab-case`: the ids of rules, choice codes and evidence.
  public static func isKebabCase(_ name: String) -> Bool {
    isSeparated(name, by: UInt8(ascii: "-"), digitFirst: true)
  }

  private static func isSeparated(_ name: String, by separator: UInt8, digitFirst: Bool = false) -> Bool {
    var previous = separator
    for (place, byte) in name.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"): if place == 0 && !digitFirst { return false }
      case separator: if previous == separator { return false }
      default: return false
      }
      previous = byte
    }
    return previous != separator
  }
}
