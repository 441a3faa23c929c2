import ArgumentParser
import Documents
import Questionnaire
import RulesEngine

/// `validate draft`.
struct Draft: AsyncParsableCommand {
  static var configuration: CommandConfiguration { Words.command(Message("help/draft")) }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var replies: ReplyOptions
  @OptionGroup var evidence: EvidenceOptions

  @Flag(help: Words.help("help/draft.brief"))
  var brief = false

  func run() async throws {
    let library = try shared.library()
    let output = Output(shared)
    var run = ReplyRun(library, shared, try replies.judging.judgement(shared), DocumentFiles(evidence))
    let files = try await run.judge(FileFinder.replies(replies.replies))
    for case .unreadable(let issues, let source) in files { report(issues, source, library) }
    let judged = files.compactMap { file in
      if case .judged(let judgement) = file { return judgement }
      return nil
    }
    switch replies.format {
    case .text: try output.write(judged.map { text($0, library, output.paint) }.joined(separator: "\n"))
    case .json:
      let report = DraftJSON(version: Validate.version)
      try output.write(report.report(judged.map { report.reply($0, $0.draft(), digest: digest($0)) }).text)
    }
    try (files.contains(where: \.isBroken) ? Outcome.unreadable : .clean).exit()
  }

  private func digest(_ judgement: Judgement) -> String { Digest.of(judgement.reply.document.source.bytes) }

  private func text(_ judgement: Judgement, _ library: PackLibrary, _ paint: Paint) -> String {
    DraftText(catalogue: library.catalogue(shared.language?.rawValue ?? judgement.language.code), paint: paint, isBrief: brief)
      .text(judgement, judgement.draft(), digest: digest(judgement))
  }

  // A draft goes to standard output alone; what could not be read is told beside it.
  private func report(_ issues: [Issue], _ source: SourceFile, _ library: PackLibrary) {
    let report = CheckText(catalogue: library.catalogue(shared.language?.rawValue), paint: Paint(isOn: false), showsAll: true)
    standardError(report.unreadable(issues, source))
  }
}
