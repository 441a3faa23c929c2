import Documents
import Foundation
import Questionnaire
import RulesEngine
import Testing

/// The design fixture, word for word: every issue with its place, every status, every paragraph, every case.
@Suite(.enabled(if: Fixture.exists, Comment(rawValue: Fixture.absent))) struct FixtureTests {
  static let replies = ["borea", "arcades"]

  let pack: Pack

  init() throws { pack = try #require(Packs.fire) }

  // MARK: - Issues

  @Test(arguments: replies) func issues(_ name: String) throws {
    let expected = try #require(try Self.expectation("issues")[name])
    let issues = try judgement(name).issues
    try #require(issues.map(\.rule.description) == expected.items.map { $0["rule"]?.text ?? "" })
    for (issue, wanted) in zip(issues, expected.items) {
      let place = "\(name) \(issue.rule) \(issue.path)"
      #expect(issue.severity.rawValue == wanted["severity"]?.text, "\(place)")
      #expect(issue.path == wanted["path"]?.text, "\(place)")
      #expect("\(issue.location.range.line)" == wanted["line"]?.text, "\(place)")
      #expect("\(issue.location.range.column)" == wanted["column"]?.text, "\(place)")
      if let because = wanted["because"] { #expect(issue.because.map(\.path) == because.items.map(\.text), "\(place)") }
    }
  }

  @Test func misspeltQuestionIsHelped() throws {
    let issue = try #require(try judgement("arcades").issues.first { $0.rule == "reply/unknown-question" })
    #expect(try catalogue("en").help(issue)?.contains("warning_system") == true)
  }

  // MARK: - Findings

  @Test(arguments: replies) func findings(_ name: String) throws {
    let expected = try #require(try Self.expectation("findings")[name]).pairs
    let findings = try judgement(name).draft().flatMap(\.findings)
    try #require(findings.map(\.id.description) == expected.map { "fire-2024/\($0.key)" })
    for (finding, (id, wanted)) in zip(findings, expected) {
      #expect(finding.status.rawValue == wanted["status"]?.text, "\(name) \(id)")
      #expect(finding.verified.rawValue == wanted["verified"]?.text ?? "not-required", "\(name) \(id)")
      #expect(finding.conclusion.missing == wanted["missing"]?.items.map(\.text) ?? [], "\(name) \(id)")
    }
  }

  // MARK: - Paragraphs

  @Test(arguments: replies, ["en", "es"]) func paragraphs(_ name: String, _ language: String) throws {
    let file = Fixture.folder.appending(path: "expected/\(name).\(language).txt")
    let judgement = try judgement(name, language: language)
    let text = DraftText(catalogue: try catalogue(language), paint: Paint(isOn: false), isBrief: true)
    #expect(Data(text.paragraphs(judgement, judgement.draft()).utf8) == (try Data(contentsOf: file)))
  }

  // MARK: -

  private func judgement(_ name: String, language: String = "en") throws -> Judgement {
    let file = Fixture.folder.appending(path: "replies/\(name).yaml")
    return try #require(judge(try read(file, name: "\(name).yaml"), by: pack, language: language))
  }

  private static func expectation(_ name: String) throws -> Node {
    let document = Document.parse(try read(Fixture.folder.appending(path: "expected/\(name).yaml"), name: "\(name).yaml"))
    #expect(document.issues.isEmpty)
    return try #require(document.root)
  }
}

/// The cases and examples that packs carry.
@Suite struct CaseTests {
  @Test func mem() throws { try run(try #require(Packs.mem)) }

  @Test(.enabled(if: Fixture.exists, Comment(rawValue: Fixture.absent)))
  func fire() throws { try run(try #require(Packs.fire)) }

  private func run(_ pack: Pack) throws {
    let result = CaseRunner(pack).run()
    let words = try catalogue("en")
    #expect(result.failures.map { "\($0.location.file):\($0.location.range.line) \(words.line($0))" } == [])
    let examples = pack.evaluation.rules.flatMap(\.definition.examples).count
    let cases = pack.tests.compactMap(\.root).flatMap { $0["section"]?.items.map { $0 } ?? [] }.flatMap {
      $0["tests"]?.items.map { $0 } ?? []
    }
    #expect(!cases.isEmpty && examples > 0)
    #expect(result.passed == cases.count + examples)
  }
}
