import Documents
import Foundation
import Questionnaire
import RulesEngine
import Testing

/// The drafts of both examples keep to the style in which the published paragraphs are written; what is measured stands in
/// `Tests/Fixtures/mem-2022/style.md`.
@Suite struct StyleTests {
  static let countries = ["mexico", "peru"]

  let pack: Pack

  init() throws { pack = try #require(Packs.mem) }

  @Test(arguments: countries) func attributionAndSubjectAlternate(_ country: String) throws {
    for paragraph in try Self.paragraphs(country, pack) {
      for (number, sentence) in paragraph.enumerated() {
        #expect(sentence.verb == ["notes", "observes"][number % 2], "\(sentence.text)")
        #expect(sentence.namesCountry == (number % 2 == 0), "\(sentence.text)")
      }
    }
  }

  @Test(arguments: countries) func noConnectorStandsTwiceRunning(_ country: String) throws {
    for paragraph in try Self.paragraphs(country, pack) {
      #expect(paragraph.first?.connector == nil)
      for (before, after) in zip(paragraph, paragraph.dropFirst()) {
        #expect(after.connector != nil && after.connector != before.connector, "\(after.text)")
      }
    }
  }

  @Test(arguments: countries) func connectorsGoWithThePolarity(_ country: String) throws {
    for paragraph in try Self.paragraphs(country, pack) {
      for (before, after) in zip(paragraph, paragraph.dropFirst()) {
        let turn = (before.polarities.last, after.polarities.first)
        let changes = turn.0 != turn.1
        switch after.connector {
        case "However", "On the other hand": #expect(changes, "\(after.text)")
        case "also": #expect(turn == (.yes, .yes), "\(after.text)")
        default: #expect(!changes, "\(after.text)")
        }
      }
    }
  }

  /// Under a negation "and" becomes "or": what a sentence denies, it denies of each.
  @Test func noAndStandsUnderANegation() throws {
    for finding in pack.evaluation.findings {
      for statement in finding.statements where statement.status == .notSatisfied {
        let words = statement.text.base.text
        let denied = words.split(separator: "which").first ?? ""
        #expect(!denied.contains(" and "), "\(finding.id): \(words)")
      }
    }
  }

  @Test(arguments: countries) func sentencesAreOfTheLengthOfThePublishedOnes(_ country: String) throws {
    let lengths = try Self.paragraphs(country, pack).flatMap { $0 }.map(\.length)
    #expect(lengths.allSatisfy { (12...64).contains($0) }, "\(lengths)")
    let mean = Double(lengths.reduce(0, +)) / Double(lengths.count)
    #expect((26.0...36.0).contains(mean), "\(mean)")
  }

  @Test func whatIsMeasuredIsRecorded() throws {
    let measured = try Self.countries.map { StyleMeasure(try Self.paragraphs($0, pack)) }
    try Golden.expect(StyleMeasure.table(measured, columns: Self.countries), "mem-2022/style.md")
  }

  // MARK: -

  // Sections whose points are not answered have no sentences but gaps, which the style does not speak of.
  private static func paragraphs(_ country: String, _ pack: Pack) throws -> [[StyledSentence]] {
    let file = package.appending(path: "examples/mem-2022/\(country).yaml")
    let options = JudgementOptions(evidence: .none)
    let document = Document.parse(try read(file, name: "\(country).yaml"))
    let judgement = try #require(Judgement(document, pack: pack, options: options))
    return judgement.draft().map { section in
      let statuses = Dictionary(section.findings.map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
      return section.sentences.filter { !$0.text.hasPrefix("[") }.map { sentence in
        StyledSentence(sentence.text, polarities: sentence.findings.compactMap { statuses[$0]?.polarity })
      }
    }.filter { !$0.isEmpty }
  }
}

/// A sentence of a draft as its style sees it.
struct StyledSentence {
  let text: String
  let polarities: [Polarity]
  /// What it begins with, before the attribution, or `also` within it.
  let connector: String?
  let verb: String
  let namesCountry: Bool

  init(_ text: String, polarities: [Polarity]) {
    self.text = text
    self.polarities = polarities
    let lead = text.prefix(while: { $0 != "." }).split(separator: " that ", maxSplits: 1).first ?? ""
    let words = lead.split(separator: " ").map(String.init)
    verb = words.last ?? ""
    if let comma = lead.firstIndex(of: ",") {
      connector = String(lead[..<comma])
    } else {
      connector = words.contains("also") ? "also" : nil
    }
    let subject = text.dropFirst(lead.count + " that ".count)
    namesCountry = !subject.hasPrefix("the country")
  }

  /// In words.
  var length: Int { text.split(separator: " ").count }
}

/// What is counted over all sentences of a draft.
struct StyleMeasure {
  private let rows: [(name: String, value: String)]

  init(_ paragraphs: [[StyledSentence]]) {
    let sentences = paragraphs.flatMap { $0 }
    let pairs = paragraphs.flatMap { Array(zip($0, $0.dropFirst())) }
    let lengths = sentences.map(\.length).sorted()
    var rows: [(String, String)] = [
      ("paragraphs", "\(paragraphs.count)"), ("sentences", "\(sentences.count)"),
      ("words a sentence: least", "\(lengths.first ?? 0)"), ("words a sentence: most", "\(lengths.last ?? 0)"),
      ("words a sentence: mean", Self.tenths(lengths.reduce(0, +), lengths.count)),
      ("words a sentence: median", "\(lengths.isEmpty ? 0 : lengths[lengths.count / 2])"),
      ("neighbours", "\(pairs.count)"),
      ("neighbours with another verb", "\(pairs.count { $0.verb != $1.verb })"),
      ("neighbours with another subject", "\(pairs.count { $0.namesCountry != $1.namesCountry })"),
      ("neighbours with the same connector", "\(pairs.count { $0.connector == $1.connector })"),
      ("changes of polarity", "\(pairs.count { $0.polarities.last != $1.polarities.first })"),
    ]
    for connector in Set(sentences.compactMap(\.connector)).sorted() {
      rows.append(("begins with “\(connector)”", "\(sentences.count { $0.connector == connector })"))
    }
    self.rows = rows
  }

  private static func tenths(_ sum: Int, _ count: Int) -> String {
    let tenths = count == 0 ? 0 : (sum * 10 + count / 2) / count
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A table with a column for each of `measures`.
  static func table(_ measures: [StyleMeasure], columns: [String]) -> String {
    var names: [String] = []
    for row in measures.flatMap(\.rows) where !names.contains(row.name) { names.append(row.name) }
    let lines = names.map { name in
      let values = measures.map { measure in measure.rows.first { $0.name == name }?.value ?? "0" }
      return "| \(([name] + values).joined(separator: " | ")) |"
    }
    let head = ["| \((["English drafts"] + columns).joined(separator: " | ")) |", "|---|" + columns.map { _ in "---|" }.joined()]
    return (head + lines).joined(separator: "\n") + "\n"
  }
}
