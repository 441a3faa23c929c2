import Documents
import Expressions
import RulesEngine

/// Resolves the documents that answers cite, and reports claims that lack the proof that is asked for.
struct EvidenceCheck {
  let situation: Situation
  let mustConform: Bool
  let problems: Problems

  /// Checks citations and claims.
  func run() {
    let known = situation.reply.evidence.keys.sorted()
    for (path, citation) in situation.proof.citations() where situation.reply.evidence[citation.id] == nil {
      var arguments = ["id": citation.id]
      if let near = nearestName(to: citation.id, among: known) { arguments["suggestion"] = near }
      problems.add(
        Issue(
          "evidence/unknown", path: path, at: citation.node.location, Message("evidence/unknown", arguments),
          subject: situation.labels.subject(ofPath: path)))
    }
    for question in situation.allQuestions where situation.applicability(of: question.path) == .asked { checkClaims(question) }
  }

  private func checkClaims(_ question: Question) {
    let answer = situation.answer(question.path)
    report(question, path: question.path, answer, answer.location)
    guard let table = question.type.table else { return }
    for row in answer.rows {
      for (column, cell) in zip(table.columns, row.cells) {
        report(column, path: situation.cellPath(row, column, table), cell, cell.location)
      }
    }
  }

  private func report(_ question: Question, path: String, _ answer: Answer, _ place: Location?) {
    guard let proof = question.proof, situation.proof.verification(of: path) == .no, let place, !situation.proof.hasUnknown(path)
    else {
      return
    }
    let kinds = situation.pack.questionnaire.kinds.choices.filter { proof.kinds.contains($0.code) }.map {
      situation.labels.text($0.label)
    }
    problems.add(
      Issue(
        "evidence/missing", mustConform ? proof.severity : .info, path: path, at: place,
        Message(
          "evidence/missing",
          ["min": "\(proof.min)"].merging(kinds.isEmpty ? [:] : ["kinds": kinds.joined(separator: ", ")]) { $1 }),
        subject: situation.labels.subject(of: question), declared: question.declared))
  }
}
