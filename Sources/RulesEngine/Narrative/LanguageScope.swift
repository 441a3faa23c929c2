import Documents
import Expressions

/// A pack's texts in one language: everything that sentences and messages are made from.
public struct LanguageScope: Sendable {
  /// Names that only the style's own texts may read.
  struct StyleLocals: Sendable {
    let verb: Int
    let respondent: Int
    let item: Int
    let missing: Int
  }

  /// The language itself.
  public let language: Language
  let declarations: Declarations
  private let own: TextScope
  private let base: TextScope?
  let styleLocals: StyleLocals
  let styleEnvironment: Environment
  let itemType: RecordType

  /// Compiles the phrases; statements and messages are compiled when they are needed, or by `compileAll`. The texts of `base`
  /// stand where the language lacks one.
  public init(
    _ evaluation: CompiledEvaluation, definitions: [EvaluationDefinition], declarations: Declarations, language: Language,
    base: Language? = nil, problems: Problems
  ) {
    self.language = language
    self.declarations = declarations
    let next = evaluation.nextLocal
    styleLocals = StyleLocals(verb: next, respondent: next + 1, item: next + 2, missing: next + 3)
    itemType = RecordType(name: "item", fields: [("id", .string), ("number", .string), ("title", .string)])
    var firstLocal = next + 4
    func scope(_ language: Language, over base: TextScope? = nil, isBase: Bool = false) -> TextScope {
      let scope = TextScope(
        evaluation.environment, definitions: definitions, declarations: declarations, language: language, base: base,
        isBase: isBase, firstLocal: firstLocal, problems: problems)
      firstLocal += scope.phrases.count
      return scope
    }
    self.base = base.map { scope($0, isBase: true) }
    own = scope(language, over: self.base)
    var style = evaluation.environment
    language.declareFunctions(in: &style)
    style.declare("verb", .string, local: styleLocals.verb)
    style.declare("respondent", .string, local: styleLocals.respondent)
    style.declare("item", .record(itemType), local: styleLocals.item)
    style.declare("missing", .list(.string), local: styleLocals.missing)
    styleEnvironment = style
  }

  /// The phrases in the order in which they can be worked out.
  var phrases: [CompiledPhrase] { (base?.phrases ?? []) + own.phrases }

  /// The phrases that a text may read.
  func phrases(for template: CompiledTemplate) -> [CompiledPhrase] {
    template.isOfBase ? base?.phrases ?? [] : own.phrases
  }

  /// `text` with a value of `template` behind it. Within a text that stands in for another, a title that does so too needs no mark.
  func text(_ text: String, with value: Datum, in template: CompiledTemplate) -> String {
    guard template.isOfBase else { return language.style.linked(text, language.style.display(value)) }
    let style = base?.language.style ?? Style()
    return style.linked(text, language.catalogue.unmarked(style.display(value)))
  }

  /// What was made of a text, marked where it is not in the language that was asked for.
  func marked(_ text: String, of template: CompiledTemplate) -> String {
    template.isStandIn ? language.catalogue.marked(text) : text
  }

  /// The text of `source` in this language, compiled inside `item`; errors are reported and leave the part out.
  public func template(_ source: TextSource, item: String, each: String?, problems: Problems) -> CompiledTemplate {
    own.template(source, item: item, each: each, problems: problems)
  }

  /// A text of the style, which may read `verb`, `respondent`, `item` and `missing`.
  func template(_ text: TemplateText, problems: Problems) -> CompiledTemplate {
    text.compile(in: styleEnvironment, container: "", path: "style", problems: problems)
  }

  /// Compiles every text of the evaluation and the style, to find what is wrong with them before anyone needs them.
  public func compileAll(_ evaluation: CompiledEvaluation, problems: Problems) {
    for finding in evaluation.findings {
      for statement in finding.statements {
        _ = template(statement.text, item: finding.item, each: finding.each, problems: problems)
      }
      if let subject = finding.subject { _ = template(subject, item: finding.item, each: finding.each, problems: problems) }
    }
    for rule in evaluation.rules {
      for text in [rule.definition.message, rule.definition.help].compactMap({ $0 }) {
        _ = template(text, item: rule.item, each: rule.each, problems: problems)
      }
    }
    let style = language.style
    let additions = [
      style.notApplicable, style.notApplicableAlone, style.unverified, style.unverifiedAll, style.withSatisfaction,
      style.notDetermined,
    ]
    for text in style.verbs + style.subjects.map(\.text) + style.leads.values.flatMap({ $0 }) + additions.compactMap({ $0 }) {
      _ = template(text, problems: problems)
    }
  }
}
