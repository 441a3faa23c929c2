/// Writes a document as one HTML file that needs nothing else: no network and no script.
public struct HTMLRenderer {
  private let publication: Publication
  private var blocks: HTMLBlocks

  private init(_ publication: Publication) {
    self.publication = publication
    blocks = HTMLBlocks(note: publication.words.note)
  }

  /// The whole document.
  public static func text(_ publication: Publication) -> String {
    var renderer = HTMLRenderer(publication)
    return renderer.text()
  }

  private mutating func text() -> String {
    let cover = cover()
    let main = "<main id=\"\(HTMLNames.text)\" tabindex=\"-1\">\n\(blocks.blocks(publication.blocks))\(notes)</main>\n"
    return """
      <!DOCTYPE html>
      <html lang="\(MarkupText.escaped(publication.language))">
      \(head)<body>
      \(skip)\(cover)<div class="columns">
      \(contents)\(main)</div>
      </body>
      </html>

      """
  }

  // MARK: - Head

  // Even if something came through that is no text, nothing would be loaded or run.
  private var head: String {
    let title = [publication.cover.title, publication.cover.subtitle].compactMap { $0 }.joined(separator: ": ")
    return """
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(MarkupText.escaped(title))</title>
      <style>
      \(HTMLStyle.sheet)</style>
      </head>

      """
  }

  private var skip: String {
    guard let words = publication.words.skip else { return "" }
    return "<a class=\"skip\" href=\"#\(HTMLNames.text)\">\(MarkupText.escaped(words))</a>\n"
  }

  private mutating func cover() -> String {
    let cover = publication.cover
    let series = cover.series.map { "<p class=\"series\">\(MarkupText.escaped($0))</p>\n" } ?? ""
    let subtitle = cover.subtitle.map { "<p class=\"subtitle\">\(MarkupText.escaped($0))</p>\n" } ?? ""
    return """
      <header class="cover">
      \(series)<h1>\(MarkupText.escaped(cover.title))</h1>
      \(subtitle)<p class="notice" role="note">\(MarkupText.escaped(cover.notice))</p>
      \(blocks.facts(cover.facts))</header>

      """
  }

  // MARK: - Contents and notes

  private var contents: String {
    let headings = publication.headings
    guard !headings.isEmpty else { return "" }
    let entries = headings.map { heading in
      "<li class=\"level-\(heading.depth)\"><a href=\"#\(heading.name)\">\(MarkupText.escaped(heading.text))</a></li>\n"
    }
    return """
      <nav aria-labelledby="\(HTMLNames.contents)">
      <h2 id="\(HTMLNames.contents)">\(MarkupText.escaped(publication.words.contents))</h2>
      <ul>
      \(entries.joined())</ul>
      </nav>

      """
  }

  private var notes: String {
    let notes = blocks.inline.notes
    guard !notes.isEmpty else { return "" }
    return """
      <section role="doc-endnotes" aria-labelledby="\(HTMLNames.notes)">
      <h2 id="\(HTMLNames.notes)">\(MarkupText.escaped(publication.words.notes))</h2>
      <ol>
      \(notes.enumerated().map { note($0 + 1, $1) }.joined())</ol>
      </section>

      """
  }

  private func note(_ number: Int, _ paragraphs: [String]) -> String {
    let name = MarkupText.escaped("\(publication.words.back) (\(number))")
    let back = "<a href=\"#\(HTMLNames.reference(number))\" role=\"doc-backlink\" aria-label=\"\(name)\">↩</a>"
    return
      "<li id=\"\(HTMLNames.note(number))\" role=\"doc-endnote\"><p>\(paragraphs.joined(separator: "</p><p>")) \(back)</p></li>\n"
  }
}
