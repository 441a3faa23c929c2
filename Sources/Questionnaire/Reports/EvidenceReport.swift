public import Documents
import RulesEngine

/// The documents of a reply and the claims that lack proof: what `validate evidence` shows.
public struct EvidenceReport {
  /// How a document stands.
  public enum State: String, Sendable, CaseIterable {
    case fine = "ok"
    /// Its file was not looked at, or it has none.
    case listed
    /// Something is wrong with it, or with how it is cited.
    case problems
    case notCited = "not-cited"
  }

  /// A place where a document is cited.
  public struct Citing: Sendable, Hashable {
    /// The path of the answer, entry or row.
    public let path: String
    /// The printed number of its item; empty where it has none.
    public let number: String
    /// The line of the citation.
    public let line: Int
  }

  /// A document of the register.
  public struct Document: Sendable {
    /// The entry of the register.
    public let evidence: Evidence
    /// Its kind in words; the code where the questionnaire does not know it.
    public let kind: String?
    /// Where it is cited.
    public let cited: [Citing]
    /// How it stands.
    public let state: State
    /// What was found of its file.
    public let file: DocumentFile?
    /// What is wrong with it, and with its citations, in the order of the file.
    public let issues: [Issue]

    /// How many pages it has: as counted, else as stated.
    public var pages: Int? {
      if case .counted(let count)? = file?.pages { return count }
      return evidence.pages?.count
    }

    /// Its digest: as found, else as stated.
    public var digest: String? { file?.sha256 ?? evidence.sha256 }
  }

  /// A claim without all the valid proof it needs.
  public struct Unproven: Sendable {
    /// The claim.
    public let claim: Claim
    /// The printed number and the question's words.
    public let subject: String
    /// The kinds of document that it needs, in words; empty: any.
    public let kinds: [String]
    /// Each document that is cited and does not count, with what is wrong.
    public let refused: [(id: String, why: [Issue])]
  }

  /// The reply.
  public let judgement: Judgement
  /// The register in its order.
  public let documents: [Document]
  /// The claims that lack proof, in the questionnaire's order.
  public let claims: [Unproven]

  /// The documents and claims of a reply that was judged.
  public init(_ judgement: Judgement) {
    let assembly = EvidenceReportAssembly(judgement)
    self.judgement = judgement
    documents = judgement.reply.register.map { assembly.document($0) }
    claims = judgement.claims.filter { !$0.isProven }.map { assembly.unproven($0) }
  }

  /// How many documents have problems.
  public var faulty: Int { documents.count { $0.state == .problems } }
  /// Whether no error concerns the documents.
  public var isSound: Bool {
    !judgement.issues.contains { $0.severity == .error && $0.rule.description.hasPrefix("evidence/") }
  }
  /// How many claims have their proof.
  public var proven: Int { judgement.claims.count { $0.isProven } }
}

private struct EvidenceReportAssembly {
  private let judgement: Judgement
  private let index: EvidenceIssues
  private let numbers: [String: String]

  init(_ judgement: Judgement) {
    self.judgement = judgement
    index = EvidenceIssues(judgement)
    let questionnaire = judgement.pack.questionnaire
    numbers = Dictionary(questionnaire.items.map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
  }

  func document(_ evidence: Evidence) -> EvidenceReport.Document {
    let own = index.citations(of: evidence.id)
    let issues = index.issues(of: evidence)
    let file = judgement.situation.proof.register.files[evidence.id]
    return EvidenceReport.Document(
      evidence: evidence, kind: evidence.kind.map { judgement.situation.labels.kind($0) },
      cited: own.map { citing($0.path, $0.citation) }.uniqued(), state: state(issues, own.isEmpty, file), file: file,
      issues: issues)
  }

  private func citing(_ path: String, _ citation: Citation) -> EvidenceReport.Citing {
    EvidenceReport.Citing(
      path: path, number: numbers[String(path.prefix { $0 != "." })] ?? "", line: citation.node.range.line)
  }

  private func state(_ issues: [Issue], _ isNotCited: Bool, _ file: DocumentFile?) -> EvidenceReport.State {
    if issues.contains(where: { $0.severity > .info && $0.rule != "evidence/not-cited" }) { return .problems }
    if isNotCited { return .notCited }
    return file == nil ? .listed : .fine
  }

  func unproven(_ claim: Claim) -> EvidenceReport.Unproven {
    let refused = claim.exhibits.filter { !$0.refusals.isEmpty }.map { exhibit in
      (id: exhibit.citation.id, why: index.reasons(of: exhibit, for: claim))
    }
    return EvidenceReport.Unproven(
      claim: claim, subject: judgement.situation.labels.subject(ofClaim: claim) ?? claim.path,
      kinds: claim.requirement.kinds.map { judgement.situation.labels.kind($0) }, refused: refused)
  }
}
