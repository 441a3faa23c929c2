import Documents
import Testing

@Suite struct TreeTests {
  @Test(arguments: [
    ("a: 1\nb: two\n", "{a: 1, b: two}"),
    ("- 1\n- [x, y]\n- {a: b}\n", "[1, [x, y], {a: b}]"),
    ("just text", "just text"),
    ("a:\n- x\n- y\nb:\n", "{a: [x, y], b: }"),
    ("a: &x [1, {b: 2}]\nc: *x\nd: *x\n", "{a: [1, {b: 2}], c: [1, {b: 2}], d: [1, {b: 2}]}"),
    ("a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}"),
    ("{a: 1, 'b': \"2\", c: }", "{a: 1, b: 2, c: }"),
    ("a: |\n  x\n  y\nb: >\n  x\n  y\n", "{a: x\ny\n, b: x y\n}"),
    ("--- # comment\na: 1\n...\n", "{a: 1}"),
    ("%YAML 1.1\n---\na: 1\n", "{a: 1}"),
    ("a: 1\rb: 2\r", "{a: 1, b: 2}"),
  ])
  func reads(_ text: String, _ expected: String) {
    let document = parse(text)
    #expect(outline(document.root) == expected)
    #expect(document.shortIssues == [])
    #expect(!document.isBroken)
  }

  @Test func tellsStyles() throws {
    let root = try #require(parse("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >\n  x\nf: [x]\ng: {x: y}\nh:\n  - x\n").root)
    #expect(root.entries.map(\.value.style) == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded, .flow, .flow, .block])
    #expect(root.style == .block)
  }

  @Test(arguments: [
    ("", true), ("~", true), ("null", true), ("NULL", true), ("''", false), ("'~'", false), ("no", false), ("[]", false),
  ])
  func tellsEmptyValues(_ value: String, _ isEmpty: Bool) {
    #expect(parse("a: \(value)\nb: 1").root?["a"]?.isEmpty == isEmpty)
  }

  @Test func findsKeys() throws {
    let document = parse("a: 1\nb: {c: 2, a: 3}\nd: c\n")
    let root = try #require(document.root)
    #expect(root["a"]?.text == "1")
    #expect(root["b"]?["a"]?.text == "3")
    #expect(root["c"] == nil)
    #expect(root["d"]?["c"] == nil)
    #expect(root["e"] == nil)
    #expect(document.keyID("a") == 0)
    #expect(document.keyID("e") == nil)
    #expect(root.entries.map(\.key.keyID) == [0, 1, 3])
    #expect(root["a"]?.keyID == nil)
    #expect(root["a"]?.textEquals("1") == true)
    #expect(root["a"]?.textEquals("11") == false)
    #expect(root.textEquals("") == false)
    #expect(root.count == 3)
    #expect(root.items.map(\.text) == [])
    #expect(root["a"]?.count == 0)
  }

  @Test func manyKeysAreTold() throws {
    let text = (0..<3_000).map { "key_\($0): \($0)\n" }.joined()
    let root = try #require(parse(text).root)
    #expect(root.count == 3_000)
    for number in stride(from: 0, to: 3_000, by: 97) { #expect(root["key_\(number)"]?.text == "\(number)") }
  }

  @Test func nodesAreThemselves() throws {
    let document = parse("a: &x [1]\nb: *x\n")
    let root = try #require(document.root)
    let (a, b) = (try #require(root["a"]), try #require(root["b"]))
    #expect(a == root["a"])
    #expect(a != b)
    #expect(Set([a, b, a]).count == 2)
    #expect(Array(a.items) == Array(b.items))
    #expect(root != parse("a: &x [1]\nb: *x\n").root)
  }

  @Test func duplicatesAreLeftOut() throws {
    let document = parse("a: 1\nb: {a: 2, c: 3, a: 4}\na: 5\na: 6\n")
    #expect(outline(document.root) == "{a: 1, b: {a: 2, c: 3}}")
    #expect(document.root?.count == 2)
    #expect(
      document.shortIssues == [
        "2:17-2:18 yaml/duplicate-key b.a", "3:1-3:2 yaml/duplicate-key a", "4:1-4:2 yaml/duplicate-key a",
      ])
    #expect(document.issues.last?.message == Message("yaml/duplicate-key", ["key": "a", "line": "1"]))
    #expect(!document.isBroken)
  }
}
