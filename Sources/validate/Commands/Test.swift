import ArgumentParser
import Documents
import Questionnaire

/// `validate test`.
struct Test: ParsableCommand {
  static var configuration: CommandConfiguration { Words.command(Message("help/test")) }

  @OptionGroup var shared: SharedOptions

  @Argument(help: Words.help("help/pack", value: "help/value.pack"))
  var packs: [String] = []

  @Flag(help: Words.help("help/test.strict"))
  var strict = false

  @Flag(help: Words.help("help/test.all"))
  var all = false

  func run() throws {
    let library = try shared.library()
    let catalogue = library.catalogue(shared.language?.rawValue)
    let output = Output(shared)
    var text = ""
    var outcome = Outcome.clean
    for name in packs.isEmpty ? library.packs : packs {
      let pack = try library.load(name)
      let result = CaseRunner(pack).run()
      let writer = IssueText(catalogue: catalogue, paint: output.paint, sources: pack.sources)
      text += result.failures.map { writer.text($0) + "\n" }.joined()
      text += "\(name): \(catalogue.text("report/tests", ["passed": "\(result.passed)", "failed": "\(result.failures.count)"]))\n"
      if pack.isBroken {
        text += "\(name): \(catalogue.text("report/broken"))\n"
        outcome = max(outcome, .unreadable)
      } else {
        // What a pack that cannot be used can come to is not known.
        let coverage = CaseCoverage(pack)
        text += CaseText(catalogue: catalogue, showsAll: all).text(coverage, of: name)
        if strict, !coverage.isComplete { outcome = max(outcome, .issues) }
      }
      if !result.failures.isEmpty { outcome = max(outcome, .issues) }
    }
    try output.write(text)
    try outcome.exit()
  }
}
