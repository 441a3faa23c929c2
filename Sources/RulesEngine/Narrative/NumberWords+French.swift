// In the traditional spelling, as the documents of international organizations have it: hyphens below a hundred only, and none
// beside "et".
extension NumberWords {
  private static let frenchSmall = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
    "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
  ]
  private static let frenchTens = [
    "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt",
  ]

  /// `vingt` and `cent` have their plural only at the end of the number, not before `mille`.
  static func french(_ n: Int, feminine: Bool, isLast: Bool = true) -> String {
    if n >= 1000 {
      let thousands = n / 1000 == 1 ? "mille" : french(n / 1000, feminine: false, isLast: false) + " mille"
      return thousands + (n % 1000 == 0 ? "" : " " + french(n % 1000, feminine: feminine, isLast: isLast))
    }
    if n >= 100 {
      let hundreds = n / 100 == 1 ? "cent" : frenchSmall[n / 100] + " cent"
      if n % 100 == 0 { return hundreds + (n > 100 && isLast ? "s" : "") }
      return hundreds + " " + french(n % 100, feminine: feminine, isLast: isLast)
    }
    return frenchBelowHundred(n, feminine: feminine, isLast: isLast)
  }

  // Seventy and ninety are counted on from sixty and eighty.
  private static func frenchBelowHundred(_ n: Int, feminine: Bool, isLast: Bool) -> String {
    if n == 1 { return feminine ? "une" : "un" }
    if n < 20 { return frenchSmall[n] }
    let tens = n / 10
    let rest = tens == 7 || tens == 9 ? n % 10 + 10 : n % 10
    if rest == 0 { return frenchTens[tens] + (tens == 8 && isLast ? "s" : "") }
    let unit = rest == 1 && feminine ? "une" : frenchSmall[rest]
    return frenchTens[tens] + (n % 10 == 1 && tens < 8 ? " et " : "-") + unit
  }
}
