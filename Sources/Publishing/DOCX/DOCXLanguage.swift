/// Languages as word processors call them: with a country, by whose dictionary they check the words.
enum DOCXLanguage {
  /// A dictionary that every program has; for Portuguese that of the Americas.
  private static let places = ["en": "en-US", "es": "es-ES", "fr": "fr-FR", "pt": "pt-BR"]

  /// `nil` for what is no name of a language: then a document says none.
  static func tag(_ language: String) -> String? {
    let parts = language.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isLetterOrDigit) }
    return isTag ? places[language] ?? language : nil
  }
}
