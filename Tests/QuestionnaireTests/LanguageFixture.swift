import Documents
import Expressions
import Foundation
@testable import Questionnaire
@testable import RulesEngine
import Testing

/// The pack and the reply that the pages on the language read, and what an expression comes to over them.
struct LanguageFixture {
  static let folder = package.appending(path: "Tests/Fixtures/language")
  /// The item from which names are looked up.
  static let item = "care"

  let pack: Pack
  let judgement: Judgement
  /// What expressions may name; the functions that only texts may call included.
  let environment: Environment
  private let words: MessageCatalogue

  init() throws {
    pack = try #require(Packs.load("clinics-2025", from: [Self.folder]))
    judgement = try #require(judge(try read(Self.folder.appending(path: "reply.yaml"), name: "reply.yaml"), by: pack))
    var environment = pack.evaluation.environment
    judgement.language.declareFunctions(in: &environment)
    self.environment = environment
    words = try catalogue("en")
  }

  /// All that the pack's files say.
  var written: String { pack.sources.map { String(decoding: $0.bytes, as: UTF8.self) }.joined() }

  /// What the pages say of an expression: its value, why it has none, or why it is refused.
  func outcome(_ expression: String) -> String {
    switch environment.compile(expression, container: Self.item) {
    case .success(let program):
      var evaluator = Evaluator(pack.evaluation, over: judgement.situation)
      return text(evaluator.value(of: program))
    case .failure(let errors): return refusal(errors, of: expression)
    }
  }

  private func text(_ result: Datum) -> String {
    switch result {
    case .unknown(let ids): "unknown (\(ids.map(judgement.situation.path).joined(separator: ", ")))"
    case .error(let error) where error.kind == .notApplicable: "not applicable"
    case .error(let error): "error: \(words.text("error/\(error.kind.id)"))"
    default: result.text(attribute: judgement.situation.path)
    }
  }

  /// As `validate lint` words it.
  private func refusal(_ errors: CompileErrors, of expression: String) -> String {
    let source = SourceFile(name: "expression", bytes: Array(expression.utf8))
    let issues = errors.errors.map { Issue($0, path: "", at: source.location(ofBytes: $0.range)) }
    return issues.map { issue in
      "error: \(words.line(issue))" + words.helps(issue).map { "<br>help: \($0)" }.joined()
    }.joined(separator: "<br>")
  }
}
