import ArgumentParser
import Documents
import Expressions
import Questionnaire
import RulesEngine

/// `validate explain`.
struct Explain: AsyncParsableCommand {
  static var configuration: CommandConfiguration { Words.command(Message("help/explain")) }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var evidence: EvidenceOptions

  @Argument(help: Words.help("help/explain.id", value: "help/value.id"))
  var id: String

  @Argument(help: Words.help("help/explain.reply", value: "help/value.reply"))
  var reply: String?

  @Option(help: Words.help("help/explain.tries", value: "help/value.count"))
  var tries = Explainer.tries

  @Flag(help: Words.help("help/explain.all"))
  var all = false

  @Option(help: Words.help("help/format", value: "help/value.format"))
  var format = ReportFormat.text

  func validate() throws {
    guard tries > 0 else { throw wrongUse(Message("usage/no-tries")) }
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
    guard files.count == 1 else { throw Failure.usage(Message("usage/several-replies", ["folder": reply])) }
    if case .judged(let judgement) = try await run.judge(files[0]) { return judgement }
    throw Failure.unreadable(Message("usage/unreadable-reply", ["file": reply]))
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
      throw Failure.usage(Message("usage/id-in-several", ["id": id, "known": full]))
    }
    if first.pack.isBroken {
      throw Failure.unreadable(Message("usage/pack-broken", ["name": first.pack.questionnaire.id]))
    }
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
    guard !meant.isEmpty else { return Failure.usage(Message("usage/no-id", ["id": id])) }
    let near = meant.map { "'\($0)'" }.joined(separator: ", ")
    return Failure.usage(Message("usage/no-id.near", ["id": id, "near": near]))
  }
}
