import Documents
public import Expressions

/// A text whose expressions are compiled.
public struct CompiledTemplate: Sendable {
  /// A piece of it.
  enum Part: Sendable {
    case literal(String)
    case value(Program)
  }

  let parts: [Part]
  /// Whether it is a text of the base language beside those of another.
  var isOfBase = false
  /// Whether it stands for a text that is missing, and is not merely part of one.
  var isStandIn = false

  /// The expressions in it.
  public var programs: [Program] {
    parts.compactMap { part in
      if case .value(let program) = part { return program }
      return nil
    }
  }
}

/// A phrase whose texts are compiled.
struct CompiledPhrase: Sendable {
  struct Case: Sendable {
    let when: Program?
    let say: CompiledTemplate
  }

  let name: String
  let local: Int
  let cases: [Case]
}
