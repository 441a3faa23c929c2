@testable import RulesEngine
import Testing

/// Words that the engine itself has: numbers and endings.
@Suite struct WordsTests {
  @Test(arguments: [
    (0, "zero"), (7, "seven"), (13, "thirteen"), (20, "twenty"), (42, "forty-two"), (100, "one hundred"),
    (219, "two hundred and nineteen"), (1000, "one thousand"), (1001, "one thousand and one"),
    (12_345, "twelve thousand three hundred and forty-five"), (1_000_000, "1000000"), (-1, "-1"),
  ])
  func english(_ number: Int, _ words: String) {
    #expect(NumberWords.words(number, language: "en") == words)
  }

  @Test(arguments: [
    (0, "cero", "cero"), (1, "un", "una"), (2, "dos", "dos"), (16, "dieciséis", "dieciséis"), (21, "veintiún", "veintiuna"),
    (22, "veintidós", "veintidós"), (31, "treinta y un", "treinta y una"), (40, "cuarenta", "cuarenta"), (100, "cien", "cien"),
    (101, "ciento un", "ciento una"), (200, "doscientos", "doscientas"),
    (555, "quinientos cincuenta y cinco", "quinientas cincuenta y cinco"),
    (1000, "mil", "mil"), (2021, "dos mil veintiún", "dos mil veintiuna"), (21_000, "veintiún mil", "veintiuna mil"),
    (111, "ciento once", "ciento once"), (1_000_000, "1000000", "1000000"),
  ])
  func spanish(_ number: Int, _ masculine: String, _ feminine: String) {
    #expect(NumberWords.words(number, language: "es") == masculine)
    #expect(NumberWords.words(number, language: "es", feminine: true) == feminine)
  }

  /// Two numbers never have the same words, and words have no digits.
  @Test(arguments: ["en", "es"]) func wordsTellNumbersApart(_ language: String) {
    var seen: Set<String> = []
    for number in 0..<3000 {
      let words = NumberWords.words(number, language: language)
      #expect(seen.insert(words).inserted, "\(number): \(words)")
      #expect(!words.contains { $0.isNumber })
    }
  }

  @Test func otherLanguagesHaveDigits() { #expect(NumberWords.words(7, language: "fr") == "7") }

  @Test(arguments: [
    ("cuenta[n] con", "cuenta con", "cuentan con"), ("[es|son] parte", "es parte", "son parte"),
    ("sin marca", "sin marca", "sin marca"),
    ("[1.2 no]", "[1.2 no]", "[1.2 no]"), ("[a|b|c]", "[a|b|c]", "[a|b|c]"), ("a [ b", "a [ b", "a [ b"), ("[]", "[]", "[]"),
    ("[n][s]", "", "ns"),
  ])
  func endings(_ text: String, _ singular: String, _ plural: String) {
    #expect(Agreement.resolve(text, plural: false) == singular)
    #expect(Agreement.resolve(text, plural: true) == plural)
  }

  @Test(arguments: [
    ("snake_case", true), ("a1", true), ("x", false), ("Upper", false), ("a__b", false), ("_a", false), ("a_", false),
    ("1a", false),
    ("kebab-case", false), ("", false), ("é_a", false),
  ])
  func snakeCase(_ name: String, _ fits: Bool) { #expect(Names.isSnakeCase(name) == fits) }

  @Test(arguments: [
    ("law-31", true), ("3-a", true), ("a", true), ("a--b", false), ("-a", false), ("a-", false), ("a_b", false), ("A", false),
    ("", false),
  ])
  func kebabCase(_ name: String, _ fits: Bool) { #expect(Names.isKebabCase(name) == fits) }
}

/// Definitions come after what they read.
@Suite struct DependencyOrderTests {
  @Test func eachComesAfterWhatItReads() {
    let reads = [[1, 2], [2], [], [0]]
    let order = DependencyOrder(count: 4) { reads[$0] }
    #expect(order.cyclic.isEmpty)
    for (node, read) in reads.enumerated() {
      for other in read { #expect((order.order.firstIndex(of: other) ?? 9) < (order.order.firstIndex(of: node) ?? -1)) }
    }
  }

  @Test func cyclesAreLeftOut() {
    let reads = [[1], [2], [1], [], [0]]
    let order = DependencyOrder(count: 5) { reads[$0] }
    #expect(order.cyclic.isSuperset(of: [1, 2]))
    #expect(order.order.contains(3) && !order.order.contains(1))
    #expect(DependencyOrder(count: 1) { _ in [0] }.cyclic == [0])
  }

  @Test func aLongChainDoesNotExhaustTheStack() {
    let order = DependencyOrder(count: 200_000) { $0 == 0 ? [] : [$0 - 1] }
    #expect(order.order.count == 200_000 && order.order.first == 0)
  }
}

/// How statements are joined and lists are written.
@Suite struct StyleTests {
  @Test func series() {
    var style = Style()
    #expect(style.series(["a", "b"]) == "a, b")
    style.joins[.yesYes] = [
      Style.Join(before: ["i", "hi"], two: " e ", between: ", ", last: " e "), Style.Join(two: " y ", between: ", ", last: " y "),
    ]
    #expect(style.series([]) == "")
    #expect(style.series(["uno"]) == "uno")
    #expect(style.series(["uno", "dos"]) == "uno y dos")
    #expect(style.series(["uno", "Irlanda"]) == "uno e Irlanda")
    #expect(style.series(["a", "b", "hijos"]) == "a, b e hijos")
  }

  @Test(arguments: [
    (["leyes", "planes"], "leyes y planes"), (["Antigua y Barbuda", "Chile"], "Antigua y Barbuda, y Chile"),
    (["Antigua y Barbuda", "Chile", "Cuba"], "Antigua y Barbuda, Chile y Cuba"),
    (["Chile", "Antigua y Barbuda", "Cuba"], "Chile, Antigua y Barbuda, y Cuba"),
  ])
  func commaAfterWordsThatHoldTheirOwnAnd(_ words: [String], _ text: String) {
    var style = Style()
    style.joins[.yesYes] = [
      Style.Join(after: [" y "], two: ", y ", between: ", ", last: ", y "), Style.Join(two: " y ", between: ", ", last: " y "),
    ]
    #expect(style.series(words) == text)
  }

  @Test(arguments: [
    (Style.Join(off: "does not "), "does not have", false, true), (Style.Join(off: "does not "), "has", false, false),
    (Style.Join(subject: true), "its staff is", true, true), (Style.Join(subject: true), "is", false, false),
    (Style.Join(before: ["i"]), "Iberia", false, true), (Style.Join(), "anything", true, true),
  ])
  func fits(_ join: Style.Join, _ text: String, _ hasSubject: Bool, _ fits: Bool) {
    #expect(join.fits(text, after: "", hasSubject: hasSubject) == fits)
  }

  @Test func turns() {
    #expect(Style.Turn(from: nil, to: .no) == .first)
    #expect(Style.Turn(from: .yes, to: .yes) == .yesYes)
    #expect(Style.Turn(from: .no, to: .no) == .noNo)
    #expect(Style.Turn(from: .yes, to: .no) == .yesNo)
    #expect(Style.Turn(from: .no, to: .yes) == .noYes)
  }
}
