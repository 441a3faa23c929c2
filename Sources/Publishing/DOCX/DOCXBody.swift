/// Writes blocks, and keeps what they need in other parts of the package.
struct DOCXBody {
  /// Where on the page something stands.
  struct Place {
    var indent = 0
    /// How many lists are around.
    var depth = 0

    /// A place further in, but never so far that no words fit there.
    func indented(by step: Int, deeper: Bool = false) -> Place {
      Place(indent: min(indent + step, DOCXLook.textWidth - DOCXLook.narrowest), depth: depth + (deeper ? 1 : 0))
    }
  }

  private(set) var bookmarks: DOCXBookmarks
  private(set) var notes = DOCXNotes()
  private(set) var lists = DOCXLists()
  private var inlines: DOCXInlines

  init(bookmarks: DOCXBookmarks) {
    self.bookmarks = bookmarks
    inlines = DOCXInlines(bookmarks: bookmarks, links: DOCXLinks())
  }

  /// The addresses that the text refers to; those of the notes are with the notes.
  var links: DOCXLinks { inlines.links }

  mutating func nodes(_ blocks: [Block], at place: Place = Place()) -> [DOCXNode] {
    blocks.flatMap { nodes($0, at: place) }
  }

  private mutating func nodes(_ block: Block, at place: Place) -> [DOCXNode] {
    switch block {
    case .heading(let heading): [self.heading(heading, at: place)]
    case .paragraph(let content): [paragraph(content, Self.format(at: place))]
    case .numbered(let number, let content): [numbered(number, content, at: place)]
    case .remark(let content): [paragraph(content, Self.remark(at: place))]
    case .list(let entries, let isNumbered): list(entries, isNumbered: isNumbered, at: place)
    case .facts(let facts): self.facts(facts, at: place)
    case .table(let table): self.table(table, at: place)
    case .panel(let panel): self.panel(panel, at: place)
    }
  }

  /// Words within a line, with their notes.
  mutating func runs(_ content: [Inline]) -> [DOCXNode] {
    var (nodes, followsNote) = ([DOCXNode](), false)
    for inline in content {
      if let note = inline.note {
        // The numbers of two notes at one place are not one number.
        if followsNote { nodes.append(.words(",", DOCXRunFormat(style: "FootnoteReference"))) }
        nodes.append(reference(to: note))
      } else {
        nodes += inlines.nodes(inline)
      }
      followsNote = inline.note != nil
    }
    return nodes
  }

  private mutating func reference(to note: [[Inline]]) -> DOCXNode {
    let id = notes.add(Inline.withoutNotes(note), bookmarks: bookmarks)
    return .run(DOCXRunFormat(style: "FootnoteReference"), [.w("footnoteReference", ["id": id])])
  }
}

// Paragraphs.
extension DOCXBody {
  mutating func paragraph(_ content: [Inline], _ format: DOCXParagraphFormat) -> DOCXNode {
    .paragraph(format, runs(content))
  }

  private static func format(at place: Place) -> DOCXParagraphFormat {
    DOCXParagraphFormat(style: place.depth > 0 ? "ListParagraph" : nil, indent: place.indent > 0 ? place.indent : nil)
  }

  private static func remark(at place: Place) -> DOCXParagraphFormat {
    DOCXParagraphFormat(style: "Quote", indent: place.indent > 0 ? place.indent + DOCXLook.panelIndent : nil)
  }

  private mutating func numbered(_ number: Int, _ content: [Inline], at place: Place) -> DOCXNode {
    let end = place.indent + DOCXLook.numberWidth
    var format = DOCXParagraphFormat(style: "NumberedText")
    if place.indent > 0 { (format.tabs, format.indent, format.hanging) = ([(end, "left")], end, DOCXLook.numberWidth) }
    return .paragraph(format, [.words("\(number)."), .run(.w("tab"))] + runs(content))
  }

  private mutating func heading(_ heading: Block.Heading, at place: Place) -> DOCXNode {
    var format = DOCXParagraphFormat()
    if place.indent > 0 { format.indent = place.indent }
    return self.heading(heading, format)
  }

  /// A heading as it stands in the table of contents, and where links find it.
  private mutating func heading(_ heading: Block.Heading, _ format: DOCXParagraphFormat) -> DOCXNode {
    let (id, name) = bookmarks.mark(heading)
    var format = format
    format.style = "Heading\(heading.depth)"
    return .paragraph(
      format,
      [
        .w("bookmarkStart", ["id": id, "name": name]),
        .words(heading.text),
        .w("bookmarkEnd", ["id": id]),
      ])
  }

  /// A band with the heading and how the point stands, and what is in it below, a little further in. It is of paragraphs: a
  /// table around would hide the heading from Word's navigation, and tell those who hear the document of a table that is none.
  private mutating func panel(_ panel: Block.Panel, at place: Place) -> [DOCXNode] {
    let inner = place.indented(by: DOCXLook.panelIndent)
    let colors = DOCXLook.colors(of: panel.tag.tone)
    let band = DOCXParagraphFormat(
      keepsNext: true, borders: [.init(side: "left", width: 36, space: 6, color: colors.text)], shade: colors.ground,
      indent: inner.indent)
    var tag = band
    tag.style = "PanelTag"
    return [heading(panel.heading, band), .paragraph(tag, DOCXInlines.tag(panel.tag))] + nodes(panel.blocks, at: inner)
  }
}

// Lists.
extension DOCXBody {
  private mutating func list(_ entries: [[Block]], isNumbered: Bool, at place: Place) -> [DOCXNode] {
    let level = min(place.depth, DOCXLists.deepest)
    let instance = lists.instance(isNumbered: isNumbered, level: level)
    let inner = place.indented(by: DOCXLook.step, deeper: true)
    let format = DOCXParagraphFormat(
      style: "ListParagraph", list: (instance, level), indent: inner.indent, hanging: DOCXLook.step)
    return entries.flatMap { entry($0, format, at: inner) }
  }

  /// An entry with its mark; one that does not begin with words has its mark on a line of its own.
  private mutating func entry(_ blocks: [Block], _ format: DOCXParagraphFormat, at place: Place) -> [DOCXNode] {
    guard case .paragraph(let content)? = blocks.first else {
      var format = format
      format.keepsNext = !blocks.isEmpty
      return [.paragraph(format)] + nodes(blocks, at: place)
    }
    return [paragraph(content, format)] + nodes(Array(blocks.dropFirst()), at: place)
  }
}
