public import Documents
public import RulesEngine

/// A reply that was read against its questionnaire and is not judged yet: what it lists can be looked at in between.
public struct ReplyReading {
  /// The pack it was read against.
  public let pack: Pack
  /// The reply.
  public let reply: Reply
  /// The words of the output.
  public let language: Language
  let labels: QuestionLabels
  let problems: Problems

  /// Reads the reply in `document`; `nil` where nothing of it can be read.
  public init?(_ document: Document, pack: Pack, language code: String) {
    language = pack.language(code)
    labels = QuestionLabels(pack.questionnaire, catalogue: language.catalogue)
    problems = Problems(document.issues.map(Self.namingQuestions))
    let reader = ReplyReader(questionnaire: pack.questionnaire, labels: labels, problems: problems)
    guard let reply = reader.read(document) else { return nil }
    self.pack = pack
    self.reply = reply
  }

  // In a reply a path begins with the item.
  private static func namingQuestions(_ issue: Issue) -> Issue {
    guard issue.path.hasPrefix("answers.") else { return issue }
    var named = issue
    named.path = String(issue.path.dropFirst("answers.".count))
    return named
  }
}
