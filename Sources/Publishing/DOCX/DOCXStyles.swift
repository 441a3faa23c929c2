/// `word/styles.xml`.
enum DOCXStyles {
  static func part(language: String?) -> DOCXNode {
    let run = DOCXRunFormat(font: DOCXLook.font, size: 21, language: language)
    let paragraph = DOCXParagraphFormat(after: 120, line: (264, "auto"))
    let defaults = DOCXNode.w(
      "docDefaults",
      [
        .w("rPrDefault", [.w("rPr", run.nodes)]),
        .w("pPrDefault", [.w("pPr", paragraph.nodes)]),
      ])
    let styles = base + cover + headings + contents + text + small + words + tags + DOCXTableStyles.all
    return .w("styles", ["xmlns:w": DOCXPackage.namespace], [defaults] + styles.map(\.node))
  }

  private static let base = [
    DOCXStyle(kind: .paragraph, id: "Normal", name: "Normal", priority: 0, isOffered: true),
    DOCXStyle(kind: .character, id: "DefaultParagraphFont", name: "Default Paragraph Font", priority: 1),
  ]

  private static let cover = [
    paragraph(
      "Series", "Series", next: "Title", .init(before: 2400, after: 240), .init(color: DOCXLook.quiet, size: 26)),
    paragraph(
      "Title", "Title", next: "Subtitle", .init(keepsNext: true, before: 0, after: 160, line: (240, "auto")),
      .init(isBold: true, color: DOCXLook.dark, size: 52)),
    paragraph(
      "Subtitle", "Subtitle", next: "Normal", .init(before: 0, after: 480), .init(color: DOCXLook.quiet, size: 32)),
    paragraph(
      "IntenseQuote", "Intense Quote", next: "Normal",
      .init(
        keepsLines: true, borders: box(color: DOCXLook.colors(of: .partial).text, width: 12, space: 8),
        shade: DOCXLook.colors(of: .partial).ground, before: 480, after: 240, indent: 180, right: 180),
      .init(isBold: true, color: DOCXLook.colors(of: .partial).text)),
  ]

  private static let headings = zip(1..., [(34, 480, 160), (28, 360, 120), (23, 280, 60), (21, 220, 60)]).map { level, look in
    paragraph(
      "Heading\(level)", "heading \(level)", next: "Normal", priority: 9,
      .init(
        keepsNext: true, keepsLines: true, before: look.1, after: look.2, line: (247, "auto"), outlineLevel: level - 1),
      .init(isBold: true, color: DOCXLook.dark, size: look.0))
  }

  private static let contents =
    [
      paragraph(
        "TOCHeading", "TOC Heading", next: "Normal", priority: 39, .init(keepsNext: true, breaksPage: true, after: 240),
        .init(isBold: true, color: DOCXLook.dark, size: 34))
    ]
    + (1...4).map { level in
      paragraph(
        "TOC\(level)", "toc \(level)", next: "Normal", priority: 39,
        .init(before: level == 1 ? 120 : 0, after: 40, indent: (level - 1) * DOCXLook.step + 340, hanging: 340),
        .init(isBold: level == 1))
    }

  private static let text = [
    paragraph("ListParagraph", "List Paragraph", priority: 34, .init(after: 60)),
    paragraph(
      "NumberedText", "Numbered Text",
      .init(
        tabs: [(DOCXLook.numberWidth, "left")], indent: DOCXLook.numberWidth, hanging: DOCXLook.numberWidth)),
    paragraph(
      "Quote", "Quote", priority: 29,
      .init(borders: [.init(side: "left", width: 12, space: 8, color: DOCXLook.line)], after: 120, indent: 227),
      .init(isItalic: true, color: DOCXLook.quiet)),
    paragraph("PanelTag", "Panel Tag", next: "Normal", .init(keepsNext: true, before: 0, after: 100)),
  ]

  private static let small = [
    paragraph(
      "Caption", "caption", next: "Normal", priority: 35, .init(keepsNext: true, before: 120, after: 60),
      .init(isBold: true, color: DOCXLook.dark, size: 19)),
    paragraph("TableText", "Table Text", .init(before: 30, after: 30, line: (240, "auto")), .init(size: 19)),
    paragraph("TableHeading", "Table Heading", basedOn: "TableText", .init(keepsNext: true), .init(isBold: true)),
    paragraph("TableRowName", "Table Row Name", basedOn: "TableText", .init(), .init(isBold: true)),
    // Without a paragraph between them, Word joins two tables.
    paragraph("TableEnd", "Table End", .init(before: 0, after: 0, line: (160, "exact")), .init(size: 8)),
    paragraph("FootnoteText", "footnote text", .init(after: 20, line: (240, "auto")), .init(size: 18)),
    paragraph(
      "Header", "header",
      .init(borders: [.init(side: "bottom", space: 3, color: DOCXLook.line)], after: 0, alignment: "right"),
      .init(color: DOCXLook.quiet, size: 17)),
    paragraph("Footer", "footer", .init(after: 0, alignment: "center"), .init(color: DOCXLook.quiet, size: 17)),
  ]

  private static let words = [
    character("Strong", "Strong", priority: 22, .init(isBold: true)),
    character("Emphasis", "Emphasis", priority: 20, .init(isItalic: true)),
    character("HTMLCode", "HTML Code", .init(font: DOCXLook.codeFont, isCode: true, size: 19)),
    character("Struck", "Struck", .init(isStruck: true)),
    character("Hyperlink", "Hyperlink", .init(color: DOCXLook.link, isUnderlined: true)),
    character("FootnoteReference", "footnote reference", .init(isRaised: true)),
  ]

  private static let tags = Block.Tone.allCases.map { tone in
    let colors = DOCXLook.colors(of: tone)
    let id = DOCXLook.style(of: tone)
    return character(
      id, "Tag " + id.dropFirst(3), .init(isBold: true, color: colors.text, shade: colors.ground))
  }

  /// The four sides of a box.
  static func box(color: String, width: Int = 4, space: Int = 4) -> [DOCXParagraphFormat.Border] {
    ["top", "left", "bottom", "right"].map { .init(side: $0, width: width, space: space, color: color) }
  }

  private static func paragraph(
    _ id: String, _ name: String, basedOn: String = "Normal", next: String? = nil, priority: Int = 99,
    _ format: DOCXParagraphFormat, _ run: DOCXRunFormat = DOCXRunFormat()
  ) -> DOCXStyle {
    DOCXStyle(
      kind: .paragraph, id: id, name: name, basedOn: basedOn, next: next, priority: priority, isOffered: true,
      paragraph: format, run: run)
  }

  private static func character(
    _ id: String, _ name: String, priority: Int = 99, _ run: DOCXRunFormat
  ) -> DOCXStyle {
    DOCXStyle(
      kind: .character, id: id, name: name, basedOn: "DefaultParagraphFont", priority: priority, isOffered: true, run: run)
  }
}
