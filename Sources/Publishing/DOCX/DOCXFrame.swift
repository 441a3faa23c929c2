/// What is around the text: the title page, the table of contents, the margins.
enum DOCXFrame {
  static func cover(_ cover: Publication.Cover, in body: inout DOCXBody) -> [DOCXNode] {
    var nodes: [DOCXNode] = []
    if let series = cover.series { nodes.append(.paragraph("Series", [.words(series)])) }
    // The style of the series leaves the room above.
    let format = DOCXParagraphFormat(style: "Title", before: cover.series == nil ? 2400 : nil)
    nodes.append(.paragraph(format, [.words(cover.title)]))
    if let subtitle = cover.subtitle { nodes.append(.paragraph("Subtitle", [.words(subtitle)])) }
    nodes += body.nodes([.facts(cover.facts)])
    return nodes + [.paragraph("IntenseQuote", [.words(cover.notice)])]
  }

  /// Every heading of the contents with a link to it. Numbers of pages are known only to the program that lays out the pages,
  /// and one that is asked to compute them when it opens the document asks its reader first: the field says `\n`, without
  /// numbers, and its content is what a program would put there.
  static func contents(_ publication: Publication, in bookmarks: DOCXBookmarks) -> [DOCXNode] {
    let headings = publication.headings
    guard !headings.isEmpty else { return [] }
    let start = DOCXNode.fieldStart(#"TOC \o "1-\#(min(publication.contentsDepth, 4))" \n \h \z"#)
    let lines = headings.enumerated().map { index, heading in
      let words = DOCXNode.words(heading.text)
      let entry = bookmarks.name(of: heading.anchor).map { .link(to: $0, [words]) } ?? words
      return DOCXNode.paragraph(
        "TOC\(heading.depth)", (index == 0 ? start : []) + [entry] + (index == headings.count - 1 ? [.fieldEnd] : []))
    }
    let kind = DOCXNode.w("docPartObj", [.w("docPartGallery", "Table of Contents"), .w("docPartUnique")])
    return [
      .w(
        "sdt",
        [
          .w("sdtPr", [kind]),
          .w("sdtContent", [.paragraph("TOCHeading", [.words(publication.words.contents)])] + lines),
        ])
    ]
  }

  /// A line without height that ends the title page and the contents.
  static var end: DOCXNode {
    .paragraph(
      DOCXParagraphFormat(before: 0, after: 0, line: (20, "exact"), section: section(hasTitlePage: true)))
  }

  /// The page of a section, with what stands above and below its text; a title page has neither.
  static func section(hasTitlePage: Bool) -> DOCXNode {
    let margins: [(String, Int)] = [
      ("top", DOCXLook.margin), ("right", DOCXLook.margin), ("bottom", DOCXLook.margin), ("left", DOCXLook.margin),
      ("header", DOCXLook.headerMargin), ("footer", DOCXLook.headerMargin), ("gutter", 0),
    ]
    return .w(
      "sectPr",
      [
        .w("headerReference", ["type": "default", "r:id": DOCXPackage.id(of: "header")]),
        .w("footerReference", ["type": "default", "r:id": DOCXPackage.id(of: "footer")]),
        .w("type", "nextPage"),
        .w("pgSz", ["w": String(DOCXLook.pageWidth), "h": String(DOCXLook.pageHeight)]),
        .element("w:pgMar", margins.map { ("w:" + $0, String($1)) }, []),
      ] + (hasTitlePage ? [.w("titlePg")] : []))
  }

  /// What stands above every page but the first, which says it itself.
  static func header(_ notice: String) -> DOCXNode {
    root("hdr", [.paragraph("Header", [.words(notice)])])
  }

  /// The number of the page, and of how many.
  static var footer: DOCXNode {
    let number = ["PAGE", "NUMPAGES"].map { DOCXNode.field($0, shown: [.words("1")]) }
    return root("ftr", [.paragraph("Footer", number[0] + [.words(" / ")] + number[1])])
  }

  /// `word/settings.xml`: which notes are lines, and that the document is of today's kind.
  static func settings(language: String?) -> DOCXNode {
    var settings: [DOCXNode] = [
      .w("zoom", ["percent": "100"]),
      .w("defaultTabStop", "720"),
      .w("characterSpacingControl", "doNotCompress"),
      .w("footnotePr", DOCXNotes.separators.map { .w("footnote", ["id": $0.id]) }),
      .w(
        "compat",
        [
          .w(
            "compatSetting",
            ["name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"])
        ]),
    ]
    if let language { settings.append(.w("themeFontLang", language)) }
    return root("settings", settings)
  }

  /// The root of a part.
  static func root(_ name: String, _ children: [DOCXNode]) -> DOCXNode {
    .w(name, ["xmlns:w": DOCXPackage.namespace, "xmlns:r": DOCXPackage.relationships], children)
  }
}
