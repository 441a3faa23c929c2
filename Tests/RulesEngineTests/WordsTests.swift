import Foundation
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

  @Test(arguments: [
    (1, "un", "une"), (21, "vingt et un", "vingt et une"), (31, "trente et un", "trente et une"),
    (71, "soixante et onze", "soixante et onze"), (81, "quatre-vingt-un", "quatre-vingt-une"), (101, "cent un", "cent une"),
    (80, "quatre-vingts", "quatre-vingts"), (21_001, "vingt et un mille un", "vingt et un mille une"),
    (200_000, "deux cent mille", "deux cent mille"), (1_000_000, "1000000", "1000000"),
  ])
  func french(_ number: Int, _ masculine: String, _ feminine: String) {
    #expect(NumberWords.words(number, language: "fr") == masculine)
    #expect(NumberWords.words(number, language: "fr", feminine: true) == feminine)
  }

  @Test(arguments: [
    (1, "um", "uma"), (2, "dois", "duas"), (12, "doze", "doze"), (22, "vinte e dois", "vinte e duas"), (100, "cem", "cem"),
    (200, "duzentos", "duzentas"), (102, "cento e dois", "cento e duas"), (2000, "dois mil", "duas mil"),
    (1500, "mil e quinhentos", "mil e quinhentas"),
    (1542, "mil quinhentos e quarenta e dois", "mil quinhentas e quarenta e duas"),
    (301_001, "trezentos e um mil e um", "trezentas e uma mil e uma"), (1_000_000, "1000000", "1000000"),
  ])
  func portuguese(_ number: Int, _ masculine: String, _ feminine: String) {
    #expect(NumberWords.words(number, language: "pt") == masculine)
    #expect(NumberWords.words(number, language: "pt", feminine: true) == feminine)
  }

  /// Held to words that another program made.
  @Test func wordsAreThoseOfAnIndependentTable() throws {
    let file = URL(filePath: #filePath).appending(path: "../../Fixtures/number-words/values.tsv").standardizedFileURL
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows.count > 500)
    for row in rows {
      let fields = row.split(separator: "\t").map(String.init)
      let number = try #require(fields.count == 3 ? Int(fields[0]) : nil, "\(row)")
      #expect(NumberWords.words(number, language: "fr") == fields[1])
      #expect(NumberWords.words(number, language: "pt") == fields[2])
    }
  }

  /// Two numbers never have the same words, in one gender; words have no digits.
  @Test(arguments: KnownLanguage.allCases.map(\.rawValue), [false, true])
  func wordsTellNumbersApart(_ language: String, _ feminine: Bool) {
    var seen: Set<String> = []
    for number in Array(0..<3000) + Array(stride(from: 3000, to: 1_000_000, by: 1009)) {
      let words = NumberWords.words(number, language: language, feminine: feminine)
      #expect(seen.insert(words).inserted, "\(number): \(words)")
      #expect(!words.contains { $0.isNumber })
    }
  }

  @Test func otherLanguagesHaveDigits() { #expect(NumberWords.words(7, language: "nl") == "7") }

  @Test(arguments: [
    ("cuenta[n] con", "cuenta con", "cuentan con"), ("[es|son] parte", "es parte", "son parte"),
    ("sin marca", "sin marca", "sin marca"),
    ("[1.2 no]", "[1.2 no]", "[1.2 no]"), ("[a|b|c]", "[a|b|c]", "[a|b|c]"), ("a [ b", "a [ b", "a [ b"), ("[]", "[]", "[]"),
    ("[n][s]", "", "ns"),
  ])
  func endings(_ text: String, _ singular: String, _ plural: String) {
    #expect(Agreement().resolve(text) == singular)
    #expect(Agreement(isPlural: true).resolve(text) == plural)
  }

  @Test(arguments: [
    (
      "; toutefois, [il|elle|ils|elles] ", ["; toutefois, il ", "; toutefois, elle ", "; toutefois, ils ", "; toutefois, elles "]
    ),
    ("engagé[|e|s|es]", ["engagé", "engagée", "engagés", "engagées"]),
    ("[s'est|s'est|se sont|se sont] doté[|e|s|es]", ["s'est doté", "s'est dotée", "se sont dotés", "se sont dotées"]),
    ("compte[nt] [un|des]", ["compte un", "compte un", "comptent des", "comptent des"]),
    ("[1|2|3|4] [non vérifié]", Array(repeating: "[1|2|3|4] [non vérifié]", count: 4)),
  ])
  func gender(_ text: String, _ forms: [String]) {
    let subjects = [false, true].flatMap { plural in Agreement.Gender.allCases.map { Agreement(gender: $0, isPlural: plural) } }
    #expect(subjects.map { $0.resolve(text) } == forms)
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

  /// What becomes of words where they meet.
  static let contractions = [
    Contraction(ends: "que ", write: "que ", before: ["onze"]),
    Contraction(ends: "que ", write: "qu'", before: ["a", "é", "haï", "o"]),
    Contraction(ends: "de ", write: "du ", off: "le "), Contraction(ends: "de ", write: "d", before: ["o ", "a "]),
    Contraction(ends: " à le ", write: " au "),
  ]

  @Test(arguments: [
    (["note que", "Haïti", "dispose"], "note qu'Haïti dispose"), (["note que", "le Honduras"], "note que le Honduras"),
    (["plus que", "onze"], "plus que onze"), (["note que", "Équateur"], "note qu'Équateur"),
    (["chaque", "année"], "chaque année"), (["appui de", "le Mexique"], "appui du Mexique"),
    (["no caso de", "o México"], "no caso do México"),
    (["grande", "o rio"], "grande o rio"), (["De", "Le Havre"], "De Le Havre"), (["va à le", "Chili"], "va au Chili"),
    (["", "Haïti", ""], "Haïti"), ([], ""), (["note que", "[en: Angola]"], "note que [en: Angola]"),
  ])
  func contractions(_ parts: [String], _ text: String) {
    var style = Style()
    style.contractions = Self.contractions
    #expect(style.spaced(parts) == text)
  }
}
