import Documents
import Expressions
import RulesEngine

/// Reports what is wrong with the documents of a reply: in the register, where they are cited, as proof, and as files.
struct EvidenceCheck {
  private let situation: Situation
  private let options: JudgementOptions
  private let mustConform: Bool
  private let problems: Problems

  init(_ situation: Situation, options: JudgementOptions, mustConform: Bool, problems: Problems) {
    self.situation = situation
    self.options = options
    self.mustConform = mustConform
    self.problems = problems
  }

  /// Looks as deep as the options say.
  func run() {
    if case .none = options.evidence { return }
    let register = situation.proof.register
    FaultIssues(situation: situation, problems: problems).add(situation.terms.faults)
    let citations = Citations(situation.reply)
    let maxClaims = situation.pack.questionnaire.maxClaims
    RegisterCheck(register: register, citations: citations, asOf: options.asOf, mustConform: mustConform, problems: problems)
      .run(maxClaims: maxClaims)
    CitationCheck(citations: citations, register: register, labels: situation.labels, problems: problems).run()
    ClaimCheck(situation: situation, mustConform: mustConform, problems: problems).run()
    FileCheck(register: register, problems: problems).run()
    if case .filesAbsent = options.evidence { tellAbsence(register) }
  }

  // Once, at the first of the files: each of them would say the same.
  private func tellAbsence(_ register: DocumentRegister) {
    let listed = register.inOrder.filter { $0.file != nil }
    guard let first = listed.first else { return }
    problems.add(
      Issue(
        "evidence/files-absent", .info, path: "evidence", at: first.place(of: "file"),
        Message("evidence/files-absent", ["count": "\(listed.count)"])))
  }
}
