import Documents
import Expressions
import RulesEngine

/// Reads a reply against its questionnaire.
struct ReplyReader {
  let questionnaire: Questionnaire
  let labels: QuestionLabels
  let problems: Problems

  /// The reply in `document`; what is wrong with its form is reported.
  func read(_ document: Document) -> Reply? {
    guard let root = document.root else { return nil }
    var fields = Fields(root, path: "", domain: "reply", problems: problems)
    let id = fields.required("reply")
    let version = fields.required("version")
    let respondent = fields.required("respondent")
    let language = readLanguage(&fields)
    let status = readStatus(&fields)
    checkQuestionnaire(id, version)
    checkRespondent(respondent)
    let answersNode = fields.node("answers")
    if answersNode == nil { fields.missing("answers") }
    let evidence = RegisterReader(kinds: questionnaire.kinds, problems: problems).read(fields.entries("evidence"))
    let explanations = readExplanations(&fields)
    fields.finish()

    var gathering = Gathering(
      questionnaire: questionnaire,
      reader: AnswerReader(
        values: ValueReader(language: language, isCountry: isCountry), labels: labels, problems: problems, presumed: Presumed()),
      labels: labels, problems: problems)
    if let answersNode { gathering.read(answersNode) }
    return Reply(
      document: document, respondent: respondent?.text ?? "", language: language, status: status, answers: gathering.answers,
      items: gathering.items, answersKey: root.entries.first { $0.key.text == "answers" }?.key, evidence: evidence,
      explanations: explanations, presumed: gathering.reader.presumed.paths, unread: gathering.unread)
  }

  /// A reply of single answers, as the cases of a pack give them: names resolved inside `item`, or full.
  func read(given node: Node, item: String?, respondent: String) -> Reply {
    let language = questionnaire.language
    var gathering = Gathering(
      questionnaire: questionnaire,
      reader: AnswerReader(
        values: ValueReader(language: language, isCountry: isCountry), labels: labels, problems: problems, presumed: Presumed()),
      labels: labels, problems: problems)
    gathering.read(given: node, item: item)
    return Reply(
      document: node.document, respondent: respondent, language: language, status: .draft, answers: gathering.answers,
      items: gathering.items, answersKey: nil, evidence: [:], explanations: [:], presumed: gathering.reader.presumed.paths,
      unread: gathering.unread)
  }

  private func isCountry(_ code: String) -> Bool {
    CountryCodes.all.contains(code) || questionnaire.respondents[code] != nil
  }

  private func readLanguage(_ fields: inout Fields) -> String {
    guard let node = fields.scalar("language") else { return questionnaire.language }
    if KnownLanguage(rawValue: node.text) != nil { return node.text }
    problems.add(
      Issue(
        "reply/unknown-language", path: "language", at: node.location, Message("reply/unknown-language", ["value": node.text])))
    return questionnaire.language
  }

  private func readStatus(_ fields: inout Fields) -> ReplyStatus {
    guard let node = fields.scalar("status") else { return .draft }
    if let status = ReplyStatus(rawValue: node.text) { return status }
    let known = ReplyStatus.allCases.map(\.rawValue)
    var arguments = ["value": node.text, "known": known.joined(separator: ", ")]
    if let near = nearestName(to: node.text, among: known) { arguments["suggestion"] = near }
    problems.add(Issue("reply/unknown-status", path: "status", at: node.location, Message("reply/unknown-status", arguments)))
    return .complete
  }

  private func checkQuestionnaire(_ id: Node?, _ version: Node?) {
    guard let version, version.text.prefix(while: { $0 != "." }) != questionnaire.major else { return }
    problems.add(
      Issue(
        "reply/version", path: "version", at: version.location,
        Message("reply/version", ["value": version.text, "version": questionnaire.version])))
  }

  private func checkRespondent(_ node: Node?) {
    guard let node else { return }
    let code = node.text
    let known = questionnaire.respondents.isEmpty ? isCountry(code) : questionnaire.respondents[code] != nil
    guard !known else { return }
    var arguments = ["value": code]
    if let near = respondentSuggestion(code) { arguments["suggestion"] = near }
    problems.add(
      Issue("reply/unknown-respondent", path: "respondent", at: node.location, Message("reply/unknown-respondent", arguments)))
  }

  private func respondentSuggestion(_ code: String) -> String? {
    guard !questionnaire.respondents.isEmpty else { return CountryCodes.suggestion(for: code) }
    let names = questionnaire.respondents.first { entry in
      entry.value.values.contains { $0.name.lowercased() == code.lowercased() }
    }
    if let names { return names.key }
    let upper = code.uppercased()
    let known = questionnaire.respondents.keys.sorted()
    return known.first { $0 == upper } ?? nearestName(to: upper, among: known)
  }

  private func readExplanations(_ fields: inout Fields) -> [String: Explanation] {
    guard let list = fields.node("explanations"), !list.isEmpty else { return [:] }
    guard list.kind == .sequence else {
      fields.wrongType(list, "explanations", expected: "list")
      return [:]
    }
    var result: [String: Explanation] = [:]
    for (index, item) in list.items.enumerated() {
      var entry = Fields(item, path: "explanations[\(index)]", domain: "reply", problems: problems)
      let rule = entry.required("rule")
      let text = entry.required("text")
      entry.finish()
      if let rule, let text { result[rule.text] = Explanation(rule: rule, text: text.text) }
    }
    return result
  }
}
