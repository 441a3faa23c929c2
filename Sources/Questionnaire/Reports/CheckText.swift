public import Documents
import RulesEngine

/// The report of `check` for people.
public struct CheckText {
  private let catalogue: MessageCatalogue
  private let paint: Paint
  private let showsAll: Bool
  // The same rule is told so often, then counted.
  private static let repeats = 3

  /// A report in the language of `catalogue`; `showsAll` repeats a rule as often as it is found.
  public init(catalogue: MessageCatalogue, paint: Paint, showsAll: Bool) {
    self.catalogue = catalogue
    self.paint = paint
    self.showsAll = showsAll
  }

  /// The issues of a file that could not be judged.
  public func unreadable(_ issues: [Issue], _ source: SourceFile) -> String {
    list(issues, [source]) + "\(source.name): \(catalogue.text("report/unreadable"))\n"
  }

  /// The issues of one reply, how far it has come, and whether it is ready.
  public func report(_ judgement: Judgement) -> String {
    let source = judgement.reply.document.source
    var text = list(judgement.issues, [source])
    text += progress(judgement)
    text += verdict(judgement, file: source.name)
    return text
  }

  private func list(_ issues: [Issue], _ sources: [SourceFile]) -> String {
    let writer = IssueText(catalogue: catalogue, paint: paint, sources: sources)
    var told: [RuleID: Int] = [:]
    var text = ""
    for issue in issues {
      told[issue.rule, default: 0] += 1
      if showsAll || told[issue.rule, default: 0] <= Self.repeats { text += writer.text(issue) + "\n" }
    }
    for (rule, count) in told.sorted(by: { $0.key < $1.key }) where !showsAll && count > Self.repeats {
      text += catalogue.text("report/more", ["rule": rule.description, "count": "\(count - Self.repeats)"]) + "\n"
    }
    return text
  }

  private func progress(_ judgement: Judgement) -> String {
    let questionnaire = judgement.pack.questionnaire
    var rows = [["", catalogue.text("report/answered"), catalogue.text("report/required"), catalogue.text("report/proven")]]
    for progress in judgement.progress {
      guard let section = questionnaire.sections.first(where: { $0.id == progress.section }) else { continue }
      let title = section.title.map { judgement.language.catalogue.words(for: $0) } ?? section.id
      rows.append([
        "\(section.number). \(title)", "\(progress.answered)", "\(progress.required)",
        progress.claims == 0 ? "–" : "\(progress.proven)/\(progress.claims)",
      ])
    }
    let widths = (0..<4).map { column in rows.map { SafeText.width($0[column]) }.max() ?? 0 }
    return "\n" + rows.map { row in "  " + cells(row, widths) + "\n" }.joined()
  }

  private func cells(_ row: [String], _ widths: [Int]) -> String {
    row.enumerated().map { column, cell in
      let space = String(repeating: " ", count: max(0, widths[column] - SafeText.width(cell)))
      return column == 0 ? cell + space : space + cell
    }.joined(separator: "  ")
  }

  private func verdict(_ judgement: Judgement, file: String) -> String {
    let counts = judgement.counts
    let numbers = [Severity.error, .warning, .info].map { severity in
      let count = counts[severity] ?? 0
      return catalogue.text("report/count-\(severity.rawValue)" + (count == 1 ? "-one" : ""), ["count": "\(count)"])
    }.joined(separator: ", ")
    let ready = judgement.isReady ? "report/ready" : judgement.conforms ? "report/conforms-as-draft" : "report/not-ready"
    return "\n\(SafeText.shown(file)): \(numbers). \(catalogue.text(ready))\(unproven(judgement))\n"
  }

  // Proof that is missing keeps nothing from being submitted, but nobody should learn of it only afterwards.
  private func unproven(_ judgement: Judgement) -> String {
    let count = judgement.claims.count { !$0.isProven }
    guard count > 0 else { return "" }
    return " " + catalogue.text(count == 1 ? "report/unproven-one" : "report/unproven", ["count": "\(count)"])
  }
}

extension Judgement {
  /// The number of issues of each severity.
  public var counts: [Severity: Int] { issues.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 } }

  /// Whether it could be submitted as it is: nothing is wrong, and nothing that is required is missing.
  public var isReady: Bool {
    conforms && !reply.document.isBroken && progress.allSatisfy { $0.answered >= $0.required }
      && !issues.contains { $0.rule == "reply/required" }
  }
}
