public import Documents
public import RulesEngine

/// A questionnaire with its rules, findings, words and tests: read, checked and compiled.
public struct Pack: Sendable {
  /// What is asked.
  public let questionnaire: Questionnaire
  /// A digest over all files, those that add to it included.
  public let digest: String
  /// The names that expressions may read.
  public let vocabulary: Vocabulary
  /// The rules and findings, ready to run.
  public let evaluation: CompiledEvaluation
  /// The evaluations as written: its own first, then those that add to it.
  public let definitions: [EvaluationDefinition]
  let programs: QuestionPrograms
  let relevance: RelevanceOrder
  /// The words of each language.
  let words: [String: PackWords]
  /// The files with cases.
  public let tests: [Document]
  /// All files, for excerpts.
  public let sources: [SourceFile]
  /// What is wrong with the pack; with an error among them nothing should be judged by it.
  public let issues: [Issue]

  /// The languages that it has words for, the base language first.
  public var languages: [String] {
    let base = questionnaire.language
    return [base] + words.keys.filter { $0 != base }.sorted()
  }

  /// Whether a problem keeps it from being used.
  public var isBroken: Bool { issues.contains { $0.severity == .error } }

  /// The words of `code`, or those of the base language where it has none at all.
  public func language(_ code: String) -> Language {
    let base = questionnaire.language
    let own = words[code]
    let catalogue = own?.catalogue ?? words[base]?.catalogue ?? TextCatalogue(language: base, base: base)
    var labels: [String: String] = [:]
    for list in choiceLists {
      for choice in list.choices { labels[choice.code] = labels[choice.code] ?? catalogue.words(for: choice.label) }
    }
    return Language(
      code: catalogue.language, catalogue: catalogue, style: own?.style ?? words[base]?.style ?? Style(),
      names: names(catalogue), labels: labels)
  }

  private func names(_ catalogue: TextCatalogue) -> [String: Language.Name] {
    questionnaire.respondents.compactMapValues { names in
      if let own = names[catalogue.language] { return own }
      guard var name = names[catalogue.base] else { return nil }
      name.name = catalogue.marked(name.name)
      return name
    }
  }

  private var choiceLists: [ChoiceList] {
    [questionnaire.kinds]
      + questionnaire.items.flatMap(\.questions).flatMap { question -> [ChoiceList] in
        ([question] + (question.type.table?.columns ?? [])).compactMap { $0.type.choiceList }
      }
  }

  /// A pack's texts in one language, compiled as far as sentences need them.
  public func scope(_ language: Language, problems: Problems = Problems()) -> LanguageScope {
    let base = questionnaire.language
    return LanguageScope(
      evaluation, definitions: definitions, declarations: vocabulary.declarations, language: language,
      base: language.code == base ? nil : self.language(base), problems: problems)
  }
}

/// How one language builds sentences, and its texts.
struct PackWords: Sendable {
  /// `nil` where no file of the language has one: its sentences are then built as in the base language.
  var style: Style?
  var catalogue: TextCatalogue
  /// Where the first of its files names the language.
  let declared: Location
}

extension AnswerType {
  /// The list its values are chosen from.
  var choiceList: ChoiceList? {
    switch self {
    case .choice(let list), .choices(let list): list
    case .list(let of): of.choiceList
    default: nil
    }
  }
}
