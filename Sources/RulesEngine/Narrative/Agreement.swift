/// What verbs and adjectives agree with, and the endings that do: `cuenta[n]`, `[es|son]`, `[il|elle|ils|elles]`.
public struct Agreement: Sendable, Hashable {
  /// The genders that texts tell apart.
  public enum Gender: String, Sendable, CaseIterable {
    case masculine = "m"
    case feminine = "f"
  }

  /// The gender of the subject.
  public var gender: Gender
  /// Whether it stands in the plural.
  public var isPlural: Bool

  /// Agreement with a subject; by default with a masculine one in the singular.
  public init(gender: Gender = .masculine, isPlural: Bool = false) {
    self.gender = gender
    self.isPlural = isPlural
  }

  /// `text` with each marker replaced by the form that agrees; other brackets are text.
  public func resolve(_ text: String) -> String {
    guard text.contains("[") else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "[") {
      result += rest[..<open]
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: "]"), let form = form(of: rest[after..<close]) else {
        result.append("[")
        rest = rest[after...]
        continue
      }
      result += form
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func form(of marker: Substring) -> Substring? {
    let forms = marker.split(separator: "|", omittingEmptySubsequences: false)
    guard !marker.isEmpty, forms.allSatisfy({ $0.allSatisfy { isOfForm($0, among: forms.count) } }) else { return nil }
    switch forms.count {
    case 1: return isPlural ? forms[0] : ""
    case 2: return forms[isPlural ? 1 : 0]
    case 4: return forms[(isPlural ? 2 : 0) + (gender == .feminine ? 1 : 0)]
    default: return nil
    }
  }

  // Several forms may have several words, as in `[s'est|se sont]`; an ending alone has none.
  private func isOfForm(_ character: Character, among count: Int) -> Bool {
    character.isLetter || (count > 1 && " '’-".contains(character))
  }
}
