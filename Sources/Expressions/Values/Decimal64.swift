/// An exact decimal number: `mantissa` divided by ten to the `scale`, up to 18 digits.
///
/// `1.10 == 1.1`, but the description keeps the digits as written. Arithmetic is exact or says that it is not possible (nil).
public struct Decimal64: Hashable, Comparable, Sendable, BitwiseCopyable, CustomStringConvertible {
  /// All digits, with the sign.
  public let mantissa: Int64
  /// How many of the digits stand after the point, 0 to 18.
  public let scale: UInt8

  static let maximumScale: UInt8 = 18
  static let powers: [Int64] = (0...18).map { (0..<$0).reduce(Int64(1)) { power, _ in power * 10 } }

  /// Nil when `scale` is over 18.
  public init?(mantissa: Int64, scale: UInt8) {
    guard scale <= Self.maximumScale else { return nil }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// A whole number.
  public init(_ number: Int64) {
    mantissa = number
    scale = 0
  }

  /// Reads digits with an optional sign, point and exponent (`1e-3`); nil when it is no number or does not fit.
  public init?(parsing text: some StringProtocol) {
    var rest = Substring(text)
    var exponent = 0
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let number = Int(rest[rest.index(after: mark)...]), (-40...40).contains(number) else { return nil }
      exponent = number
      rest = rest[..<mark]
    }
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    guard let parsed = Self.plainDigits(rest) else { return nil }
    self.init(wide: isNegative ? -parsed.number : parsed.number, scale: parsed.scale - exponent)
  }

  /// Rounds nothing: nil when the number does not fit 64 bits or has more than 18 digits after the point.
  init?(wide: Int128, scale: Int) {
    var (number, places) = (wide, scale)
    while places > Int(Self.maximumScale) || Int64(exactly: number) == nil, places > 0, number % 10 == 0 {
      number /= 10
      places -= 1
    }
    while places < 0, number != 0 {
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      number = product
      places += 1
    }
    guard let mantissa = Int64(exactly: number), places <= Int(Self.maximumScale) else { return nil }
    self.mantissa = mantissa
    self.scale = UInt8(max(0, places))
  }

  private static func plainDigits(_ text: Substring) -> (number: Int128, scale: Int)? {
    var (number, scale, seen, afterPoint) = (Int128(0), 0, false, false)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), !afterPoint {
        afterPoint = true
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        guard number < Int128(Int64.max) * 1000 else { return nil }
        number = number * 10 + Int128(byte - UInt8(ascii: "0"))
        scale += afterPoint ? 1 : 0
        seen = true
      } else {
        return nil
      }
    }
    return seen && !(afterPoint && text.utf8.last == UInt8(ascii: ".")) ? (number, scale) : nil
  }

  /// Without zeros at the end of the fraction, so that equal numbers have equal parts.
  public var normalized: Decimal64 {
    var (number, places) = (mantissa, scale)
    while places > 0, number % 10 == 0 {
      number /= 10
      places -= 1
    }
    return Decimal64(mantissa: number, scale: places) ?? self
  }

  /// The value when it is a whole number.
  public var integer: Int64? {
    let plain = normalized
    return plain.scale == 0 ? plain.mantissa : nil
  }

  /// The nearest binary number.
  public var double: Double { Double(description) ?? .nan }

  /// The whole part, towards zero.
  public var truncated: Int64 { mantissa / Self.powers[Int(scale)] }

  /// The digits as given: `1.10`.
  public var description: String {
    let text = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    guard scale > 0 else { return sign + text }
    let places = Int(scale)
    let wide = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    return sign + wide.dropLast(places) + "." + wide.suffix(places)
  }

  /// By number: `1.10 == 1.1`.
  public static func == (a: Decimal64, b: Decimal64) -> Bool {
    let (left, right) = aligned(a, b)
    return left == right
  }
  /// By number.
  public static func < (a: Decimal64, b: Decimal64) -> Bool {
    let (left, right) = aligned(a, b)
    return left < right
  }
  /// Of the normalized number.
  public func hash(into hasher: inout Hasher) {
    let plain = normalized
    hasher.combine(plain.mantissa)
    hasher.combine(plain.scale)
  }

  /// Always fits: 64 bits times ten to the 18th is under 2 to the 124th.
  private static func aligned(_ a: Decimal64, _ b: Decimal64) -> (Int128, Int128) {
    let scale = max(a.scale, b.scale)
    return (
      Int128(a.mantissa) * Int128(powers[Int(scale - a.scale)]), Int128(b.mantissa) * Int128(powers[Int(scale - b.scale)])
    )
  }
}

extension Decimal64 {
  /// The exact sum; nil when it does not fit.
  public func adding(_ other: Decimal64) -> Decimal64? { combine(other, +) }
  /// The exact difference; nil when it does not fit.
  public func subtracting(_ other: Decimal64) -> Decimal64? { combine(other, -) }

  /// The exact product; nil when it does not fit.
  public func multiplied(by other: Decimal64) -> Decimal64? {
    Decimal64(wide: Int128(mantissa) * Int128(other.mantissa), scale: Int(scale) + Int(other.scale))
  }

  /// The quotient: exact when it ends within 18 significant digits and 18 after the point, else rounded there, half to even.
  /// Nil for a divisor of zero and when it does not fit.
  public func divided(by other: Decimal64) -> Decimal64? {
    guard other.mantissa != 0 else { return nil }
    let isNegative = (mantissa < 0) != (other.mantissa < 0)
    var (quotient, remainder) = mantissa.magnitude.wide.quotientAndRemainder(dividingBy: other.mantissa.magnitude.wide)
    var places = Int(scale) - Int(other.scale)
    let divisor = other.mantissa.magnitude.wide
    while remainder != 0, quotient < Int128(Self.powers[17]), places < Int(Self.maximumScale) {
      let next = (remainder * 10).quotientAndRemainder(dividingBy: divisor)
      quotient = quotient * 10 + next.quotient
      remainder = next.remainder
      places += 1
    }
    if remainder * 2 > divisor || (remainder * 2 == divisor && quotient % 2 == 1) { quotient += 1 }
    return Decimal64(wide: isNegative ? -quotient : quotient, scale: places)
  }

  /// The whole number that it is rounded to: up, down, towards zero, or else to the nearest, of two the one away from zero.
  public func rounded(_ rule: FloatingPointRoundingRule) -> Decimal64 {
    let whole = truncated
    let rest = mantissa - whole * Self.powers[Int(scale)]
    let step: Int64 =
      switch rule {
      case .up: rest > 0 ? 1 : 0
      case .down: rest < 0 ? -1 : 0
      case .towardZero: 0
      default: rest.magnitude * 2 >= UInt64(Self.powers[Int(scale)]) && rest != 0 ? rest.signum() : 0
      }
    return Decimal64(whole + step)
  }

  /// The negated number; nil for the least one.
  public var negated: Decimal64? {
    let (number, overflow) = Int64(0).subtractingReportingOverflow(mantissa)
    return overflow ? nil : Decimal64(mantissa: number, scale: scale)
  }

  private func combine(_ other: Decimal64, _ operation: (Int128, Int128) -> Int128) -> Decimal64? {
    let (a, b) = Self.aligned(self, other)
    return Decimal64(wide: operation(a, b), scale: Int(max(scale, other.scale)))
  }
}

extension UInt64 {
  fileprivate var wide: Int128 { Int128(self) }
}
