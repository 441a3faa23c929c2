import ArgumentParser
import Documents
import Questionnaire
import RulesEngine

/// `validate check`.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Check replies: every problem at its line, and what to do.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var replies: ReplyOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(help: "The form of the report.")
  var format = ReportFormat.text

  @Option(help: "The least weight that makes the run fail.")
  var failOn = Threshold.error

  @Flag(help: "Show an issue as often as it is found.")
  var all = false

  @Option(
    help: ArgumentHelp(
      """
      Hold the reply against the manifest that validate seal wrote, and say what was changed since; without a reply, the one \
      beside the manifest. It is no signature: compare the digest that is printed with the cover letter.
      """, valueName: "manifest"))
  var sealed: String?

  func validate() throws {
    guard sealed != nil else { return }
    guard replies.replies.count <= 1 else { throw ValidationError("--sealed goes with one reply") }
    guard replies.judging.judgedAs == nil else {
      throw ValidationError("--sealed judges a reply as it was sealed: leave out --as")
    }
    guard evidence.evidence ?? .files == .files else {
      throw ValidationError("--sealed looks at the files: leave out --evidence")
    }
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
