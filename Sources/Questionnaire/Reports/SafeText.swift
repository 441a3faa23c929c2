import Publishing

/// Text that comes from a file, made safe for a terminal: nothing in it moves the cursor or turns the direction of writing.
public enum SafeText {
  /// `text` with control and direction characters shown by their numbers, tabs as spaces.
  public static func shown(_ text: some StringProtocol) -> String { VisibleText.shown(text) }

  /// The columns that text takes on a terminal, before it is cut at a code point.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if VisibleText.isHidden(scalar) { return 4 + String(scalar.value, radix: 16).count }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
