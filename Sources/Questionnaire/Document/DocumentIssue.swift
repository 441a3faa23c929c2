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

  /// The printed number and words of what it is about; those of the item where it is about no answer of it.
  func subject(_ judgement: Judgement, _ answers: AnswerLines) -> String {
    if answers.basis(of: issue) != nil || issue.path.contains("[") { return issue.subject ?? answers.subject(of: issue.path) }
    guard let item = judgement.pack.questionnaire.items.first(where: { $0.id == items.first }) else {
      return issue.subject ?? issue.rule.description
    }
    return DocumentWords.title(item.number, item.title, else: item.id, judgement.situation.labels)
  }

  /// The answers that it is about, its own first, each once.
  func bases(_ answers: AnswerLines) -> [Issue.Basis] {
    let own = issue.because.contains { $0.path == issue.path } ? nil : answers.basis(of: issue)
    return ([own].compactMap { $0 } + issue.because).uniqued()
  }

  /// The items that it concerns, its own first.
  var items: [String] { ([issue.path] + issue.because.map(\.path)).map(\.item).uniqued() }
}
