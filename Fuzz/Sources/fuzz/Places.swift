import Expressions

/// Where messages point.
enum Places {
  /// Every message has a place inside of the text that cuts no character in two, and a value for all that its words name.
  static func hold(_ diagnostics: [Diagnostic], in text: String) {
    require(!diagnostics.isEmpty, "a failure without a message")
    for diagnostic in diagnostics {
      let (low, high) = (diagnostic.range.lowerBound, diagnostic.range.upperBound)
      require(low >= 0 && high <= text.utf8.count, "a message outside of the text")
      for offset in [low, high] {
        let index = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
        require(index.samePosition(in: text.unicodeScalars) != nil, "a message that begins or ends within a character")
      }
      for name in names(diagnostic) { require(diagnostic.arguments[name] != nil, "\(diagnostic.code) without \(name)") }
    }
  }

  /// What stands between braces in the words of a message.
  private static func names(_ diagnostic: Diagnostic) -> [String] {
    let template = Diagnostic.Code(rawValue: diagnostic.code)?.template ?? ""
    return template.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
  }
}
