/// Why an expression has no value.
public struct EvaluationError: Hashable, Sendable, Error {
  /// The sort of an error.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// What was asked does not apply: not a fault. Weaker than every other error.
    case notApplicable
    /// No value was set for a declared name.
    case unset
    /// A name that nothing declares, in an expression that was not checked.
    case undeclared
    /// The operation does not take values of these types.
    case noSuchOverload
    /// Division or remainder by zero.
    case divideByZero
    /// A number, a time or a date beyond its range.
    case overflow
    /// The map or record has no such key.
    case noSuchKey
    /// The value has no fields.
    case noFields
    /// An index beyond the list or text.
    case outOfRange
    /// A value that cannot be read as the asked type.
    case badConversion
    /// An argument that the function does not take.
    case invalidArgument
    /// A key twice in a map.
    case duplicateKey
    /// A map key that is neither bool, int, uint nor string.
    case unsupportedKey
    /// The value of an optional that has none.
    case noValue
    /// The expression used up its steps or its memory.
    case stepLimit
    /// A function of the host failed.
    case hostFailure
  }

  /// The sort.
  public var kind: Kind
  /// Where in the text of the expression, in UTF-8 bytes: what failed, or the name that brought the error. Empty for "not
  /// applicable".
  public var expression: Range<Int>
  /// What more is known, in English; may be empty.
  public var detail: String

  /// An error.
  public init(_ kind: Kind, expression: Range<Int> = 0..<0, detail: String = "") {
    self.kind = kind
    self.expression = expression
    self.detail = detail
  }
}

extension EvaluationError.Kind {
  /// The name by which messages know it: `no-such-key`.
  public var id: String {
    "\(self)".reduce(into: "") { id, letter in id += letter.isUppercase ? "-\(letter.lowercased())" : String(letter) }
  }
}
