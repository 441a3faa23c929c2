import Documents
import Foundation
import Questionnaire
import RulesEngine
import Testing

/// The table of a reply's documents, in every form, word for word.
@Suite struct EvidenceReportTests {
  private static let folder = "Tests/Fixtures/evidence-report"
  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  private static let files: [String: DocumentFile] = [
    "law.pdf": DocumentFile(size: 120_345, sha256: digest, pages: .counted(14)),
    "act.pdf": DocumentFile(size: 5_000, sha256: String(repeating: "5", count: 64), pages: .counted(9)),
    "scan.pdf": DocumentFile(faults: [.truncated], size: 99, sha256: String(digest.reversed())),
    "gone.pdf": DocumentFile(faults: [.missing(near: "Gone.pdf")]),
    "notes.txt": DocumentFile(size: 12, sha256: String(repeating: "7", count: 64)),
  ]

  private func report(_ language: String) throws -> EvidenceReport {
    let file = package.appending(path: "\(Self.folder)/questionnaire.yaml")
    let questionnaire = try String(contentsOf: file, encoding: .utf8)
    let pack = try #require(SmallPack.load(["small": ["questionnaire.yaml": questionnaire]]))
    #expect(pack.issues.isEmpty, "\(pack.issues)")
    let document = Document.parse(try read(package.appending(path: "\(Self.folder)/reply.yaml"), name: "reply.yaml"))
    let options = JudgementOptions(language: language, evidence: .files(Self.files))
    return EvidenceReport(try #require(Judgement(document, pack: pack, options: options)))
  }

  @Test(arguments: MessageFile.languages) func text(_ language: String) throws {
    let text = EvidenceText(catalogue: try catalogue(language), paint: Paint(isOn: false)).text(try report(language))
    try Golden.expect(text, "expected.\(language).txt", in: Self.folder)
    // The rows of the table fit a terminal; what is wrong may take what it needs.
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("[") }
    #expect(rows.count > 4 && rows.allSatisfy { $0.count <= 100 })
  }

  @Test func colours() throws {
    let report = try report("en")
    let plain = EvidenceText(catalogue: try catalogue("en"), paint: Paint(isOn: false)).text(report)
    let painted = EvidenceText(catalogue: try catalogue("en"), paint: Paint(isOn: true)).text(report)
    #expect(painted != plain && painted.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func markdown() throws {
    try Golden.expect(EvidenceMarkdown(catalogue: catalogue("en")).text(report("en")), "expected.md", in: Self.folder)
  }

  @Test func csv() throws {
    let text = try EvidenceCSV(catalogue: catalogue("en")).text(report("en"))
    try Golden.expect(text, "expected.csv", in: Self.folder)
    // No cell begins as a formula does.
    for line in text.split(separator: "\r\n") {
      for cell in line.split(separator: ",") {
        #expect(!["=", "+", "-", "@", "\"=", "\"+", "\"-", "\"@"].contains { cell.hasPrefix($0) }, "\(cell)")
      }
    }
    #expect(text.contains("'=SUM(A1)"))
  }

  @Test func json() throws {
    let text = try EvidenceJSON(catalogue: catalogue("en"), version: "0").report(report("en")).text
    try Golden.expect(text, "expected.json", in: Self.folder)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let reply = try #require((value?["replies"] as? [[String: Any]])?.first)
    #expect((reply["documents"] as? [Any])?.count == 7)
    #expect((reply["counts"] as? [String: Int])?["documents"] == 7)
  }

  @Test func statesAndTotals() throws {
    let report = try report("en")
    let states = Dictionary(uniqueKeysWithValues: report.documents.map { ($0.evidence.id, $0.state) })
    #expect(
      states == [
        "act": .fine, "law": .problems, "scan": .problems, "gone": .problems, "notes": .notCited, "site": .listed,
        "formula": .notCited,
      ])
    #expect(report.faulty == 3)
    #expect(report.proven + report.claims.count == report.judgement.claims.count && !report.claims.isEmpty)
    #expect(!report.isSound)
  }
}
