import ArgumentParser
import Documents
import Questionnaire
import RulesEngine

/// `validate check`.
struct Check: AsyncParsableCommand {
  static var configuration: CommandConfiguration { Words.command(Message("help/check")) }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var replies: ReplyOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(help: Words.help("help/format", value: "help/value.format"))
  var format = ReportFormat.text

  @Option(help: Words.help("help/check.fail-on", value: "help/value.severity"))
  var failOn = Threshold.error

  @Flag(help: Words.help("help/check.all"))
  var all = false

  @Option(help: Words.help("help/check.sealed", value: "help/value.manifest"))
  var sealed: String?

  func validate() throws {
    guard sealed != nil else { return }
    guard replies.replies.count <= 1 else { throw wrongUse(Message("usage/sealed-one-reply")) }
    guard replies.judging.judgedAs == nil else { throw wrongUse(Message("usage/sealed-as")) }
    guard evidence.evidence ?? .files == .files else { throw wrongUse(Message("usage/sealed-needs-files")) }
  }

  func run() async throws {
    let library = try shared.library()
    let output = Output(shared)
    if let sealed { return try await run(sealed, library, output) }
    var run = ReplyRun(library, shared, try replies.judging.judgement(shared), DocumentFiles(evidence))
    let files = try await run.judge(FileFinder.replies(replies.replies))
    switch format {
    case .text: try output.write(files.map { text($0, library, output.paint) }.joined(separator: "\n"))
    case .json:
      let report = CheckJSON(catalogue: shared.catalogue(library), version: Validate.version)
      try output.write(report.report(files.map { json($0, library) }).text)
    }
    try outcome(of: files).exit()
  }

  func text(_ file: JudgedFile, _ library: PackLibrary, _ paint: Paint) -> String {
    let report = CheckText(catalogue: shared.catalogue(library, for: file), paint: paint, showsAll: all)
    switch file {
    case .judged(let judgement): return report.report(judgement)
    case .unreadable(let issues, let source): return report.unreadable(issues, source)
    }
  }

  func json(_ file: JudgedFile, _ library: PackLibrary) -> JSON {
    let report = CheckJSON(catalogue: shared.catalogue(library, for: file), version: Validate.version)
    switch file {
    case .judged(let judgement): return report.reply(judgement)
    case .unreadable(let issues, let source): return report.unreadable(issues, source)
    }
  }

  func outcome(of files: [JudgedFile]) -> Outcome {
    files.map { file in
      if file.isBroken { return .unreadable }
      return file.issues.contains { failOn.counts($0) } ? .issues : .clean
    }.max() ?? .clean
  }
}
