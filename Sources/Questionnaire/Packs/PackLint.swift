public import Documents
import RulesEngine

extension Pack {
  /// Everything that is wrong with the pack, its texts in all languages included, in the order of files and places. Of the texts
  /// that a language lacks all are named, or the first few.
  public func lint(namingAll: Bool = false) -> [Issue] {
    let problems = Problems(issues)
    for code in languages {
      scope(language(code), problems: problems).compileAll(evaluation, problems: problems)
    }
    let known = textKeys
    for code in languages where code != questionnaire.language {
      guard let own = words[code] else { continue }
      addMissing(missingTexts(in: own, known: known), of: own, namingAll: namingAll, to: problems)
      for key in own.catalogue.keys where !known.contains(key) && !known.contains("\(key).ask") {
        guard let node = own.catalogue[key] else { continue }
        problems.add(
          Issue("pack/unknown-text", .warning, path: key, at: node.location, Message("pack/unknown-text", ["key": key])))
      }
    }
    return problems.issues.uniqued().sorted {
      ($0.location.file, $0.location.range, $0.rule) < ($1.location.file, $1.location.range, $1.rule)
    }
  }

  // One issue a language: while a translation grows, most of its texts are missing.
  private func addMissing(_ keys: [String], of own: PackWords, namingAll: Bool, to problems: Problems) {
    guard !keys.isEmpty else { return }
    let named = namingAll ? keys : Array(keys.prefix(3))
    let list = named.map { "`\($0)`" }.joined(separator: ", ") + (named.count < keys.count ? ", …" : "")
    problems.add(
      Issue(
        "pack/missing-text", .info, path: own.catalogue.language, at: own.declared,
        Message("pack/missing-text", ["count": "\(keys.count)", "keys": list, "language": own.catalogue.language])))
  }

  // What stands in the base language where this one is asked for: texts, names of respondents, the building of sentences.
  private func missingTexts(in own: PackWords, known: Set<String>) -> [String] {
    let catalogue = own.catalogue
    let unnamed = questionnaire.respondents.filter { $0.value[catalogue.language] == nil && $0.value[catalogue.base] != nil }
    let style = own.style == nil && words[catalogue.base]?.style != nil ? ["style"] : []
    return style + unnamed.keys.sorted().map { "respondents.\($0)" } + known.filter { catalogue[$0] == nil }.sorted()
  }

  // The keys of all texts that a catalogue should have.
  private var textKeys: Set<String> {
    var keys: Set<String> = []
    func add(_ source: TextSource?) { if let source { keys.insert(source.key) } }
    add(questionnaire.title)
    questionnaire.kinds.choices.forEach { add($0.label) }
    for section in questionnaire.sections {
      add(section.title)
      for item in section.items {
        add(item.title)
        for question in item.questions { addTexts(of: question, to: &keys) }
      }
    }
    for definition in definitions {
      for item in definition.items + definition.sets { addTexts(of: item, to: &keys) }
      for rule in definition.rules { addTexts(of: rule, to: &keys) }
    }
    return keys
  }

  private func addTexts(of question: Question, to keys: inout Set<String>) {
    keys.insert(question.ask.key)
    if let help = question.help { keys.insert(help.key) }
    for choice in question.type.choiceList?.choices ?? [] { keys.insert(choice.label.key) }
    guard let table = question.type.table else { return }
    for row in table.rows ?? [] { keys.insert(row.label.key) }
    for column in table.columns where !table.isSingleCell { addTexts(of: column, to: &keys) }
  }

  private func addTexts(of item: ItemDefinition, to keys: inout Set<String>) {
    for phrase in item.phrases { keys.formUnion(phrase.cases.map(\.say.key)) }
    for finding in item.findings {
      keys.formUnion(finding.statements.map(\.text.key))
      if let subject = finding.subject { keys.insert(subject.key) }
    }
    for rule in item.rules { addTexts(of: rule, to: &keys) }
  }

  private func addTexts(of rule: RuleDefinition, to keys: inout Set<String>) {
    keys.formUnion([rule.message, rule.help, rule.rationale].compactMap { $0?.key })
  }
}
