/// English where it should not be: frequent words that the other languages do not have.
enum EnglishWords {
  private static let words: Set<String> = [
    "the", "of", "is", "and", "not", "with", "to", "that", "this", "are", "was", "were", "which", "there", "it", "its", "be",
    "from", "by", "at", "been", "cannot", "must", "only", "what", "does", "has", "show", "write", "file", "reply", "unknown",
    "missing", "unexpected", "expected", "default", "values",
  ]

  /// The lines that hold one, outside quotes, ids and options.
  static func lines(in text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init).filter { line in
      // A line of somebody's file, as it is shown.
      guard !line.contains(" │ ") else { return false }
      let own = line.replacing(/'[^']*'|`[^`]*`|"[^"]*"|\[[^\]]*\]|<[^>]*>|[^ ]*[\/_.=][^ ]+/, with: " ")
        // The values that an option takes are what is written there in every language.
        .replacing(/\([^():]*: [a-z]+(, [a-z]+)+[;)]/, with: " ")
      // A dash is no end of a word: `--with` is an option.
      return own.split { $0.isWhitespace || ".,;:()!?¿…".contains($0) }.contains { words.contains($0.lowercased()) }
    }
  }
}
