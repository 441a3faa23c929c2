extension NumberWords {
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
  static func spanish(_ n: Int, feminine: Bool, beforeNoun: Bool) -> String {
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
