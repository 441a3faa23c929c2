/// Whole numbers in words, as running text has them before a noun.
public enum NumberWords {
  /// `n` in words of `language`, agreeing with a feminine noun if asked; digits where the language or the number has none.
  public static func words(_ n: Int, language: String, feminine: Bool = false) -> String {
    guard n >= 0, n < 1_000_000, let known = KnownLanguage(rawValue: language) else { return String(n) }
    return switch known {
    case .en: english(n)
    case .es: spanish(n, feminine: feminine, beforeNoun: true)
    case .fr: french(n, feminine: feminine)
    case .pt: portuguese(n, feminine: feminine)
    }
  }
}
