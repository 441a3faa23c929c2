import Expressions

/// The words an expression is made of, one a byte.
enum Tokens {
  private static let fixed: [String] = [
    "(", ")", "[", "]", "{", "}", " ? ", " : ", ", ", ".", "!", "-", " + ", " - ", " * ", " / ", " % ", " == ", " != ", " < ",
    " <= ", " > ", " >= ", " in ", " && ", " || ", ".?", "[?", "{?", "`", "//", "\n",
    "0", "1", "2", "-1", "7u", "0u", "1.5", "-0.0", "1e308", "0x1F", "9223372036854775807", "-9223372036854775808",
    "18446744073709551615u", "null", "true", "false", "''", "'a'", "'law'", "'text'", "'%s %d %.3f %x %e'", "b'\\xff'",
    "'2021-05-03'", "'2021/2022'", "'PT1H'", "'1h'", "'UTC'", "'Europe/Madrid'", "'^[a-z]+$'", "'(a|b)*c'", "r'\\d{2}'",
    "has(", ".all(x, ", ".exists(x, ", ".existsOne(x, ", ".filter(x, ", ".map(x, ", ".sortBy(x, ", ".all(k, v, ",
    ".exists(k, v, ", ".transformList(k, v, ", ".transformMap(k, v, ", ".transformMapEntry(k, v, ", ".optMap(x, ",
    ".optFlatMap(x, ", "cel.bind(x, ", "cel.block([", "cel.index(0)", "math.greatest(", "math.least(", "answered(", "x", "k", "v",
    ".year", ".kind", ".exists", ".amount", ".from", ".to", "one", "rows", "dyn(",
  ]

  private static let names: [String] =
    Survey.declarations.map(\.name).filter { !$0.contains("#") }
    + Environment.standard.overloads.flatMap { function in
      function.overloads.isEmpty || !(function.name.first?.isLetter ?? false) || function.name.contains("@")
        ? [] : [function.overloads.contains(where: \.isMember) ? ".\(function.name)(" : "\(function.name)("]
    }

  /// At most 255: that byte ends a text.
  private static let all = Array((fixed + names).prefix(255))

  static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    bytes.reduce(into: "") { $0 += all[Int($1) % all.count] }
  }
}
