/// Endings that agree with the subject: `cuenta[n]`, `[es|son]`.
public enum Agreement {
  /// `text` with each marker replaced by its singular or plural form; brackets around anything but letters are text.
  public static func resolve(_ text: String, plural: Bool) -> String {
    guard text.contains("[") else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "[") {
      result += rest[..<open]
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: "]"), let forms = forms(rest[after..<close]) else {
        result.append("[")
        rest = rest[after...]
        continue
      }
      result += plural ? forms.plural : forms.singular
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func forms(_ marker: Substring) -> (singular: Substring, plural: Substring)? {
    let parts = marker.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy(\.isLetter) }), !marker.isEmpty else { return nil }
    switch parts.count {
    case 1: return ("", parts[0])
    case 2: return (parts[0], parts[1])
    default: return nil
    }
  }
}
