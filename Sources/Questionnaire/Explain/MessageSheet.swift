import Documents

/// Tells what a rule of the program itself says, such as `reply/wrong-type`.
public struct MessageExplainer {
  /// The beginnings of the rules' names; all else in the catalogue is no rule.
  static let domains = ["cel", "eval", "evidence", "override", "pack", "reply", "rules", "seal", "test", "yaml"]

  private let catalogue: MessageCatalogue
  private let paint: Paint

  /// In the words of `catalogue`.
  public init(catalogue: MessageCatalogue, paint: Paint) {
    self.catalogue = catalogue
    self.paint = paint
  }

  /// The rules that have words.
  public var ids: [String] { catalogue.ids.filter { id in Self.domains.contains { id.hasPrefix("\($0)/") } } }

  /// The names of the rules, several of whose messages may differ in what stands behind a dot.
  public var rules: [String] { ids.map { id in String(id.prefix { $0 != "." }) }.uniqued() }

  /// Whether `id` is a rule, or one of the messages of one.
  public func knows(_ id: String) -> Bool { ids.contains { $0 == id || $0.hasPrefix("\(id).") } }

  /// For people.
  public func text(_ id: String, over judgement: Judgement?) -> String {
    paint.bold(SafeText.shown("\(catalogue.text("explain/kind.message")) \(id)")) + "\n"
      + SheetText(catalogue: catalogue, paint: paint).text(sheet(id, judgement))
  }

  /// For programs.
  public func json(_ id: String, over judgement: Judgement?, version: String) -> JSON {
    guard case .object(let members) = sheet(id, judgement).json else { return .null }
    let subject = JSON.object([("kind", .string("message")), ("id", .string(id))] + members)
    return .object([
      ("format", .number(1)), ("tool", CheckJSON.tool(version)), ("pack", JSON(judgement?.pack.questionnaire.id)),
      ("file", JSON(judgement?.reply.document.source.name)), ("explained", .array([subject])),
    ])
  }

  private func sheet(_ id: String, _ judgement: Judgement?) -> Sheet {
    let meant = ids.filter { $0 == id || $0.hasPrefix("\(id).") }
    var sheet = Sheet()
    sheet.add(
      .messages,
      list: meant.map { id in
        var inner = Sheet()
        inner.add(.name, id)
        inner.add(.message, catalogue.template(id).message)
        let helps = catalogue.template(id).helps
        inner.add(.help, helps.first)
        inner.add(.helpOtherwise, helps.dropFirst().first)
        return .sheet(inner)
      })
    let names = meant.flatMap { Self.placeholders(catalogue.template($0)) }.uniqued()
    sheet.add(.placeholders, list: names.map { .code($0, words: "{\($0)}: \(catalogue.text("explain/placeholder.\($0)"))") })
    guard let judgement else { return sheet }
    var inner = Sheet()
    inner.add(.file, judgement.reply.document.source.name)
    let issues = judgement.issues.filter { $0.rule.description == id }
    inner.add(
      .issues,
      list: issues.map { issue in
        let line = catalogue.text("report/line", ["line": "\(issue.location.range.line)"])
        return .line("\(line): \(catalogue.line(issue))", CheckJSON(catalogue: catalogue, version: "").issue(issue))
      })
    sheet.add(.reply, .sheet(inner))
    return sheet
  }

  private static func placeholders(_ template: (message: String, helps: [String])) -> [String] {
    ([template.message] + template.helps).flatMap { text in
      text.split(separator: "{").dropFirst().compactMap { part in
        let name = part.prefix { $0 != "}" }
        return name.count < part.count && name.allSatisfy { $0.isLetter || $0 == "_" } ? String(name) : nil
      }
    }
  }
}
