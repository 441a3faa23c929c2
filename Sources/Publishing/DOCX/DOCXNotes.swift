/// `word/footnotes.xml`: the lines above the notes, and the notes.
struct DOCXNotes {
  /// The lines above notes and above what is continued from the page before, by the ids that Word gives them.
  static let separators = [(id: "-1", type: "separator"), (id: "0", type: "continuationSeparator")]

  private(set) var links = DOCXLinks()
  private var notes: [DOCXNode] = []

  /// Adds a note and hands out the id by which the text refers to it.
  mutating func add(_ paragraphs: [[Inline]], bookmarks: DOCXBookmarks) -> String {
    let id = String(notes.count + 1)
    let mark = [DOCXNode.run(DOCXRunFormat(style: "FootnoteReference"), [.w("footnoteRef")]), .words(" ")]
    let texts = paragraphs.isEmpty ? [[]] : paragraphs
    var children: [DOCXNode] = []
    for (number, text) in texts.enumerated() {
      var inlines = DOCXInlines(bookmarks: bookmarks, links: links)
      let runs = inlines.nodes(text)
      links = inlines.links
      children.append(.paragraph("FootnoteText", (number == 0 ? mark : []) + runs))
    }
    notes.append(.w("footnote", ["id": id], children))
    return id
  }

  func part() -> DOCXNode {
    let lines = Self.separators.map { separator in
      DOCXNode.w(
        "footnote", ["type": separator.type, "id": separator.id],
        [.paragraph(DOCXParagraphFormat(after: 0, line: (240, "auto")), [.run(.w(separator.type))])])
    }
    return .w(
      "footnotes", ["xmlns:w": DOCXPackage.namespace, "xmlns:r": DOCXPackage.relationships], lines + notes)
  }
}
