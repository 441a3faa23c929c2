import Documents
public import Expressions

/// What an expression came to, for programs.
public struct TrialJSON {
  /// A report of this program's version.
  public init(version: String) { self.version = version }

  private let version: String

  /// The report; `showsTrace` adds the parts.
  public func report(_ trial: Trial, showsTrace: Bool) -> JSON {
    var members = head(trial.text) + [("type", .string(trial.type.description))]
    members += outcome(trial.result, trial)
    members += [("steps", .number(trial.steps)), ("cost", .number(trial.cost))]
    if showsTrace { members.append(("trace", parts(trial))) }
    return .object(members)
  }

  /// What is wrong with the text of an expression.
  public func report(_ errors: CompileErrors, of text: String, _ catalogue: MessageCatalogue) -> JSON {
    let issues = errors.errors.map { diagnostic -> JSON in
      let message = Message("cel/\(diagnostic.code)", diagnostic.arguments)
      return .object([
        ("rule", .string("cel/\(diagnostic.code)")), ("message", .string(catalogue.text(message))),
        ("range", range(diagnostic.range)),
      ])
    }
    return .object(head(text) + [("issues", .array(issues))])
  }

  private func head(_ text: String) -> [(String, JSON)] {
    [
      ("format", .number(1)), ("tool", .object([("name", .string("validate")), ("version", .string(version))])),
      ("expression", .string(text)),
    ]
  }

  private func outcome(_ datum: Datum, _ trial: Trial) -> [(String, JSON)] {
    switch datum {
    case .unknown(let ids): return [("unknown", JSON(ids.map { trial.name(of: $0) }))]
    case .error(let error):
      var members: [(String, JSON)] = [("kind", .string(error.kind.id))]
      if !error.expression.isEmpty { members.append(("range", range(error.expression))) }
      if !error.detail.isEmpty { members.append(("detail", .string(error.detail))) }
      return [("error", .object(members))]
    default: return [("value", .string(datum.text { trial.name(of: $0) }))]
    }
  }

  /// The parts, each with what it came to.
  func parts(_ trial: Trial) -> JSON { .array(trial.trace.parts.map { part($0, trial) }) }

  private func part(_ part: Trace.Part, _ trial: Trial) -> JSON {
    let bytes = Array(trial.text.utf8)[part.range]
    return .object([
      ("text", .string(String(decoding: bytes, as: UTF8.self))), ("range", range(part.range)), ("count", .number(part.count)),
      ("values", .array(part.values.map { .object(outcome($0, trial)) })),
    ])
  }

  /// In bytes of UTF-8, from 0; the end is behind the last.
  private func range(_ range: Range<Int>) -> JSON { .array([.number(range.lowerBound), .number(range.upperBound)]) }
}
