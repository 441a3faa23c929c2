import Documents
import RulesEngine

/// Which claims have their proof, and which documents are cited where.
struct Proof {
  /// Every claim that needs proof.
  let claims: [Claim]
  /// The register that they rest on.
  let register: DocumentRegister
  private var standing: [String: Verification] = [:]
  private var unverified: [String: Status] = [:]
  private var cited: [String: [String]] = [:]

  init(_ claims: [Claim], _ register: DocumentRegister, _ questionnaire: Questionnaire, _ reply: Reply) {
    self.claims = claims
    self.register = register
    for claim in claims { add(claim) }
    for item in questionnaire.items {
      for question in item.questions { addCitations(question, item, reply) }
    }
    cited = cited.mapValues { $0.uniqued() }
  }

  // A claim stands for its path and for all that holds it: the question of an entry, the column of a cell, the row.
  private mutating func add(_ claim: Claim) {
    for path in Self.holders(of: claim) {
      let verification: Verification = claim.isProven ? .yes : .no
      standing[path] = [standing[path], verification].compactMap { $0 }.worst
      if !claim.isProven, let status = claim.requirement.unverified { unverified[path] = unverified[path] ?? status }
    }
  }

  /// The claim's path and those of all that holds it.
  static func holders(of claim: Claim) -> [String] {
    let item = claim.path.prefix { $0 != "." }
    var holders = [claim.path]
    // The one column of a grid has no name of its own: its cells are the rows.
    let isInGrid = claim.question.path.split(separator: ".").count > 2 && !claim.path.hasSuffix(".\(claim.question.name)")
    if !isInGrid { holders.append("\(item).\(claim.question.name)") }
    if let close = claim.path.lastIndex(of: "]") { holders.append(String(claim.path[...close])) }
    // The path of a column holds that of its table; a fixed row's cell holds that of the row.
    for path in [claim.question.path, claim.path] {
      let parts = path.split(separator: ".")
      if parts.count > 2, !path.contains("[") { holders.append(parts.prefix(2).joined(separator: ".")) }
    }
    return holders.uniqued()
  }

  private mutating func addCitations(_ question: Question, _ item: Item, _ reply: Reply) {
    let answer = reply.answers[question.path] ?? .none
    let details = item.questions.first { $0.detailsOf == question.name }.flatMap { reply.answers[$0.path] } ?? .none
    cited[question.path] = (answer.allCitations + details.allCitations).map(\.id)
    guard let table = question.type.table else { return }
    for row in answer.rows {
      cited[row.path] = row.allCitations.map(\.id)
      for (column, cell) in zip(table.columns, row.cells) { addCitations(column, cell, row, table, item, answer.citations) }
    }
  }

  private mutating func addCitations(
    _ column: Question, _ cell: Answer, _ row: ReplyRow, _ table: Table, _ item: Item, _ fallback: [Citation]
  ) {
    let own = row.citations(for: cell)
    let ids = (own.isEmpty ? fallback : own).map(\.id)
    cited[row.path(of: column, in: table)] = ids
    if !table.isSingleCell { cited["\(item.id).\(column.name)", default: []] += ids }
  }

  /// How the claim at this path stands.
  func verification(of path: String) -> Verification { standing[path] ?? .notRequired }

  /// What a claim at this path counts as while it is not proven, where its requirement says so.
  func unverified(_ path: String) -> Status? { unverified[path] }

  /// The ids of the documents that are cited at this path.
  func documents(of path: String) -> [String] { cited[path] ?? [] }

  /// The entries of the register that are cited at this path.
  func evidence(of path: String) -> [Evidence] { documents(of: path).compactMap { register.evidence[$0] } }

  /// Whether the answer at this path is proven: by the proof it needs, or by any valid document where it needs none.
  func isVerified(_ path: String) -> Bool {
    switch verification(of: path) {
    case .yes: true
    case .no: false
    case .notRequired: evidence(of: path).contains { !register.unusable.contains($0.id) }
    }
  }

  /// Whether the same claims are proven as in `other`.
  func standsLike(_ other: Proof) -> Bool { standing == other.standing }
}

extension [Verification] {
  /// Unproven if any is; proven if any is and none is not.
  var worst: Verification { contains(.no) ? .no : contains(.yes) ? .yes : .notRequired }
}
