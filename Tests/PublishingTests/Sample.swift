import Publishing

/// A document with one of everything, in which `text` stands wherever a text can.
func sample(_ text: String) -> Publication {
  let tag = Block.Tag(text, .partial)
  let inlines: [Inline] = [
    .text(text), .strong(text), .text(text), .emphasis(text), .code(text), .struck(text), .tag(tag), .link(text, .anchor("a")),
    .link(text, .address("https://www.example.org/?a=1&b=2")), .lineBreak,
    .note([[.text(text)], [.strong(text), .note([[.text(text)]])]]), .text(text),
  ]
  let fact = Publication.Fact(text, inlines)
  let table = Block.Table(
    caption: text, columns: [text, text], rows: [[[.text(text)], inlines], [[.code(text)], [.text(text)]]], namesRows: true)
  return Publication(
    language: "en",
    cover: Publication.Cover(series: text, title: text, subtitle: text, facts: [fact], notice: text),
    words: Publication.Words(contents: text, notes: text, back: text, note: text, skip: text),
    blocks: [
      .heading(Block.Heading(level: 1, text: text, anchor: "a")), .paragraph(inlines), .numbered(7, inlines), .remark(inlines),
      .list(
        [[.paragraph(inlines), .list([[.paragraph([.text(text)])]], isNumbered: true)], [.facts([fact])]], isNumbered: false),
      .list([[.paragraph([.text(text)])]], isNumbered: false), .facts([fact]), .table(table),
      .panel(
        Block.Panel(
          heading: Block.Heading(level: 2, text: text, anchor: "b"), tag: tag, blocks: [.paragraph(inlines), .table(table)])),
      .table(Block.Table(columns: [text], rows: [])),
    ])
}

/// Texts that would be markup, end a value, or turn what follows around.
let hostileTexts = [
  "<script>alert(1)</script>", "\"onload=alert(1) x=\"", "' onload='x", "]]>", "<!-- x", "-->", "&amp;", "&#60;b>", "</style>",
  "a\u{0}\u{1}\u{7}\u{1B}[31mb", "a\u{202E}b\u{2066}c", "\u{FEFF}a\u{2028}b", "a\nb\tc", "- x", "+ x", "1. x", "12) x", "# x",
  "> x", "```", "~~~", "***", "---", "===", "| a | b |", "[x]: y", "[^1]", "[^1]: x", "![x](y)", "[x](javascript:x)", "*a*",
  "__a__",
  "~~a~~", "`a`", "\\", "\\*", "https://www.example.org", "www.example.org", "a@example.org", "    code", "<br>", "$x$", " ", "",
  "a*", "*a", "¿Sí?", "é.", "**", "`",
]
