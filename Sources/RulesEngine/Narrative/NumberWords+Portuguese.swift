// In the spelling of Brazil.
extension NumberWords {
  private static let portugueseSmall = [
    "zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze", "catorze",
    "quinze", "dezesseis", "dezessete", "dezoito", "dezenove",
  ]
  private static let portugueseFeminine = [1: "uma", 2: "duas"]
  private static let portugueseTens = [
    "", "", "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa",
  ]
  private static let portugueseHundreds = [
    "", "cento", "duzentos", "trezentos", "quatrocentos", "quinhentos", "seiscentos", "setecentos", "oitocentos", "novecentos",
  ]

  /// One, two and the hundreds from two on agree with the noun, those that count thousands too.
  static func portuguese(_ n: Int, feminine: Bool) -> String {
    if n >= 1000 {
      let thousands = n / 1000 == 1 ? "mil" : portuguese(n / 1000, feminine: feminine) + " mil"
      let rest = n % 1000
      guard rest > 0 else { return thousands }
      // What follows is joined by "e" when it is one word long or has no hundreds.
      return thousands + (rest < 100 || rest % 100 == 0 ? " e " : " ") + portuguese(rest, feminine: feminine)
    }
    if n == 100 { return "cem" }
    if n > 100 {
      var hundreds = portugueseHundreds[n / 100]
      if feminine && n >= 200 { hundreds = String(hundreds.dropLast(2)) + "as" }
      return hundreds + (n % 100 == 0 ? "" : " e " + portuguese(n % 100, feminine: feminine))
    }
    if n < 20 { return feminine ? portugueseFeminine[n] ?? portugueseSmall[n] : portugueseSmall[n] }
    return portugueseTens[n / 10] + (n % 10 == 0 ? "" : " e " + portuguese(n % 10, feminine: feminine))
  }
}
