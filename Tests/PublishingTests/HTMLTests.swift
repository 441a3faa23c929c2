import Foundation
import Publishing
import Testing

/// HTML that stands by itself, in which texts are text, and that people can read who do not see it.
@Suite struct HTMLTests {
  private let text = HTMLRenderer.text(sample("word"))

  @Test func itNeedsNothingElse() {
    #expect(
      text.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"))
    for part in ["<script", "<link", "<img", " src=", "url(", "@import", " style="] { #expect(!text.contains(part), "\(part)") }
  }

  @Test func itHasLandmarksAndAWayPastTheContents() {
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    for part in [
      "<header", "<nav aria-labelledby=", "<main id=", "<h1>", "<caption>", "<th scope=\"col\">", "<th scope=\"row\">",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.matches(of: /<h1/).count == 1)
    #expect(text.contains("<a class=\"skip\" href=\"#document.text\">"))
  }

  @Test func idsAreUniqueAndReferencesLeadSomewhere() {
    let ids = text.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let references = text.matches(of: /\s(?:href="#|aria-labelledby=")([^"]*)"/).map { String($0.1) }
    #expect(!references.isEmpty && Set(references).isSubset(of: ids))
  }

  @Test func notesLeadThereAndBack() {
    let notes = text.matches(of: /role="doc-noteref" aria-label="word (\d+)"/).map { String($0.1) }
    let back = text.matches(of: /role="doc-backlink" aria-label="word \((\d+)\)"/).map { String($0.1) }
    #expect(!notes.isEmpty && notes.sorted() == back.sorted() && text.matches(of: /role="doc-endnote">/).count == notes.count)
  }

  /// Words and a sign stand in every tag; the colour only adds to them.
  @Test(arguments: Block.Tone.allCases) func tagsHaveWordsAndASign(_ tone: Block.Tone) {
    var publication = sample("word")
    publication.blocks = [.paragraph([.tag(Block.Tag("words", tone))])]
    let written = HTMLRenderer.text(publication)
    #expect(written.contains("<span class=\"tag \(tone.rawValue)\"><span aria-hidden=\"true\">\(tone.sign)</span> words</span>"))
    #expect(written.contains(".tag.\(tone.rawValue) {"))
  }

  /// The tags are the same whatever the texts are, each opened and closed in turn.
  // A note without a word is none.
  @Test(arguments: hostileTexts.filter { !$0.isEmpty }) func textsMakeNoTags(_ text: String) throws {
    func body(_ text: String) throws -> String {
      let html = HTMLRenderer.text(sample(text))
      return String(try #require(html.split(separator: "</head>").last))
    }
    func tags(_ html: String) -> [String] { html.matches(of: /<\/?([a-z0-9]+)/).map { String($0.0) } }
    let written = try body(text)
    #expect(tags(written) == tags(try body("word")))
    #expect(!written.unicodeScalars.contains { VisibleText.isHidden($0) && $0 != "\n" })
    var open = ["<html"]
    for tag in tags(written) where tag != "<br" {
      if tag.hasPrefix("</") { #expect(open.popLast() == "<" + tag.dropFirst(2)) } else { open.append(tag) }
    }
    #expect(open.isEmpty)
    // Attributes have no more than their own quotes.
    for tag in written.matches(of: /<[a-z][^>]*>/) { #expect(tag.0.count { $0 == "\"" } % 2 == 0) }
  }
}

/// The colours of the style sheet, held to WCAG 2.2 AA: 4.5 to 1.
@Suite struct HTMLContrastTests {
  private typealias Colours = [String: String]

  // The second of the two sets of colours is that for the dark, over the first.
  private static func themes() throws -> [Colours] {
    let html = HTMLRenderer.text(sample("word"))
    let sets = html.matches(of: /:root \{([^}]*)\}/).map { match -> Colours in
      Dictionary(uniqueKeysWithValues: match.1.matches(of: /--([a-z-]+): (#[0-9a-f]{6});/).map { (String($0.1), String($0.2)) })
    }
    try #require(sets.count == 2)
    return [sets[0], sets[0].merging(sets[1]) { $1 }]
  }

  @Test(arguments: [0, 1]) func everyInkIsReadableOnItsPage(_ theme: Int) throws {
    let colours = try Self.themes()[theme]
    var pairs = 0
    for (name, ink) in colours where name.hasSuffix("-ink") {
      let own = colours[String(name.dropLast(4)) + "-page"]
      let isText = ["plain-ink", "quiet-ink", "link-ink"].contains(name)
      for page in isText ? [colours["plain-page"], colours["box-page"]] : [own] {
        pairs += 1
        #expect(Self.contrast(ink, page ?? ink) >= 4.5, "\(name)")
      }
    }
    #expect(pairs == 12)
  }

  @Test func bothThemesHaveAllColours() throws {
    let themes = try Self.themes()
    #expect(Set(themes[0].keys) == Set(themes[1].keys) && themes[0].allSatisfy { themes[1][$0.key] != $0.value })
  }

  @Test func onlyTheseColoursAreUsed() throws {
    let html = HTMLRenderer.text(sample("word"))
    let used = Set(html.matches(of: /var\(--([a-z-]+)\)/).map { String($0.1) })
    #expect(try used == Set(Self.themes()[0].keys))
    let plain = html.replacing(/--[a-z-]+: #[0-9a-f]{6};/, with: "")
    #expect(plain.matches(of: /#[0-9a-f]{3,8}\b(?=;)|rgb\(|hsl\(/).isEmpty)
  }

  private static func contrast(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(value >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
