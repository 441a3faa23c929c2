/// Text that comes from a file: nothing in it turns the direction of writing, moves a cursor or ends a line unseen.
public enum VisibleText {
  /// `text` with hidden characters shown by their numbers, tabs and line ends as spaces.
  public static func line(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isLineEnd) else { return shown(text) }
    // A carriage return with its line feed is one character.
    return shown(String(text.map { $0.unicodeScalars.contains(where: isLineEnd) ? " " : $0 }))
  }

  /// `text` with hidden characters, line ends among them, shown by their numbers, tabs as spaces.
  public static func shown(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: { isHidden($0) || $0 == "\t" }) else { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        result.append(" ")
      } else if isHidden(scalar) {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a character is not seen, but changes how others are.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
}

extension Inline.Target {
  /// What a link may lead to: a part of the document, or an address on the web. Anything else, such as a script, is no link.
  var reference: String? {
    switch self {
    case .anchor(let anchor): "#\(Block.Heading.name(of: anchor))"
    case .address(let address): WebLink.address(address)
    }
  }
}
