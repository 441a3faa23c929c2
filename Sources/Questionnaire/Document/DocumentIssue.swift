import Documents

/// An issue with its place in the experts' document. What concerns proof stands with the documents, and what is merely missing
/// with the points that it leaves open.
struct DocumentIssue {
  let issue: Issue
  let anchor: String

  /// The issues of a reply, in its order.
  static func all(of judgement: Judgement) -> [DocumentIssue] {
    let told = judgement.issues.filter { !$0.rule.description.hasPrefix("evidence/") && $0.rule != "reply/required" }
    return told.uniqued().enumerated().map { DocumentIssue(issue: $1, anchor: "issue-\($0 + 1)") }
  }

  /// The items that it concerns, its own first.
  var items: [String] { ([issue.path] + issue.because.map(\.path)).map(\.item).uniqued() }
}
