import RulesEngine

/// The words for yes and no.
enum YesNo {
  /// The truth of a word: English in every reply, else the reply's language.
  static func read(_ text: String, language: String) -> Bool? {
    let word = text.lowercased()
    return words[.en]?[word] ?? KnownLanguage(rawValue: language).flatMap { words[$0]?[word] }
  }

  private static let words = Dictionary(uniqueKeysWithValues: KnownLanguage.allCases.map { ($0, words(of: $0)) })

  private static func words(of language: KnownLanguage) -> [String: Bool] {
    switch language {
    case .en: ["yes": true, "no": false, "true": true, "false": false]
    case .es: ["sí": true, "si": true, "no": false]
    case .fr: ["oui": true, "non": false]
    case .pt: ["sim": true, "não": false, "nao": false]
    }
  }
}
