public import Documents
import RulesEngine

/// The report of `check` for programs.
public struct CheckJSON {
  private let catalogue: MessageCatalogue
  private let version: String

  /// A report whose messages are in the language of `catalogue`.
  public init(catalogue: MessageCatalogue, version: String) {
    self.catalogue = catalogue
    self.version = version
  }

  /// The whole report over the given replies; `seal` is what holding one of them against its seal came to.
  public func report(_ replies: [JSON], seal: JSON? = nil) -> JSON {
    .object(
      [("format", .number(1)), ("tool", Self.tool(version)), ("replies", .array(replies))] + (seal.map { [("seal", $0)] } ?? []))
  }

  /// The tool that made a report.
  static func tool(_ version: String) -> JSON { .object([("name", .string("validate")), ("version", .string(version))]) }

  /// One reply that was judged.
  public func reply(_ judgement: Judgement) -> JSON {
    let reply = judgement.reply
    let undetermined = judgement.outcomes.filter { $0.verdict == .undetermined }
    return .object([
      ("file", .string(reply.document.source.name)), ("questionnaire", .string(judgement.pack.questionnaire.id)),
      ("pack", Self.pack(judgement.pack)), ("respondent", .string(reply.respondent)), ("status", .string(reply.status.rawValue)),
      ("readable", .bool(!reply.document.isBroken)), ("conforms", .bool(judgement.conforms)), ("ready", .bool(judgement.isReady)),
      ("counts", counts(judgement.issues)), ("issues", .array(judgement.issues.map(issue))),
      ("undetermined", .array(undetermined.map(undetermined(_:)))), ("sections", .array(judgement.progress.map(progress))),
    ])
  }

  /// One file that could not be judged.
  public func unreadable(_ issues: [Issue], _ source: SourceFile) -> JSON {
    .object([
      ("file", .string(source.name)), ("readable", .bool(false)), ("conforms", .bool(false)), ("counts", counts(issues)),
      ("issues", .array(issues.map(issue))),
    ])
  }

  static func pack(_ pack: Pack) -> JSON {
    .object([("version", .string(pack.questionnaire.version)), ("digest", .string(pack.digest))])
  }

  private func counts(_ issues: [Issue]) -> JSON {
    .object(
      [Severity.error, .warning, .info].map { severity in
        (severity.rawValue, .number(issues.filter { $0.severity == severity }.count))
      })
  }

  private func undetermined(_ outcome: RuleOutcome) -> JSON {
    .object([
      ("rule", .string(outcome.rule.id.description)), ("path", JSON(outcome.row?.path ?? outcome.rule.item)),
      ("missing", JSON(outcome.missing)),
    ])
  }

  private func progress(_ progress: SectionProgress) -> JSON {
    .object([
      ("id", .string(progress.section)), ("answered", .number(progress.answered)), ("required", .number(progress.required)),
      ("claims", Self.claims(progress)),
    ])
  }

  /// How many claims of a section have their proof, and how many lack it.
  static func claims(_ progress: SectionProgress?) -> JSON {
    let (proven, all) = (progress?.proven ?? 0, progress?.claims ?? 0)
    return .object([("verified", .number(proven)), ("unverified", .number(all - proven))])
  }

  /// An issue with all it carries.
  public func issue(_ issue: Issue) -> JSON {
    var members: [(String, JSON)] = [
      ("rule", .string(issue.rule.description)), ("severity", .string(issue.severity.rawValue)), ("path", .string(issue.path)),
      ("subject", JSON(issue.subject)), ("message", .string(catalogue.text(issue.message))),
      ("help", JSON(catalogue.help(issue))),
      ("location", Self.location(issue.location)), ("because", .array(issue.because.map(Self.basis))),
      ("missing", JSON(issue.missing)),
    ]
    if let explanation = issue.explanation { members.append(("explanation", .string(explanation))) }
    if let declared = issue.declared { members.append(("declared", Self.location(declared))) }
    return .object(members)
  }

  static func basis(_ basis: Issue.Basis) -> JSON {
    .object([
      ("path", .string(basis.path)), ("value", JSON(basis.value)), ("location", basis.location.map(location) ?? .null),
    ])
  }

  static func location(_ location: Location) -> JSON {
    let range = location.range
    return .object([
      ("file", .string(location.file)), ("line", .number(range.line)), ("column", .number(range.column)),
      ("end_line", .number(range.endLine)), ("end_column", .number(range.endColumn)),
    ])
  }
}
