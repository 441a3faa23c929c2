import ArgumentParser
import Documents
import Expressions
import Questionnaire
import RulesEngine

/// What all commands share.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A folder of packs, or one pack, that adds to or overrides the built-in ones.", valueName: "folder"))
  var rules: [String] = []

  @Option(help: "The language of messages and texts; by default that of the reply.")
  var language: OutputLanguage?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file and not to standard output.", valueName: "file"))
  var output: String?

  @Option(help: "Colours: auto, always or never. NO_COLOR switches them off.")
  var color = ColorChoice.auto

  @Option(help: ArgumentHelp("The largest file that is read.", valueName: "bytes"))
  var maxBytes = Documents.Limits.standard.bytes

  @Option(help: ArgumentHelp("How deep values may stand inside one another.", valueName: "levels"))
  var maxDepth = Documents.Limits.standard.depth

  @Option(help: ArgumentHelp("How many values a file may have, aliases counted as what they stand for.", valueName: "count"))
  var maxNodes = Documents.Limits.standard.nodes

  @Option(help: ArgumentHelp("The longest text.", valueName: "bytes"))
  var maxScalar = Documents.Limits.standard.scalar

  @Option(help: ArgumentHelp("How many steps an expression may take.", valueName: "count"))
  var maxSteps = 1_000_000

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
  func library() throws -> PackLibrary { try PackLibrary(folders: rules) }

  /// The words for people: in the language that is asked for, else in that of a file that was judged.
  func catalogue(_ library: PackLibrary, for file: JudgedFile? = nil) -> MessageCatalogue {
    library.catalogue(language?.rawValue ?? file?.judgement?.language.code)
  }

  /// Refuses to write the output in the place of what is read.
  func spare(_ source: SourceFile) throws {
    guard let output, FileWriter.isSame(output, source) else { return }
    throw Failure.usage("'\(output)' is read by this command: name another file for --output")
  }

  /// Refuses to write the output in the place of a document's file.
  func spare(documentsOf reply: Reply) throws {
    guard let output else { return }
    let folder = FileFinder.folder(of: reply.document.source.name)
    for path in reply.register.compactMap(\.file) where FileWriter.isSame(output, folder + path.normalized) {
      throw Failure.usage("'\(output)' is a document of the reply: name another file for --output")
    }
  }
}

/// A language of output: one that the engine has words for.
struct OutputLanguage: ExpressibleByArgument {
  static let allValueStrings = KnownLanguage.allCases.map(\.rawValue)
  let rawValue: String

  init?(argument: String) {
    guard KnownLanguage(rawValue: argument) != nil else { return nil }
    rawValue = argument
  }
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
  @Option(name: .customLong("as"), help: "Judge a draft as if it were complete.")
  var judgedAs: JudgedAs?

  @Option(help: ArgumentHelp("Today, for what depends on it; without it as_of is unknown.", valueName: "date"))
  var asOf: String?

  /// What the libraries are told.
  func judgement(_ shared: SharedOptions) throws -> JudgementOptions {
    JudgementOptions(asComplete: judgedAs == .complete, asOf: try asOf.map(date), maxSteps: shared.maxSteps)
  }
}

/// Which replies to judge, and how.
struct ReplyOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Replies: files, or folders that hold them; - is standard input.", valueName: "reply"))
  var replies: [String] = []

  @OptionGroup var judging: JudgingOptions
}

/// A day as it is written in an option.
func date(_ text: String) throws -> CalendarDate {
  guard let date = CalendarDate(parsing: text) else {
    throw ValidationError("'\(text)' is no date: write it as 2022-12-31")
  }
  return date
}
