import Documents
import RulesEngine

/// Answers with which a finding has a status: of the pack's cases, else found by trying.
struct FindingExamples {
  private let finding: CompiledFinding
  private let domains: ChangeDomains

  // Cases are for the hard ones: what is not found soon is left out.
  private static let tries = 300

  init(_ finding: CompiledFinding, _ domains: ChangeDomains) {
    self.finding = finding
    self.domains = domains
  }

  /// The answers, and where the case stands.
  func example(_ status: Status) -> Sheet.Value? {
    var sheet = Sheet()
    if let test = test(status), let input = test["input"] {
      sheet.add(.answers, FlowText.of(input))
      sheet.add(.declared, .place(test.location))
    } else if let answers = made(status) {
      sheet.add(.answers, "{\(answers.map { "\($0.path): \($0.text ?? "")" }.joined(separator: ", "))}")
    } else {
      return nil
    }
    return .sheet(sheet)
  }

  // The shortest says most plainly what it is that counts.
  private func test(_ status: Status) -> Node? {
    let sections = domains.pack.tests.compactMap(\.root).flatMap { $0["section"]?.items.map { $0 } ?? [] }
    let tests = sections.flatMap { $0["tests"]?.items.map { $0 } ?? [] }
    return tests.filter { $0["output"]?["findings"]?[finding.id.description]?.text == status.rawValue }
      .min { ($0["input"]?.count ?? 0) < ($1["input"]?.count ?? 0) }
  }

  private func made(_ status: Status) -> [AnswerChange]? {
    finding.each == nil ? outcomes(until: [status.rawValue], limit: Self.tries)[status.rawValue] : nil
  }

  /// Answers for every status that is met in so many replies.
  func all(limit: Int) -> [String: [AnswerChange]] { outcomes(until: Set(Status.allCases.map(\.rawValue)), limit: limit) }

  private func outcomes(until wanted: Set<String>, limit: Int) -> [String: [AnswerChange]] {
    let pack = domains.pack
    guard let ask = pack.questionnaire.items.first(where: { $0.id == finding.item })?.questions.first?.ask else { return [:] }
    let rejudging = Rejudging(
      pack, findings: [finding], pack.emptyReply(ask.base.document), domains.labels, JudgementOptions(evidence: .none))
    let places = domains.changes(rejudging, ChangeSubject(finding, in: pack))
    return Exploration(places: places, limit: limit).run(until: wanted) { changes in
      rejudging.findings(in: rejudging.situation(changes)).first?.conclusion.status.rawValue
    }
  }
}
