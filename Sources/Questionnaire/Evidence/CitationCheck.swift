import Documents
import Expressions
import RulesEngine

/// Every citation of a reply, with the path of the answer that makes it.
struct Citations {
  let all: [(path: String, citation: Citation)]
  private let answers: [String: Set<String>]
  private let presumed: [String: String]

  // Of more ids than this nobody asks what each was meant to be.
  private static let suggestions = 100

  init(_ reply: Reply) {
    all = reply.answers.sorted { $0.key < $1.key }.flatMap { path, answer in answer.placedCitations(path) }
    answers = all.reduce(into: [:]) { $0[$1.citation.id, default: []].insert(String($1.path.prefix { $0 != "[" })) }
    let known = reply.evidence.keys.sorted()
    let unknown = all.map(\.citation.id).uniqued().filter { reply.evidence[$0] == nil }
    presumed = unknown.prefix(Self.suggestions).reduce(into: [:]) { $0[$1] = nearestName(to: $1, among: known) }
  }

  /// How many answers cite a document; entries and added rows count as their question, fixed rows for themselves.
  func answers(citing id: String) -> Int { answers[id]?.count ?? 0 }

  /// The document of the register that an id which is not in it most likely means.
  func presumed(_ id: String) -> String? { presumed[id] }

  /// Documents that only misspelt citations mean: that they are not cited is not told again.
  var presumedDocuments: Set<String> { Set(presumed.values) }
}

extension Answer {
  /// What is cited for it, its entries and its rows, with their paths.
  fileprivate func placedCitations(_ path: String) -> [(path: String, citation: Citation)] {
    citations.map { (path, $0) }
      + entries.enumerated().flatMap { index, entry in entry.placedCitations("\(path)[\(index)]") }
      + rows.flatMap { row in row.allCitations.map { (row.path, $0) } }
  }
}

/// Whether what is cited is in the register, once, and at places that it has.
struct CitationCheck {
  let citations: Citations
  let register: DocumentRegister
  let labels: QuestionLabels
  let problems: Problems

  func run() {
    var seen: Set<Place> = []
    for (path, citation) in citations.all {
      guard register.evidence[citation.id] != nil else {
        tellUnknown(path, citation)
        continue
      }
      if !seen.insert(Place(path: path, id: citation.id, locator: citation.locator?.location)).inserted {
        tell("evidence/cited-twice", .warning, path, citation.node, ["id": citation.id])
      }
      checkPages(path, citation)
    }
  }

  // The same document may stand twice for one answer where it is cited at two places in it.
  private struct Place: Hashable {
    let path: String
    let id: String
    let locator: Location?
  }

  private func tellUnknown(_ path: String, _ citation: Citation) {
    var arguments = ["id": citation.id]
    if let near = citations.presumed(citation.id) { arguments["suggestion"] = near }
    tell("evidence/unknown", .error, path, citation.node, arguments)
  }

  private func checkPages(_ path: String, _ citation: Citation) {
    guard let spans = citation.pages, let pages = register.pages(of: citation.id), !spans.lie(in: pages) else { return }
    tell(
      "evidence/locator-outside", .warning, path, citation.locator ?? citation.node,
      ["id": citation.id, "first": "\(pages.lowerBound)", "last": "\(pages.upperBound)"])
  }

  private func tell(_ rule: RuleID, _ severity: Severity, _ path: String, _ node: Node, _ arguments: [String: String]) {
    problems.add(
      Issue(
        rule, severity, path: path, at: node.location, Message(rule.description, arguments),
        subject: labels.subject(ofPath: path)))
  }
}
