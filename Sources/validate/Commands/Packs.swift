import ArgumentParser
import Questionnaire

/// `validate packs`.
struct Packs: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the packs that replies can be judged by.")

  @OptionGroup var shared: SharedOptions

  @Option(help: "The form of the list.")
  var format = ReportFormat.text

  func run() throws {
    let library = try shared.library()
    let packs = try library.packs.map { try library.load($0) }
    let report = PackList(catalogue: library.catalogue(shared.language?.rawValue), language: shared.language?.rawValue ?? "en")
    try Output(shared).write(format == .json ? report.json(packs, version: Validate.version).text : report.text(packs))
    try (packs.contains(where: \.isBroken) ? Outcome.unreadable : .clean).exit()
  }
}
