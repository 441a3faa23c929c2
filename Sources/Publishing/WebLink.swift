/// An address on the web that a reader may follow by a click, in whatever form the document has.
enum WebLink {
  /// What Word takes at most.
  private static let longest = 2000

  /// The address as every program reads it, or `nil` for one that nobody should follow. An address that Word cannot read, it
  /// calls the document damaged for.
  static func address(_ text: String) -> String? {
    guard VisibleText.line(text) == text,
      let colon = text.firstRange(of: "://"), ["http", "https"].contains(text[..<colon.lowerBound].lowercased())
    else { return nil }
    let rest = text[colon.upperBound...]
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    guard isHost(rest[..<end]) else { return nil }
    let whole = text[..<colon.lowerBound].lowercased() + "://" + rest[..<end] + escaped(rest[end...])
    return whole.utf8.count <= longest ? whole : nil
  }

  /// Names and ports only: what stands before an `@` is there to mislead.
  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") } }
    return isName && (parts.count == 1 || parts.count == 2 && UInt16(parts[1]) != nil)
  }

  /// What an address cannot contain, by its bytes in hexadecimal numbers.
  private static func escaped(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var (result, hasFragment) = ("", false)
    for (index, byte) in bytes.enumerated() {
      let isSecond = byte == UInt8(ascii: "#") && hasFragment
      hasFragment = hasFragment || byte == UInt8(ascii: "#")
      let isPercent = byte == UInt8(ascii: "%") && bytes[(index + 1)...].prefix(2).filter(\.isHexadecimal).count == 2
      let isAllowed = byte.isLetterOrDigit || "-._~/?#!$&'()*+,;=:@".utf8.contains(byte)
      if isPercent || isAllowed && !isSecond {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
