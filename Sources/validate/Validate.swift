import ArgumentParser
import Documents
import Glibc
import Questionnaire

/// Checks replies to questionnaires, the proof they cite, and drafts the findings that follow from them.
@main
struct Validate: AsyncParsableCommand {
  static let version = "0.1.0"

  static var configuration: CommandConfiguration {
    Words.command(
      Message("help/validate"), named: "validate", discussion: Message("help/validate.discussion"), version: version,
      subcommands: [
        Check.self, Draft.self, Explain.self, EvidenceCommand.self, SealCommand.self, Eval.self, Packs.self, Lint.self, Test.self,
      ])
  }

  @OptionGroup var words: LanguageOption

  // Not the parser's own main: its code for wrong use is 64, ours is 2.
  static func main() async {
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand { try await waiting.run() } else { try command.run() }
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch let failure as Failure {
      standardError("validate: \(SafeText.shown(Words.text(failure.message)))\n")
      Glibc.exit(failure.code.rawValue)
    } catch {
      Glibc.exit(tell(error).rawValue)
    }
  }

  // What the parser ends a run with: help that was asked for, or a complaint.
  private static func tell(_ error: any Error) -> Outcome {
    let text = fullMessage(for: error, columns: ParserText.columns)
    let words = ParserText()
    if exitCode(for: error).isSuccess {
      print(words.page(text))
      return .clean
    }
    // A name or a value in it may come from a stranger's file.
    let complaint = words.complaint(text, about: message(for: error))
    for line in complaint.split(separator: "\n", omittingEmptySubsequences: false) {
      standardError(SafeText.shown(line) + "\n")
    }
    return exitCode(for: error) == .validationFailure ? .usage : .fault
  }
}

/// How a run ended, from best to worst.
enum Outcome: Int32, Comparable {
  case clean = 0
  case issues = 1
  case usage = 2
  case unreadable = 3
  case fault = 70

  static func < (a: Outcome, b: Outcome) -> Bool { a.rawValue < b.rawValue }

  /// Ends the run with this code.
  func exit() throws { if self != .clean { throw ExitCode(rawValue) } }
}
