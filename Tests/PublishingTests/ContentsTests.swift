import Publishing
import Testing

/// The table of contents is the same in every form, and so is where its entries lead.
@Suite struct ContentsTests {
  private static let publication = Document.with([
    .heading(.init(level: 1, text: "One", anchor: "one")),
    .list([[.paragraph([]), .heading(.init(level: 1, text: "Within", anchor: "within"))]], isNumbered: false),
    .heading(.init(level: 0, text: "Two", anchor: "one")),
    .panel(.init(heading: .init(level: 2, text: "Box", anchor: "box"), tag: .init("t", .open), blocks: [])),
    .heading(.init(level: 2, text: "Deep", anchor: "deep")),
  ])

  @Test func everyFormHasTheSame() throws {
    let entry = /<li class="level-1"><a href="#[^"]*">([^<]*)</
    let html = HTMLRenderer.text(Self.publication).matches(of: entry).map { String($0.1) }
    let markdown = MarkdownRenderer.text(Self.publication).matches(of: /(?m)^- \[([^\]]*)\]\(/).map { String($0.1) }
    let docx = try UnzippedDOCX(Self.publication).body().paragraphs("TOC1").map(\.words)
    #expect(html == ["One", "Two"] && markdown == html && docx == html)
    #expect(try Soundness.faults(in: UnzippedDOCX(Self.publication)) == [])
  }

  /// Anchors are names in every form, whatever they are made from, and different ones stay apart.
  @Test func anchorsAreEncodedOnce() throws {
    let anchors = ["a", "a b", "a\"><script>", "x) [y](z", "a_20_b", "ñ", "", "~", "a~20~b"]
    let blocks = anchors.flatMap { anchor -> [Block] in
      [.heading(.init(level: 1, text: "t", anchor: anchor)), .paragraph([.link("t", .anchor(anchor))])]
    }
    let html = HTMLRenderer.text(Document.with(blocks))
    let ids = html.matches(of: /<h2 id="([A-Za-z0-9_~-]+)">t</).map { String($0.1) }
    #expect(Set(ids).count == anchors.count)
    #expect(html.matches(of: /<a href="#([^"]*)">t</).map { String($0.1) } == ids + ids)
    let markdown = MarkdownRenderer.text(Document.with(blocks))
    #expect(markdown.matches(of: /<a id="([^"]*)"><\/a>\n/).map { String($0.1) } == ids)
    #expect(markdown.matches(of: /- \[t\]\(<?#([^)>]*)>?\)/).map { String($0.1) } == ids)
    #expect(markdown.matches(of: /\n\[t\]\(<#([^>]*)>\)/).map { String($0.1) } == ids)
  }
}
