/// What can be told of an address on the web without asking for it.
enum WebAddress {
  case secure, insecure, malformed

  static func check(_ text: String) -> WebAddress {
    for (scheme, kind) in [("https://", WebAddress.secure), ("http://", .insecure)] where text.lowercased().hasPrefix(scheme) {
      return isPrintable(text) && hasHost(text.dropFirst(scheme.count)) ? kind : .malformed
    }
    return .malformed
  }

  private static func isPrintable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: false
      default: !"<>\"{}|\\^`".unicodeScalars.contains(scalar)
      }
    }
  }

  // Names with a dot between them, perhaps a port; no user, whose name would hide the host.
  private static func hasHost(_ rest: Substring) -> Bool {
    let authority = rest.prefix { !"/?#".contains($0) }
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let host = parts.first, !authority.contains("@") else { return false }
    if parts.count == 2, UInt16(parts[1]) == nil { return false }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { isLabel($0) }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    guard let first = label.first, let last = label.last else { return false }
    return label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } && first != "-" && last != "-"
  }
}
