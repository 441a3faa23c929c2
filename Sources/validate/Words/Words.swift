import ArgumentParser
import Documents
import FoundationEssentials
import Questionnaire

/// What the command says by itself, and not about a file, in the language of the run.
enum Words {
  /// The language of the run.
  static let language = OutputLanguage(
    arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)

  /// The words of that language.
  static let catalogue = MessageCatalogue(PackLibrary.messages, language: language.rawValue)

  /// A message in words.
  static func text(_ message: Message) -> String { catalogue.text(message) }

  /// The help of an option or an argument, with the id of what stands for its value.
  static func help(_ id: String, value: String? = nil) -> ArgumentHelp {
    ArgumentHelp(catalogue.text(id), valueName: value.map { catalogue.text($0) })
  }

  /// How a command presents itself.
  static func command(
    _ abstract: Message, named name: String? = nil, discussion: Message? = nil, version: String = "",
    subcommands: [any ParsableCommand.Type] = []
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: text(abstract), discussion: discussion.map(text) ?? "", version: version,
      subcommands: subcommands)
  }
}

/// Something that ends a run with words for the user.
struct Failure: Error {
  let message: Message
  let code: Outcome

  static func usage(_ message: Message) -> Failure { Failure(message: message, code: .usage) }
  static func unreadable(_ message: Message) -> Failure { Failure(message: message, code: .unreadable) }
}

/// Wrong use, which the parser tells together with how the command is used.
func wrongUse(_ message: Message) -> ValidationError { ValidationError(Words.text(message)) }
