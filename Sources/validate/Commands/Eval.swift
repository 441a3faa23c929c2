import ArgumentParser
import Documents
import Expressions
import Questionnaire
import RulesEngine

/// `validate eval`.
struct Eval: AsyncParsableCommand {
  static var configuration: CommandConfiguration { Words.command(Message("help/eval")) }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var evidence: EvidenceOptions

  @Argument(help: Words.help("help/eval.expression", value: "help/value.expression"))
  var expression: String

  @Option(help: Words.help("help/eval.reply", value: "help/value.file"))
  var reply: String?

  @Option(name: .customLong("in"), help: Words.help("help/eval.in", value: "help/value.item"))
  var item = ""

  @Option(name: .customLong("with"), help: Words.help("help/eval.with", value: "help/value.file"))
  var bindings: String?

  @Option(help: Words.help("help/eval.unknown", value: "help/value.name"))
  var unknown: [String] = []

  @Flag(help: Words.help("help/eval.trace"))
  var trace = false

  @Option(help: Words.help("help/as-of", value: "help/value.date"))
  var asOf: String?

  @Option(help: Words.help("help/format", value: "help/value.format"))
  var format = ReportFormat.text

  func run() async throws {
    let library = try shared.library()
    let judgement = try await judgement(library)
    let catalogue = library.catalogue(shared.language?.rawValue ?? judgement?.language.code)
    let output = Output(shared)
    var options = Trial.Options()
    options.container = try container(judgement)
    options.unknowns = unknown
    options.maxSteps = shared.maxSteps
    options.bindings = try values(judgement, catalogue, output)
    do {
      let trial = try Trial(expression, over: judgement, options)
      switch format {
      case .text: try output.write(TrialText(catalogue: catalogue, paint: output.paint).report(trial, showsTrace: trace))
      case .json: try output.write(TrialJSON(version: Validate.version).report(trial, showsTrace: trace).text)
      }
      if case .error(let error) = trial.result, error.kind != .notApplicable { try Outcome.issues.exit() }
    } catch let errors as CompileErrors {
      try output.write(report(errors, catalogue, output))
      try Outcome.issues.exit()
    }
  }

  private func report(_ errors: CompileErrors, _ catalogue: MessageCatalogue, _ output: Output) -> String {
    let source = SourceFile(name: catalogue.text("report/eval-source"), bytes: Array(expression.utf8))
    let issues = errors.errors.map { Issue($0, path: "", at: source.location(ofBytes: $0.range)) }
    switch format {
    case .text:
      let report = IssueText(catalogue: catalogue, paint: output.paint, sources: [source])
      return issues.map { report.text($0) }.joined(separator: "\n")
    case .json: return TrialJSON(version: Validate.version).report(errors, of: expression, catalogue).text
    }
  }

  private func container(_ judgement: Judgement?) throws -> String {
    guard !item.isEmpty else { return "" }
    guard let judgement else { throw Failure.usage(Message("usage/in-needs-reply")) }
    let items = judgement.pack.questionnaire.items.map(\.id)
    guard items.contains(item) else {
      guard let near = nearestName(to: item, among: items) else {
        throw Failure.usage(Message("usage/no-item", ["item": item]))
      }
      throw Failure.usage(Message("usage/no-item.near", ["item": item, "near": near]))
    }
    return item
  }

  private func judgement(_ library: PackLibrary) async throws -> Judgement? {
    guard let reply else { return nil }
    let options = JudgementOptions(asOf: try asOf.map(date), maxSteps: shared.maxSteps)
    var run = ReplyRun(library, shared, options, DocumentFiles(evidence))
    let file = try FileFinder.replies([reply])
    guard file.count == 1 else { throw Failure.usage(Message("usage/several-replies", ["folder": reply])) }
    if case .judged(let judgement) = try await run.judge(file[0]) { return judgement }
    throw Failure.unreadable(Message("usage/unreadable-reply", ["file": reply]))
  }

  private func values(_ judgement: Judgement?, _ catalogue: MessageCatalogue, _ output: Output) throws -> [(
    name: String, value: Datum
  )] {
    guard let bindings else { return [] }
    let source = try FileFinder.read(bindings)
    try shared.spare(source)
    let read = Bindings(source, limits: shared.limits) { judgement?.type(of: $0, in: item) }
    guard read.issues.isEmpty else {
      let report = IssueText(catalogue: catalogue, paint: output.paint, sources: [source])
      standardError(read.issues.map { report.text($0) }.joined())
      throw ExitCode(Outcome.unreadable.rawValue)
    }
    return read.values
  }
}
