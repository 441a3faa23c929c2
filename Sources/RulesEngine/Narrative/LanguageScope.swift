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

  /// The expressions in it.
  public var programs: [Program] {
    parts.compactMap { part in
      if case .value(let program) = part { return program }
      return nil
    }
  }
}

/// A pack's texts in one language: everything that sentences and messages are made from.
public struct LanguageScope: Sendable {
  struct Phrase: Sendable {
    struct Case: Sendable {
      let when: Program?
      let say: CompiledTemplate
    }

    let name: String
    let local: Int
    let cases: [Case]
  }

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
  private(set) var environment: Environment
  private(set) var phrases: [Phrase] = []
  let styleLocals: StyleLocals
  let styleEnvironment: Environment
  let itemType: RecordType

  /// Compiles the phrases; statements and messages are compiled when they are needed, or by `compileAll`.
  public init(
    _ evaluation: CompiledEvaluation, definitions: [EvaluationDefinition], declarations: Declarations, language: Language,
    problems: Problems
  ) {
    self.language = language
    self.declarations = declarations
    var environment = evaluation.environment
    language.declareFunctions(in: &environment)
    let next = evaluation.nextLocal
    styleLocals = StyleLocals(verb: next, respondent: next + 1, item: next + 2, missing: next + 3)
    itemType = RecordType(name: "item", fields: [("id", .string), ("number", .string), ("title", .string)])
    var style = environment
    style.declare("verb", .string, local: styleLocals.verb)
    style.declare("respondent", .string, local: styleLocals.respondent)
    style.declare("item", .record(itemType), local: styleLocals.item)
    style.declare("missing", .list(.string), local: styleLocals.missing)
    styleEnvironment = style
    self.environment = environment
    compilePhrases(definitions, firstLocal: next + 4, problems: problems)
  }

  private mutating func compilePhrases(_ definitions: [EvaluationDefinition], firstLocal: Int, problems: Problems) {
    let all = declarations.items.flatMap { item in
      definitions.flatMap { $0.items.filter { $0.id == item.id } + $0.sets.filter { $0.id == item.set } }
        .flatMap { definition in definition.phrases.map { (item: item.id, phrase: $0) } }
    }
    var position: [String: Int] = [:]
    for (at, entry) in all.enumerated() { position["\(entry.item).\(entry.phrase.name.text)"] = at }
    let texts = all.map { entry in
      entry.phrase.cases.map { ($0.when?.text ?? "true") + " " + language.catalogue.node(for: $0.say).text }.joined(
        separator: " ")
    }
    let order = DependencyOrder(count: all.count) { at in
      words(in: templateWords(texts[at])).compactMap { position["\(all[at].item).\($0)"] ?? position[$0] }
    }
    for at in order.cyclic.sorted() {
      let name = all[at].phrase.name
      problems.add(
        Issue("pack/cycle", path: "\(all[at].item).\(name.text)", at: name.location, Message("pack/cycle", ["name": name.text])))
    }
    for (step, at) in order.order.enumerated() {
      let (item, phrase) = all[at]
      let name = "\(item).\(phrase.name.text)"
      let cases = phrase.cases.compactMap { entry -> Phrase.Case? in
        let when = entry.when.map {
          $0.compile(in: environment, container: item, expecting: .bool, path: name, problems: problems)
        }
        if let when, when == nil { return nil }
        return Phrase.Case(when: when.flatMap { $0 }, say: template(entry.say, item: item, each: nil, problems: problems))
      }
      environment.declare(name, .string, local: firstLocal + step)
      phrases.append(Phrase(name: name, local: firstLocal + step, cases: cases))
    }
  }

  // Only what stands between braces can name another phrase.
  private func templateWords(_ text: String) -> String {
    text.split(separator: "{{").dropFirst().map { $0.prefix { $0 != "}" } }.joined(separator: " ")
  }

  /// The text of `source` in this language, compiled inside `item`; errors are reported and leave the part out.
  public func template(_ source: TextSource, item: String, each: String?, problems: Problems) -> CompiledTemplate {
    var scope = environment
    if let each, let type = declarations.points[each]?.rowType { scope.declare("row", .record(type), local: Local.row) }
    let text = TemplateText(language.catalogue.node(for: source), path: source.key, problems: problems)
    return compile(text, in: scope, container: item, path: source.key, problems: problems)
  }

  /// A text of the style, which may read `verb`, `respondent`, `item` and `missing`.
  func template(_ text: TemplateText, problems: Problems) -> CompiledTemplate {
    compile(text, in: styleEnvironment, container: "", path: "style", problems: problems)
  }

  private func compile(
    _ text: TemplateText, in scope: Environment, container: String, path: String, problems: Problems
  ) -> CompiledTemplate {
    CompiledTemplate(
      parts: text.parts.compactMap { part in
        switch part {
        case .literal(let literal): .literal(literal)
        case .expression(let expression):
          expression.compile(in: scope, container: container, path: path, problems: problems).map { .value($0) }
        }
      })
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
    for text in style.verbs + style.subjects + style.leads.values.flatMap({ $0 }) + additions.compactMap({ $0 }) {
      _ = template(text, problems: problems)
    }
  }
}
