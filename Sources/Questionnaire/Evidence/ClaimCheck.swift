import Documents
import Expressions
import RulesEngine

/// Reports the claims that lack proof, and why documents that are cited do not count.
struct ClaimCheck {
  let situation: Situation
  let mustConform: Bool
  let problems: Problems

  func run() {
    let open = situation.proof.claims.filter { !$0.isProven }
    for claim in open { report(claim) }
    for gap in Gap.of(open) { report(gap) }
  }

  /// Something that the register does not say of a document, and the claims that do not count for it: mended at one place.
  private struct Gap {
    /// What is told of each.
    static let rules: [Claim.Refusal: RuleID] = [
      .undated: "evidence/undated", .noKind: "evidence/no-kind", .noSource: "evidence/no-source",
    ]

    let id: String
    let refusal: Claim.Refusal
    var claims: [Claim] = []

    /// The kinds that any of the claims would take.
    var kinds: [String] { claims.flatMap(\.requirement.kinds).uniqued() }

    static func of(_ claims: [Claim]) -> [Gap] {
      var gaps: [Key: Gap] = [:]
      var order: [Key] = []
      for claim in claims {
        for (id, refusal) in claim.refusals where Gap.rules[refusal] != nil {
          let key = Key(id: id, refusal: refusal)
          if gaps[key] == nil { order.append(key) }
          gaps[key, default: Gap(id: id, refusal: refusal)].claims.append(claim)
        }
      }
      return order.compactMap { gaps[$0] }
    }

    private struct Key: Hashable {
      let id: String
      let refusal: Claim.Refusal
    }
  }

  private func report(_ gap: Gap) {
    guard let evidence = situation.reply.evidence[gap.id], let rule = Gap.rules[gap.refusal] else { return }
    let severity = gap.claims.map(\.requirement.severity).max() ?? .warning
    problems.add(
      Issue(
        rule, mustConform ? severity : .info, path: evidence.path, at: evidence.node.location,
        Message(rule.description, ["count": "\(gap.claims.count)", "codes": gap.kinds.joined(separator: ", ")]),
        subject: evidence.title,
        because: gap.claims.map { Issue.Basis(path: $0.path, value: nil, location: $0.location) }))
  }

  private func report(_ claim: Claim) {
    if claim.exhibits.isEmpty {
      tellMissing(claim)
      return
    }
    for exhibit in claim.exhibits {
      for refusal in exhibit.refusals { tell(refusal, of: exhibit, claim) }
    }
    if claim.exhibits.count < claim.requirement.min { tellTooFew(claim) }
  }

  private func tellMissing(_ claim: Claim) {
    var arguments = ["min": "\(claim.requirement.min)"]
    if let kinds = kinds(claim.requirement) { arguments["kinds"] = kinds }
    add("evidence/missing", "evidence/missing", claim, claim.location, arguments, isMerelyMissing: true)
  }

  private func tellTooFew(_ claim: Claim) {
    var arguments = ["count": "\(claim.exhibits.count)", "min": "\(claim.requirement.min)"]
    if let kinds = kinds(claim.requirement) { arguments["kinds"] = kinds }
    add("evidence/too-few", "evidence/too-few", claim, claim.location, arguments, isMerelyMissing: true)
  }

  private func tell(_ refusal: Claim.Refusal, of exhibit: Claim.Exhibit, _ claim: Claim) {
    guard let issue = Self.issue(of: refusal, claim.requirement), let evidence = situation.reply.evidence[exhibit.citation.id]
    else { return }
    add(
      issue.rule, issue.message, claim, exhibit.citation.node.location, arguments(refusal, evidence, claim.requirement),
      isMerelyMissing: issue.isMerelyMissing)
  }

  /// The rule and message of a refusal; `nil` for what is told at the document.
  private static func issue(
    of refusal: Claim.Refusal, _ requirement: ProofRequirement
  ) -> (rule: RuleID, message: String, isMerelyMissing: Bool)? {
    switch refusal {
    case .kind: ("evidence/wrong-kind", "evidence/wrong-kind", false)
    case .beforePeriod: ("evidence/out-of-period", "evidence/out-of-period.before", false)
    case .afterPeriod: ("evidence/out-of-period", "evidence/out-of-period.after", false)
    case .imprecise: ("evidence/out-of-period", "evidence/out-of-period.imprecise", false)
    case .notYetInForce: ("evidence/not-in-force", "evidence/not-in-force.not-yet", false)
    case .noLongerInForce: ("evidence/not-in-force", "evidence/not-in-force.no-longer", false)
    case .tooOld: ("evidence/too-old", "evidence/too-old", false)
    case .language: ("evidence/other-language", "evidence/other-language", false)
    case .noLocator:
      ("evidence/no-locator", requirement.locatorOver == 0 ? "evidence/no-locator.always" : "evidence/no-locator.long", true)
    case .undated, .noKind, .noSource, .told: nil
    }
  }

  private func arguments(_ refusal: Claim.Refusal, _ evidence: Evidence, _ requirement: ProofRequirement) -> [String: String] {
    let terms = situation.terms
    var arguments = ["id": evidence.id]
    arguments["kind"] = evidence.kind.map { situation.labels.kind($0) }
    arguments["kinds"] = kinds(requirement)
    arguments["issued"] = evidence.issued?.description
    arguments["period"] = terms.period(requirement.within)?.description
    arguments["day"] = terms.day(requirement.inForce)?.description
    arguments["from"] = evidence.inForceFrom?.description
    arguments["until"] = evidence.valid?.to?.description
    arguments["age"] = requirement.maxAge?.description
    arguments["since"] = terms.ageFrom.flatMap { requirement.maxAge?.before($0) }?.description
    arguments["language"] = evidence.languages.joined(separator: ", ")
    arguments["languages"] = requirement.languages.joined(separator: ", ")
    arguments["pages"] = situation.proof.register.pages(of: evidence.id).map { "\($0.count)" }
    return arguments
  }

  private func kinds(_ requirement: ProofRequirement) -> String? {
    requirement.kinds.isEmpty ? nil : requirement.kinds.map { situation.labels.kind($0) }.joined(separator: ", ")
  }

  private func add(
    _ rule: RuleID, _ message: String, _ claim: Claim, _ place: Location, _ arguments: [String: String], isMerelyMissing: Bool
  ) {
    problems.add(
      Issue(
        rule, isMerelyMissing && !mustConform ? .info : claim.requirement.severity, path: claim.path, at: place,
        Message(message, arguments), subject: situation.labels.subject(ofClaim: claim), declared: claim.question.declared))
  }
}

extension QuestionLabels {
  /// What a claim is called: its question's words, with the row or the number of the entry; a fixed row by its own words.
  func subject(ofClaim claim: Claim) -> String? {
    if let part = claim.part { return "\(subject(of: claim.question)) (\(part))" }
    return claim.question.path == claim.path ? subject(of: claim.question) : subject(ofPath: claim.path)
  }
}
