import Documents
import Expressions
import RulesEngine

/// Reads a file of overrides; what is wrong with its form is reported.
struct OverrideReader {
  private static let domain = "override"

  private let judgement: Judgement
  private let problems: Problems

  init(judgement: Judgement, problems: Problems) {
    self.judgement = judgement
    self.problems = problems
  }

  /// The file, as far as it can be read.
  func read(_ root: Node) -> OverrideFile {
    var fields = Fields(root, path: "", domain: Self.domain, problems: problems)
    check(fields.required("overrides"), is: judgement.pack.questionnaire.id, "override/other-questionnaire")
    checkVersion(fields.required("version"))
    check(fields.required("respondent"), is: judgement.reply.respondent, "override/other-respondent")
    var file = OverrideFile()
    for (key, value) in fields.entries("experts") {
      file.named.insert(key.text)
      if let expert = readExpert(key, value) { file.experts[key.text] = expert }
    }
    file.entries = fields.entries("findings").map { readEntry($0.key, $0.value) }
    fields.finish()
    return file
  }

  private func check(_ node: Node?, is expected: String, _ rule: RuleID) {
    guard let node, node.text != expected else { return }
    problems.add(
      Issue(rule, path: "", at: node.location, Message(rule.description, ["value": node.text, "expected": expected])))
  }

  private func checkVersion(_ node: Node?) {
    let questionnaire = judgement.pack.questionnaire
    guard let node, node.text.prefix(while: { $0 != "." }) != questionnaire.major else { return }
    problems.add(
      Issue(
        "override/version", path: "version", at: node.location,
        Message("override/version", ["value": node.text, "version": questionnaire.version])))
  }

  private func readExpert(_ key: Node, _ value: Node) -> Expert? {
    var fields = Fields(value, path: "experts.\(key.text)", domain: Self.domain, problems: problems)
    let name = required("name", &fields)
    let country = fields.required("country")
    fields.finish()
    guard let name, let country else { return nil }
    guard isCountry(country.text) else {
      var arguments = ["value": country.text]
      if let near = CountryCodes.suggestion(for: country.text) { arguments["suggestion"] = near }
      problems.add(
        Issue(
          "override/unknown-country", path: "experts.\(key.text).country", at: country.location,
          Message("override/unknown-country", arguments)))
      return nil
    }
    return Expert(id: key.text, node: key, name: name.text, country: country)
  }

  private func isCountry(_ code: String) -> Bool {
    CountryCodes.all.contains(code) || judgement.pack.questionnaire.respondents[code] != nil
  }

  // MARK: - Findings

  private func readEntry(_ key: Node, _ value: Node) -> OverrideEntry {
    var entry = OverrideEntry(key: key, node: value)
    let before = problems.issues.count
    var fields = Fields(value, path: entry.path, domain: Self.domain, problems: problems)
    entry.expert = required("expert", &fields)
    entry.date = required("date", &fields)
    entry.reason = required("reason", &fields)
    entry.status = fields.scalar("status").flatMap { readStatus($0, entry.path) }
    entry.statement = readStatement(&fields)
    if fields.flag("with_satisfaction") == true { entry.satisfaction = fields.node("with_satisfaction") }
    entry.place = readPlace(&fields, entry.path)
    entry.basis = fields.scalar("basis").flatMap { $0.isEmpty ? nil : $0 }
    fields.finish()
    checkDate(entry)
    entry.isRefused = problems.issues.count > before
    return entry
  }

  private func readStatus(_ node: Node, _ path: String) -> Status? {
    if let status = Status(rawValue: node.text) { return status }
    let known = Status.allCases.map(\.rawValue)
    var arguments = ["name": node.text, "known": known.joined(separator: ", ")]
    if let near = nearestName(to: node.text, among: known) { arguments["suggestion"] = near }
    problems.add(Issue("override/unknown-status", path: path, at: node.location, Message("override/unknown-status", arguments)))
    return nil
  }

  // Signs that nobody sees are no name and no reason.
  private func required(_ key: String, _ fields: inout Fields) -> Node? {
    guard let node = fields.required(key) else { return nil }
    if node.text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) {
      return node
    }
    fields.missing(key)
    return nil
  }

  // A text, or texts by language.
  private func readStatement(_ fields: inout Fields) -> Node? {
    guard let node = fields.node("statement"), !node.isUnread, !node.isEmpty else { return nil }
    switch node.kind {
    case .scalar: return node
    case .mapping where node.entries.allSatisfy({ $0.value.kind == .scalar }): return node
    default:
      fields.wrongType(node, "statement", expected: "text")
      return nil
    }
  }

  private func readPlace(_ fields: inout Fields, _ path: String) -> (node: Node, isAfter: Bool)? {
    let before = fields.scalar("before")
    let after = fields.scalar("after")
    if let before, after != nil {
      problems.add(
        Issue("override/before-and-after", path: path, at: before.location, Message("override/before-and-after")))
      return nil
    }
    return before.map { ($0, false) } ?? after.map { ($0, true) }
  }

  private func checkDate(_ entry: OverrideEntry) {
    guard let date = entry.date, CalendarDate(parsing: date.text) == nil else { return }
    problems.add(
      Issue(
        "override/wrong-date", path: entry.path, at: date.location, Message("override/wrong-date", ["value": date.text])))
  }
}
