import ArgumentParser
import Documents
import Questionnaire

/// `validate packs`.
struct Packs: ParsableCommand {
  static var configuration: CommandConfiguration { Words.command(Message("help/packs")) }

  @OptionGroup var shared: SharedOptions

  @Option(help: Words.help("help/packs.format", value: "help/value.format"))
  var format = ReportFormat.text

  func run() throws {
    let library = try shared.library()
    let packs = try library.packs.map { try library.load($0) }
    let report = PackList(catalogue: library.catalogue(shared.language?.rawValue), language: Words.language.rawValue)
    try Output(shared).write(format == .json ? report.json(packs, version: Validate.version).text : report.text(packs))
    try (packs.contains(where: \.isBroken) ? Outcome.unreadable : .clean).exit()
  }
}
