/// The words for yes and no.
enum YesNo {
  private static let words: [String: Bool] = [
    "yes": true, "no": false, "true": true, "false": false, "sí": true, "si": true, "oui": true, "non": false, "sim": true,
    "não": false, "nao": false,
  ]
  private static let ofLanguage: [String: Set<String>] = [
    "es": ["sí", "si"], "fr": ["oui", "non"], "pt": ["sim", "não", "nao"],
  ]

  /// The truth of a word: English in every reply, else the reply's language.
  static func read(_ text: String, language: String) -> Bool? {
    let word = text.lowercased()
    guard let value = words[word] else { return nil }
    let foreign = ofLanguage.contains { $0.key != language && $0.value.contains(word) }
    return foreign && ofLanguage[language]?.contains(word) != true ? nil : value
  }
}
