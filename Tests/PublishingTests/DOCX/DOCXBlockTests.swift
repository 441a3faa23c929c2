import Publishing
import Testing

@Suite struct DOCXBlockTests {
  @Test func aTableRepeatsItsHeadingsAndNamesItsRows() throws {
    let table = Block.Table(
      caption: "Caption", columns: ["A", "B"], rows: [[[.text("1")], [.text("2")]], [[.text("3")]]], namesRows: true)
    let body = try UnzippedDOCX(Document.with([.table(table), .table(table)])).body()
    let rows = try #require(body.all("w:tbl").first).all("w:tr")
    #expect(rows.map { $0.all("w:tblHeader").count } == [1, 0, 0])
    #expect(rows.allSatisfy { $0.all("w:cantSplit").count == 1 })
    #expect(rows.map { $0.all("w:p").map(\.style) }[2] == ["TableRowName", "TableText"])
    #expect(rows.map { $0.all("w:tc").map(\.words) } == [["A", "B"], ["1", "2"], ["3", ""]])
    #expect(body.paragraphs("Caption").map(\.words) == ["Caption", "Caption"])
  }

  @Test(arguments: [0, 1, 10, 11, 19, 20, 64, 200])
  func aWideTableIsWrittenInParts(_ width: Int) throws {
    let columns = (0..<width).map { "c\($0)" }
    let table = Block.Table(columns: columns, rows: [columns.map { [.text("v" + $0)] }], namesRows: true)
    let document = try UnzippedDOCX(Document.with([.table(table)]))
    let parts = try document.body().all("w:tbl").map { $0.all("w:tr").map { $0.all("w:tc").map(\.words) } }
    #expect(parts.allSatisfy { $0[0].count <= 10 && $0[0].first == "c0" && $0[1] == $0[0].map { "v" + $0 } })
    #expect(Array(columns.prefix(1)) + parts.flatMap { $0[0].dropFirst() } == columns)
    #expect(try Soundness.faults(in: document) == [])
  }

  @Test func aColumnIsAsWideAsItsWords() throws {
    let rows: [[[Inline]]] = [[[.text("2021")], [.text(String(repeating: "a longer text ", count: 20))]]]
    let body = try UnzippedDOCX(Document.with([.table(.init(columns: ["Year", "What"], rows: rows))])).body()
    let widths = body.all("w:gridCol").compactMap { Int($0.attributes["w:w"] ?? "") }
    #expect(widths.reduce(0, +) == 9298)
    #expect((700...1200).contains(widths[0]))
  }

  /// Numbers need no more than their heading; the names of the rows get what is left.
  @Test func columnsOfNumbersAreNarrow() throws {
    let heads = ["satisfied", "partially satisfied", "not satisfied", "not applicable", "not determined"]
    let rows = (1...3).map { row in
      [[Inline.link("\(row) New psychoactive substances and synthetic drugs", .anchor("a"))]]
        + heads.map { _ in [.text(String(row * 7))] }
    }
    let body = try UnzippedDOCX(Document.with([.table(.init(columns: ["Chapter"] + heads, rows: rows, namesRows: true))])).body()
    let widths = body.all("w:gridCol").compactMap { Int($0.attributes["w:w"] ?? "") }
    #expect(widths.reduce(0, +) == 9298)
    #expect(widths.count == 6 && widths.dropFirst().allSatisfy { $0 <= 1500 }, "\(widths)")
  }

  @Test func everyNumberedListBeginsAnew() throws {
    let list = Block.list([[.paragraph([.text("a")])], [.paragraph([.text("b")])]], isNumbered: true)
    let signs = Block.list([[.paragraph([.text("c")]), list]], isNumbered: false)
    let document = try UnzippedDOCX(Document.with([list, list, signs]))
    let marks = try document.body().all("w:numPr").map { [$0.child("w:ilvl")?.value, $0.child("w:numId")?.value] }
    #expect(marks == [["0", "2"], ["0", "2"], ["0", "3"], ["0", "3"], ["0", "1"], ["1", "4"], ["1", "4"]])
    let overrides = try document.part("word/numbering.xml").all("w:lvlOverride").map { $0.attributes["w:ilvl"] }
    #expect(overrides == ["0", "0", "1"])
  }

  @Test func anEntryMayBeginWithoutWords() throws {
    let table = Block.table(.init(columns: ["A"], rows: []))
    let body = try UnzippedDOCX(Document.with([.list([[table], [], [.remark([.text("r")])]], isNumbered: false)])).body()
    #expect(body.all("w:numPr").count == 3)
    #expect(body.all("w:tbl").count == 1)
  }

  /// Lists and panels as deep as nobody writes them still leave room for words.
  @Test(arguments: [9, 40])
  func whatStandsDeepStillFits(_ depth: Int) throws {
    var block = Block.table(.init(columns: ["A", "B"], rows: [[[.text("a")], [.text("b")]]]))
    for level in 1...depth {
      let heading = Block.Heading(level: 4, text: "\(level)", anchor: "h\(level)")
      block = .panel(
        .init(heading: heading, tag: .init("t", .open), blocks: [.list([[.paragraph([]), block]], isNumbered: true)]))
    }
    let document = try UnzippedDOCX(Document.with([block]))
    #expect(try Soundness.faults(in: document) == [])
    #expect(try document.body().all("w:ilvl").compactMap(\.value).allSatisfy { "0"..."8" ~= $0 })
    #expect(try document.body().all("w:gridCol").compactMap { Int($0.attributes["w:w"] ?? "") }.reduce(0, +) >= 2800)
  }
}
