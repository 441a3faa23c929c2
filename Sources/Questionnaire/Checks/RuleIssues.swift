import Documents
import Expressions
import RulesEngine

/// Makes issues of rules that failed.
struct RuleIssues {
  let situation: Situation
  let language: Language
  let problems: Problems

  func add(_ outcomes: [RuleOutcome]) {
    let failed = outcomes.filter { $0.verdict == .failed }
    for outcome in outcomes where outcome.verdict == .faulty { addFault(outcome) }
    guard !failed.isEmpty else { return }
    let pack = situation.pack
    var writer = Writer(
      pack.scope(language), evaluator: Evaluator(pack.evaluation, over: situation, maxSteps: situation.maxSteps),
      respondent: Language.Name(name: situation.reply.respondent),
      items: pack.questionnaire.items.map { ItemLabel(id: $0.id, number: $0.number, title: "") })
    for outcome in failed { add(outcome, &writer) }
  }

  private func add(_ outcome: RuleOutcome, _ writer: inout Writer<Situation>) {
    let rule = outcome.rule
    func text(_ source: TextSource?) -> String? {
      source.map { writer.text($0, item: rule.item, each: rule.each, row: outcome.row) }
    }
    let message = text(rule.definition.message) ?? rule.id.description
    let help = text(rule.definition.help)
    let because = basis(of: outcome)
    let place = place(of: outcome, because)
    problems.add(
      Issue(
        rule.id, rule.severity, path: place.path, at: place.location, .text(message), help: help.map { .text($0) },
        subject: situation.labels.subject(ofPath: place.path), declared: rule.definition.name.location, because: because))
  }

  // Every answer that the rule read, those it is about first.
  private func basis(of outcome: RuleOutcome) -> [Issue.Basis] {
    let rule = outcome.rule
    let read = situation.pack.evaluation.reads.of([rule.when, rule.rule].compactMap { $0 }).filter { situation.isAnswer($0) }
    let first = rule.about.filter { read.contains($0) }
    return (first + read.filter { !first.contains($0) }).flatMap { situation.bases(of: $0, row: outcome.row) }
  }

  // The first thing it is about that the reply has; else the row, the first answer that it read, the item.
  private func place(of outcome: RuleOutcome, _ because: [Issue.Basis]) -> (path: String, location: Location) {
    let rule = outcome.rule
    if rule.about.isEmpty, let row = outcome.row { return (row.path, row.location) }
    let about = rule.about.flatMap { situation.bases(of: $0, row: outcome.row) }
    let named = about.first?.path ?? because.first?.path ?? rule.item
    let location = (about + because).compactMap(\.location).first
    return (named, location ?? outcome.row?.location ?? situation.location(ofItem: rule.item))
  }

  private func addFault(_ outcome: RuleOutcome) {
    let because = basis(of: outcome)
    let place = place(of: outcome, because)
    problems.add(
      Issue(
        "rules/fault", .warning, path: place.path, at: place.location,
        Message(outcome.error?.messageID ?? "rules/fault.other", ["rule": outcome.rule.id.description]),
        declared: outcome.rule.definition.name.location, because: because))
  }
}

/// Whether what a respondent explains is a rule at all.
struct ExplanationCheck {
  let reply: Reply
  let pack: Pack
  let problems: Problems

  func run() {
    let known = pack.evaluation.rules.map(\.id.description)
    for (id, explanation) in reply.explanations.sorted(by: { $0.key < $1.key }) where !known.contains(id) {
      // The engine's own warnings may be explained too.
      if problems.issues.contains(where: { $0.rule.description == id }) { continue }
      var arguments = ["name": id]
      if let near = nearestName(to: id, among: known) { arguments["suggestion"] = near }
      problems.add(
        Issue(
          "reply/unknown-rule", .warning, path: "explanations", at: explanation.rule.location,
          Message("reply/unknown-rule", arguments)))
    }
  }
}
