public import Documents

/// Reads the `style` of a words file.
public struct StyleReader {
  private let problems: Problems

  /// A reader that reports to `problems`.
  public init(problems: Problems) { self.problems = problems }

  /// The style under `node`.
  public func read(_ node: Node) -> Style {
    var style = Style()
    var fields = Fields(node, path: "style", domain: "pack", problems: problems)
    style.verbs = templates(&fields, "verbs")
    style.subjects = subjects(&fields)
    if var leads = fields.fields("leads") {
      for turn in Style.Turn.allCases {
        let texts = templates(&leads, turn.rawValue)
        if !texts.isEmpty { style.leads[turn] = texts }
      }
      leads.finish()
    }
    if var joins = fields.fields("joins") {
      for turn in Style.Turn.allCases where turn != .first {
        let list = items(&joins, turn.rawValue)
        if !list.isEmpty { style.joins[turn] = list.map(readJoin) }
      }
      joins.finish()
    }
    style.contractions = items(&fields, "contractions").compactMap(readContraction)
    style.notApplicable = template(&fields, "not_applicable")
    style.notApplicableAlone = template(&fields, "not_applicable_alone")
    style.unverified = template(&fields, "unverified")
    style.unverifiedAll = template(&fields, "unverified_all")
    style.withSatisfaction = template(&fields, "with_satisfaction")
    style.notDetermined = template(&fields, "not_determined")
    fields.finish()
    return style
  }

  private func items(_ fields: inout Fields, _ key: String) -> [Node] {
    guard let list = fields.node(key), !list.isUnread, !list.isEmpty else { return [] }
    guard list.kind == .sequence else {
      fields.wrongType(list, key, expected: "list")
      return []
    }
    return list.items.map { $0 }
  }

  private func subjects(_ fields: inout Fields) -> [Style.Subject] {
    guard let node = fields.node("subjects"), !node.isUnread, !node.isEmpty else { return [] }
    let path = "\(fields.path).subjects"
    return (node.kind == .sequence ? node.items.map { $0 } : [node]).compactMap { readSubject($0, path: path) }
  }

  // A text alone, or a text with its grammar.
  private func readSubject(_ node: Node, path: String) -> Style.Subject? {
    if node.kind == .scalar { return Style.Subject(text: TemplateText(node, path: path, problems: problems)) }
    var fields = Fields(node, path: path, domain: "pack", problems: problems)
    let text = fields.required("text")
    let agreement = fields.agreement()
    fields.finish()
    return text.map { Style.Subject(text: TemplateText($0, path: path, problems: problems), agreement: agreement) }
  }

  private func readContraction(_ node: Node) -> Contraction? {
    var fields = Fields(node, path: "style.contractions", domain: "pack", problems: problems)
    let ends = fields.required("ends")
    let write = fields.required("write")
    let before = fields.scalars("before")?.map(\.text)
    let off = fields.text("off")
    fields.finish()
    guard let ends, let write else { return nil }
    return Contraction(ends: ends.text, write: write.text, before: before, off: off)
  }

  private func readJoin(_ node: Node) -> Style.Join {
    var fields = Fields(node, path: "style.joins", domain: "pack", problems: problems)
    let join = Style.Join(
      after: fields.scalars("after")?.map(\.text), before: fields.scalars("before")?.map(\.text), off: fields.text("off"),
      subject: fields.flag("subject"), two: fields.text("two"), between: fields.text("between"), last: fields.text("last"),
      join: fields.text("join"))
    fields.finish()
    return join
  }

  private func template(_ fields: inout Fields, _ key: String) -> TemplateText? {
    fields.scalar(key).map { TemplateText($0, path: "style.\(key)", problems: problems) }
  }

  private func templates(_ fields: inout Fields, _ key: String) -> [TemplateText] {
    (fields.scalars(key) ?? []).map { TemplateText($0, path: "\(fields.path).\(key)", problems: problems) }
  }
}
