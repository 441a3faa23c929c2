/// Writes a document as GitHub-flavoured Markdown.
public struct MarkdownRenderer {
  private var inline = MarkdownInline()

  private init() {}

  /// The whole document.
  public static func text(_ publication: Publication) -> String {
    var renderer = MarkdownRenderer()
    let blocks = renderer.cover(publication.cover) + renderer.contents(publication) + renderer.blocks(publication.blocks)
    return (blocks + renderer.notes).joined(separator: "\n\n") + "\n"
  }

  // MARK: - Before and after

  private mutating func cover(_ cover: Publication.Cover) -> [String] {
    var blocks = cover.series.map { [MarkdownText.block(MarkdownText.escaped($0))] } ?? []
    blocks.append("# \(MarkdownText.escaped(cover.title))")
    if let subtitle = cover.subtitle { blocks.append(line([.strong(subtitle)])) }
    blocks.append("> **\(MarkdownText.escaped(cover.notice))**")
    return blocks + (cover.facts.isEmpty ? [] : [facts(cover.facts)])
  }

  private func contents(_ publication: Publication) -> [String] {
    let headings = publication.headings
    guard !headings.isEmpty else { return [] }
    let entries = headings.map { heading in
      let indent = String(repeating: "  ", count: heading.depth - 1)
      return "\(indent)- [\(MarkdownText.escaped(heading.text))](#\(heading.name))"
    }
    return ["## \(MarkdownText.escaped(publication.words.contents))", entries.joined(separator: "\n")]
  }

  // The reader sets a heading above them by itself.
  private var notes: [String] {
    inline.notes.enumerated().map { index, paragraphs in
      "[^\(index + 1)]: " + paragraphs.joined(separator: "\n\n    ")
    }
  }

  // MARK: - Blocks

  private mutating func blocks(_ blocks: [Block]) -> [String] {
    var written: [String] = []
    var last: Character?
    for block in blocks {
      let own = block.mark
      // A list that follows another of its kind would go on with it.
      if let own, own == last { written.append("<!-- -->") }
      written += self.block(block)
      last = own
    }
    return written
  }

  private mutating func block(_ block: Block) -> [String] {
    switch block {
    case .heading(let heading): return self.heading(heading)
    case .paragraph(let parts): return [line(parts)].filter { !$0.isEmpty }
    case .numbered(let number, let parts): return ["**\(number)\\.** \(inline.line(parts))"]
    case .remark(let parts): return ["> \(line(parts))"]
    case .list(let entries, let isNumbered): return [list(entries, isNumbered: isNumbered)].filter { !$0.isEmpty }
    case .facts(let facts): return facts.isEmpty ? [] : [self.facts(facts)]
    case .table(let table): return self.table(table)
    case .panel(let panel): return self.panel(panel)
    }
  }

  private mutating func line(_ parts: [Inline]) -> String { MarkdownText.block(inline.line(parts)) }

  // The anchor stands by itself: that of a heading is made from its words, and differs from reader to reader.
  private func heading(_ heading: Block.Heading) -> [String] {
    let marks = String(repeating: "#", count: heading.depth + 1)
    return ["<a id=\"\(heading.name)\"></a>", "\(marks) \(MarkdownText.escaped(heading.text))"]
  }

  private mutating func panel(_ panel: Block.Panel) -> [String] {
    heading(panel.heading) + [line([.tag(panel.tag)])] + blocks(panel.blocks)
  }

  private mutating func facts(_ facts: [Publication.Fact]) -> String {
    facts.map { fact in
      // A question ends with its own mark, which no colon follows.
      let joint = fact.label.last.map { ".:?!…".contains($0) } ?? false ? "" : ":"
      return "* " + inline.line([.strong(fact.label + joint), .text(" ")] + fact.content)
    }.joined(separator: "\n")
  }

  private mutating func list(_ entries: [[Block]], isNumbered: Bool) -> String {
    entries.enumerated().map { index, entry in
      let mark = isNumbered ? "\(index + 1). " : "- "
      let indent = String(repeating: " ", count: mark.count)
      // The lines of an entry go further in; empty ones stay empty.
      let lines = blocks(entry).joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
      return mark + lines.enumerated().map { $0 == 0 || $1.isEmpty ? String($1) : indent + $1 }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private mutating func table(_ table: Block.Table) -> [String] {
    let head = "| " + table.columns.map { MarkdownText.escaped($0) }.joined(separator: " | ") + " |"
    let rule = "|" + table.columns.map { _ in " --- |" }.joined()
    let rows = table.rows.map { row in
      "| " + row.enumerated().map { cell($1, isName: $0 == 0 && table.namesRows) }.joined(separator: " | ") + " |"
    }
    let caption = table.caption.map { [line([.strong($0)])] } ?? []
    return caption + [([head, rule] + rows).joined(separator: "\n")]
  }

  private mutating func cell(_ parts: [Inline], isName: Bool) -> String {
    guard isName, case .text(let name)? = parts.first, parts.count == 1 else { return inline.line(parts) }
    return inline.line([.strong(name)])
  }
}

extension Block {
  /// What the entries of a list begin with in Markdown; `nil` for anything else.
  fileprivate var mark: Character? {
    switch self {
    case .list(_, isNumbered: true): "1"
    case .list(_, isNumbered: false): "-"
    case .facts: "*"
    default: nil
    }
  }
}
