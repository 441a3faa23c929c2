public import Documents
import RulesEngine

extension Pack {
  /// Everything that is wrong with the pack, its texts in all languages included, in the order of files and places.
  public func lint() -> [Issue] {
    let problems = Problems(issues)
    for code in languages {
      scope(language(code), problems: problems).compileAll(evaluation, problems: problems)
    }
    let known = textKeys
    for code in languages where code != questionnaire.language {
      guard let own = words[code] else { continue }
      for key in known where own.catalogue[key] == nil {
        problems.add(
          Issue(
            "pack/missing-text", .warning, path: key, at: own.declared,
            Message("pack/missing-text", ["key": key, "language": code])))
      }
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
