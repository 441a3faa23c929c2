/// A table before it is written: its widths fit the place where it stands.
struct DOCXTable {
  /// What a cell holds, and the style of its words.
  typealias Cell = (style: String, content: [DOCXNode])

  var style = "TableGrid"
  var caption: String?
  var widths: [Int]
  var hasHeading = false
  var namesRows = false
  var rows: [[Cell]]
  var place: DOCXBody.Place

  /// The table, and the paragraph which parts it from another.
  var nodes: [DOCXNode] {
    var nodes: [DOCXNode] = []
    if let caption {
      let format = DOCXParagraphFormat(style: "Caption", indent: place.indent > 0 ? place.indent : nil)
      nodes.append(.paragraph(format, [.words(caption)]))
    }
    let columns = DOCXNode.w("tblGrid", widths.map { .w("gridCol", ["w": String($0)]) })
    let rows = rows.enumerated().map { row($1, isHeading: hasHeading && $0 == 0) }
    return nodes + [.w("tbl", [properties, columns] + rows), .paragraph("TableEnd")]
  }

  private var properties: DOCXNode {
    var properties: [DOCXNode] = [
      .w("tblStyle", style),
      .w("tblW", ["w": String(widths.reduce(0, +)), "type": "dxa"]),
      .w("tblInd", ["w": String(place.indent), "type": "dxa"]),
      .w("tblLayout", ["type": "fixed"]),
      .w(
        "tblLook",
        [
          "val": look, "firstRow": hasHeading ? "1" : "0", "lastRow": "0", "firstColumn": namesRows ? "1" : "0",
          "lastColumn": "0", "noHBand": "1", "noVBand": "1",
        ]),
    ]
    if let caption { properties.append(.w("tblCaption", caption)) }
    return .w("tblPr", properties)
  }

  /// The same once more as bits, for older programs.
  private var look: String {
    let bits = 0x0600 + (hasHeading ? 0x0020 : 0) + (namesRows ? 0x0080 : 0)
    return "0" + String(bits, radix: 16, uppercase: true)
  }

  private func row(_ cells: [Cell], isHeading: Bool) -> DOCXNode {
    let properties: [DOCXNode] = [.w("cantSplit")] + (isHeading ? [.w("tblHeader")] : [])
    return .w(
      "tr",
      [.w("trPr", properties)]
        + zip(cells, widths).map { cell, width in
          .w(
            "tc",
            [.w("tcPr", [.w("tcW", ["w": String(width), "type": "dxa"])]), .paragraph(cell.style, cell.content)])
        })
  }
}

// Tables of the publication.
extension DOCXBody {
  mutating func table(_ table: Block.Table, at place: Place) -> [DOCXNode] {
    let parts = table.filled().parts()
    return parts.flatMap { part in
      let widths = DOCXWidths.fitting(part, into: DOCXLook.textWidth - place.indent)
      let hasHeading = part.columns.contains { !$0.isEmpty }
      let heading = part.columns.map { (style: "TableHeading", content: [DOCXNode.words($0)]) }
      let rows = part.rows.map { row in
        row.enumerated().map { index, cell in
          (style: part.namesRows && index == 0 ? "TableRowName" : "TableText", content: runs(cell))
        }
      }
      return DOCXTable(
        caption: part.caption, widths: widths, hasHeading: hasHeading, namesRows: part.namesRows,
        rows: (hasHeading ? [heading] : []) + rows, place: place
      ).nodes
    }
  }

  mutating func facts(_ facts: [Publication.Fact], at place: Place) -> [DOCXNode] {
    guard !facts.isEmpty else { return [] }
    let width = DOCXLook.textWidth - place.indent
    let rows: [[DOCXTable.Cell]] = facts.map { fact in
      [("TableRowName", [.words(fact.label)]), ("TableText", runs(fact.content))]
    }
    return DOCXTable(
      style: "TableFacts", widths: [width * 3 / 10, width - width * 3 / 10], namesRows: true, rows: rows, place: place
    ).nodes
  }
}

extension Block.Table {
  /// So many columns fit beside one another on a page.
  private static let most = 10

  /// The table with a cell wherever a row or the headings lack one.
  fileprivate func filled() -> Block.Table {
    let width = max(columns.count, rows.map(\.count).max() ?? 0)
    var table = self
    table.columns += Array(repeating: "", count: width - columns.count)
    table.rows = rows.map { $0 + Array(repeating: [], count: width - $0.count) }
    return table
  }

  /// One below the other what is too wide for a page, each part with the names of the rows.
  fileprivate func parts() -> [Block.Table] {
    guard columns.count > Self.most else { return columns.isEmpty ? [] : [self] }
    let names = namesRows ? 1 : 0
    return stride(from: names, to: columns.count, by: Self.most - names).map { start in
      let range = start..<min(start + Self.most - names, columns.count)
      return Block.Table(
        caption: caption, columns: Array(columns[..<names] + columns[range]),
        rows: rows.map { Array($0[..<names] + $0[range]) }, namesRows: namesRows)
    }
  }
}
