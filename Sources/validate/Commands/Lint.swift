import ArgumentParser
import Documents
import Questionnaire

/// `validate lint`.
struct Lint: ParsableCommand {
  static var configuration: CommandConfiguration { Words.command(Message("help/lint")) }

  @OptionGroup var shared: SharedOptions

  @Argument(help: Words.help("help/pack", value: "help/value.pack"))
  var packs: [String] = []

  @Flag(help: Words.help("help/lint.all"))
  var all = false

  func run() throws {
    let library = try shared.library()
    let catalogue = library.catalogue(shared.language?.rawValue)
    let output = Output(shared)
    var text = ""
    var outcome = Outcome.clean
    for name in packs.isEmpty ? library.packs : packs {
      let pack = try library.load(name)
      let issues = pack.lint(namingAll: all)
      let writer = IssueText(catalogue: catalogue, paint: output.paint, sources: pack.sources)
      text += issues.map { writer.text($0) + "\n" }.joined()
      // A translation that is not finished is no fault.
      let faults = issues.count { $0.severity > .info }
      text += "\(name): \(catalogue.text(faults == 0 ? "report/lint-clean" : "report/lint-issues", ["count": "\(faults)"]))\n"
      if issues.contains(where: { $0.severity == .error }) { outcome = max(outcome, .unreadable) }
    }
    try output.write(text)
    try outcome.exit()
  }
}
