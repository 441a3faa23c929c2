import Documents
import Questionnaire
import RulesEngine
import Testing

/// A finding about a column of a table says what it rests on, and why there is nothing.
@Suite struct ColumnFindings {
  private func finding(_ authorities: [String]) throws -> Finding {
    let head = ["reply: mem-2022", "version: 1.0.0", "respondent: PER", "status: draft", "answers:", "  pa_3_1:"]
    let text = (head + authorities).joined(separator: "\n") + "\n"
    let source = SourceFile(name: "reply.yaml", bytes: Array(text.utf8))
    let pack = try #require(Packs.mem)
    let judgement = try #require(judge(source, by: pack))
    return try #require(judgement.findings()["pa_3_1.inspections"])
  }

  /// Each cell with its value and line.
  @Test func restsOnItsCells() throws {
    let finding = try finding([
      "    authorities:", "      - {authority: Customs, inspections: yes}", "      - authority: Police",
      "        inspections: no",
    ])
    #expect(finding.status == .partiallySatisfied)
    let because = finding.because.map { "\($0.path) \($0.value ?? "–") \($0.location?.range.line ?? 0)" }
    #expect(because == ["pa_3_1.authorities[Customs].inspections yes 8", "pa_3_1.authorities[Police].inspections no 10"])
  }

  /// A table that is declined is not determined for that reason, and is what is missing.
  @Test(arguments: ["declined", "not-available"]) func tellsWhyThereIsNone(_ kind: String) throws {
    let finding = try finding(["    authorities: {missing: \(kind), justification: Not told.}"])
    #expect(finding.status == .notDetermined)
    #expect(finding.conclusion.reason == kind)
    #expect(finding.conclusion.missing == ["pa_3_1.authorities"])
  }

  /// Nothing was written: the ground is the table, which has no place.
  @Test func tellsThatThereIsNone() throws {
    let finding = try finding(["    register: yes"])
    #expect(finding.status == .notDetermined)
    #expect(finding.conclusion.reason == nil)
    #expect(finding.conclusion.missing == ["pa_3_1.authorities"])
    #expect(finding.because.map(\.path) == ["pa_3_1.authorities"])
  }
}
