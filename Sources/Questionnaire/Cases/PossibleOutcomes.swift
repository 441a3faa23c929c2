import Documents
import RulesEngine

/// What the rules and findings of a pack can come to: by the types of their answers, and where expressions decide, by trying.
struct PossibleOutcomes {
  private let pack: Pack
  private let domains: ChangeDomains

  // What is not met in so many replies is taken for impossible.
  private static let tries = 250

  init(_ pack: Pack) {
    self.pack = pack
    let catalogue = pack.language(pack.questionnaire.language).catalogue
    domains = ChangeDomains(pack: pack, labels: QuestionLabels(pack.questionnaire, catalogue: catalogue), sample: "Text")
  }

  /// The verdicts that a rule should have cases for. That one always or never fails is no excuse.
  func verdicts(of rule: CompiledRule) -> [String] {
    let certain: [RuleVerdict] = [.passed, .failed]
    let wanted = certain + [.undetermined]
    guard rule.each == nil else { return wanted.map(\.rawValue) }
    let rejudging = Rejudging(
      pack, rules: [rule], pack.emptyReply(rule.definition.name.document), domains.labels, JudgementOptions(evidence: .none))
    let places = domains.changes(rejudging, ChangeSubject(rule, in: pack))
    let met = Exploration(places: places, limit: Self.tries).run(until: [RuleVerdict.undetermined.rawValue]) { changes in
      rejudging.outcomes(in: rejudging.situation(changes)).first?.verdict.rawValue
    }
    return wanted.filter { certain.contains($0) || met[$0.rawValue] != nil }.map(\.rawValue)
  }

  /// The statuses that a finding should have cases for: those it can have, and those that are written.
  func statuses(of finding: CompiledFinding) -> [String] {
    let written = Set(finding.statuses.map { $0.status.rawValue })
    let possible = finding.statuses.isEmpty ? byType(finding) : written.union(byTrying(finding))
    return Status.allCases.map(\.rawValue).filter { possible.contains($0) }
  }

  private func byType(_ finding: CompiledFinding) -> Set<String> {
    guard let path = finding.point, let point = SubjectFinder(pack).subjects(path).lazy.compactMap(\.point).first else {
      return []
    }
    var statuses: Set<Status> = [.satisfied, .notDetermined]
    let yesNo = (point.question.type.table?.columns ?? []).count { $0.type.isYesNo }
    if point.target.type.isYesNo || yesNo > 0 { statuses.insert(.notSatisfied) }
    // A column has a cell in each row; a row may have several that say yes or no.
    let isColumn = point.column != nil && point.row == nil
    if isColumn || (point.row != nil && point.column == nil && yesNo > 1) { statuses.insert(.partiallySatisfied) }
    if point.question.relevant != nil || point.target.relevant != nil { statuses.insert(.notApplicable) }
    return Set(statuses.map(\.rawValue))
  }

  private func byTrying(_ finding: CompiledFinding) -> Set<String> {
    guard finding.each == nil else {
      return Set([Status.satisfied, .notSatisfied, .notDetermined].map(\.rawValue))
    }
    return Set(FindingExamples(finding, domains).all(limit: Self.tries).keys)
  }
}
