import ArgumentParser
import RulesEngine

/// A language of output: one that the engine has words for. What it has none for, it says in English.
struct OutputLanguage: ExpressibleByArgument {
  static let allValueStrings = KnownLanguage.allCases.map(\.rawValue)
  let rawValue: String

  init?(argument: String) {
    guard KnownLanguage(rawValue: argument) != nil else { return nil }
    rawValue = argument
  }

  /// The language of a run, which is needed before its arguments are understood: what `--language` names, else what the
  /// environment does, else English.
  init(arguments: [String], environment: [String: String]) {
    let known = Self.asked(by: arguments) ?? Self.native(to: environment)
    rawValue = (known ?? .en).rawValue
  }

  // The last one counts, as it does for the parser; a wrong one it will complain about itself.
  private static func asked(by arguments: [String]) -> KnownLanguage? {
    let option = "--language"
    let own = arguments.prefix { $0 != "--" }
    let values = zip(own, own.dropFirst() + [""]).compactMap { argument, next in
      argument == option ? next[...] : argument.hasPrefix("\(option)=") ? argument.dropFirst(option.count + 1) : nil
    }
    return values.compactMap { KnownLanguage(rawValue: String($0)) }.last
  }

  // The first variable that says anything decides, also where it names a language that is none of these.
  private static func native(to environment: [String: String]) -> KnownLanguage? {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale.flatMap { KnownLanguage(rawValue: $0.prefix { $0.isLetter }.lowercased()) }
  }
}
