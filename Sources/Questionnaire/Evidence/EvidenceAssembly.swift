import Documents
import Expressions
import RulesEngine

/// Works out together what is asked, which claims are made and which of them are proven: each may depend on the others.
struct EvidenceAssembly {
  let pack: Pack
  let reply: Reply
  let labels: QuestionLabels
  let terms: ProofTerms
  let options: JudgementOptions

  /// The facts, how they came about, and the proof.
  func assemble() -> (facts: Facts, assembly: FactsAssembly, proof: Proof) {
    let register = DocumentRegister(reply, options.evidence)
    guard case .none = options.evidence else { return assemble(register) }
    return assemble(with: Proof([], register, pack.questionnaire, reply))
  }

  // More rounds than any questionnaire needs, in which claims depend on whether others are proven.
  private static let rounds = 4

  // First as if every claim were made and due; what is asked, and due, may then change which claims there are.
  private func assemble(_ register: DocumentRegister) -> (facts: Facts, assembly: FactsAssembly, proof: Proof) {
    let check = ExhibitCheck(register: register, terms: terms)
    func proof(_ conditions: ClaimAssembly.Conditions?) -> Proof {
      let claims = ClaimAssembly(reply: reply, check: check, conditions: conditions).claims(pack.questionnaire)
      return Proof(claims, register, pack.questionnaire, reply)
    }
    var assembled = assemble(with: proof(nil))
    for _ in 0..<Self.rounds {
      let settled = proof(conditions(assembled.facts, assembled.assembly))
      let isSettled = settled.standsLike(assembled.proof)
      assembled.proof = settled
      if isSettled { break }
      assembled = assemble(with: settled)
    }
    return assembled
  }

  private func assemble(with proof: Proof) -> (facts: Facts, assembly: FactsAssembly, proof: Proof) {
    var assembly = FactsAssembly(pack, reply, labels: labels, proof: proof, options: options)
    let facts = assembly.assemble()
    return (facts, assembly, proof)
  }

  private func conditions(_ facts: Facts, _ assembly: FactsAssembly) -> ClaimAssembly.Conditions {
    ClaimAssembly.Conditions(
      isAsked: { (assembly.applicability[$0] ?? .asked) == .asked },
      isDue: { [pack, options] question, row in
        guard let program = pack.programs[question.path]?.proofWhen else { return true }
        var state = EvaluationState(limit: options.maxSteps)
        if let row, let value = assembly.rowValue(of: row, table: question.path) { state.setLocal(Local.row, value) }
        // What cannot be told is due: a proof too many does no harm.
        return program.result(facts, &state) != .bool(false)
      })
  }
}
