import Documents
import Expressions

/// A pack's texts in one language, and the names that they may read.
struct TextScope: Sendable {
  let language: Language
  let declarations: Declarations
  private(set) var environment: Environment
  private(set) var phrases: [CompiledPhrase] = []
  // A text that is missing is taken from the base language whole: with its numbers in words, its lists and its phrases.
  private let base: [TextScope]
  private let isBase: Bool

  /// Compiles the phrases, whose values are kept from `firstLocal` on.
  init(
    _ environment: Environment, definitions: [EvaluationDefinition], declarations: Declarations, language: Language,
    base: TextScope?, isBase: Bool, firstLocal: Int, problems: Problems
  ) {
    self.language = language
    self.isBase = isBase
    self.declarations = declarations
    self.environment = environment
    self.base = base.map { [$0] } ?? []
    language.declareFunctions(in: &self.environment)
    compilePhrases(definitions, firstLocal: firstLocal, problems: problems)
  }

  /// The text of `source`, compiled inside `item`; errors are reported and leave the part out.
  func template(_ source: TextSource, item: String, each: String?, problems: Problems) -> CompiledTemplate {
    if let base = base.first, language.catalogue.lacks(source) {
      var template = base.template(source, item: item, each: each, problems: problems)
      template.isStandIn = true
      return template
    }
    var scope = environment
    if let each, let type = declarations.points[each]?.rowType { scope.declare("row", .record(type), local: Local.row) }
    let text = TemplateText(language.catalogue.node(for: source), path: source.key, problems: problems)
    var template = text.compile(in: scope, container: item, path: source.key, problems: problems)
    template.isOfBase = isBase
    return template
  }

  private mutating func compilePhrases(_ definitions: [EvaluationDefinition], firstLocal: Int, problems: Problems) {
    let all = declarations.items.flatMap { item in
      definitions.flatMap { $0.items.filter { $0.id == item.id } + $0.sets.filter { $0.id == item.set } }
        .flatMap { definition in definition.phrases.map { (item: item.id, phrase: $0) } }
    }
    let order = order(of: all)
    for at in order.cyclic.sorted() {
      let name = all[at].phrase.name
      problems.add(
        Issue("pack/cycle", path: "\(all[at].item).\(name.text)", at: name.location, Message("pack/cycle", ["name": name.text])))
    }
    for (step, at) in order.order.enumerated() {
      let (item, phrase) = all[at]
      let name = "\(item).\(phrase.name.text)"
      let cases = phrase.cases.compactMap { entry -> CompiledPhrase.Case? in
        let when = entry.when.map {
          $0.compile(in: environment, container: item, expecting: .bool, path: name, problems: problems)
        }
        if let when, when == nil { return nil }
        return CompiledPhrase.Case(
          when: when.flatMap { $0 }, say: template(entry.say, item: item, each: nil, problems: problems))
      }
      environment.declare(name, .string, local: firstLocal + step)
      phrases.append(CompiledPhrase(name: name, local: firstLocal + step, cases: cases))
    }
  }

  private func order(of all: [(item: String, phrase: PhraseDefinition)]) -> DependencyOrder {
    var position: [String: Int] = [:]
    for (at, entry) in all.enumerated() { position["\(entry.item).\(entry.phrase.name.text)"] = at }
    let texts = all.map { entry in
      entry.phrase.cases.map { ($0.when?.text ?? "true") + " " + language.catalogue.node(for: $0.say).text }.joined(
        separator: " ")
    }
    return DependencyOrder(count: all.count) { at in
      words(in: templateWords(texts[at])).compactMap { position["\(all[at].item).\($0)"] ?? position[$0] }
    }
  }

  // Only what stands between braces can name another phrase.
  private func templateWords(_ text: String) -> String {
    text.split(separator: "{{").dropFirst().map { $0.prefix { $0 != "}" } }.joined(separator: " ")
  }
}

extension TemplateText {
  /// The text with its expressions compiled; errors are reported and leave the part out.
  func compile(in scope: Environment, container: String, path: String, problems: Problems) -> CompiledTemplate {
    CompiledTemplate(
      parts: parts.compactMap { part in
        switch part {
        case .literal(let literal): .literal(literal)
        case .expression(let expression):
          expression.compile(in: scope, container: container, path: path, problems: problems).map { .value($0) }
        }
      })
  }
}
