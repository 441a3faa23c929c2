/// How a paragraph looks. Programs are strict about the order of what it is made of: it is here alone.
struct DOCXParagraphFormat {
  /// A line at a side of a paragraph: its width in eighths of a point.
  struct Border {
    let side: String
    var width = 4
    var space = 4
    let color: String
  }

  var style: String?
  var keepsNext = false
  var keepsLines = false
  var breaksPage = false
  /// An instance of a list, and how deep in it.
  var list: (instance: Int, level: Int)?
  /// In the order top, left, bottom, right.
  var borders: [Border] = []
  var shade: String?
  /// Where tabs stand, in twentieths of a point.
  var tabs: [(place: Int, alignment: String)] = []
  var before: Int?
  var after: Int?
  var line: (height: Int, rule: String)?
  var indent: Int?
  var right: Int?
  var hanging: Int?
  var joinsAlike = false
  var alignment: String?
  var outlineLevel: Int?
  var section: DOCXNode?

  /// What stands in `w:pPr`.
  var nodes: [DOCXNode] {
    var nodes: [DOCXNode] = []
    if let style { nodes.append(.w("pStyle", style)) }
    if keepsNext { nodes.append(.w("keepNext")) }
    if keepsLines { nodes.append(.w("keepLines")) }
    if breaksPage { nodes.append(.w("pageBreakBefore")) }
    if let list { nodes.append(.w("numPr", [.w("ilvl", String(list.level)), .w("numId", String(list.instance))])) }
    if !borders.isEmpty { nodes.append(.w("pBdr", borders.map(\.node))) }
    if let shade { nodes.append(.shade(shade)) }
    if !tabs.isEmpty {
      nodes.append(.w("tabs", tabs.map { .w("tab", ["val": $0.alignment, "pos": String($0.place)]) }))
    }
    nodes += place
    if joinsAlike { nodes.append(.w("contextualSpacing")) }
    if let alignment { nodes.append(.w("jc", alignment)) }
    if let outlineLevel { nodes.append(.w("outlineLvl", String(outlineLevel))) }
    if let section { nodes.append(section) }
    return nodes
  }

  private var place: [DOCXNode] {
    let spacing: [DOCXNode.Attribute?] = [
      before.map { ("w:before", String($0)) }, after.map { ("w:after", String($0)) },
      line.map { ("w:line", String($0.height)) }, line.map { ("w:lineRule", $0.rule) },
    ]
    let indents: [DOCXNode.Attribute?] = [
      indent.map { ("w:left", String($0)) }, right.map { ("w:right", String($0)) }, hanging.map { ("w:hanging", String($0)) },
    ]
    return [("w:spacing", spacing), ("w:ind", indents)].compactMap { name, attributes in
      let given = attributes.compactMap { $0 }
      return given.isEmpty ? nil : .element(name, given, [])
    }
  }
}

extension DOCXParagraphFormat.Border {
  var node: DOCXNode { .border(side, width: width, space: space, color: color) }
}

/// How words look, in the order that programs are strict about.
struct DOCXRunFormat {
  var style: String?
  var font: String?
  var isBold = false
  var isItalic = false
  var isStruck = false
  /// Not to be held against a dictionary.
  var isCode = false
  var color: String?
  /// In half points.
  var size: Int?
  var isUnderlined = false
  var shade: String?
  var isRaised = false
  var language: String?

  /// What stands in `w:rPr`.
  var nodes: [DOCXNode] {
    var nodes: [DOCXNode] = []
    if let style { nodes.append(.w("rStyle", style)) }
    if let font { nodes.append(.w("rFonts", ["ascii": font, "hAnsi": font, "eastAsia": font, "cs": font])) }
    if isBold { nodes += [.w("b"), .w("bCs")] }
    if isItalic { nodes += [.w("i"), .w("iCs")] }
    if isStruck { nodes.append(.w("strike")) }
    if isCode { nodes.append(.w("noProof")) }
    if let color { nodes.append(.w("color", color)) }
    if let size { nodes += [.w("sz", String(size)), .w("szCs", String(size))] }
    if isUnderlined { nodes.append(.w("u", "single")) }
    if let shade { nodes.append(.shade(shade)) }
    if isRaised { nodes.append(.w("vertAlign", "superscript")) }
    if let language { nodes.append(.w("lang", ["val": language, "eastAsia": language, "bidi": language])) }
    return nodes
  }
}

extension DOCXNode {
  /// A paragraph.
  static func paragraph(_ format: DOCXParagraphFormat, _ children: [DOCXNode] = []) -> DOCXNode {
    .w("p", properties("pPr", format.nodes) + children)
  }

  /// A paragraph in a style.
  static func paragraph(_ style: String, _ children: [DOCXNode] = []) -> DOCXNode {
    .paragraph(DOCXParagraphFormat(style: style), children)
  }

  /// A stretch of words that look alike.
  static func run(_ format: DOCXRunFormat, _ children: [DOCXNode]) -> DOCXNode {
    .w("r", properties("rPr", format.nodes) + children)
  }

  /// What stands in a line and does not look like anything.
  static func run(_ child: DOCXNode) -> DOCXNode { .w("r", [child]) }

  /// Words.
  static func words(_ text: String, _ format: DOCXRunFormat = DOCXRunFormat()) -> DOCXNode {
    .run(format, text.isEmpty ? [] : [.w("t", ["xml:space": "preserve"], [.text(text)])])
  }

  /// Words that lead to a bookmark.
  static func link(to bookmark: String, _ words: [DOCXNode]) -> DOCXNode {
    .w("hyperlink", ["anchor": bookmark, "history": "1"], words)
  }

  /// What a program computes; until it does, `shown` stands there.
  static func field(_ instruction: String, shown: [DOCXNode]) -> [DOCXNode] {
    fieldStart(instruction) + shown + [fieldEnd]
  }

  /// Where a field begins that may go over several paragraphs.
  static func fieldStart(_ instruction: String) -> [DOCXNode] {
    [
      .run(.w("fldChar", ["fldCharType": "begin"])),
      .run(.w("instrText", ["xml:space": "preserve"], [.text(" \(instruction) ")])),
      .run(.w("fldChar", ["fldCharType": "separate"])),
    ]
  }

  /// Where a field ends.
  static var fieldEnd: DOCXNode { .run(.w("fldChar", ["fldCharType": "end"])) }

  static func shade(_ color: String) -> DOCXNode { .w("shd", ["val": "clear", "color": "auto", "fill": color]) }

  static func border(_ side: String, width: Int, space: Int = 0, color: String) -> DOCXNode {
    .w(side, ["val": "single", "sz": String(width), "space": String(space), "color": color])
  }

  private static func properties(_ name: String, _ nodes: [DOCXNode]) -> [DOCXNode] {
    nodes.isEmpty ? [] : [.w(name, nodes)]
  }
}
