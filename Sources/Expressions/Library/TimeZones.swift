/// How far clocks are ahead of UTC: fixed offsets, and the zones of the system's database.
enum TimeZones {
  /// Seconds ahead of UTC for `UTC`, `+01:00`, `-02:30` or `02:00`; nil for anything else.
  static func fixed(_ zone: String) -> Int? {
    zone == "UTC" || zone == "GMT" || zone == "Z" ? 0 : signed(zone)
  }

  private static func signed(_ zone: String) -> Int? {
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

extension EvaluationState {
  /// Seconds ahead of UTC for a fixed offset or a zone such as `America/Lima`; nil for a zone that is not known. A zone's file is
  /// read once.
  mutating func offset(_ zone: String, at instant: Timestamp) -> Int? {
    if let fixed = TimeZones.fixed(zone) { return fixed }
    if let known = zones[zone] { return known.offset(at: instant.seconds) }
    guard charge(1000), let file = ZoneFile.read(zone) else { return nil }
    if zones.count >= 64 { zones.removeAll(keepingCapacity: true) }
    zones[zone] = file
    return file.offset(at: instant.seconds)
  }
}
