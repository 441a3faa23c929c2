import ArgumentParser

/// The languages of output. What the engine has no words for in one of them, it says in English.
enum OutputLanguage: String, ExpressibleByArgument, CaseIterable {
  case en, es, fr, pt

  /// The language of a run, which is needed before its arguments are understood: what `--language` names, else what the
  /// environment does, else English.
  init(arguments: [String], environment: [String: String]) {
    self = Self.asked(by: arguments) ?? Self.native(to: environment) ?? .en
  }

  // The last one counts, as it does for the parser; a wrong one it will complain about itself.
  private static func asked(by arguments: [String]) -> OutputLanguage? {
    let option = "--language"
    let own = arguments.prefix { $0 != "--" }
    let values = zip(own, own.dropFirst() + [""]).compactMap { argument, next in
      argument == option ? next[...] : argument.hasPrefix("\(option)=") ? argument.dropFirst(option.count + 1) : nil
    }
    return values.compactMap { OutputLanguage(rawValue: String($0)) }.last
  }

  // The first variable that says anything decides, also where it names a language that is none of these.
  private static func native(to environment: [String: String]) -> OutputLanguage? {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale.flatMap { OutputLanguage(rawValue: $0.prefix { $0.isLetter }.lowercased()) }
  }
}
