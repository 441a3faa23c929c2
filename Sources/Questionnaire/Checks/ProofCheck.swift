import Documents
import RulesEngine

/// Whether claims have the documents that prove them.
struct ProofCheck {
  private let reply: Reply
  private var standing: [String: Verification] = [:]
  private var cited: [String: [String]] = [:]

  init(_ questionnaire: Questionnaire, _ reply: Reply) {
    self.reply = reply
    for item in questionnaire.items {
      for question in item.questions { add(question, in: item) }
    }
  }

  private mutating func add(_ question: Question, in item: Item) {
    let answer = reply.answers[question.path] ?? .none
    let details = item.questions.first { $0.detailsOf == question.name }.flatMap { reply.answers[$0.path] } ?? .none
    let citations = all(answer) + all(details)
    cited[question.path] = citations.map(\.id).uniqued()
    standing[question.path] = verify(question.proof, isClaim: isClaim(answer), citations)
    guard let table = question.type.table else { return }
    for row in answer.rows {
      for (column, cell) in zip(table.columns, row.cells) { add(column, cell, row, table, in: item, fallback: answer.citations) }
    }
  }

  private mutating func add(
    _ column: Question, _ cell: Answer, _ row: ReplyRow, _ table: Table, in item: Item, fallback: [Citation]
  ) {
    let own = all(cell) + row.citations
    let citations = own.isEmpty ? fallback : own
    let path = table.isSingleCell ? row.path : "\(row.path).\(column.name)"
    standing[path] = verify(column.proof, isClaim: isClaim(cell), citations)
    cited[path] = citations.map(\.id).uniqued()
    guard !table.isSingleCell else { return }
    let name = "\(item.id).\(column.name)"
    cited[name] = ((cited[name] ?? []) + citations.map(\.id)).uniqued()
    standing[name] = [standing[name], standing[path]].compactMap { $0 }.worst
  }

  private func all(_ answer: Answer) -> [Citation] {
    answer.citations + answer.entries.flatMap(\.citations) + answer.rows.flatMap { $0.citations + $0.cells.flatMap(\.citations) }
  }

  private func isClaim(_ answer: Answer) -> Bool {
    switch answer.content {
    case .value(.bool(let yes)): yes
    case .value: true
    case .none, .missing, .unreadable: false
    }
  }

  private func verify(_ proof: ProofRequirement?, isClaim: Bool, _ citations: [Citation]) -> Verification {
    guard let proof, isClaim else { return .notRequired }
    let fitting = citations.map(\.id).uniqued().compactMap { reply.evidence[$0] }.filter { evidence in
      proof.kinds.isEmpty || evidence.kind.map { proof.kinds.contains($0) } ?? false
    }
    return fitting.count >= proof.min ? .yes : .no
  }

  /// The entries of the register that an answer cites.
  func resolved(_ answer: Answer) -> [Evidence] { answer.citations.compactMap { reply.evidence[$0.id] } }

  /// Whether the claim at this path has its proof, or needs none.
  func isProven(_ question: Question, path: String) -> Bool { standing[path] != .no }

  /// How the claim at this path stands.
  func verification(of path: String) -> Verification { standing[path] ?? .notRequired }

  /// The documents cited at this path.
  func documents(of path: String) -> [String] { cited[path] ?? [] }

  /// Whether a document cited at this path is not in the register: what is told about it explains a missing proof.
  func hasUnknown(_ path: String) -> Bool { documents(of: path).contains { reply.evidence[$0] == nil } }

  /// Every citation of the reply, with the path of the answer that makes it.
  func citations() -> [(path: String, citation: Citation)] {
    reply.answers.sorted { $0.key < $1.key }.flatMap { path, answer in all(answer).map { (path, $0) } }
  }
}

extension [Verification] {
  /// Unproven if any is; proven if any is and none is not.
  var worst: Verification { contains(.no) ? .no : contains(.yes) ? .yes : .notRequired }
}
