public import Documents
public import Expressions

/// A stretch of CEL in a file: a whole scalar, or the part of one between `{{` and `}}`.
public struct ExpressionText: Sendable {
  /// The scalar that holds it.
  public let node: Node
  /// The expression itself.
  public let text: String
  /// Where it begins in the scalar's text, in UTF-8 bytes.
  public let offset: Int

  /// The whole of a scalar.
  public init(_ node: Node) {
    self.node = node
    text = node.text
    offset = 0
  }

  /// A part of a scalar.
  public init(_ node: Node, text: String, offset: Int) {
    self.node = node
    self.text = text
    self.offset = offset
  }

  /// The place of a stretch of the expression in the file.
  public func location(_ range: Range<Int>) -> Location {
    let shifted = (range.lowerBound + offset)..<(range.upperBound + offset)
    return node.document.location(node.range(ofText: shifted))
  }

  /// Compiles it, or reports every error under the part that is wrong. `path` names the place for the issue.
  public func compile(
    in environment: Environment, container: String, expecting type: CELType? = nil, path: String, problems: Problems
  ) -> Program? {
    // What YAML took for a tag is an issue already, and the rest is no expression.
    if node.tag != nil || node.isUnread { return nil }
    switch environment.compile(text, container: container, expecting: type) {
    case .success(let program): return program
    case .failure(let failure):
      problems.add(failure.errors.map { Issue($0, path: path, at: location($0.range)) })
      return nil
    }
  }
}

extension Issue {
  /// What is wrong with an expression, at its place in a file.
  public init(_ diagnostic: Diagnostic, path: String, at location: Location) {
    var arguments = diagnostic.arguments
    if let suggestion = diagnostic.suggestion { arguments["suggestion"] = suggestion }
    let id = "cel/\(diagnostic.code)"
    self.init(RuleID(id), path: path, at: location, Message(id, arguments))
  }
}
