/// The order in which ECMA-376 wants what is in an element. Word takes a document in another order for damaged.
enum SchemaOrder {
  /// What is wrong with the order below an element: what stands too early, or where it does not belong.
  static func faults(below root: XMLTree) -> [String] {
    root.all.flatMap { element in orders[element.name].map { faults(of: element, order: $0) } ?? [] }
  }

  private static func faults(of element: XMLTree, order: [String]) -> [String] {
    var (faults, last) = ([String](), 0)
    for child in element.children {
      guard let place = order.firstIndex(of: child.name) else {
        faults.append("\(element.name): unknown \(child.name)")
        continue
      }
      if place < last { faults.append("\(element.name): \(child.name) after \(order[last])") }
      last = place
    }
    return faults
  }

  static let orders: [String: [String]] = lists.mapValues { names in
    names.split(separator: " ").map { "w:" + $0 }
  }

  private static let lists = [
    "w:pPr": """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid \
    spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl \
    divId cnfStyle rPr sectPr pPrChange
    """,
    "w:rPr": """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish \
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang \
    eastAsianLayout specVanish oMath
    """,
    "w:tblPr": """
    tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders \
    shd tblLayout tblCellMar tblLook tblCaption tblDescription
    """,
    "w:tcPr": """
    cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
    """,
    "w:sectPr": """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols \
    formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
    """,
    "w:style": """
    name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked rsid pPr rPr \
    tblPr trPr tcPr tblStylePr
    """,
    "w:settings": """
    writeProtection view zoom defaultTabStop autoHyphenation characterSpacingControl footnotePr endnotePr compat rsids \
    themeFontLang clrSchemeMapping decimalSymbol listSeparator
    """,
    "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "w:abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "w:num": "abstractNumId lvlOverride",
    "w:numbering": "numPicBullet abstractNum num",
    "w:numPr": "ilvl numId",
    "w:pBdr": "top left bottom right between bar",
    "w:tblBorders": "top left bottom right insideH insideV",
    "w:tblCellMar": "top left bottom right",
    "w:tblStylePr": "pPr rPr tblPr trPr tcPr",
    "w:styles": "docDefaults latentStyles style",
    "w:docDefaults": "rPrDefault pPrDefault",
    "w:tbl": "tblPr tblGrid tr",
    "w:tr": "trPr tc",
    "w:tc": "tcPr p",
    "w:trPr": "cantSplit tblHeader",
    "w:sdt": "sdtPr sdtEndPr sdtContent",
    "w:docPartObj": "docPartGallery docPartCategory docPartUnique",
  ]
}
