/// Writes the parts of a line, and gathers its notes.
struct HTMLInline {
  /// What a note is called; its number alone where there is no word.
  let note: String?
  /// The notes so far, each its paragraphs.
  private(set) var notes: [[String]] = []

  init(note: String?) { self.note = note }

  mutating func line(_ parts: [Inline]) -> String {
    var line = ""
    for part in parts { line += written(part) }
    return line
  }

  private mutating func written(_ part: Inline) -> String {
    switch part {
    case .text(let text): MarkupText.escaped(text)
    case .strong(let text): "<strong>\(MarkupText.escaped(text))</strong>"
    case .emphasis(let text): "<em>\(MarkupText.escaped(text))</em>"
    case .code(let text): "<code>\(MarkupText.escaped(text))</code>"
    case .struck(let text): "<s>\(MarkupText.escaped(text))</s>"
    case .tag(let tag): Self.tag(tag)
    case .link(let text, let target): link(text, target)
    case .note(let paragraphs): reference(paragraphs)
    case .lineBreak: "<br>"
    }
  }

  /// Words with their sign; the words say it all, so that the sign need not be read out.
  static func tag(_ tag: Block.Tag) -> String {
    "<span class=\"tag \(tag.tone.rawValue)\"><span aria-hidden=\"true\">\(tag.tone.sign)</span> \(MarkupText.escaped(tag.text))</span>"
  }

  private func link(_ text: String, _ target: Inline.Target) -> String {
    guard let reference = target.reference else { return MarkupText.escaped(text) }
    let outside = reference.hasPrefix("#") ? "" : " rel=\"noopener noreferrer\""
    return "<a href=\"\(MarkupText.escaped(reference))\"\(outside)>\(MarkupText.escaped(text))</a>"
  }

  private mutating func reference(_ paragraphs: [[Inline]]) -> String {
    // A note may have notes itself, which come after it.
    let place = notes.count
    notes.append([])
    let written = paragraphs.map { line($0) }.filter { !$0.isEmpty }
    guard !written.isEmpty else {
      notes.remove(at: place)
      return ""
    }
    notes[place] = written
    let number = place + 1
    let name = MarkupText.escaped(note.map { "\($0) \(number)" } ?? "\(number)")
    return """
      <sup><a id="\(HTMLNames.reference(number))" href="#\(HTMLNames.note(number))" role="doc-noteref" aria-label="\(name)">\
      \(number)</a></sup>
      """
  }
}

/// The names of the parts that every document has. A dot keeps them apart from the anchors of headings, which have none.
enum HTMLNames {
  static let text = "document.text"
  static let contents = "document.contents"
  static let notes = "document.notes"

  static func note(_ number: Int) -> String { "note.\(number)" }
  static func reference(_ number: Int) -> String { "note.\(number).place" }
}
