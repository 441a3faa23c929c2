import Publishing
import Testing

@Suite struct DOCXTests {
  @Test(arguments: SamplePublication.languages)
  func everythingReferredToIsThere(_ language: String) throws {
    let document = try UnzippedDOCX(SamplePublication.publication(language))
    #expect(try Soundness.faults(in: document) == [])
  }

  @Test(arguments: SamplePublication.languages)
  func theSamePublicationIsTheSameBytes(_ language: String) throws {
    let publication = SamplePublication.publication(language)
    #expect(try DOCXRenderer.bytes(publication) == DOCXRenderer.bytes(publication))
  }

  @Test(arguments: [
    ("<w:pPr><w:jc/><w:ind/></w:pPr>", ["w:pPr: w:ind after w:jc"]), ("<w:rPr><w:t/></w:rPr>", ["w:rPr: unknown w:t"]),
    ("<w:pPr><w:ind/><w:jc/></w:pPr>", []),
  ])
  func anotherOrderIsFound(_ text: String, faults: [String]) throws {
    #expect(try SchemaOrder.faults(below: XMLTree(Array(text.utf8))) == faults)
  }

  @Test func theContentsAreTheHeadings() throws {
    let body = try UnzippedDOCX(SamplePublication.publication("es")).body()
    let lines = (1...4).flatMap { body.paragraphs("TOC\($0)") }.map(\.words)
    let headings = (1...4).map { body.paragraphs("Heading\($0)").map(\.words) }
    // Boxes are of the second level in the sample: they and what is as deep would bury the chapters.
    #expect(lines == headings[0] && !lines.isEmpty)
    #expect(headings[1].count >= SamplePublication.panels)
    #expect(body.paragraphs("TOCHeading").map(\.words) == ["Índice"])
    #expect(body.all("w:fldChar").compactMap { $0.attributes["w:fldCharType"] } == ["begin", "separate", "end"])
  }

  @Test(arguments: [
    ("en", "en-US"), ("es", "es-ES"), ("fr", "fr-FR"), ("pt", "pt-BR"), ("es-MX", "es-MX"), ("<\u{10}>", nil), ("", nil),
  ])
  func saysItsLanguage(_ language: String, tag: String?) throws {
    var publication = Document.with([])
    publication.language = language
    let document = try UnzippedDOCX(publication)
    #expect(try document.part("word/styles.xml").all("w:lang").first?.value == tag)
    #expect(try document.part("word/settings.xml").all("w:themeFontLang").first?.value == tag)
    #expect(try document.part("docProps/core.xml").all("dc:language").first?.ownText == tag)
  }

  @Test func everyPageButTheFirstSaysTheNotice() throws {
    let document = try UnzippedDOCX(Document.with([.paragraph([])]))
    #expect(try document.part("word/header.xml").words == "Not adopted")
    #expect(try document.part("word/footer.xml").all("w:instrText").map(\.ownText) == [" PAGE ", " NUMPAGES "])
    let sections = try document.body().all("w:sectPr")
    #expect(sections.map { $0.child("w:titlePg") != nil } == [true, false])
    #expect(sections.allSatisfy { $0.child("w:headerReference") != nil && $0.child("w:footerReference") != nil })
    #expect(try document.body().paragraphs("IntenseQuote").map(\.words) == ["Not adopted"])
    #expect(try document.part("docProps/core.xml").all("dc:title").map(\.ownText) == ["A title"])
  }

  @Test(arguments: Block.Tone.allCases)
  func aPanelSaysHowItStands(_ tone: Block.Tone) throws {
    let heading = Block.Heading(level: 3, text: "1.1 A point", anchor: "p")
    let panel = Block.Panel(heading: heading, tag: .init("in words", tone), blocks: [.paragraph([.text("inside")])])
    let body = try UnzippedDOCX(Document.with([.panel(panel)])).body()
    #expect(body.paragraphs("Heading3").map(\.words) == ["1.1 A point"])
    let tag = try #require(body.paragraphs("PanelTag").first)
    #expect(tag.words == tone.sign + "\u{A0}in words")
    #expect(body.all("w:tbl").isEmpty)
  }

  @Test func numberedParagraphsKeepTheirNumbers() throws {
    let body = try UnzippedDOCX(Document.with([.numbered(7, [.text("a")]), .numbered(3, [.text("b")])])).body()
    #expect(body.paragraphs("NumberedText").map(\.words) == ["7.\ta", "3.\tb"])
  }
}
