/// The styles of tables.
enum DOCXTableStyles {
  static let all = [normal, grid, facts]

  private static let normal = DOCXStyle(
    kind: .table, id: "TableNormal", name: "Normal Table",
    table: [.w("tblPr", [.w("tblInd", ["w": "0", "type": "dxa"]), margins])])

  private static let grid = DOCXStyle(
    kind: .table, id: "TableGrid", name: "Table Grid", basedOn: "TableNormal", priority: 39, isOffered: true,
    table: [
      .w("tblPr", [lines(["top", "left", "bottom", "right", "insideH", "insideV"]), margins]),
      .w("tblStylePr", ["type": "firstRow"], [.w("tcPr", [.shade(DOCXLook.headingShade)])]),
    ])

  private static let facts = DOCXStyle(
    kind: .table, id: "TableFacts", name: "Table Facts", basedOn: "TableNormal", isOffered: true,
    table: [.w("tblPr", [lines(["top", "bottom", "insideH"]), margins])])

  private static let margins = DOCXNode.w(
    "tblCellMar",
    [("top", 0), ("left", 100), ("bottom", 0), ("right", 100)].map { side, width in
      .w(side, ["w": String(width), "type": "dxa"])
    })

  private static func lines(_ sides: [String]) -> DOCXNode {
    .w("tblBorders", sides.map { .border($0, width: 4, color: DOCXLook.line) })
  }
}
