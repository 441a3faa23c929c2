import Documents
import Expressions
@testable import Questionnaire
import RulesEngine

/// A call whose id is put together only when it is made, and every id that can come of it.
struct MessageFamily {
  let file: String
  /// The first argument as it is written in the file.
  let expression: String
  let ids: [String]

  init(_ file: String, _ expression: String, _ ids: [String]) {
    self.file = file
    self.expression = expression
    self.ids = ids
  }

  /// The calls in the targets that read packs and replies and write reports.
  static let own: [MessageFamily] =
    [
      MessageFamily("Fields.swift", #""\(domain)/not-a-mapping""#, domains.map { "\($0)/not-a-mapping" }),
      MessageFamily("Fields.swift", #""\(domain)/unknown-key""#, domains.map { "\($0)/unknown-key" }),
      MessageFamily("Fields.swift", #""\(domain)/missing-key""#, domains.map { "\($0)/missing-key" }),
      MessageFamily(
        "Fields.swift", #""\(domain)/wrong-form.\(expected)""#,
        packForms.map { "pack/wrong-form.\($0)" } + forms.map { "reply/wrong-form.\($0)" }
          + overrideForms.map { "override/wrong-form.\($0)" }),
      MessageFamily("EvaluationCompiler.swift", #""pack/unknown-\(what)""#, unknowns.map { "pack/unknown-\($0)" }),
      MessageFamily("Fault.swift", "fault.error.messageID", faults),
      MessageFamily("RuleIssues.swift", #"outcome.error?.messageID ?? "rules/fault.other""#, faults),
      MessageFamily("AnswerReader.swift", #""reply/wrong-type.\(id)""#, wrongTypes.map { "reply/wrong-type.\($0)" }),
      MessageFamily(
        "AnswerReader.swift", "message ?? rule.description",
        [
          "reply/value-and-missing", "reply/unknown-missing", "reply/justification", "reply/comma-in-text", "reply/unknown-key",
          "reply/citation", "reply/colon-in-text", "reply/duplicate-row", "reply/unknown-row", "reply/wrong-type.row",
          "reply/unknown-column",
        ]),
      MessageFamily(
        "ConstraintCheck.swift", "id",
        [
          "reply/out-of-range.min", "reply/out-of-range.max", "reply/out-of-range.within", "reply/too-few-entries",
          "reply/too-many-entries", "reply/too-long.words", "reply/too-long.characters", "reply/pattern", "reply/not-unique",
          "reply/constraint", "reply/total-differs",
        ]),
    ] + evidence + reports + documents + explain

  private static let evidence: [MessageFamily] = [
    MessageFamily(
      "RegisterReader.swift", "message",
      ["name", "unknown-kind", "file-format", "url-not-https"].map { "evidence/\($0)" }
        + ["issued", "covers", "valid", "language", "sha256", "pages", "url"].map { "evidence/wrong-value.\($0)" }
        + ["empty", "absolute", "backslash", "parent", "characters", "too-long"].map { "evidence/file-path.\($0)" }),
    MessageFamily(
      "CitationReader.swift", "rule.description",
      ["reply/citation", "reply/unknown-key", "evidence/wrong-locator", "evidence/too-many-citations"]),
    MessageFamily(
      "CitationCheck.swift", "rule.description", ["evidence/unknown", "evidence/cited-twice", "evidence/locator-outside"]),
    MessageFamily(
      "RegisterCheck.swift", "message ?? rule.description",
      ["number", "year", "expired", "future"].map { "evidence/contradiction.\($0)" }
        + ["same-file", "same-content", "listed-twice", "not-cited", "overused"].map { "evidence/\($0)" }),
    MessageFamily("ClaimCheck.swift", "rule.description", ["evidence/no-kind", "evidence/undated", "evidence/no-source"]),
    MessageFamily(
      "ClaimCheck.swift", "message",
      [
        "missing", "too-few", "wrong-kind", "out-of-period.before", "out-of-period.after", "out-of-period.imprecise",
        "not-in-force.not-yet", "not-in-force.no-longer", "too-old", "other-language", "no-locator.long", "no-locator.always",
      ].map { "evidence/\($0)" }),
    MessageFamily(
      "FileCheck.swift", "message",
      [
        "missing", "outside", "link-loop", "empty", "too-large", "not-permitted", "unreadable", "changed", "other-format.known",
        "other-format.unknown", "encrypted", "truncated", "damaged", "expands",
      ].map { "evidence/file-\($0)" } + DocumentFile.Special.allCases.map { "evidence/file-special.\($0.rawValue)" }
        + DocumentFile.Pages.Reason.allCases.map { "evidence/pages-unknown.\($0.rawValue)" }
        + ["evidence/sha256-differs", "evidence/pages-differ"]),
    MessageFamily(
      "OverrideReader.swift", "rule.description", ["override/other-questionnaire", "override/other-respondent"]),
    MessageFamily(
      "SealManifest.swift", #""seal/malformed.\(what)""#,
      ["form", "format", "missing", "unknown", "value", "name"].map { "seal/malformed.\($0)" }),
    MessageFamily(
      "SealCheck.swift", "message",
      ["changed", "missing", "missing.unread", "removed"].map { "seal/document-\($0)" }),
    MessageFamily(
      "SealText.swift", #""seal/\(check.outcome.rawValue)""#, SealCheck.Outcome.allCases.map { "seal/\($0.rawValue)" }),
  ]

  private static let documents: [MessageFamily] = [
    MessageFamily(
      "DocumentWords.swift", #""status/\(status.rawValue)""#, Status.allCases.map { "status/\($0.rawValue)" }),
    MessageFamily("DocumentWords.swift", #""report/\(severity.rawValue)""#, Severity.allCases.map { "report/\($0.rawValue)" }),
    MessageFamily("DocumentWords.swift", #""document/tag.\(kind.rawValue)""#, questionKinds.map { "document/tag.\($0)" }),
    MessageFamily(
      "DocumentWords.swift", #""document/missing.\(kind.rawValue)""#,
      MissingKind.allCases.map { "document/missing.\($0.rawValue)" }),
    MessageFamily("DocumentWords.swift", #"yes ? "document/yes" : "document/no""#, ["document/yes", "document/no"]),
    MessageFamily("CitedEvidence.swift", #"isOne ? "document/page" : "document/pages""#, ["document/page", "document/pages"]),
    MessageFamily(
      "DocumentCover.swift", #""document/status.\(reply.status.rawValue)""#,
      ReplyStatus.allCases.map { "document/status.\($0.rawValue)" }),
    MessageFamily("PointPanel.swift", #""missing/\(reason)""#, ["missing/not-available", "missing/declined"]),
    MessageFamily("PointPanel.swift", #""error/\(fault.kind.id)""#, EvaluationError.Kind.allCases.map { "error/\($0.id)" }),
    MessageFamily("IssuePanel.swift", "entry.issue.message", []),
    MessageFamily("CountryQuestions.swift", "entry.issue.message", []),
    MessageFamily(
      "CountryQuestionChapter.swift", #""document/group.\(kind.rawValue)""#, questionKinds.map { "document/group.\($0)" }),
  ]
  /// Why the country is asked something.
  private static let questionKinds = ["contradiction", "unverified", "undetermined"]

  private static let reports: [MessageFamily] = [
    MessageFamily(
      "EvidenceWords.swift", #""report/evidence-state.\(document.state.rawValue)""#,
      EvidenceReport.State.allCases.map { "report/evidence-state.\($0.rawValue)" }),
    MessageFamily("EvidenceWords.swift", "$0.message", []),
    MessageFamily(
      "EvidenceText.swift", #""report/evidence-column.\($0)""#,
      ["id", "title", "kind", "state", "size", "pages", "digest"].map { "report/evidence-column.\($0)" }),
    MessageFamily("EvidenceText.swift", "id", ["report/evidence-documents", "report/evidence-claims"]),
    MessageFamily("EvidenceText.swift", "issue.message", []),
    MessageFamily(
      "EvidenceText.swift", #""report/\(issue.severity.rawValue)""#, Severity.allCases.map { "report/\($0.rawValue)" }),
    MessageFamily(
      "EvidenceTables.swift", #""report/evidence-column.\($0)""#,
      [
        "row", "reply", "id", "title", "kind", "cited", "file", "url", "state", "size", "pages", "digest", "line", "needs",
        "problems", "question", "path", "why",
      ].map { "report/evidence-column.\($0)" }),
    MessageFamily(
      "HashText.swift", #""report/edit-refused.\(refusal.rawValue)""#,
      MappingEdits.Refusal.allCases.map { "report/edit-refused.\($0.rawValue)" }),
    MessageFamily("CheckJSON.swift", "issue.message", []),
    MessageFamily(
      "CheckText.swift", #""report/count-\(severity.rawValue)" + (count == 1 ? "-one" : "")"#,
      Severity.allCases.flatMap { ["report/count-\($0.rawValue)", "report/count-\($0.rawValue)-one"] }),
    MessageFamily(
      "CheckText.swift", #"count == 1 ? "report/unproven-one" : "report/unproven""#, ["report/unproven-one", "report/unproven"]),
    MessageFamily("CheckText.swift", "ready", ["report/ready", "report/conforms-as-draft", "report/not-ready"]),
    MessageFamily("IssueText.swift", #""report/\(issue.severity.rawValue)""#, Severity.allCases.map { "report/\($0.rawValue)" }),
    MessageFamily("IssueText.swift", "label", ["report/help", "report/explanation", "report/because", "report/declared"]),
    MessageFamily(
      "DraftText.swift", #""status/\(finding.status.rawValue)""#,
      ["satisfied", "partially-satisfied", "not-satisfied", "not-applicable", "not-determined"].map { "status/\($0)" }),
    MessageFamily(
      "ChangeWords.swift", #""status/\(change.derivedStatus.rawValue)""#,
      ["satisfied", "partially-satisfied", "not-satisfied", "not-applicable", "not-determined"].map { "status/\($0)" }),
    MessageFamily(
      "BasisText.swift", #""report/edit-refused.\(refusal.rawValue)""#,
      MappingEdits.Refusal.allCases.map { "report/edit-refused.\($0.rawValue)" }),
    MessageFamily("DraftText.swift", #""missing/\(reason)""#, ["missing/not-available", "missing/declined"]),
    MessageFamily(
      "TrialText.swift", "label",
      ["value", "type", "why", "where", "steps"].map { "report/eval-\($0)" } + ["report/would-settle"]),
    MessageFamily("TrialText.swift", #""error/\(error.kind.id)""#, EvaluationError.Kind.allCases.map { "error/\($0.id)" }),
    MessageFamily(
      "TrialText.swift", #"error.kind == .notApplicable ? "status/not-applicable" : "report/eval-none""#,
      ["status/not-applicable", "report/eval-none"]),
    MessageFamily(
      "Lint.swift", #"faults == 0 ? "report/lint-clean" : "report/lint-issues""#, ["report/lint-clean", "report/lint-issues"]),
  ]

  /// The calls that pass on what YAML and CEL find; which ids there are, those targets say.
  static let passedOn: [MessageFamily] = [
    MessageFamily("ExpressionText.swift", "id", Diagnostic.Code.allCases.map { "cel/\($0.rawValue)" }),
    MessageFamily("TrialJSON.swift", #""cel/\(diagnostic.code)""#, Diagnostic.Code.allCases.map { "cel/\($0.rawValue)" }),
    MessageFamily("TrialJSON.swift", "message", []),
    MessageFamily("Encoding.swift", #""yaml/\(id)""#, []),
    MessageFamily("Encoding.swift", #""yaml/\(id).help""#, []),
    MessageFamily("RemarkWords.swift", "id", []),
    MessageFamily("RemarkWords.swift", #""\(help(remark) ?? id).help""#, []),
    MessageFamily("Reader.swift", "problem.id", []),
    MessageFamily("Reader.swift", #""\(problem.id).help""#, []),
    MessageFamily("Reader.swift", "id", []),
    MessageFamily("Reader.swift", #""\(id).help""#, []),
    MessageFamily("SentencePatterns.swift", "pattern.id", []),
    MessageFamily("Words.swift", "id", []),
    MessageFamily("Words.swift", "$0", []),
    MessageFamily("Words.swift", "message", []),
  ]

  // MARK: - Endings

  /// What goes wrong in expressions.
  static let faults = ["divide-by-zero", "overflow", "out-of-range", "step-limit", "other"].map { "rules/fault.\($0)" }
  /// The files whose keys are read: packs, replies and what experts set.
  static let domains = ["pack", "reply", "override"]
  /// What the value of a key can be wanted as in a file of overrides.
  static let overrideForms = ["text", "yes-no", "mapping"]
  /// What the value of a key can be wanted as, in packs and replies.
  static let forms = ["text", "yes-no", "integer", "list", "mapping"]
  /// And in packs alone.
  static let packForms = forms + ["number", "period", "age", "gender"]

  /// What an evaluation can speak of without its being there.
  static let unknowns = ["item", "set"]

  /// What an answer can be wanted as: a type, or what more a value can fail by.
  static let wrongTypes =
    types.map(\.name) + ["integer-of-unit", "decimal-of-unit", "unit", "too-large", "list", "table", "fixed-table", "row"]

  /// The types of a single value.
  private static let types: [AnswerType] = [
    .yesNo, .text, .url, .integer, .decimal, .year, .date, .duration, .country, .period,
    .choice(ChoiceList(name: "", choices: [])),
  ]
}
