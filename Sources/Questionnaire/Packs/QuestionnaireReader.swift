import Documents
import Expressions
import RulesEngine

/// Reads `questionnaire.yaml`, the section files and the data that a questionnaire uses.
struct QuestionnaireReader {
  private let problems: Problems
  private var shared = SharedDefinitions()
  private var kinds: [(code: String, label: TextSource)] = []
  private var lists: [String: [String]] = [:]
  private var respondents: [String: [String: Language.Name]] = [:]
  private var sets: [String: [(key: Node, value: Node)]] = [:]
  private var itemIDs: [String: Node] = [:]

  init(problems: Problems) { self.problems = problems }

  /// Takes kinds, choices, lists and respondents from a file that begins with `uses`.
  mutating func readShared(_ root: Node) {
    var fields = Fields(root, path: "", domain: "pack", problems: problems)
    _ = fields.required("uses")
    readCommon(&fields)
    fields.finish()
  }

  /// Reads the head with its sections, those in files of their own given by their ids.
  mutating func read(_ root: Node, sectionFiles: [String: Node]) -> Questionnaire? {
    var fields = Fields(root, path: "", domain: "pack", problems: problems)
    let id = fields.required("questionnaire")
    let version = fields.required("version")
    let language = fields.required("language")
    let title = fields.scalar("title")
    let source = fields.text("source")
    let period = readPeriod(&fields)
    shared.period = period
    _ = fields.node("uses")
    _ = fields.node("draft")
    _ = fields.node("succeeds")
    readCommon(&fields)
    readSets(&fields)
    shared.kinds = kinds.map(\.code)
    shared.evidence = fields.scalar("evidence")
    for (key, value) in fields.entries("ask_details") { shared.askDetails[key.text] = value }
    readProofs(&fields)
    let maxClaims = fields.integer("max_claims")
    let sections = readSections(&fields, sectionFiles)
    fields.finish()
    guard let id, let version, let language else { return nil }
    return Questionnaire(
      id: id.text, version: version.text, language: language.text, title: title.map { TextSource(key: "title", base: $0) },
      source: source, period: period, sections: sections, kinds: ChoiceList(name: "kinds", choices: kinds), maxClaims: maxClaims,
      lists: lists,
      respondents: respondents, declared: id.location)
  }

  private mutating func readProofs(_ fields: inout Fields) {
    if let node = fields.node("every_proof") {
      shared.everyProof = ProofReader(proofs: [:], kinds: shared.kinds, problems: problems).read(node, path: "every_proof")
    }
    let reader = ProofReader(proofs: [:], kinds: shared.kinds, base: shared.everyProof, problems: problems)
    for (key, value) in fields.entries("proofs") {
      shared.proofs[key.text] = reader.read(value, path: "proofs.\(key.text)")
    }
  }

  private mutating func readCommon(_ fields: inout Fields) {
    for (key, value) in fields.entries("respondents") { readRespondent(key, value) }
    if let node = fields.node("kinds") {
      kinds += ChoiceListReader(problems: problems).read(node, name: "kinds", textPath: "kinds").choices
    }
    for (key, value) in fields.entries("choices") {
      shared.choices[key.text] = ChoiceListReader(problems: problems).read(
        value, name: key.text, textPath: "choices.\(key.text)")
    }
    for (key, value) in fields.entries("lists") {
      lists[key.text] = value.kind == .sequence ? value.items.map(\.text) : [value.text]
    }
  }

  private mutating func readRespondent(_ key: Node, _ node: Node) {
    let fields = Fields(node, path: "respondents.\(key.text)", domain: "pack", problems: problems)
    guard fields.node.kind == .mapping else { return }
    for entry in node.entries {
      var name = Fields(entry.value, path: "\(fields.path).\(entry.key.text)", domain: "pack", problems: problems)
      let text = name.required("name")
      let of = name.text("of")
      let agreement = name.agreement()
      name.finish()
      if let text { respondents[key.text, default: [:]][entry.key.text] = .init(name: text.text, of: of, agreement: agreement) }
    }
  }

  private func readPeriod(_ fields: inout Fields) -> Period? {
    guard let node = fields.scalar("period") else { return nil }
    if let period = Period(parsing: node.text) { return period }
    fields.wrongType(node, "period", expected: "period")
    return nil
  }

  private mutating func readSets(_ fields: inout Fields) {
    for (key, value) in fields.entries("sets") {
      sets[key.text] = value.kind == .mapping ? value.entries.map { ($0.key, $0.value) } : []
    }
  }

  private mutating func readSections(_ fields: inout Fields, _ files: [String: Node]) -> [Section] {
    guard let node = fields.node("sections") else {
      fields.missing("sections")
      return []
    }
    switch node.kind {
    case .mapping: return node.entries.compactMap { readSection($0.key, $0.value) }
    case .sequence:
      return node.items.compactMap { name in
        guard let file = files[name.text] else {
          problems.add(
            Issue(
              "pack/unknown-section", path: name.text, at: name.location, Message("pack/unknown-section", ["name": name.text])))
          return nil
        }
        return readSection(name, file)
      }
    case .scalar:
      fields.wrongType(node, "sections", expected: "mapping")
      return []
    }
  }

  private mutating func readSection(_ key: Node, _ node: Node) -> Section? {
    let id = key.text
    var fields = Fields(node, path: id, domain: "pack", problems: problems)
    _ = fields.node("section")
    _ = fields.node("source")
    let number = fields.scalar("number")
    let title = fields.scalar("title")
    var items: [Item] = []
    if node.kind == .mapping, node["questions"] != nil || node["use"] != nil {
      items = readItem(key, &fields, section: id).map { [$0] } ?? []
    } else {
      for (itemKey, value) in fields.entries("items") {
        var item = Fields(value, path: itemKey.text, domain: "pack", problems: problems)
        if let read = readItem(itemKey, &item, section: id) { items.append(read) }
        item.finish()
      }
    }
    fields.finish()
    return Section(
      id: id, number: number?.text ?? "", title: title.map { TextSource(key: "\(id).title", base: $0) }, items: items)
  }

  private mutating func readItem(_ key: Node, _ fields: inout Fields, section: String) -> Item? {
    let id = key.text
    if let other = itemIDs.updateValue(key, forKey: id) {
      problems.add(
        Issue(
          "pack/name-taken", path: id, at: key.location, Message("pack/name-taken", ["name": id, "line": "\(other.range.line)"])))
    }
    let number = fields.scalar("number")
    let title = fields.scalar("title")
    _ = fields.node("source")
    let set = fields.scalar("use")
    var questions: [Question] = []
    var reader = QuestionReader(shared: shared, item: id, textPath: set?.text ?? id, problems: problems)
    if let set {
      guard let shared = sets[set.text] else {
        problems.add(Issue("pack/unknown-set", path: id, at: set.location, Message("pack/unknown-set", ["name": set.text])))
        return nil
      }
      for (name, value) in shared { questions += reader.read(name, value) }
    }
    reader.useTexts(of: id)
    for (name, value) in fields.entries("questions") { questions += reader.read(name, value) }
    return Item(
      id: id, number: number?.text ?? "", title: title.map { TextSource(key: "\(id).title", base: $0) }, section: section,
      set: set?.text, questions: questions, declared: key.location)
  }
}
