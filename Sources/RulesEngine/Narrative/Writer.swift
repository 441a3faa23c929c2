import Documents
import Expressions

/// An item as texts may name it.
public struct ItemLabel: Sendable, Hashable {
  /// The item's id.
  public var id: String
  /// The number as printed.
  public var number: String
  /// The title.
  public var title: String

  /// An item with its printed number and its title.
  public init(id: String, number: String, title: String) {
    self.id = id
    self.number = number
    self.title = title
  }
}

/// Writes texts about one reply in one language.
public struct Writer<Source: AnswerSource>: ~Copyable {
  let scope: LanguageScope
  var evaluator: Evaluator<Source>
  let respondent: Language.Name
  private let items: [String: ItemLabel]
  // The texts were checked when the pack was loaded; what is reported here was reported then.
  private let unheard = Problems()

  /// Prepares to write: works out the phrases.
  public init(
    _ scope: LanguageScope, evaluator: consuming Evaluator<Source>, respondent: Language.Name, items: [ItemLabel]
  ) {
    self.scope = scope
    self.respondent = respondent
    self.items = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    self.evaluator = evaluator
    self.evaluator.set(local: scope.styleLocals.respondent, .string(respondent.name))
    for phrase in scope.phrases { self.evaluator.set(local: phrase.local, phraseValue(phrase)) }
  }

  private mutating func phraseValue(_ phrase: CompiledPhrase) -> Datum {
    for entry in phrase.cases {
      guard let when = entry.when else { return textValue(entry.say) }
      switch evaluator.value(of: when) {
      case .bool(true): return textValue(entry.say)
      case .bool(false): continue
      case let other: return other
      }
    }
    return .string("")
  }

  // A phrase is unknown if anything that it reads is; the sentence then shows the gap.
  private mutating func textValue(_ template: CompiledTemplate) -> Datum {
    var text = ""
    for part in template.parts {
      switch part {
      case .literal(let literal): text += literal
      case .value(let program):
        let value = evaluator.value(of: program)
        switch value {
        case .unknown, .error: return value
        default: text = scope.text(text, with: value, in: template)
        }
      }
    }
    return .string(scope.marked(text, of: template))
  }

  /// The outcomes of the rules.
  public mutating func runRules() -> [RuleOutcome] { evaluator.runRules() }

  /// The findings with their conclusions.
  public mutating func drawFindings() -> [DrawnFinding] { evaluator.drawFindings() }

  /// A text of a rule or finding, about a row where it runs over a table.
  public mutating func text(
    _ source: TextSource, item: String, each: String?, row: RowFact?, agreement: Agreement = Agreement()
  ) -> String {
    if let row { evaluator.enter(row) }
    return render(template(source, item: item, each: each), item: item, agreement: agreement)
  }

  /// A text of a rule or finding, compiled.
  func template(_ source: TextSource, item: String, each: String?) -> CompiledTemplate {
    scope.template(source, item: item, each: each, problems: unheard)
  }

  /// The answers that a text reads, those behind its variables and phrases included.
  func answers(readBy template: CompiledTemplate) -> [PointReference] {
    evaluator.evaluation.reads.of(programs(behind: template)).filter {
      $0.name == "row" || scope.declarations.points[$0.name] != nil
    }
  }

  // Phrases read no phrase that reads them: that is seen to when they are compiled.
  private func programs(behind template: CompiledTemplate) -> [Program] {
    let known = scope.phrases(for: template)
    return template.programs.flatMap { program -> [Program] in
      let names = Set(program.references.map(\.name))
      let cases = known.filter { names.contains($0.name) }.flatMap(\.cases)
      return [program] + cases.flatMap { [$0.when].compactMap { $0 } + programs(behind: $0.say) }
    }
  }

  /// A text of the style.
  mutating func text(_ text: TemplateText, agreement: Agreement = Agreement()) -> String {
    render(scope.template(text, problems: unheard), item: "", agreement: agreement)
  }

  /// A text of the style that names a verb.
  mutating func text(_ text: TemplateText, verb: String, agreement: Agreement) -> String {
    evaluator.set(local: scope.styleLocals.verb, .string(verb))
    return self.text(text, agreement: agreement)
  }

  mutating func render(_ template: CompiledTemplate, item: String, agreement: Agreement) -> String {
    let source = evaluator.source
    var text = ""
    for part in template.parts {
      switch part {
      case .literal(let literal): text += agreement.resolve(literal)
      case .value(let program):
        let value = evaluator.value(of: program)
        switch value {
        case .unknown(let attributes): text += gap(item: item, missing: attributes.map { source.path(of: $0) })
        case .error: text += gap(item: item, missing: evaluator.evaluation.reads.of([program]).map(\.name))
        default: text = scope.text(text, with: value, in: template)
        }
      }
    }
    return scope.marked(text, of: template)
  }

  /// What stands where something is not determined.
  mutating func gap(item: String, missing: [String]) -> String {
    guard let text = scope.language.style.notDetermined else { return "[\(missing.joined(separator: ", "))]" }
    let label = items[item] ?? ItemLabel(id: item, number: item, title: item)
    evaluator.set(
      local: scope.styleLocals.item,
      .record(scope.itemType, [.string(label.id), .string(label.number), .string(label.title)]))
    evaluator.set(local: scope.styleLocals.missing, .list(missing.map { .string($0) }))
    return self.text(text)
  }
}
