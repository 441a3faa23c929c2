import Documents
import Foundation
import Questionnaire
import RulesEngine
import Testing

/// What follows from the two countries' answers is what the published reports say.
@Suite struct PolarityTests {
  static let countries = ["mexico", "peru"]

  let pack: Pack
  let published: Node

  init() throws {
    pack = try #require(Packs.mem)
    let file = package.appending(path: "Tests/Fixtures/mem-2022/polarity.yaml")
    let document = Document.parse(try read(file, name: "polarity.yaml"))
    #expect(document.issues.isEmpty)
    published = try #require(document.root)
  }

  @Test(arguments: countries) func statusesAreThoseOfTheBody(_ country: String) throws {
    let statuses = try statuses(country)
    let points = try points(country)
    #expect(Set(points.map { $0.key.prefix { $0 != "." } }) == Set(pack.evaluation.findings.map { $0.item[...] }))
    for (point, said) in points { #expect(statuses[point]?.rawValue == said["body"]?.text, "\(country) \(point)") }
  }

  /// Every point that the evaluative summary states, and not merely most of them: what it does not state is marked so.
  @Test func polarityIsThatOfTheSummary() throws {
    let statuses = try statuses("mexico")
    var stated = 0
    for (point, said) in try points("mexico") {
      let status = try #require(statuses[point], "\(point)")
      switch try #require(said["summary"]?.text, "\(point)") {
      case "yes", "no":
        stated += 1
        #expect(status.polarity?.rawValue == said["summary"]?.text, "\(point)")
      case "not-applicable": #expect(status == .notApplicable, "\(point)")
      case "not-stated": break
      case let other: Testing.Issue.record("\(point): \(other)")
      }
    }
    #expect(stated > 40)
  }

  /// Findings by the points they are about. A point that stands alone in a finding's `about` is found by it.
  @Test(.enabled(if: Fixture.exists, Comment(rawValue: Fixture.absent)))
  func everyPointIsInTheAboutOfExactlyOneFinding() throws {
    let points = try facets()
    #expect(points.count == 136)
    let findings = pack.evaluation.findings
    for point in points {
      #expect(findings.filter { $0.about.contains(point) }.map(\.id.description).count == 1, "\(point)")
    }
    #expect(try Self.countries.map { try self.points($0).map(\.key) } == [points, points])
  }

  // MARK: -

  private func points(_ country: String) throws -> [(key: String, value: Node)] { try #require(published[country]).pairs }

  // By each point that a finding is about.
  private func statuses(_ country: String) throws -> [String: Status] {
    let file = package.appending(path: "examples/mem-2022/\(country).yaml")
    let judgement = try #require(judge(try read(file, name: "\(country).yaml"), by: pack))
    let pairs = judgement.draft().flatMap(\.findings).flatMap { finding in finding.about.map { ($0, finding.status) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  // The ids under the pack's objectives, in order.
  private func facets() throws -> [String] {
    let objectives = Set(pack.questionnaire.sections.map(\.number))
    let text = try String(contentsOf: Fixture.facets, encoding: .utf8)
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let objective = fields.first?.split(separator: ".").first.map(String.init) ?? ""
      guard objectives.contains(objective) else { return nil }
      return String(fields[1])
    }
  }
}
