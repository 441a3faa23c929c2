import Publishing
import Testing

@Suite struct DOCXTextTests {
  @Test(arguments: [
    ("a & b < c > d \" e ' f", "a & b < c > d \" e ' f"), ("]]> <!-- &amp; <w:p/>", "]]> <!-- &amp; <w:p/>"),
    ("  spaces  ", "  spaces  "), ("invoice\u{202E}fdp.exe", "invoice\\u{202e}fdp.exe"),
    ("ñandú 😀 e\u{301}", "ñandú 😀 e\u{301}"), ("{{ x }} \\u{41}", "{{ x }} \\u{41}"),
  ])
  func textStaysText(_ text: String, shown: String) throws {
    let body = try UnzippedDOCX(Document.with([.numbered(1, [.text(text)])])).body()
    #expect(body.paragraphs("NumberedText").map(\.words) == ["1.\t" + shown])
  }

  @Test func aLinkWithoutItsHeadingIsText() throws {
    let links: [Inline] = [.link("there", .anchor("x")), .link("lost", .anchor("y"))]
    let body = try UnzippedDOCX(Document.with([.heading(.init(level: 9, text: "H", anchor: "x")), .paragraph(links)])).body()
    let linked = body.all("w:hyperlink").map(\.words)
    #expect(linked == ["H", "there"])
    #expect(body.words.contains("lost"))
    #expect(body.paragraphs("Heading4").count == 1)
  }

  @Test func anchorsThatLookAlikeAreToldApart() throws {
    let long = String(repeating: "a", count: 60)
    let anchors = ["x-1", "x_1", "X-1", long + "1", long + "2", "", "ñ", "x-1"]
    let document = try UnzippedDOCX(Document.with(anchors.map { .heading(.init(level: 1, text: $0, anchor: $0)) }))
    #expect(try Soundness.faults(in: document) == [])
    #expect(try document.body().all("w:bookmarkStart").count == anchors.count)
  }

  @Test func notesHaveNoNotes() throws {
    let inner = Inline.note([[.text("inner"), .note([[.text("innermost")]])]])
    let document = try UnzippedDOCX(
      Document.with([.paragraph([.note([[.text("outer"), inner], [.text("second")]]), .note([])])]))
    let notes = try document.part("word/footnotes.xml").all("w:footnote").dropFirst(2)
    #expect(notes.map { $0.all("w:p").map(\.words) } == [[" outer", "inner", "innermost", "second"], [" "]])
    // The numbers of both stand apart.
    #expect(try document.body().words.hasSuffix(","))
    #expect(try Soundness.faults(in: document) == [])
  }
}
