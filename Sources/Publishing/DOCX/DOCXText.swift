/// Text of anybody as text in XML.
enum DOCXText {
  /// Text without what turns the direction of writing: such characters are shown by their numbers.
  static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: turnsDirection) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if turnsDirection(scalar) {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Text for a place that has one line.
  static func line(_ text: String) -> String {
    shown(String(String.UnicodeScalarView(text.unicodeScalars.map { isBreak($0) || $0 == "\t" ? " " : $0 })))
  }

  /// The lines of a text.
  static func lines(_ text: String) -> [String] {
    // A carriage return with its line feed is one character of Swift's.
    text.split(omittingEmptySubsequences: false) { $0.unicodeScalars.contains(where: isBreak) }.map { shown(String($0)) }
  }

  /// Writes a text so that a parser reads it again; what XML does not have becomes U+FFFD.
  static func escape(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      // Parsers read these three in an attribute as spaces, and a carriage return as a line feed.
      case "\t", "\n", "\r": bytes += "&#\(scalar.value);".utf8
      default: bytes += UTF8.encode(isForbidden(scalar) ? "\u{FFFD}" : scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
