import Documents
import Testing

@Suite struct PlaceTests {
  /// Place of the value of `a` (or of the path), in texts that count characters differently.
  @Test(arguments: [
    ("a: x", "1:4-1:5"),
    ("é: 1\na: x", "2:4-2:5"),
    ("{éé: 😀, a: x}", "1:12-1:13"),
    ("\u{FEFF}a: x\n", "1:4-1:5"),
    ("\u{FEFF}b: 1\na: x\n", "2:4-2:5"),
    ("b: 1\r\na: 'ñ'\r\nc: 2\r\n", "2:4-2:7"),
    ("b: 1\ra: xy\rc: 2\r", "2:4-2:6"),
    ("a: |\n  text\n\n\nb: 1\n", "1:4-2:7"),
    ("a: |\n  text\n\n   \nb: 1\n", "1:4-2:7"),
    ("a: |\n  text", "1:4-2:7"),
    ("a: |\n  text\n  more  ", "1:4-3:7"),
    ("a: >-\n  text\n\n  more\n# comment\nb: 1\n", "1:4-4:7"),
    ("a: |\n\nb: 1\n", "1:4-1:5"),
    ("a:\n  b: 1\n  c: [2,\n    3]\n\n# comment\nd: 1\n", "2:3-4:7"),
    ("a:\n  - x\n  -\n    y: |\n      text\n\nd: 1\n", "2:3-5:11"),
    ("a: x\n  y  # comment\nb: 1", "1:4-2:4"),
    ("a: &anchor x\n", "1:12-1:13"),
    ("a: &anchor\n  b: x\n", "2:3-2:7"),
    ("a:\nb: 1\n", "1:3-1:3"),
    ("b: &x 1\na: *x\n", "2:4-2:6"),
    ("a: \"x\\\n  y\"\n", "1:4-2:5"),
    ("a: \u{2028}x\n", "1:5-1:6"),
  ])
  func ofValues(_ text: String, _ expected: String) throws {
    let node = try #require(parse(text).root?["a"])
    #expect(node.range.short == expected)
    #expect(node.location == Location(file: "reply.yaml", range: node.range))
  }

  @Test func ofTheRootAndOfKeys() throws {
    let root = try #require(parse("# head\na: 1\nb:\n  c: x\n\n\n").root)
    #expect(root.range.short == "2:1-4:7")
    #expect(root.entries.map(\.key.range.short) == ["2:1-2:2", "3:1-3:2"])
  }

  /// A stretch of a text and the characters of the file that it comes from.
  @Test(arguments: [
    ("a: one two", 4..<7, "two"),
    ("a: ñandú y más\n", 8..<14, "y más"),
    ("a: 'it''s'", 2..<3, "''"),
    ("a: 'it''s'", 3..<4, "s"),
    ("a: \"x\\u00e9y\\n😀z\"", 1..<3, "\\u00e9"),
    ("a: \"x\\u00e9y\\n😀z\"", 3..<4, "y"),
    ("a: \"x\\u00e9y\\n😀z\"", 5..<9, "😀"),
    ("a: one\n  two three\n", 8..<13, "three"),
    ("a: one\n\n  two\n", 4..<7, "two"),
    ("a: \"one \\\n   two\"\n", 4..<7, "two"),
    ("a: \"one\n\n   two\"\n", 4..<7, "two"),
    ("a: |\n  x == 1\n  && y == 2\n", 10..<11, "y"),
    ("a: |\r\n  x == 1\r\n  && y == 2\r\n", 10..<11, "y"),
    ("a: |2\n   x\n  y\n", 3..<4, "y"),
    ("a: >\n  x ==\n  1 &&\n\n  más\n", 10..<14, "más"),
    ("a: >\n  x\n   y\n  z\n", 5..<6, "z"),
    ("a: >-\n\n  x\n  yz\n", 3..<5, "yz"),
    ("a: &anchor one two", 4..<7, "two"),
    ("\u{FEFF}a: |+\n  x\n\n  y\n\n", 3..<4, "y"),
    ("{b: [1, 'x y'], a: x y}", 2..<3, "y"),
    ("a: one", 0..<100, "one"),
    ("a: one", 3..<3, ""),
  ])
  func ofStretches(_ text: String, _ stretch: Range<Int>, _ expected: String) throws {
    let document = parse(text)
    let node = try #require(document.root?["a"])
    #expect(cut(document.source, node.range(ofText: stretch)) == expected)
  }

  @Test func ofAStretchOverLines() throws {
    let node = try #require(parse("a: |\n  x == 1\n  && y == 2\n").root?["a"])
    #expect(node.range(ofText: 5..<11).short == "2:8-3:7")
    #expect(node.range(ofText: 16..<16).short == "3:12-4:1" || node.range(ofText: 16..<16).short == "3:12-3:12")
  }

  @Test func ofAStretchOfAContainer() throws {
    let node = try #require(parse("a: [1, 2]").root?["a"])
    #expect(node.range(ofText: 0..<1).short == "1:4-1:10")
  }

  @Test func linesOfAFile() {
    let file = SourceFile(name: "f", bytes: [0xEF, 0xBB, 0xBF] + Array("a\r\nb\rc\n\n".utf8) + [0xFF])
    #expect(file.lineCount == 5)
    #expect((0...6).map { file.line($0) } == ["", "a", "b", "c", "", "\u{FFFD}", ""])
    #expect(SourceFile(name: "f", bytes: []).lineCount == 0)
    #expect(SourceFile(name: "f", bytes: []).line(1) == "")
    #expect(SourceFile(name: "f", bytes: Array("a\n".utf8)).lineCount == 1)
  }
}
