/// Whole numbers in words, as running text has them.
public enum NumberWords {
  /// `n` in words of `language`, agreeing with a feminine noun if asked; digits where the language or the number has none.
  public static func words(_ n: Int, language: String, feminine: Bool = false) -> String {
    guard n >= 0, n < 1_000_000 else { return String(n) }
    switch language {
    case "en": return english(n)
    case "es": return spanish(n, feminine: feminine, beforeNoun: true)
    default: return String(n)
    }
  }

  private static let englishSmall = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let englishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  private static func english(_ n: Int) -> String {
    if n < 20 { return englishSmall[n] }
    if n < 100 { return englishTens[n / 10] + (n % 10 == 0 ? "" : "-" + englishSmall[n % 10]) }
    if n < 1000 {
      let rest = n % 100
      return englishSmall[n / 100] + " hundred" + (rest == 0 ? "" : " and " + english(rest))
    }
    let rest = n % 1000
    return english(n / 1000) + " thousand" + (rest == 0 ? "" : (rest < 100 ? " and " : " ") + english(rest))
  }

  private static let spanishSmall = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
  ]
  private static let spanishTens = [
    "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
  ]
  private static let spanishHundreds = [
    "", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos",
    "novecientos",
  ]

  // Numbers that end in one agree with the noun that follows: un, una, veintiún, veintiuna.
  private static func spanish(_ n: Int, feminine: Bool, beforeNoun: Bool) -> String {
    if n >= 1000 {
      let thousands = n / 1000 == 1 ? "mil" : spanish(n / 1000, feminine: feminine, beforeNoun: true) + " mil"
      let rest = n % 1000
      return thousands + (rest == 0 ? "" : " " + spanish(rest, feminine: feminine, beforeNoun: beforeNoun))
    }
    if n >= 100 {
      if n == 100 { return "cien" }
      var hundreds = spanishHundreds[n / 100]
      if feminine && n >= 200 { hundreds = String(hundreds.dropLast(2)) + "as" }
      let rest = n % 100
      return hundreds + (rest == 0 ? "" : " " + spanish(rest, feminine: feminine, beforeNoun: beforeNoun))
    }
    if n % 10 == 1 && n != 11 { return spanishOne(n, feminine: feminine, beforeNoun: beforeNoun) }
    if n < 30 { return spanishSmall[n] }
    return spanishTens[n / 10] + (n % 10 == 0 ? "" : " y " + spanishSmall[n % 10])
  }

  private static func spanishOne(_ n: Int, feminine: Bool, beforeNoun: Bool) -> String {
    let one = feminine ? "una" : beforeNoun ? "un" : "uno"
    switch n {
    case 1: return one
    case 21: return feminine ? "veintiuna" : beforeNoun ? "veintiún" : "veintiuno"
    default: return spanishTens[n / 10] + " y " + one
    }
  }
}
