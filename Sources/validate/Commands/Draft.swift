import ArgumentParser
import Documents
import Publishing
import Questionnaire
import RulesEngine

/// The forms of a draft.
enum DraftFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown, html

  /// The form of a document, one for each reply; `nil` for a report on all of them.
  var form: DocumentForm? {
    switch self {
    case .text, .json: nil
    case .markdown: DocumentForm(ending: "md", bytes: { Array(MarkdownRenderer.text($0).utf8) })
    case .html: DocumentForm(ending: "html", bytes: { Array(HTMLRenderer.text($0).utf8) })
    }
  }
}

/// `validate draft`.
struct Draft: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draft the findings: a status and a sentence for every point, and what each rests on.",
    discussion: """
      markdown and html are the document for the experts: the findings with their answers and documents, and the questions \
      to put to the country. It is one of each reply: with several, --output names a folder, and each is named as its reply.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var replies: ReplyOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(help: "The form of the draft.")
  var format = DraftFormat.text

  @Flag(help: "Only the paragraphs.")
  var brief = false

  func validate() throws {
    guard !brief || format.form == nil else { throw ValidationError("--brief is for --format text") }
  }

  func run() async throws {
    let library = try shared.library()
    var run = ReplyRun(library, shared, try replies.judging.judgement(shared), DocumentFiles(evidence))
    let files = try await run.judge(FileFinder.replies(replies.replies))
    for case .unreadable(let issues, let source) in files { report(issues, source, library) }
    let judged = files.compactMap(\.judgement)
    if let form = format.form {
      try DocumentOutput(shared, form).write(judged.map { ($0, publication($0, library)) })
    } else {
      try write(judged, library)
    }
    try (files.contains(where: \.isBroken) ? Outcome.unreadable : .clean).exit()
  }

  private func write(_ judged: [Judgement], _ library: PackLibrary) throws {
    let output = Output(shared)
    guard format == .json else {
      return try output.write(judged.map { text($0, library, output.paint) }.joined(separator: "\n"))
    }
    let report = DraftJSON(version: Validate.version)
    try output.write(report.report(judged.map { report.reply($0, $0.draft(), digest: digest($0)) }).text)
  }

  private func digest(_ judgement: Judgement) -> String { Digest.of(judgement.reply.document.source.bytes) }

  private func catalogue(_ judgement: Judgement, _ library: PackLibrary) -> MessageCatalogue {
    library.catalogue(shared.language?.rawValue ?? judgement.language.code)
  }

  private func text(_ judgement: Judgement, _ library: PackLibrary, _ paint: Paint) -> String {
    DraftText(catalogue: catalogue(judgement, library), paint: paint, isBrief: brief)
      .text(judgement, judgement.draft(), digest: digest(judgement))
  }

  private func publication(_ judgement: Judgement, _ library: PackLibrary) -> Publication {
    let tool = "validate \(Validate.version)"
    let origin = DraftDocument.Origin(digest: digest(judgement), tool: tool, asOf: replies.judging.asOf)
    return DraftDocument(judgement, judgement.draft(), origin: origin, catalogue: catalogue(judgement, library)).publication
  }

  // A draft goes to standard output alone; what could not be read is told beside it.
  private func report(_ issues: [Issue], _ source: SourceFile, _ library: PackLibrary) {
    let report = CheckText(catalogue: library.catalogue(shared.language?.rawValue), paint: Paint(isOn: false), showsAll: true)
    standardError(report.unreadable(issues, source))
  }
}
