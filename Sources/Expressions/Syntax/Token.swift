/// A word of the language.
struct Token {
  enum Kind: Equatable {
    case name(String)
    /// A field in back quotes.
    case quoted(String)
    case int(Int64)
    /// The magnitude of the least int, which only a minus makes one.
    case minimum
    case uint(UInt64)
    case double(Double, exact: Decimal64?)
    case string(String)
    case bytes([UInt8])
    case symbol(Symbol)
    case end

    var isName: Bool { if case .name = self { true } else { false } }
  }

  enum Symbol: String, CaseIterable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
    case not = "!"
    case question = "?"
    case colon = ":"
    case comma = ","
    case dot = "."
    case open = "("
    case close = ")"
    case openList = "["
    case closeList = "]"
    case openMap = "{"
    case closeMap = "}"
  }

  let kind: Kind
  let range: Range<Int>
}

/// Words that cannot be names of variables and functions.
enum Reserved {
  /// Neither variables nor fields.
  static let keywords: Set<String> = ["true", "false", "null", "in"]
  /// Kept for later by CEL; fields may have these names.
  static let words: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace",
    "return", "var", "void", "while",
  ]
}

/// A message thrown out of the lexer and parser.
struct SyntaxError: Error {
  let diagnostic: Diagnostic

  init(_ code: Diagnostic.Code, _ range: Range<Int>, _ arguments: [String: String] = [:], suggestion: String? = nil) {
    diagnostic = Diagnostic(code, range, arguments, suggestion: suggestion)
  }
}
