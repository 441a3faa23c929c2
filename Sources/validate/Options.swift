import ArgumentParser
import Documents
import Expressions
import Questionnaire
import RulesEngine

/// What all commands share.
struct SharedOptions: ParsableArguments {
  @Option(help: Words.help("help/rules", value: "help/value.folder"))
  var rules: [String] = []

  @OptionGroup var words: LanguageOption

  @Option(name: .shortAndLong, help: Words.help("help/output", value: "help/value.file"))
  var output: String?

  @Option(help: Words.help("help/color", value: "help/value.when"))
  var color = ColorChoice.auto

  @Option(help: Words.help("help/max-bytes", value: "help/value.bytes"))
  var maxBytes = Documents.Limits.standard.bytes

  @Option(help: Words.help("help/max-depth", value: "help/value.levels"))
  var maxDepth = Documents.Limits.standard.depth

  @Option(help: Words.help("help/max-nodes", value: "help/value.count"))
  var maxNodes = Documents.Limits.standard.nodes

  @Option(help: Words.help("help/max-scalar", value: "help/value.bytes"))
  var maxScalar = Documents.Limits.standard.scalar

  @Option(help: Words.help("help/max-steps", value: "help/value.count"))
  var maxSteps = 1_000_000

  /// The language that is asked for.
  var language: OutputLanguage? { words.language }

  /// What bounds the reading of a file.
  var limits: Documents.Limits {
    var limits = Documents.Limits()
    limits.bytes = maxBytes
    limits.depth = maxDepth
    limits.nodes = maxNodes
    limits.scalar = maxScalar
    return limits
  }

  /// The packs, built in and given.
  func library() throws -> PackLibrary {
    let library = try PackLibrary(folders: rules)
    for source in library.given { try spare(source) }
    return library
  }

  /// The words for people: in the language that is asked for, else in that of a file that was judged, else in that of the run.
  func catalogue(_ library: PackLibrary, for file: JudgedFile? = nil) -> MessageCatalogue {
    library.catalogue(language?.rawValue ?? file?.judgement?.language.code)
  }

  /// Refuses to write the output in the place of what is read.
  func spare(_ source: SourceFile) throws {
    guard let output, FileWriter.isSame(output, source) else { return }
    throw Failure.usage(Message("usage/output-is-read", ["file": output]))
  }

  /// Refuses to write the output in the place of what experts wrote by hand, also where it is not read.
  func spare(overridesBeside reply: SourceFile) throws {
    guard let output, let beside = OverrideOptions.beside(reply.name), FileWriter.isSame(output, beside) else { return }
    throw Failure.usage(Message("usage/output-is-read", ["file": output]))
  }

  /// Refuses to write the output in the place of a document's file.
  func spare(documentsOf reply: Reply) throws {
    guard let output else { return }
    let folder = FileFinder.folder(of: reply.document.source.name)
    for path in reply.register.compactMap(\.file) where FileWriter.isSame(output, folder + path.normalized) {
      throw Failure.usage(Message("usage/output-is-document", ["file": output]))
    }
  }
}

/// The language that is asked for. One may ask before the name of a command, too.
struct LanguageOption: ParsableArguments {
  @Option(help: Words.help("help/language", value: "help/value.language"))
  var language: OutputLanguage?
}

/// When to colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

/// The form of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// The weight from which issues fail a run.
enum Threshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  /// Whether an issue counts; an explained warning counts as info.
  func counts(_ issue: Issue) -> Bool {
    let severity = issue.explanation == nil ? issue.severity : .info
    switch self {
    case .error: return severity >= .error
    case .warning: return severity >= .warning
    case .info: return true
    case .never: return false
    }
  }
}

/// What a draft may be judged as.
enum JudgedAs: String, ExpressibleByArgument, CaseIterable { case draft, complete }

/// How replies are judged.
struct JudgingOptions: ParsableArguments {
  @Option(name: .customLong("as"), help: Words.help("help/as", value: "help/value.status"))
  var judgedAs: JudgedAs?

  @Option(help: Words.help("help/as-of", value: "help/value.date"))
  var asOf: String?

  /// What the libraries are told.
  func judgement(_ shared: SharedOptions) throws -> JudgementOptions {
    JudgementOptions(asComplete: judgedAs == .complete, asOf: try asOf.map(date), maxSteps: shared.maxSteps)
  }
}

/// Which replies to judge, and how.
struct ReplyOptions: ParsableArguments {
  @Argument(help: Words.help("help/replies", value: "help/value.reply"))
  var replies: [String] = []

  @OptionGroup var judging: JudgingOptions
}

/// A day as it is written in an option.
func date(_ text: String) throws -> CalendarDate {
  guard let date = CalendarDate(parsing: text) else {
    throw wrongUse(Message("usage/no-date", ["text": text]))
  }
  return date
}
