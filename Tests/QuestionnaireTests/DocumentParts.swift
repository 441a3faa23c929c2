import Publishing

/// What stands in a document, gathered.
struct DocumentParts {
  private(set) var anchors: [String] = []
  private(set) var levels: [Int] = []
  private(set) var panels: [Block.Panel] = []
  private(set) var links: [String] = []
  private(set) var codes: [String] = []
  private(set) var struck: [String] = []
  private(set) var text = ""

  init(_ publication: Publication) { self.init(publication.blocks) }

  init(_ blocks: [Block]) { for block in blocks { add(block) } }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let heading): add(heading)
    case .paragraph(let line), .numbered(_, let line), .remark(let line): add(line)
    case .list(let entries, _): for block in entries.joined() { add(block) }
    case .facts(let facts): for fact in facts { add([.text(fact.label)] + fact.content) }
    case .table(let table):
      add([.text(([table.caption].compactMap { $0 } + table.columns).joined(separator: " "))])
      for cell in table.rows.joined() { add(cell) }
    case .panel(let panel):
      panels.append(panel)
      add(panel.heading)
      for block in panel.blocks { add(block) }
    }
  }

  private mutating func add(_ heading: Block.Heading) {
    anchors.append(heading.anchor)
    levels.append(heading.level)
    text += heading.text + "\n"
  }

  private mutating func add(_ line: [Inline]) {
    for part in line {
      switch part {
      case .text(let words), .strong(let words), .emphasis(let words): text += words
      case .code(let words):
        codes.append(words)
        text += words
      case .struck(let words):
        struck.append(words)
        text += words
      case .tag(let tag): text += tag.text
      case .link(let words, let target):
        text += words
        if case .anchor(let anchor) = target { links.append(anchor) }
      case .note(let paragraphs): for paragraph in paragraphs { add(paragraph) }
      case .lineBreak: text += "\n"
      }
    }
    text += "\n"
  }
}
