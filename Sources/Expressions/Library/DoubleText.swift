/// Binary numbers in decimal digits.
enum DoubleText {
  /// The fewest digits that read back as the same number; whole numbers without a point.
  static func shortest(_ number: Double) -> String {
    if let special = special(number) { return special }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// `123.500`: rounded to `places` after the point, half to even by the exact value.
  static func fixed(_ number: Double, places: Int) -> String {
    if let special = special(number) { return special }
    var (digits, point) = expansion(number.magnitude)
    round(&digits, &point, keeping: point + places)
    let whole = point > 0 ? Array(digits[..<point]) : [0]
    let zeros = point < 0 ? min(-point, places) : 0
    let fraction = Array(repeating: UInt8(0), count: zeros) + digits[max(0, point)...].prefix(max(0, places - zeros))
    return sign(number) + text(whole) + (places > 0 ? "." + text(fraction + zeroes(places - fraction.count)) : "")
  }

  /// `1.052033e+03`: one digit, `places` after the point, and the exponent in two digits or more.
  static func scientific(_ number: Double, places: Int) -> String {
    if let special = special(number) { return special }
    var (digits, point) = expansion(number.magnitude)
    round(&digits, &point, keeping: places + 1)
    let all = digits.prefix(places + 1) + zeroes(places + 1 - digits.count)
    let exponent = number == 0 ? 0 : point - 1
    let mantissa = text(all.prefix(1)) + (places > 0 ? "." + text(all.dropFirst()) : "")
    return sign(number) + mantissa + "e" + (exponent < 0 ? "-" : "+") + padded(abs(exponent), 2)
  }

  private static func special(_ number: Double) -> String? {
    if number.isNaN { return "NaN" }
    return number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : nil
  }

  private static func sign(_ number: Double) -> String { number.sign == .minus ? "-" : "" }

  private static func zeroes(_ count: Int) -> [UInt8] { Array(repeating: 0, count: max(0, count)) }

  private static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  /// All decimal digits of a finite number, the first not zero, and how many stand before the point.
  private static func expansion(_ number: Double) -> (digits: [UInt8], point: Int) {
    guard number > 0 else { return ([0], 1) }
    let exponent = number.significandBitPattern == 0 && number.isNormal ? Int(number.exponent) : Int(number.ulp.exponent)
    let significand = UInt64(number / Double(sign: .plus, exponent: exponent, significand: 1))
    var limbs: [UInt64] = [
      significand % 1_000_000_000, significand / 1_000_000_000 % 1_000_000_000, significand / 1_000_000_000_000_000_000,
    ]
    multiply(&limbs, by: exponent < 0 ? 5 : 2, times: abs(exponent))
    var digits: [UInt8] = []
    for limb in limbs.reversed() { digits += padded(Int(limb), 9).utf8.map { $0 - UInt8(ascii: "0") } }
    digits = Array(digits.drop { $0 == 0 })
    // A negative power of two is that power of five over ten.
    return (digits, digits.count + min(0, exponent))
  }

  private static func multiply(_ limbs: inout [UInt64], by factor: UInt64, times: Int) {
    for _ in 0..<times {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let product = limbs[index] * factor + carry
        limbs[index] = product % 1_000_000_000
        carry = product / 1_000_000_000
      }
      if carry > 0 { limbs.append(carry) }
    }
  }

  /// Cuts to `count` digits, rounding half to even; may move the point.
  private static func round(_ digits: inout [UInt8], _ point: inout Int, keeping count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = [0]
      point = 1
      return
    }
    let rest = digits[count...]
    let isOver = rest.first.map { $0 > 5 || ($0 == 5 && rest.dropFirst().contains { $0 > 0 }) } ?? false
    let isHalf = rest.first == 5 && !rest.dropFirst().contains { $0 > 0 }
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    digits = Array(digits[..<count])
    guard isOver || (isHalf && isOdd) else {
      if digits.isEmpty { (digits, point) = ([0], 1) }
      return
    }
    var index = count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }
}
