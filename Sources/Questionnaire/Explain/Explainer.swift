import Documents
import Expressions
import RulesEngine

/// Tells what questions, rules and findings ask, and with a reply why they come out as they do.
public struct Explainer {
  /// How many replies a search may judge unless something else is said.
  public static let tries = 2000

  let pack: Pack
  let language: Language
  let labels: QuestionLabels
  let catalogue: MessageCatalogue
  let paint: Paint
  let judgement: Judgement?
  let tries: Int
  let showsAll: Bool
  let words: ExpressionWords
  let domains: ChangeDomains

  /// In the language of `catalogue`, as far as the pack has it; with `judgement` about that reply. `tries` bounds how many replies
  /// a search judges, `showsAll` tells everything that is found.
  public init(
    _ pack: Pack, catalogue: MessageCatalogue, paint: Paint, judgement: Judgement? = nil, tries: Int = Explainer.tries,
    showsAll: Bool = false
  ) {
    self.pack = pack
    language = pack.language(catalogue.language)
    labels = QuestionLabels(pack.questionnaire, catalogue: language.catalogue)
    self.catalogue = catalogue
    self.paint = paint
    self.judgement = judgement
    self.tries = tries
    self.showsAll = showsAll
    words = ExpressionWords(pack: pack, labels: labels, catalogue: catalogue)
    domains = ChangeDomains(pack: pack, labels: labels, sample: catalogue.text("explain/sample.text"))
  }

  /// All that is to be told of a subject.
  func sheet(_ subject: ExplainedSubject) -> Sheet {
    switch subject {
    case .item(let item): itemSheet(item)
    case .point(let point): pointSheet(point)
    case .rule(let rule, let row): ruleSheet(rule, row: row)
    case .finding(let finding, let row): findingSheet(finding, row: row)
    }
  }

  /// For people.
  public func text(_ subjects: [ExplainedSubject]) -> String {
    let writer = SheetText(catalogue: catalogue, paint: paint)
    return subjects.map { subject in
      let (kind, id) = name(subject)
      return paint.bold(SafeText.shown("\(catalogue.text("explain/kind.\(kind)")) \(id)")) + "\n" + writer.text(sheet(subject))
    }.joined(separator: "\n")
  }

  /// For programs.
  public func json(_ subjects: [ExplainedSubject], version: String) -> JSON {
    .object([
      ("format", .number(1)), ("tool", CheckJSON.tool(version)), ("pack", .string(pack.questionnaire.id)),
      ("file", JSON(judgement?.reply.document.source.name)),
      (
        "explained",
        .array(
          subjects.map { subject in
            let (kind, id) = name(subject)
            guard case .object(let members) = sheet(subject).json else { return .null }
            return .object([("kind", .string(kind)), ("id", .string(id))] + members)
          })
      ),
    ])
  }

  private func name(_ subject: ExplainedSubject) -> (kind: String, id: String) {
    let own = pack.questionnaire.id
    switch subject {
    case .item(let item): return ("item", "\(own)/\(item.id)")
    case .point(let point): return (point.kind, "\(own)/\(point.path)")
    case .rule(let rule, let row): return ("rule", rule.id.description + (row.map { "[\($0)]" } ?? ""))
    case .finding(let finding, let row): return ("finding", finding.id.description + (row.map { "[\($0)]" } ?? ""))
    }
  }

  // MARK: - What several sheets have

  /// An expression as written, and in words.
  func expression(_ text: String, in item: String, table: String?) -> Sheet.Value {
    var sheet = Sheet()
    sheet.add(.words, words.words(text, in: item, table: table))
    sheet.add(.written, text)
    return .sheet(sheet)
  }

  /// What answers are called, with their paths.
  func questions(_ references: [PointReference], row table: String?) -> [Sheet.Value] {
    references.compactMap { reference -> Sheet.Value? in
      let path =
        reference.name == "row" ? table.map { ([$0] + reference.fields.prefix(1)).joined(separator: ".") } : reference.name
      guard let path else { return nil }
      return .code(path, words: named(path))
    }
  }

  /// A path behind what it is called.
  func named(_ path: String) -> String {
    let column = path.split(separator: ".").count > 2 ? self.column(path) : nil
    guard let subject = column ?? labels.subject(ofPath: path), subject != path else { return path }
    return "\(subject) [\(path)]"
  }

  private func column(_ path: String) -> String? {
    pack.questionnaire.items.lazy.flatMap(\.questions).flatMap { $0.type.table?.columns ?? [] }.first { $0.path == path }
      .map { labels.subject(of: $0) }
  }

  /// Variables that `programs` read, with what they stand for.
  func variables(of programs: [Program]) -> [Sheet.Value] {
    pack.variables(behind: programs).map { variable in
      var sheet = Sheet()
      sheet.add(.name, variable.name)
      sheet.add(
        .words,
        words.words(
          variable.program.source, in: String(variable.name.prefix { $0 != "." }), table: nil,
          isValue: variable.program.type != .bool))
      sheet.add(.written, variable.program.source)
      return .sheet(sheet)
    }
  }

  /// Where something comes from: the document, and the section and item in it.
  func source(_ item: Item?) -> String {
    let section = item.flatMap { item in pack.questionnaire.sections.first { $0.id == item.section } }
    let parts = [
      pack.questionnaire.title.map { labels.text($0) }, pack.questionnaire.source,
      section.flatMap { section in section.title.map { "\(section.number) \(labels.text($0))" } },
      item.flatMap { item in item.title.map { "\(item.number) \(labels.text($0))" } },
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.uniqued().joined(separator: "; ")
  }

  /// An issue as it would be told.
  func issue(_ issue: Issue) -> Sheet.Value {
    var sheet = Sheet()
    sheet.add(.severity, .code(issue.severity.rawValue, words: catalogue.text("report/\(issue.severity.rawValue)")))
    sheet.add(.message, "\(catalogue.line(issue)) [\(issue.rule)]")
    sheet.add(.help, catalogue.help(issue))
    return .sheet(sheet)
  }

  /// A status or verdict in words.
  func status(_ code: String) -> String { catalogue.text("status/\(code)") }

  func verdict(_ code: String) -> String { catalogue.text("explain/verdict.\(code)") }

  /// Some of many, then how many more.
  func few(_ values: [Sheet.Value], most: Int = 6) -> [Sheet.Value] { few(values, most: most) { Array($0) } }

  /// The same, where what is not shown need not be worked out.
  func few<Row>(_ rows: [Row], most: Int = 6, _ values: (ArraySlice<Row>) -> [Sheet.Value]) -> [Sheet.Value] {
    guard !showsAll, rows.count > most else { return values(rows[...]) }
    return values(rows.prefix(most)) + [.text(catalogue.text("explain/more", ["count": "\(rows.count - most)"]))]
  }
}
