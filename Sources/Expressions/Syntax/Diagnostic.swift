/// One thing that is wrong with the text of an expression.
public struct Diagnostic: Sendable, Hashable {
  /// The id of its message: `undeclared-name`, `no-overload`, `syntax-unexpected`.
  public var code: String
  /// What the placeholders of the message stand for.
  public var arguments: [String: String]
  /// The offending part of the text, in UTF-8 bytes.
  public var range: Range<Int>
  /// What was probably meant.
  public var suggestion: String?
  /// The message in English.
  public var message: String

  init(_ code: Code, _ range: Range<Int>, _ arguments: [String: String] = [:], suggestion: String? = nil) {
    self.code = code.rawValue
    self.range = range
    self.suggestion = suggestion
    var all = arguments
    if let suggestion { all["suggestion"] = suggestion }
    self.arguments = all
    message = code.message(arguments)
  }
}

/// What is wrong with an expression: at least one diagnostic, in the order of the text.
public struct CompileErrors: Error, Sendable, Hashable {
  /// Never empty.
  public let errors: [Diagnostic]

  init(_ errors: [Diagnostic]) {
    self.errors = errors.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.message) < ($1.range.lowerBound, $1.range.upperBound, $1.message)
    }
  }
}

extension Diagnostic {
  /// The ids of all messages.
  public enum Code: String, CaseIterable, Sendable {
    case syntaxExpectedValue = "syntax-expected-value"
    case syntaxExpectedName = "syntax-expected-name"
    case syntaxExpectedSymbol = "syntax-expected-symbol"
    case syntaxExpectedOperator = "syntax-expected-operator"
    case syntaxEnd = "syntax-end"
    case syntaxCharacter = "syntax-character"
    case syntaxUnterminated = "syntax-unterminated"
    case syntaxEscape = "syntax-escape"
    case syntaxNumber = "syntax-number"
    case syntaxReserved = "syntax-reserved"
    case syntaxOperator = "syntax-operator"
    case syntaxDepth = "syntax-depth"
    case syntaxLength = "syntax-length"
    case macroVariable = "macro-variable"
    case macroReference = "macro-reference"
    case undeclaredName = "undeclared-name"
    case undeclaredFunction = "undeclared-function"
    case unknownField = "unknown-field"
    case noFields = "no-fields"
    case noOverload = "no-overload"
    case wrongCount = "wrong-count"
    case wrongReceiver = "wrong-receiver"
    case incomparable = "incomparable"
    case unknownCode = "unknown-code"
    case differentChoices = "different-choices"
    case outOfBounds = "out-of-bounds"
    case tooCostly = "too-costly"
    case notReference = "not-reference"
    case noCompanion = "no-companion"
    case notIterable = "not-iterable"
    case wrongType = "wrong-type"
    case mixedBranches = "mixed-branches"
    case badPattern = "bad-pattern"
    case badLiteral = "bad-literal"
    case unsupportedMessage = "unsupported-message"

    /// The English text with `{placeholders}`.
    public var template: String {
      switch self {
      case .syntaxExpectedValue: "`{found}` stands where a value or a name is expected."
      case .syntaxExpectedName: "`{found}` stands where a name is expected."
      case .syntaxExpectedSymbol: "`{found}` stands where one of these is expected: {expected}."
      case .syntaxExpectedOperator: "`{found}` stands where an operator or the end is expected."
      case .syntaxEnd: "The expression ends too early."
      case .syntaxCharacter: "The character `{found}` has no meaning here."
      case .syntaxUnterminated: "The text that begins here has no closing {quote}."
      case .syntaxEscape: "`{found}` is no escape sequence of a text."
      case .syntaxNumber: "The number `{found}` is malformed or too large."
      case .syntaxReserved: "`{name}` is a reserved word and cannot be a name."
      case .syntaxOperator: "`{found}` is no operator of CEL."
      case .syntaxDepth: "The expression is nested deeper than {limit} levels."
      case .syntaxLength: "The expression is longer than {limit} bytes."
      case .macroVariable: "The argument of `{name}` here must be a simple name, the variable."
      case .macroReference: "The argument of `{name}` must select a field, as in `{name}(a.b)`."
      case .undeclaredName: "There is no name `{name}` here."
      case .undeclaredFunction: "There is no function `{name}`."
      case .unknownField: "{type} has no field `{name}`."
      case .noFields: "A value of type {type} has no fields, so `{name}` cannot be selected."
      case .noOverload: "`{operation}` does not take {types}."
      case .wrongCount: "`{name}` takes {expected} arguments, not {count}."
      case .wrongReceiver: "`{name}` is written `{expected}`."
      case .incomparable: "A value of type {left} never equals one of type {right}."
      case .unknownCode: "`{name}` is no code of {choices}."
      case .differentChoices: "{left} and {right} have no code in common, so these are never equal."
      case .outOfBounds: "This comparison has one result only: the values lie within {range}."
      case .tooCostly: "The expression may take {cost} steps; {limit} are allowed."
      case .notReference: "The argument of `{name}` must be the name of something, not an expression."
      case .noCompanion: "`{function}` cannot be asked of `{name}`."
      case .notIterable: "`{name}` needs a list or a map, not {type}."
      case .wrongType: "This must be {expected}, not {type}."
      case .mixedBranches: "The two results have different types: {left} and {right}."
      case .badPattern: "This pattern cannot be read: {reason}."
      case .badLiteral: "`{text}` cannot be read as {type}."
      case .unsupportedMessage: "Messages such as `{name}` are not supported."
      }
    }

    func message(_ arguments: [String: String]) -> String {
      var result = ""
      var rest = template[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        result += rest[..<open]
        result += arguments[String(rest[rest.index(after: open)..<close])] ?? ""
        rest = rest[rest.index(after: close)...]
      }
      return result + rest
    }
  }
}
