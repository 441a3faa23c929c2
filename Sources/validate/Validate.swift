import ArgumentParser
import Glibc
import Questionnaire

/// Checks replies to questionnaires, the proof they cite, and drafts the findings that follow from them.
@main
struct Validate: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check a reply to a questionnaire, and draft the findings that follow from it.",
    discussion: """
      Exit codes: 0 nothing at or above --fail-on; 1 issues; 2 wrong use of the command; \
      3 a file that cannot be read, or a broken pack; 70 a fault of this program.
      """,
    version: version,
    subcommands: [
      Check.self, Draft.self, Explain.self, EvidenceCommand.self, SealCommand.self, Eval.self, Packs.self, Lint.self, Test.self,
    ])

  // Not the parser's own main: its code for wrong use is 64, ours is 2.
  static func main() async {
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand { try await waiting.run() } else { try command.run() }
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch let failure as Failure {
      standardError("validate: \(SafeText.shown(failure.message))\n")
      Glibc.exit(failure.code.rawValue)
    } catch {
      let isUsage = exitCode(for: error) == .validationFailure
      let text = fullMessage(for: error)
      if exitCode(for: error).isSuccess {
        print(text)
        Glibc.exit(0)
      }
      // A name or a value in it may come from a stranger's file.
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) { standardError(SafeText.shown(line) + "\n") }
      Glibc.exit(isUsage ? Outcome.usage.rawValue : Outcome.fault.rawValue)
    }
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

/// Something that ends a run with words for the user.
struct Failure: Error {
  let message: String
  let code: Outcome

  static func usage(_ message: String) -> Failure { Failure(message: message, code: .usage) }
  static func unreadable(_ message: String) -> Failure { Failure(message: message, code: .unreadable) }
}
