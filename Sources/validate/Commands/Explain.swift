import ArgumentParser
import Documents
import Expressions
import Questionnaire
import RulesEngine

/// `validate explain`.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what a question, rule or finding asks and why; with a reply, why it comes out so and what would change it.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var evidence: EvidenceOptions

  @Argument(
    help: "The id of a question, row, column, cell, item, rule or finding, as reports have it; or of a rule of the program.")
  var id: String

  @Argument(help: "A reply: then also what came out, from which answers, and the smallest change of answers that changes it.")
  var reply: String?

  @Option(help: ArgumentHelp("How many replies may be judged to find what would change an outcome.", valueName: "count"))
  var tries = Explainer.tries

  @Flag(help: "Show everything that is found.")
  var all = false

  @Option(help: "The form of the report.")
  var format = ReportFormat.text

  func validate() throws {
    guard tries > 0 else { throw ValidationError("--tries needs a number above 0") }
  }

  func run() async throws {
    let library = try shared.library()
    let judgement = try await judgement(library)
    let output = Output(shared)
    let catalogue = library.catalogue(shared.language?.rawValue ?? judgement?.language.code)
    let messages = MessageExplainer(catalogue: catalogue, paint: output.paint)
    if messages.knows(id) {
      return try output.write(
        format == .json
          ? messages.json(id, over: judgement, version: Validate.version).text : messages.text(id, over: judgement))
    }
    let (pack, subjects) = try meaning(library, judgement, messages)
    // Programs get everything.
    let explainer = Explainer(
      pack, catalogue: catalogue, paint: output.paint, judgement: judgement, tries: tries, showsAll: all || format == .json)
    switch format {
    case .text: try output.write(explainer.text(subjects))
    case .json: try output.write(explainer.json(subjects, version: Validate.version).text)
    }
  }

  private func judgement(_ library: PackLibrary) async throws -> Judgement? {
    guard let reply else { return nil }
    var run = ReplyRun(library, shared, try judging.judgement(shared), DocumentFiles(evidence))
    let files = try FileFinder.replies([reply])
    guard files.count == 1 else { throw Failure.usage("'\(reply)' holds several replies; name one") }
    if case .judged(let judgement) = try await run.judge(files[0]) { return judgement }
    throw Failure.unreadable("'\(reply)' cannot be read: see validate check \(reply)")
  }

  // The pack of the reply, the one that the id begins with, or the only one that knows the id.
  private func meaning(
    _ library: PackLibrary, _ judgement: Judgement?, _ messages: MessageExplainer
  ) throws -> (Pack, [ExplainedSubject]) {
    let packs = try judgement.map { [$0.pack] } ?? packs(library)
    let known = packs.map { (pack: $0, subjects: SubjectFinder($0).subjects(id)) }.filter { !$0.subjects.isEmpty }
    guard let first = known.first else { throw unknown(packs, messages) }
    guard known.count == 1 else {
      let full = known.map { "\($0.pack.questionnaire.id)/\(id)" }.joined(separator: ", ")
      throw Failure.usage("'\(id)' stands in several packs; name one: \(full)")
    }
    if first.pack.isBroken { throw Failure.unreadable("the pack is broken: see validate lint \(first.pack.questionnaire.id)") }
    return first
  }

  private func packs(_ library: PackLibrary) throws -> [Pack] {
    let prefix = id.contains("/") ? String(id.prefix { $0 != "/" }) : nil
    let named = library.packs.filter { $0 == prefix }
    return try (named.isEmpty ? library.packs : named).map { try library.load($0) }
  }

  private func unknown(_ packs: [Pack], _ messages: MessageExplainer) -> Failure {
    let ids = packs.flatMap { SubjectFinder($0).ids }
    let plain = id.contains("/") ? ids : ids.map { String($0.drop { $0 != "/" }.dropFirst()) }
    // A name without its item is most likely that of a question.
    let ends = plain.filter { $0.hasSuffix(".\(id)") }.prefix(3)
    let meant = ends.isEmpty ? nearestName(to: id, among: plain + messages.rules).map { [$0] } ?? [] : Array(ends)
    let near = meant.isEmpty ? "" : "; did you mean \(meant.map { "'\($0)'" }.joined(separator: ", "))?"
    return Failure.usage("nothing is called '\(id)'\(near)")
  }
}
