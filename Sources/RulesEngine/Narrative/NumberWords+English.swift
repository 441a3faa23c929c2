extension NumberWords {
  private static let englishSmall = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let englishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  static func english(_ n: Int) -> String {
    if n < 20 { return englishSmall[n] }
    if n < 100 { return englishTens[n / 10] + (n % 10 == 0 ? "" : "-" + englishSmall[n % 10]) }
    if n < 1000 {
      let rest = n % 100
      return englishSmall[n / 100] + " hundred" + (rest == 0 ? "" : " and " + english(rest))
    }
    let rest = n % 1000
    return english(n / 1000) + " thousand" + (rest == 0 ? "" : (rest < 100 ? " and " : " ") + english(rest))
  }
}
