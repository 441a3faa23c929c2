/// How far clocks are ahead of UTC: fixed offsets, and the zones of the system's database.
enum TimeZones {
  /// Seconds ahead of UTC for `UTC`, `+01:00`, `-02:30`, `02:00` or `America/Lima`; nil for a zone that is not known.
  static func offset(_ zone: String, at instant: Timestamp) -> Int? {
    if zone == "UTC" || zone == "GMT" || zone == "Z" { return 0 }
    if let fixed = fixed(zone) { return fixed }
    return ZoneFile.read(zone)?.offset(at: instant.seconds)
  }

  private static func fixed(_ zone: String) -> Int? {
    var digits = Substring(zone)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    let parts = digits.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = Expressions.digits(parts[0], count: 2),
      let minutes = Expressions.digits(parts[1], count: 2),
      hours < 24, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
  }
}
