import Documents
import Expressions
import RulesEngine

/// Holds the documents that are cited for a claim to what its requirement demands of each.
struct ExhibitCheck {
  let register: DocumentRegister
  let terms: ProofTerms

  /// The cited documents, each once, with everything that keeps it from counting.
  func exhibits(_ citations: [Citation], for requirement: ProofRequirement) -> [Claim.Exhibit] {
    let byID = Dictionary(grouping: citations, by: \.id)
    return citations.map(\.id).uniqued().compactMap { id in
      guard let own = byID[id], let first = own.first else { return nil }
      return Claim.Exhibit(citation: first, refusals: refusals(own, requirement))
    }
  }

  private func refusals(_ citations: [Citation], _ requirement: ProofRequirement) -> [Claim.Refusal] {
    guard let id = citations.first?.id, let evidence = register.evidence[id], !register.unusable.contains(id) else {
      return [.told]
    }
    return [
      kind(evidence, requirement), issue(evidence, requirement), force(evidence, requirement), age(evidence, requirement),
      language(evidence, requirement), locator(citations, requirement), source(evidence, requirement),
    ].compactMap { $0 }.uniqued()
  }

  private func kind(_ evidence: Evidence, _ requirement: ProofRequirement) -> Claim.Refusal? {
    guard !requirement.kinds.isEmpty else { return nil }
    guard !evidence.unreadable.contains("kind") else { return .told }
    guard let kind = evidence.kind else { return .noKind }
    return requirement.kinds.contains(kind) ? nil : .kind
  }

  // What is about the period counts also where it was issued after it: a year's report appears in the next.
  private func issue(_ evidence: Evidence, _ requirement: ProofRequirement) -> Claim.Refusal? {
    guard let period = terms.period(requirement.within) else { return nil }
    if let covers = evidence.covers, period.contains(covers) { return nil }
    guard let issued = evidence.issued else { return unknown("issued", evidence) }
    if period.contains(issued) { return nil }
    guard !period.overlaps(issued) else { return .imprecise }
    if let from = period.from, let last = issued.to, last < from { return .beforePeriod }
    return .afterPeriod
  }

  private func force(_ evidence: Evidence, _ requirement: ProofRequirement) -> Claim.Refusal? {
    guard let day = terms.day(requirement.inForce) else { return nil }
    if evidence.unreadable.contains("valid") { return .told }
    if let until = evidence.valid?.to, until < day { return .noLongerInForce }
    guard let from = evidence.inForceFrom else { return unknown("issued", evidence) }
    return day < from ? .notYetInForce : nil
  }

  private func age(_ evidence: Evidence, _ requirement: ProofRequirement) -> Claim.Refusal? {
    guard let oldest = terms.ageFrom.flatMap({ requirement.maxAge?.before($0) }) else { return nil }
    guard let last = evidence.issued?.to else { return unknown("issued", evidence) }
    return last < oldest ? .tooOld : nil
  }

  // A value that stands there and cannot be read is told already.
  private func unknown(_ key: String, _ evidence: Evidence) -> Claim.Refusal {
    evidence.unreadable.contains(key) ? .told : .undated
  }

  private func source(_ evidence: Evidence, _ requirement: ProofRequirement) -> Claim.Refusal? {
    requirement.attached && evidence.file == nil && evidence.url == nil ? .noSource : nil
  }

  private func language(_ evidence: Evidence, _ requirement: ProofRequirement) -> Claim.Refusal? {
    guard !requirement.languages.isEmpty, !evidence.languages.isEmpty else {
      return !requirement.languages.isEmpty && evidence.unreadable.contains("language") ? .told : nil
    }
    return evidence.languages.contains { requirement.languages.contains($0) } ? nil : .language
  }

  private func locator(_ citations: [Citation], _ requirement: ProofRequirement) -> Claim.Refusal? {
    guard let id = citations.first?.id else { return nil }
    let pages = register.pages(of: id)
    if let pages, citations.contains(where: { $0.pages.map { !$0.lie(in: pages) } ?? false }) { return .told }
    guard let limit = requirement.locatorOver, !citations.contains(where: { $0.locator != nil }) else { return nil }
    return (pages?.count ?? 0) > limit || limit == 0 ? .noLocator : nil
  }
}
