import Documents
import Expressions
import RulesEngine

/// Holds what experts set against the findings of the reply.
struct OverrideCheck {
  private let judgement: Judgement
  /// The name of the file, for what has no place in it.
  private let file: String
  private let answers: AnswerIndex
  private let basis: [RuleID: AnswerBasis]
  private let digest: ([UInt8]) -> String
  private let derived: [RuleID: Finding]
  private let sections: [RuleID: String]

  init(
    judgement: Judgement, file: String, derived: [SectionDraft], answers: AnswerIndex, basis: [RuleID: AnswerBasis],
    digest: @escaping ([UInt8]) -> String
  ) {
    self.judgement = judgement
    self.file = file
    self.answers = answers
    self.basis = basis
    self.digest = digest
    let all = derived.flatMap(\.findings)
    self.derived = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = derived.flatMap { section in section.findings.map { ($0.id, section.id) } }
    sections = Dictionary(places, uniquingKeysWith: { first, _ in first })
  }

  /// What is to be set; the entries of `file` learn which findings they mean, and what is refused is reported.
  func accepted(_ file: inout OverrideFile, problems: Problems) -> [RuleID: FindingOverride] {
    guard isReplyOfSomebody(problems) else { return [:] }
    // A file about another respondent's reply says nothing of this one.
    guard problems.issues.allSatisfy({ !Self.isForeign($0) }) else { return [:] }
    let barred = barred(file, problems)
    var result: [RuleID: FindingOverride] = [:]
    for index in file.entries.indices {
      let finding = finding(file.entries[index].key, problems, path: file.entries[index].path)
      file.entries[index].finding = finding?.id
      let entry = file.entries[index]
      let author = author(of: entry, file, problems)
      let place = place(of: entry, beside: finding, problems)
      guard let finding, let author, !entry.isRefused, !barred.contains(entry.expert?.text ?? "") else { continue }
      if entry.place != nil, place == nil { continue }
      guard setsSomething(entry, problems), isFirst(entry, finding.id, in: result, problems) else { continue }
      tellConsequences(of: entry, finding, problems)
      var override = FindingOverride(author: author)
      override.status = entry.status
      override.statement = statement(of: entry, finding, problems)
      override.isWithSatisfaction = entry.satisfaction != nil
      override.place = place
      override.changedAnswers = changed(entry, finding.id, problems)
      result[finding.id] = override
    }
    leaveCircles(&result, file, problems)
    return result
  }

  private static let foreign = ["override/other-questionnaire", "override/other-respondent", "override/version"]

  // A file that does not say whose it is may be anybody's.
  private static func isForeign(_ issue: Issue) -> Bool {
    foreign.contains(issue.rule.description) || (issue.rule == "override/missing-key" && issue.path.isEmpty)
  }

  // MARK: - Who

  // Nobody can tell whether an expert is of the respondent's country where no respondent is known.
  private func isReplyOfSomebody(_ problems: Problems) -> Bool {
    let reply = judgement.reply
    let known = judgement.pack.questionnaire.respondents
    if known.isEmpty ? CountryCodes.all.contains(reply.respondent) : known[reply.respondent] != nil { return true }
    let start = SourceRange(line: 1, column: 1, endLine: 1, endColumn: 1)
    problems.add(
      Issue(
        "override/no-respondent", at: Location(file: file, range: start),
        Message("override/no-respondent", ["value": reply.respondent])))
    return false
  }

  // An expert takes no part in what is said of the own country; told once, where the expert is named.
  private func barred(_ file: OverrideFile, _ problems: Problems) -> Set<String> {
    let own = file.experts.values.filter { $0.country.text == judgement.reply.respondent }.sorted { $0.id < $1.id }
    for expert in own {
      let findings = file.entries.filter { $0.expert?.text == expert.id }.map(\.key.text)
      guard !findings.isEmpty else { continue }
      problems.add(
        Issue(
          "override/own-country", path: "experts.\(expert.id)", at: expert.country.location,
          Message("override/own-country", ["name": expert.name, "findings": findings.joined(separator: ", ")])))
    }
    return Set(own.map(\.id))
  }

  private func author(of entry: OverrideEntry, _ file: OverrideFile, _ problems: Problems) -> ExpertChange.Author? {
    guard let id = entry.expert, let date = entry.date, let reason = entry.reason else { return nil }
    guard let expert = file.experts[id.text] else {
      // An expert whose own entry is wrong was told there.
      guard !file.named.contains(id.text) else { return nil }
      var arguments = ["name": id.text]
      if let near = nearestName(to: id.text, among: file.experts.keys.sorted()) { arguments["suggestion"] = near }
      problems.add(
        Issue("override/unknown-expert", path: entry.path, at: id.location, Message("override/unknown-expert", arguments)))
      return nil
    }
    return ExpertChange.Author(name: expert.name, country: expert.country.text, date: date.text, reason: reason.text)
  }

  // MARK: - What

  private func finding(_ node: Node, _ problems: Problems, path: String) -> Finding? {
    let pack = judgement.pack.questionnaire.id
    if let finding = derived[RuleID(node.text)] ?? derived[RuleID("\(pack)/\(node.text)")] { return finding }
    var arguments = ["name": node.text]
    let known = derived.keys.map { $0.description.replacing("\(pack)/", with: "") }.sorted()
    if let near = nearestName(to: node.text, among: known) { arguments["suggestion"] = near }
    problems.add(
      Issue("override/unknown-finding", path: path, at: node.location, Message("override/unknown-finding", arguments)))
    return nil
  }

  private func place(of entry: OverrideEntry, beside finding: Finding?, _ problems: Problems) -> FindingOverride.Place? {
    guard let place = entry.place, let target = self.finding(place.node, problems, path: entry.path), let finding else {
      return nil
    }
    guard sections[target.id] == sections[finding.id], target.id != finding.id else {
      problems.add(
        Issue(
          "override/other-section", path: entry.path, at: place.node.location,
          Message("override/other-section", ["name": place.node.text])))
      return nil
    }
    return place.isAfter ? .after(target.id) : .before(target.id)
  }

  // Two that are each to stand behind the other stay where they are.
  private func leaveCircles(_ result: inout [RuleID: FindingOverride], _ file: OverrideFile, _ problems: Problems) {
    let moved = file.entries.filter { entry in entry.finding.flatMap { result[$0]?.place } != nil }
    let circle = DependencyOrder(count: moved.count) { index in
      let target = moved[index].finding.flatMap { result[$0]?.place?.finding }
      return moved.indices.filter { moved[$0].finding == target }
    }.cyclic
    for entry in circle.sorted().map({ moved[$0] }) {
      guard let id = entry.finding, let place = entry.place else { continue }
      result[id]?.place = nil
      problems.add(
        Issue(
          "override/circle", path: entry.path, at: place.node.location, Message("override/circle", ["finding": id.description])))
    }
  }

  private func setsSomething(_ entry: OverrideEntry, _ problems: Problems) -> Bool {
    if entry.status != nil || entry.statement != nil || entry.satisfaction != nil || entry.place != nil { return true }
    problems.add(Issue("override/nothing-set", path: entry.path, at: entry.key.location, Message("override/nothing-set")))
    return false
  }

  // A finding may be written with and without the name of the pack.
  private func isFirst(
    _ entry: OverrideEntry, _ finding: RuleID, in accepted: [RuleID: FindingOverride], _ problems: Problems
  ) -> Bool {
    guard accepted[finding] != nil else { return true }
    problems.add(
      Issue(
        "override/finding-twice", path: entry.path, at: entry.key.location,
        Message("override/finding-twice", ["finding": finding.description])))
    return false
  }

  // Others may have been declared not applicable because of what was derived.
  private func tellConsequences(of entry: OverrideEntry, _ finding: Finding, _ problems: Problems) {
    guard let status = entry.status, status != finding.status else { return }
    let others = derived.values.filter { other in
      other.status == .notApplicable && other.conclusion.isDeclared && other.id != finding.id
        && other.about.contains { point in
          judgement.situation.deciders(of: point).contains { finding.about.contains($0.name) }
        }
    }
    guard !others.isEmpty else { return }
    let names = others.map(\.id.description).sorted().joined(separator: ", ")
    problems.add(
      Issue(
        "override/consequence", .warning, path: entry.path, at: entry.key.location,
        Message("override/consequence", ["finding": finding.id.description, "others": names])))
  }

  private func statement(of entry: OverrideEntry, _ finding: Finding, _ problems: Problems) -> String? {
    guard let node = entry.statement else { return nil }
    if node.kind == .scalar { return node.text }
    if let own = node[judgement.language.code] { return own.text }
    problems.add(
      Issue(
        "override/no-words", .warning, path: entry.path, at: node.location,
        Message("override/no-words", ["finding": finding.id.description, "language": judgement.language.code])))
    return nil
  }

  // MARK: - Whether it still holds

  private func changed(_ entry: OverrideEntry, _ finding: RuleID, _ problems: Problems) -> [String] {
    guard let now = basis[finding] else { return [] }
    guard let node = entry.basis else {
      problems.add(
        Issue("override/no-basis", .warning, path: entry.path, at: entry.key.location, Message("override/no-basis")))
      return []
    }
    guard let recorded = AnswerBasis(parsing: node.text) else {
      problems.add(
        Issue("override/wrong-basis", .warning, path: entry.path, at: node.location, Message("override/wrong-basis")))
      return now.names
    }
    let changed = now.changed(since: recorded) { AnswerBasis(answers.paths(of: $0), in: answers, digest: digest) }
    if !changed.isEmpty {
      problems.add(
        Issue(
          "override/stale", .warning, path: entry.path, at: entry.key.location,
          Message("override/stale", ["finding": finding.description, "answers": changed.joined(separator: ", ")])))
    }
    return changed
  }
}
