/// Writes blocks.
struct HTMLBlocks {
  private(set) var inline: HTMLInline
  /// The last heading: it names a table that has no caption.
  private var heading = ""

  init(note: String?) { inline = HTMLInline(note: note) }

  mutating func blocks(_ blocks: [Block]) -> String {
    var text = ""
    for block in blocks { text += self.block(block) }
    return text
  }

  private mutating func block(_ block: Block) -> String {
    switch block {
    case .heading(let heading): return self.heading(heading)
    case .paragraph(let parts): return "<p>\(inline.line(parts))</p>\n"
    case .numbered(let number, let parts):
      return "<p class=\"numbered\"><span class=\"number\">\(number).</span> \(inline.line(parts))</p>\n"
    case .remark(let parts): return "<p class=\"remark\">\(inline.line(parts))</p>\n"
    case .list(let entries, let isNumbered): return list(entries, isNumbered: isNumbered)
    case .facts(let facts): return self.facts(facts)
    case .table(let table): return self.table(table)
    case .panel(let panel): return self.panel(panel)
    }
  }

  mutating func facts(_ facts: [Publication.Fact]) -> String {
    guard !facts.isEmpty else { return "" }
    let entries = facts.map { fact in
      "<div><dt>\(MarkupText.escaped(fact.label))</dt><dd>\(inline.line(fact.content))</dd></div>\n"
    }
    return "<dl>\n\(entries.joined())</dl>\n"
  }

  // The title of the document is the only one of the first level.
  private mutating func heading(_ heading: Block.Heading) -> String {
    self.heading = heading.text
    let level = heading.depth + 1
    return "<h\(level) id=\"\(heading.name)\">\(MarkupText.escaped(heading.text))</h\(level)>\n"
  }

  private mutating func panel(_ panel: Block.Panel) -> String {
    let head = heading(panel.heading)
    return """
      <article class="\(panel.tag.tone.rawValue)" aria-labelledby="\(panel.heading.name)">
      <header>\(head)<p>\(HTMLInline.tag(panel.tag))</p></header>
      \(blocks(panel.blocks))</article>

      """
  }

  private mutating func list(_ entries: [[Block]], isNumbered: Bool) -> String {
    guard !entries.isEmpty else { return "" }
    let name = isNumbered ? "ol" : "ul"
    return "<\(name)>\n\(entries.map { "<li>\(entry($0))</li>\n" }.joined())</\(name)>\n"
  }

  // An entry that is one paragraph needs none.
  private mutating func entry(_ blocks: [Block]) -> String {
    guard case .paragraph(let parts)? = blocks.first else { return self.blocks(blocks) }
    return inline.line(parts) + self.blocks(Array(blocks.dropFirst()))
  }

  // A wide table is moved in its own frame, which the keyboard reaches.
  private mutating func table(_ table: Block.Table) -> String {
    let caption = table.caption.map { "<caption>\(MarkupText.escaped($0))</caption>\n" } ?? ""
    let head = table.columns.map { "<th scope=\"col\">\(MarkupText.escaped($0))</th>" }.joined()
    let rows = table.rows.map { row in
      "<tr>" + row.enumerated().map { cell($1, isName: $0 == 0 && table.namesRows) }.joined() + "</tr>\n"
    }.joined()
    let name = MarkupText.escaped(table.caption ?? heading)
    return """
      <div class="frame" role="group" aria-label="\(name)" tabindex="0"><table>
      \(caption)<thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>

      """
  }

  private mutating func cell(_ parts: [Inline], isName: Bool) -> String {
    isName ? "<th scope=\"row\">\(inline.line(parts))</th>" : "<td>\(inline.line(parts))</td>"
  }
}
