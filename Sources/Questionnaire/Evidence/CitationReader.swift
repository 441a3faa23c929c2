import Documents
import RulesEngine

/// Reads the documents that an answer cites: an id, or a mapping with the place in the document.
struct CitationReader {
  /// The path of the answer.
  let path: String
  let labels: QuestionLabels
  let problems: Problems

  // What is cited for a table is held against each of its rows.
  private static let most = 200
  private static let locators = ["pages", "article", "section"]

  /// One citation, or a list of them.
  func read(_ node: Node) -> [Citation] {
    if node.isEmpty || node.isUnread { return [] }
    let items = node.kind == .sequence ? node.items.map { $0 } : [node]
    if items.count > Self.most {
      tell("evidence/too-many-citations", items[Self.most], ["limit": "\(Self.most)", "count": "\(items.count)"])
    }
    return items.prefix(Self.most).compactMap(citation)
  }

  private func citation(_ node: Node) -> Citation? {
    if node.kind == .scalar { return Citation(id: node.text, node: node, locator: nil, locatorName: nil, pages: nil) }
    guard node.kind == .mapping, let id = node["id"], id.kind == .scalar else {
      tell("reply/citation", node, [:])
      return nil
    }
    for entry in node.entries where entry.key.text != "id" && !Self.locators.contains(entry.key.text) {
      tell("reply/unknown-key", entry.key, ["name": entry.key.text])
    }
    let name = Self.locators.first { node[$0]?.isEmpty == false }
    return Citation(id: id.text, node: id, locator: name.flatMap { node[$0] }, locatorName: name, pages: pages(node))
  }

  private func pages(_ node: Node) -> PageSpans? {
    guard let pages = node["pages"], !pages.isEmpty, !pages.isUnread else { return nil }
    if let spans = PageSpans(pages) { return spans }
    tell("evidence/wrong-locator", pages, ["value": pages.text])
    return nil
  }

  private func tell(_ rule: RuleID, _ node: Node, _ arguments: [String: String]) {
    problems.add(
      Issue(
        rule, path: path, at: node.location, Message(rule.description, arguments), subject: labels.subject(ofPath: path)))
  }
}
