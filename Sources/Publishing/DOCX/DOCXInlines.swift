/// Words within a line that may refer elsewhere, but have no notes: those of a note itself.
struct DOCXInlines {
  let bookmarks: DOCXBookmarks
  private(set) var links: DOCXLinks

  mutating func nodes(_ inlines: [Inline]) -> [DOCXNode] { inlines.flatMap { nodes($0) } }

  mutating func nodes(_ inline: Inline) -> [DOCXNode] {
    switch inline {
    case .text(let text): Self.words(text)
    case .strong(let text): Self.words(text, style: "Strong")
    case .emphasis(let text): Self.words(text, style: "Emphasis")
    case .code(let text): Self.words(text, style: "HTMLCode")
    case .struck(let text): Self.words(text, style: "Struck")
    case .tag(let tag): Self.tag(tag)
    case .link(let text, let target): link(text, to: target)
    case .lineBreak: [.run(.w("br"))]
    case .note: []
    }
  }

  /// A tag: its sign and its words, which do not part at the end of a line.
  static func tag(_ tag: Block.Tag) -> [DOCXNode] {
    let style = DOCXLook.style(of: tag.tone)
    return [
      .words(tag.tone.sign, DOCXRunFormat(style: style, font: DOCXLook.signFont, isCode: true)),
      .words("\u{A0}" + tag.text, DOCXRunFormat(style: style)),
    ]
  }

  private static func words(_ text: String, style: String? = nil) -> [DOCXNode] {
    text.isEmpty ? [] : [.words(text, DOCXRunFormat(style: style))]
  }

  /// Words that lead somewhere; where they cannot, the words alone.
  private mutating func link(_ text: String, to target: Inline.Target) -> [DOCXNode] {
    let words = DOCXNode.words(text, DOCXRunFormat(style: "Hyperlink"))
    switch target {
    case .anchor(let anchor):
      guard let name = bookmarks.name(of: anchor) else { break }
      return [.link(to: name, [words])]
    case .address(let address):
      guard let id = links.id(of: address) else { break }
      return [.w("hyperlink", ["r:id": id, "history": "1"], [words])]
    }
    return Self.words(text)
  }
}

extension Inline {
  /// The paragraphs of a note. Notes have no notes: those within follow as paragraphs of their own.
  static func withoutNotes(_ paragraphs: [[Inline]]) -> [[Inline]] {
    paragraphs.flatMap { paragraph in
      [paragraph.filter { $0.note == nil }] + paragraph.compactMap(\.note).flatMap(withoutNotes)
    }
  }

  /// The paragraphs of a note.
  var note: [[Inline]]? {
    if case .note(let paragraphs) = self { paragraphs } else { nil }
  }

  /// The words, for the room that they need.
  var words: String {
    switch self {
    case .text(let text), .strong(let text), .emphasis(let text), .code(let text), .struck(let text), .link(let text, _): text
    case .tag(let tag): tag.tone.sign + "\u{A0}" + tag.text
    case .note: ""
    case .lineBreak: "\n"
    }
  }
}
