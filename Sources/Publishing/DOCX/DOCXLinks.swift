/// The addresses outside that one part of the package refers to.
struct DOCXLinks {
  /// What Word takes at most.
  private static let longest = 2000

  private(set) var addresses: [String] = []
  private var ids: [String: String] = [:]

  /// The id of an address, or `nil` for one that nobody should follow by a click.
  mutating func id(of address: String) -> String? {
    guard let address = Self.web(address) else { return nil }
    if let id = ids[address] { return id }
    addresses.append(address)
    let id = Self.id(addresses.count)
    ids[address] = id
    return id
  }

  /// The relationships of the part.
  var nodes: [DOCXNode] {
    addresses.enumerated().map { index, address in
      .element(
        "Relationship",
        ["Id": Self.id(index + 1), "Type": DOCXPackage.type("hyperlink"), "Target": address, "TargetMode": "External"])
    }
  }

  private static func id(_ number: Int) -> String { "link\(number)" }

  /// An address on the web, written so that Word takes it: one that it cannot read, it calls the document damaged for.
  private static func web(_ address: String) -> String? {
    guard let colon = address.firstRange(of: "://"), ["http", "https"].contains(address[..<colon.lowerBound].lowercased())
    else { return nil }
    let rest = address[colon.upperBound...]
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    guard isHost(rest[..<end]) else { return nil }
    let whole = address[..<colon.lowerBound].lowercased() + "://" + rest[..<end] + escaped(rest[end...])
    return whole.utf8.count <= longest ? whole : nil
  }

  /// Names and ports only: what stands before an `@` is there to mislead.
  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy {
      !$0.isEmpty && $0.utf8.allSatisfy { DOCXText.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
    return isName && (parts.count == 1 || parts.count == 2 && UInt16(parts[1]) != nil)
  }

  /// What an address cannot contain, by its bytes in hexadecimal numbers.
  private static func escaped(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var (result, hasFragment) = ("", false)
    for (index, byte) in bytes.enumerated() {
      let isSecond = byte == UInt8(ascii: "#") && hasFragment
      hasFragment = hasFragment || byte == UInt8(ascii: "#")
      let isPercent = byte == UInt8(ascii: "%") && bytes[(index + 1)...].prefix(2).filter(isHexadecimal).count == 2
      let isAllowed = DOCXText.isLetterOrDigit(byte) || "-._~/?#!$&'()*+,;=:@".utf8.contains(byte)
      if isPercent || isAllowed && !isSecond {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
