import ArgumentParser
import Documents
import Questionnaire
import RulesEngine

/// The forms of the table of documents.
enum TableFormat: String, ExpressibleByArgument, CaseIterable { case text, markdown, csv, json }

/// `validate evidence`.
struct EvidenceCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { Words.command(Message("help/evidence"), named: "evidence") }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var evidence: EvidenceOptions

  @Argument(help: Words.help("help/reply", value: "help/value.reply"))
  var reply: String

  @OptionGroup var judging: JudgingOptions

  @Option(help: Words.help("help/evidence.format", value: "help/value.format"))
  var format = TableFormat.text

  @Flag(help: Words.help("help/evidence.write-hashes"))
  var writeHashes = false

  func validate() throws {
    guard writeHashes else { return }
    guard evidence.evidence ?? .files == .files else {
      throw wrongUse(Message("usage/hashes-need-files"))
    }
    guard format == .text else { throw wrongUse(Message("usage/hashes-without-table")) }
  }

  func run() async throws {
    let sources = try FileFinder.replies([reply])
    guard let source = sources.first, sources.count == 1 else {
      throw Failure.usage(Message("usage/several-replies", ["folder": reply]))
    }
    guard !writeHashes || reply != "-" else { throw Failure.usage(Message("usage/hashes-need-file")) }
    let library = try shared.library()
    let options = try judging.judgement(shared)
    var run = ReplyRun(library, shared, options, DocumentFiles(writeHashes ? .files : evidence.evidence, evidence.limits))
    let found = try await run.judge(source)
    let catalogue = shared.catalogue(library, for: found)
    let output = Output(shared)
    guard case .judged(let judgement) = found else {
      try output.write(CheckText(catalogue: catalogue, paint: output.paint, showsAll: true).unreadable(found.issues, source))
      return try Outcome.unreadable.exit()
    }
    if writeHashes { return try fillIn(judgement.reply, judgement.files, catalogue, output) }
    let report = EvidenceReport(judgement)
    try output.write(text(report, catalogue, output.paint))
    try (found.isBroken ? Outcome.unreadable : report.isSound ? .clean : .issues).exit()
  }

  private func text(_ report: EvidenceReport, _ catalogue: MessageCatalogue, _ paint: Paint) -> String {
    switch format {
    case .text: EvidenceText(catalogue: catalogue, paint: paint).text(report)
    case .markdown: EvidenceMarkdown(catalogue: catalogue).text(report)
    case .csv: EvidenceCSV(catalogue: catalogue).text(report)
    case .json: EvidenceJSON(catalogue: catalogue, version: Validate.version).report(report).text
    }
  }

  private func fillIn(
    _ reply: Reply, _ files: [String: DocumentFile], _ catalogue: MessageCatalogue, _ output: Output
  ) throws {
    let edits = HashEdits(reply, files: files)
    let report = HashText(catalogue: catalogue)
    let source = reply.document.source
    let bytes: [UInt8]
    do throws(MappingEdits.Refusal) {
      bytes = try edits.bytes(limits: shared.limits)
    } catch {
      try output.write(report.refused(error, file: source.name))
      return try Outcome.issues.exit()
    }
    if !edits.filled.isEmpty { try FileWriter.replace(source, with: bytes) }
    try output.write(report.text(edits, file: source.name))
    try (edits.isComplete ? Outcome.clean : .issues).exit()
  }
}
