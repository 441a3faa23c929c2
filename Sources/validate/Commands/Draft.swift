import ArgumentParser
import Documents
import Publishing
import Questionnaire
import RulesEngine

/// The forms of a draft.
enum DraftFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown, html, docx

  /// The form of a document, one for each reply; `nil` for a report on all of them.
  var form: DocumentForm? {
    switch self {
    case .text, .json: nil
    case .markdown: DocumentForm(ending: "md", bytes: { Array(MarkdownRenderer.text($0).utf8) })
    case .html: DocumentForm(ending: "html", bytes: { Array(HTMLRenderer.text($0).utf8) })
    case .docx: DocumentForm(ending: "docx", isText: false, bytes: DOCXRenderer.bytes)
    }
  }
}

/// `validate draft`.
struct Draft: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    Words.command(Message("help/draft"), discussion: Message("help/draft.discussion"))
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var replies: ReplyOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var overrides: OverrideOptions

  @Option(help: Words.help("help/draft.format", value: "help/value.format"))
  var format = DraftFormat.text

  @Flag(help: Words.help("help/draft.brief"))
  var brief = false

  func validate() throws {
    guard !brief || format.form == nil else { throw wrongUse(Message("usage/brief-is-text")) }
    guard !overrides.recordBasis || (format == .text && !brief) else { throw wrongUse(Message("usage/basis-without-format")) }
  }

  func run() async throws {
    let library = try shared.library()
    var run = ReplyRun(library, shared, try replies.judging.judgement(shared), DocumentFiles(evidence))
    let files = try await run.judge(FileFinder.replies(replies.replies))
    for case .unreadable(let issues, let source) in files { report(issues, source, library) }
    let judged = files.compactMap(\.judgement)
    guard overrides.overrides == nil || files.count == 1 else { throw Failure.usage(Message("usage/overrides-one-reply")) }
    let drafting = DraftRun(options: overrides, shared: shared)
    let drafts = try judged.map { try drafting.draft($0) }
    for draft in drafts { report(draft, library) }
    let broken = files.contains(where: \.isBroken) ? Outcome.unreadable : .clean
    let outcome = max(broken, drafts.map(\.outcome).max() ?? .clean)
    if overrides.recordBasis { return try record(drafts, drafting, library, Output(shared), outcome) }
    if let form = format.form {
      try DocumentOutput(shared, form).write(drafts.map { ($0, publication($0, library)) })
    } else {
      try write(drafts, library)
    }
    try outcome.exit()
  }

  private func write(_ drafts: [DraftedReply], _ library: PackLibrary) throws {
    let output = Output(shared)
    guard format == .json else {
      return try output.write(drafts.map { text($0, library, output.paint) }.joined(separator: "\n"))
    }
    let report = DraftJSON(version: Validate.version)
    try output.write(report.report(drafts.map { report.reply($0.judgement, $0.sections, digest: $0.digest) }).text)
  }

  private func publication(_ draft: DraftedReply, _ library: PackLibrary) -> Publication {
    let origin = DraftDocument.Origin(
      digest: draft.digest, tool: "validate \(Validate.version)", asOf: replies.judging.asOf)
    return DraftDocument(draft.judgement, draft.sections, origin: origin, catalogue: catalogue(draft, library)).publication
  }

  private func record(
    _ drafts: [DraftedReply], _ run: DraftRun, _ library: PackLibrary, _ output: Output, _ outcome: Outcome
  ) throws {
    for draft in drafts where draft.overrides == nil { throw DraftRun.withoutOverrides(draft) }
    let records = try drafts.map { try run.record($0, catalogue($0, library)) }
    try output.write(records.map(\.text).joined())
    try max(outcome, records.map(\.outcome).max() ?? .clean).exit()
  }

  private func catalogue(_ draft: DraftedReply, _ library: PackLibrary) -> MessageCatalogue {
    library.catalogue(shared.language?.rawValue ?? draft.judgement.language.code)
  }

  private func text(_ draft: DraftedReply, _ library: PackLibrary, _ paint: Paint) -> String {
    DraftText(catalogue: catalogue(draft, library), paint: paint, isBrief: brief)
      .text(draft.judgement, draft.sections, digest: draft.digest)
  }

  // What is wrong with overrides is told beside the draft, like all that is no part of it.
  private func report(_ draft: DraftedReply, _ library: PackLibrary) {
    guard let source = draft.overrides?.document.source else { return }
    let writer = IssueText(catalogue: catalogue(draft, library), paint: Paint(isOn: false), sources: [source])
    // What this run records is not missed.
    for issue in draft.issues where !(overrides.recordBasis && issue.rule == "override/no-basis") {
      standardError(writer.text(issue))
    }
  }

  // A draft goes to standard output alone; what could not be read is told beside it.
  private func report(_ issues: [Issue], _ source: SourceFile, _ library: PackLibrary) {
    let report = CheckText(catalogue: library.catalogue(shared.language?.rawValue), paint: Paint(isOn: false), showsAll: true)
    standardError(report.unreadable(issues, source))
  }
}
