import ArgumentParser
import Documents
import Expressions
import Questionnaire
import RulesEngine

/// `validate eval`.
struct Eval: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Evaluate an expression over a reply or given values, and show why it comes out so.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var evidence: EvidenceOptions

  @Argument(help: "The expression, in CEL; one that begins with a minus stands behind --.")
  var expression: String

  @Option(help: ArgumentHelp("The reply whose answers the names stand for.", valueName: "file"))
  var reply: String?

  @Option(name: .customLong("in"), help: ArgumentHelp("The item from which names are looked up.", valueName: "item"))
  var item = ""

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Values for names, in JSON; they stand before those of the reply.", valueName: "file"))
  var bindings: String?

  @Option(help: ArgumentHelp("A name that is not known; may be repeated.", valueName: "name"))
  var unknown: [String] = []

  @Flag(help: "Show the value of every part under the text.")
  var trace = false

  @Option(help: ArgumentHelp("Today, for what depends on it; without it as_of is unknown.", valueName: "date"))
  var asOf: String?

  @Option(help: "The form of the report.")
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
    let source = SourceFile(name: "expression", bytes: Array(expression.utf8))
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
    guard let judgement else { throw Failure.usage("--in names an item of a questionnaire: it goes with --reply") }
    let items = judgement.pack.questionnaire.items.map(\.id)
    guard items.contains(item) else {
      let near = nearestName(to: item, among: items).map { "; did you mean '\($0)'?" } ?? ""
      throw Failure.usage("there is no item '\(item)'\(near)")
    }
    return item
  }

  private func judgement(_ library: PackLibrary) async throws -> Judgement? {
    guard let reply else { return nil }
    let options = JudgementOptions(asOf: try asOf.map(date), maxSteps: shared.maxSteps)
    var run = ReplyRun(library, shared, options, DocumentFiles(evidence))
    let file = try FileFinder.replies([reply])
    guard file.count == 1 else { throw Failure.usage("'\(reply)' holds several replies; name one") }
    if case .judged(let judgement) = try await run.judge(file[0]) { return judgement }
    throw Failure.unreadable("'\(reply)' cannot be read: see validate check \(reply)")
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
