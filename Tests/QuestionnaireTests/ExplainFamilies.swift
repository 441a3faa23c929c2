import Documents
@testable import Questionnaire
import RulesEngine

extension MessageFamily {
  /// The calls that tell what questions, rules and findings ask.
  static let explain: [MessageFamily] =
    [
      MessageFamily(
        "Sheet.swift", #""explain/label.\(key.rawValue)""#, Sheet.Key.allCases.map { "explain/label.\($0.rawValue)" }),
      MessageFamily(
        "Explainer.swift", #""explain/kind.\(kind)""#, ["item", "row", "column", "cell"].map { "explain/kind.\($0)" }),
      MessageFamily(
        "PointSheet.swift", #""explain/kind.\(kind)""#, ["question", "rule", "finding"].map { "explain/kind.\($0)" }),
      MessageFamily(
        "Explainer.swift", #""report/\(issue.severity.rawValue)""#, Severity.allCases.map { "report/\($0.rawValue)" }),
      MessageFamily("RuleSheet.swift", #""report/\(rule.severity.rawValue)""#, Severity.allCases.map { "report/\($0.rawValue)" }),
      MessageFamily("Explainer.swift", #""status/\(code)""#, Status.allCases.map { "status/\($0.rawValue)" }),
      MessageFamily("Explainer.swift", #""explain/verdict.\(code)""#, verdicts),
      MessageFamily("CaseText.swift", "message($0)", verdicts + Status.allCases.map { "status/\($0.rawValue)" }),
      MessageFamily(
        "FindingSheet.swift", #""explain/verified.\(drawn.verified.rawValue)""#,
        ["yes", "no", "not-required"].map { "explain/verified.\($0)" }),
      MessageFamily("MessageSheet.swift", #""explain/placeholder.\($0)""#, placeholders),
      MessageFamily("ExpressionWords.swift", #""explain/words.\(name)""#, words.map { "explain/words.\($0)" }),
      MessageFamily(
        "ProofWords.swift", #""explain/proof.\(id)""#,
        ["when", "within", "in-force", "max-age", "languages", "unverified"].map { "explain/proof.\($0)" }),
    ] + replies + points

  private static let replies: [MessageFamily] = [
    MessageFamily(
      "ReplySheet.swift", #"reversals.isCut ? "explain/changes-cut" : "explain/changes-none""#,
      ["explain/changes-cut", "explain/changes-none"]),
    MessageFamily(
      "ReplySheet.swift", #"$0 == 1 ? "explain/entries-one" : "explain/entries""#, ["explain/entries-one", "explain/entries"]),
    MessageFamily(
      "ReplySheet.swift", #""explain/asked.\(asked.code)""#,
      ["yes", "no", "declared", "refused", "unknown"].map { "explain/asked.\($0)" }),
  ]

  private static let points: [MessageFamily] = [
    MessageFamily(
      "PointSheet.swift", #"target.isRequired ? "explain/required" : "explain/optional""#,
      ["explain/required", "explain/optional"]),
    MessageFamily("PointSheet.swift", #""explain/type.\(of.name)""#, []),
    MessageFamily("PointSheet.swift", #""explain/type.\(column.type.name)""#, []),
    MessageFamily(
      "PointSheet.swift", #""explain/type.\(question.type.name)""#,
      ["yes_no", "text", "url", "integer", "decimal", "year", "date", "duration", "country", "period", "choice", "choices"].map {
        "explain/type.\($0)"
      }),
    MessageFamily(
      "PointSheet.swift", #"table.rows == nil ? "explain/type.table" : "explain/type.fixed-table""#,
      ["explain/type.table", "explain/type.fixed-table"]),
    MessageFamily("PointSheet.swift", "id", ["explain/unit", "explain/units"]),
    MessageFamily(
      "PointSheet.swift", #"isYesNo ? "explain/asked-yes" : "explain/asked-given""#,
      ["explain/asked-yes", "explain/asked-given"]),
    MessageFamily(
      "PointSheet.swift", #""explain/limit.\(id)""#,
      [
        "min", "max", "min-entries", "max-entries", "within", "max-words", "max-length", "pattern", "constraint", "equals",
      ].map { "explain/limit.\($0)" }),
  ]

  private static let verdicts = ["passed", "failed", "undetermined", "not-applicable", "faulty"].map { "explain/verdict.\($0)" }

  /// Everything that stands in the braces of the messages of rules.
  private static let placeholders: [String] = {
    let texts = (try? MessageFile.texts("en")) ?? [:]
    let rules = texts.filter { entry in MessageExplainer.domains.contains { entry.key.hasPrefix("\($0)/") } }
    return Set(rules.values.flatMap(\.values).flatMap { MessageFile.placeholders($0) }).sorted().map {
      "explain/placeholder.\($0)"
    }
  }()

  private static let words = [
    "quoted", "word-yes", "word-no", "yes", "no", "holds", "not", "and", "or", "equal", "not-equal", "less", "at-most", "more",
    "at-least", "in", "if", "answered", "applicable", "verified", "evidence", "size", "sum", "of", "all", "exists", "exists-one",
    "filter", "map", "period", "period-from", "period-to", "respondent", "as-of",
  ]
}
