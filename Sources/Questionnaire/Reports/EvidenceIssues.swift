import Documents
import RulesEngine

/// The issues of a reply by the documents and citations that they are about: looked up, and not searched for, since both may be
/// many.
struct EvidenceIssues {
  private struct Place: Hashable {
    let path: String
    let range: SourceRange
  }

  private struct Answer: Hashable {
    let path: String
    let id: String
  }

  private let issues: [Issue]
  private let citations: [String: [(path: String, citation: Citation)]]
  /// By answer or row: what is cited for it, or in it.
  private let holders: [String: [(path: String, citation: Citation)]]
  /// By path of an entry, and by place of a citation: positions in `issues`.
  private let byPath: [String: [Int]]
  private let byRange: [SourceRange: [Int]]
  private let byPlace: [Place: [Int]]
  /// By answer and document: where it is cited.
  private let ranges: [Answer: [SourceRange]]
  /// The paths of the answers and entries that make each citation: several where an alias stands for it.
  private let places: [SourceRange: [String]]

  init(_ judgement: Judgement) {
    let issues = judgement.issues
    let all = Citations(judgement.reply).all
    self.issues = issues
    citations = Dictionary(grouping: all, by: \.citation.id)
    holders = Dictionary(grouping: all, by: { Self.row(of: $0.path) })
    let told = issues.indices.filter { issues[$0].rule.description.hasPrefix("evidence/") }
    byPath = Dictionary(grouping: issues.indices, by: { issues[$0].path })
    byRange = Dictionary(grouping: told, by: { issues[$0].location.range })
    byPlace = Dictionary(grouping: told, by: { Place(path: issues[$0].path, range: issues[$0].location.range) })
    places = Dictionary(grouping: all, by: { $0.citation.node.range }).mapValues { $0.map(\.path) }
    ranges = all.reduce(into: [:]) {
      $0[Answer(path: $1.path, id: $1.citation.id), default: []] += Self.ranges(of: $1.citation)
    }
  }

  /// Where a document is cited, with the paths of the answers.
  func citations(of id: String) -> [(path: String, citation: Citation)] { citations[id] ?? [] }

  /// What is cited for an answer, or in a row, such as `one.ports[Faro]`, with the paths of the answers.
  func citations(at path: String) -> [(path: String, citation: Citation)] { holders[path] ?? [] }

  /// What is told of a document's entry, and at these citations of it.
  func issues(of id: String, citedBy citations: [(path: String, citation: Citation)]) -> [Issue] {
    let ranges = Set(citations.filter { $0.citation.id == id }.flatMap { Self.ranges(of: $0.citation) })
    return inOrder((byPath["evidence.\(id)"] ?? []) + ranges.flatMap { byRange[$0] ?? [] })
  }

  /// What is told of a document's entry, and where it is cited, in the order of the file.
  func issues(of evidence: Evidence) -> [Issue] {
    let cited = Set(citations(of: evidence.id).flatMap { Self.ranges(of: $0.citation) })
    return inOrder((byPath[evidence.path] ?? []) + cited.flatMap { byRange[$0] ?? [] })
  }

  /// What is told where an id is cited that is in no register.
  func issues(citing id: String) -> [Issue] {
    inOrder(citations(of: id).flatMap { Self.ranges(of: $0.citation) }.flatMap { byRange[$0] ?? [] })
  }

  /// Why a document that is cited does not count for a claim: what is told of it there, and what is told of the document itself.
  func reasons(of exhibit: Claim.Exhibit, for claim: Claim) -> [Issue] {
    let here = cited(exhibit, claim).filter { issues[$0].rule != "evidence/cited-twice" }
    let own = (byPath["evidence.\(exhibit.citation.id)"] ?? []).filter { Self.isReason(issues[$0], exhibit.refusals) }
    return inOrder(here + own)
  }

  // What is told of this claim, or of the answer that it is part of, at any of the places where the document is cited for it.
  private func cited(_ exhibit: Claim.Exhibit, _ claim: Claim) -> [Int] {
    let own = Self.holders(of: claim.path).flatMap { [$0, "\($0)_details"] }
    let entries = (places[exhibit.citation.node.range] ?? []).filter { path in own.contains { path.hasPrefix("\($0)[") } }
    let paths = (own + entries).uniqued()
    let places = Set(
      paths.flatMap { ranges[Answer(path: $0, id: exhibit.citation.id)] ?? [] } + Self.ranges(of: exhibit.citation))
    return places.flatMap { range in paths.flatMap { byPlace[Place(path: $0, range: range)] ?? [] } }
  }

  // `one.ports[Faro].seen` stands in `one.ports[Faro]`.
  private static func row(of path: String) -> String {
    path.lastIndex(of: "]").map { String(path[...$0]) } ?? path
  }

  // The path, that of the row it stands in, and that of the question: `one.ports[Faro].name`, `one.ports[Faro]`, `one.ports`.
  private static func holders(of path: String) -> [String] {
    let ends = path.indices.filter { $0 != path.startIndex && (path[$0] == "." || path[$0] == "[") }
    return [path] + ends.map { String(path[..<$0]) }
  }

  // What the register does not say of a document is told at its entry, as a warning or a note.
  private static func isReason(_ issue: Issue, _ refusals: [Claim.Refusal]) -> Bool {
    switch issue.rule {
    case "evidence/undated": refusals.contains(.undated)
    case "evidence/no-kind": refusals.contains(.noKind)
    case "evidence/no-source": refusals.contains(.noSource)
    default: issue.severity == .error && refusals.contains(.told)
    }
  }

  private static func ranges(of citation: Citation) -> [SourceRange] {
    [citation.node.range] + (citation.locator.map { [$0.range] } ?? [])
  }

  private func inOrder(_ positions: [Int]) -> [Issue] { Set(positions).sorted().map { issues[$0] } }
}
