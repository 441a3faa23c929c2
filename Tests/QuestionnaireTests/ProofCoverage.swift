import Questionnaire
import Testing

/// Every claim of the MEM needs proof: each question, row and column that is no detail has its requirement.
@Suite struct ProofCoverage {
  @Test func everyQuestionHasARequirement() throws {
    let questions = try #require(Packs.mem).questionnaire.items.flatMap(\.questions).filter { !$0.isDetails }
    #expect(questions.count > 40)
    for question in questions {
      let asked = question.type.table.map(\.columns) ?? [question]
      for one in asked {
        let proof = one.proof ?? question.proof
        #expect(proof != nil, "\(one.path)")
        #expect(proof?.kinds.isEmpty == false && proof?.attached == true, "\(one.path)")
      }
    }
  }
}
