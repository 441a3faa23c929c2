import Documents
import Questionnaire
import RulesEngine
import Testing

/// Why a claim is not proven: for every document that is cited and does not count, what keeps it from counting.
@Suite struct EvidenceReasonTests {
  private static let digest = String(repeating: "ab", count: 32)

  private func report(
    _ questions: String, _ answers: String, _ register: String, _ files: [String: DocumentFile] = [:]
  ) throws -> EvidenceReport {
    let pack = try #require(SmallPack.questions(questions, head: "kinds: {law: Law, report: Report}\n"))
    #expect(pack.issues.isEmpty, "\(pack.issues)")
    let lines = answers.split(separator: "\n").map { "    \($0)\n" }.joined()
    let text =
      "reply: small\nversion: 1.0.0\nrespondent: PER\nstatus: complete\nanswers:\n  one:\n\(lines)evidence:\n\(register)"
    var limits = Limits()
    limits.nodes = 400_000
    let document = Document.parse(SourceFile(name: "reply.yaml", bytes: Array(text.utf8)), limits: limits)
    let judgement = Judgement(document, pack: pack, options: JudgementOptions(evidence: .files(files)))
    return EvidenceReport(try #require(judgement))
  }

  static let reasons: [(String, String, String, [String])] = [
    ("{within: period}", "law", "law: {title: L, kind: law}", ["evidence/undated"]),
    ("{kinds: [law]}", "law", "law: {title: L}", ["evidence/no-kind"]),
    ("{kinds: [law]}", "law", "law: {title: L, kind: report}", ["evidence/wrong-kind"]),
    ("{kinds: [law], within: period}", "law", "law: {title: L}", ["evidence/no-kind", "evidence/undated"]),
    (
      "{kinds: [law], within: period}", "law", "law: {title: L, kind: report}", ["evidence/undated", "evidence/wrong-kind"]
    ),
    ("{}", "[law, law]", "law: {title: L, file: gone.txt}", ["evidence/file-missing"]),
    ("{}", "law", "law: {title: L, file: ../gone.txt}", ["evidence/file-path"]),
    ("{}", "[{id: law, pages: 2}, {id: law, pages: 20}]", "law: {title: L, pages: 14}", ["evidence/locator-outside"]),
    ("{}", "lwa", "law: {title: L}", ["evidence/unknown"]),
  ]

  @Test(arguments: reasons)
  func everyReasonIsGiven(_ proof: String, _ cited: String, _ register: String, _ rules: [String]) throws {
    let report = try report(
      "first: {ask: First, evidence: \(proof)}", "first: {value: yes, evidence: \(cited)}", "  \(register)\n",
      ["gone.txt": DocumentFile(faults: [.missing(near: nil)])])
    let refused = try #require(report.claims.first).refused
    #expect(refused.count == 1 && refused.first?.why.map(\.rule.description).sorted() == rules)
  }

  /// What is told of another claim for which the same document is cited is no reason here.
  @Test func reasonsAreThoseOfTheClaim() throws {
    let report = try report(
      "first: {ask: First, evidence: {kinds: [report]}}\nsecond: {ask: Second, evidence: {within: period}}",
      "first: {value: yes, evidence: &c [law]}\nsecond: {value: yes, evidence: *c}", "  law: {title: L, kind: law}\n")
    let why = report.claims.map { $0.refused.flatMap(\.why).map(\.rule.description) }
    #expect(why == [["evidence/wrong-kind"], ["evidence/undated"]])
  }

  /// That a document is cited twice for a cell is no reason, and hides none.
  @Test func aDocumentCitedTwiceIsNotRefusedForThat() throws {
    let table = "rows: {ask: R, type: table, key: name, columns: {name: {ask: N, type: text}, seen: {ask: S, evidence: {}}}}"
    let report = try report(
      table, "rows: [{name: x, seen: {value: yes, evidence: law}, evidence: law}]", "  law: {title: L, file: bad.txt}\n",
      ["bad.txt": DocumentFile(faults: [.damaged])])
    #expect(report.judgement.told.contains("evidence/cited-twice"))
    #expect(report.claims.map { $0.refused.flatMap(\.why).map(\.rule) } == [["evidence/file-damaged"]])
  }

  // MARK: - Tables

  /// A mark upon a sign makes both one character for people, and not for programs that read the table.
  @Test(arguments: ["\"", "|", "\\", "`", "<"]) func signsWithMarksUponThem(_ sign: String) throws {
    let title = "'a\(sign)\u{301},b'"
    let report = try report("first: Q", "first: no", "  law: {title: \(title)}\n")
    let csv = EvidenceCSV(catalogue: try catalogue("en")).text(report)
    let markdown = EvidenceMarkdown(catalogue: try catalogue("en")).text(report)
    let quoted = "\"a\(sign)\(sign == "\"" ? "\"" : "")\u{301},b\""
    #expect(csv.unicodeScalars.contains(quoted.unicodeScalars), "\(csv)")
    #expect(sign == "\"" || markdown.unicodeScalars.contains("a\\\(sign)\u{301},b".unicodeScalars), "\(markdown)")
  }

  @Test func nothingInATableMovesTheCursor() throws {
    let register = "  law: {title: \"a\\e[2J\\u202Eb\\u061Cc\\u2028d\\r\\ne\", issuer: x}\n  act: {title: \"\\t=1+1\"}\n"
    let report = try report("first: Q", "first: no", register)
    let catalogue = try catalogue("en")
    let texts = [
      EvidenceCSV(catalogue: catalogue).text(report), EvidenceMarkdown(catalogue: catalogue).text(report),
      EvidenceText(catalogue: catalogue, paint: Paint(isOn: false)).text(report),
    ]
    for text in texts {
      #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{61C}", "\u{2028}"].contains($0) }, "\(text)")
    }
    #expect(texts[0].contains(",' =1+1,"))
    // A row for the head and for each document, none broken by what stands in it.
    #expect(texts[0].utf8.count { $0 == UInt8(ascii: "\n") } == 3)
  }

  // MARK: - Size

  /// The time for many documents and claims grows with their number, and not with its square.
  @Test(.timeLimit(.minutes(5))) func manyDocuments() throws {
    let numbers = 0..<15_000
    let rows = numbers.map { "- {name: r\($0), seen: yes, evidence: d\($0)}" }.joined(separator: "\n")
    let register = numbers.map { "  d\($0): {title: T, kind: report, file: f\($0).txt}\n" }.joined()
    let columns = "{name: {ask: N, type: text}, seen: {ask: S, evidence: {kinds: [law]}}}"
    let table = "rows: {ask: R, type: table, key: name, columns: \(columns)}"
    let files = Dictionary(
      uniqueKeysWithValues: numbers.map { ("f\($0).txt", DocumentFile(faults: $0 % 2 == 0 ? [] : [.damaged], size: 1)) })
    let report = try report(table, "rows:\n\(rows)", register, files)
    #expect(report.documents.count == 15_000 && report.faulty == 15_000)
    #expect(report.claims.count == 15_000 && report.claims.allSatisfy { $0.refused.count == 1 && $0.refused[0].why.count == 1 })
  }
}
