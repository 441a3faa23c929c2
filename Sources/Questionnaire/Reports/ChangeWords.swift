import RulesEngine

/// What an expert set, in words, with what was derived.
struct ChangeWords {
  let catalogue: MessageCatalogue
  /// What countries are called.
  let names: [String: Language.Name]

  /// Who set it and why, what was derived instead, and whether it has grown stale: a line each.
  func lines(_ change: ExpertChange, _ finding: Finding) -> [String] {
    let author = change.author
    var lines = [
      catalogue.text(
        "report/override-author",
        [
          "name": author.name, "country": names[author.country]?.name ?? author.country, "date": author.date,
          "reason": author.reason,
        ])
    ]
    if change.derivedStatus != finding.status {
      lines.append(
        catalogue.text("report/override-status", ["status": catalogue.text("status/\(change.derivedStatus.rawValue)")]))
    }
    if let words = change.derivedStatement, words != finding.statement {
      lines.append(catalogue.text("report/override-statement", ["statement": words]))
    }
    if change.isWithSatisfaction { lines.append(catalogue.text("report/override-satisfaction")) }
    if change.isMoved { lines.append(catalogue.text("report/override-moved")) }
    if change.isStale {
      lines.append(catalogue.text("report/override-stale", ["answers": change.changedAnswers.joined(separator: ", ")]))
    }
    return lines
  }
}
