/// Reading and writing instants (RFC 3339) and lengths of time (`1h30m`, `1.5s`).
extension Timestamp: CustomStringConvertible {
  /// Reads `2009-02-13T23:31:30.5Z` or an offset in place of the `Z`; nil for anything else.
  public init?(parsing text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let date = CalendarDate(parsing: String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = digits(bytes[11..<13], count: 2), let minute = digits(bytes[14..<16], count: 2),
      let second = digits(bytes[17..<19], count: 2), hour < 24, minute < 60, second < 60
    else { return nil }
    var end = 19
    var nanoseconds = 0
    if bytes[19] == UInt8(ascii: ".") {
      let fraction = bytes[20...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      guard (1...9).contains(fraction.count), let number = digits(fraction, count: fraction.count) else { return nil }
      nanoseconds = number * Int(Decimal64.powers[9 - fraction.count])
      end = fraction.endIndex
    }
    guard let offset = Self.offset(bytes[end...]) else { return nil }
    let midnight = Int64(date.days) * 86_400
    self.init(seconds: midnight + Int64(hour * 3600 + minute * 60 + second - offset), nanoseconds: Int32(nanoseconds))
  }

  /// Seconds east of UTC: `Z`, `+02:00`.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first | 0x20 == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
    let start = bytes.startIndex
    guard bytes.count == 6, first == UInt8(ascii: "+") || first == UInt8(ascii: "-"), bytes[start + 3] == UInt8(ascii: ":"),
      let hours = digits(bytes[start + 1..<start + 3], count: 2), let minutes = digits(bytes[start + 4..<start + 6], count: 2),
      hours < 24, minutes < 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return first == UInt8(ascii: "-") ? -seconds : seconds
  }

  /// `2009-02-13T23:31:30Z`, with as many digits of the second as needed.
  public var description: String {
    let second = secondOfDay
    let day = date.map(\.description) ?? ""
    let clock = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    return "\(day)T\(clock)\(fraction(Int64(nanoseconds)))Z"
  }
}

extension TimeSpan: CustomStringConvertible {
  private static let units: [(name: String, nanoseconds: Int64)] = [
    ("ns", 1), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ms", 1_000_000), ("s", 1_000_000_000), ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
  ]

  /// Reads `1h45m47.5s`, `-1.5s`, `100ms`, `0`; nil for anything else or beyond 292 years.
  public init?(parsing text: some StringProtocol) {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    var total: Int128 = 0
    if rest != "0" {
      while !rest.isEmpty {
        guard let part = Self.part(&rest) else { return nil }
        total += part
      }
    }
    guard let nanoseconds = Int64(exactly: isNegative ? -total : total) else { return nil }
    self.init(nanoseconds: nanoseconds)
  }

  /// Reads one number with its unit; digits below a nanosecond are cut off.
  private static func part(_ rest: inout Substring) -> Int128? {
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    rest = rest[number.endIndex...]
    let name = rest.prefix { !($0.isASCII && ($0.isNumber || $0 == ".")) }
    rest = rest[name.endIndex...]
    guard let unit = units.first(where: { $0.name == name }) else { return nil }
    let pieces = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(pieces.count), number != ".", !number.isEmpty, number.utf8.count < 30 else { return nil }
    let whole = pieces[0].isEmpty ? 0 : Int64(pieces[0])
    guard let whole else { return nil }
    var result = Int128(whole) * Int128(unit.nanoseconds)
    if pieces.count == 2, !pieces[1].isEmpty {
      let kept = pieces[1].prefix(18)
      guard let fraction = Int64(kept) else { return nil }
      result += Int128(fraction) * Int128(unit.nanoseconds) / Int128(Decimal64.powers[kept.count])
    }
    return result
  }

  /// In seconds: `6347s`, `-1.5s`.
  public var description: String {
    let size = nanoseconds.magnitude
    let sign = nanoseconds < 0 ? "-" : ""
    return "\(sign)\(size / 1_000_000_000)\(fraction(Int64(size % 1_000_000_000)))s"
  }
}

/// The digits of a part of a second with the point, without zeros at the end; nothing for 0.
private func fraction(_ nanoseconds: Int64) -> String {
  guard nanoseconds != 0 else { return "" }
  var text = padded(Int(nanoseconds), 9)
  while text.last == "0" { text.removeLast() }
  return "." + text
}
