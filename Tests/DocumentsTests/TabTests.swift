import Documents
import Testing

@Suite struct TabTests {
  @Test(arguments: [
    // One tab where blanks were meant.
    ("a:\n  b:\n    c: 1\n\td: 2\n  e: 3\n", ["4:1-4:2 yaml/tab a.b.d"], "{a: {b: {c: 1, d: 2}, e: 3}}"),
    ("a:\n\tb: 1\n", ["2:1-2:2 yaml/tab a.b"], "{a: {b: 1}}"),
    ("a:\n  b: 1\n\tc: 2\n", ["3:1-3:2 yaml/tab a.c"], "{a: {b: 1, c: 2}}"),
    ("a:\n\tb: 1\n  c: 2\n", ["2:1-2:2 yaml/tab a.b"], "{a: {b: 1, c: 2}}"),
    ("a:\n  b: 1\n \tc: 2\n", ["3:2-3:3 yaml/tab a.c"], "{a: {b: 1, c: 2}}"),
    // All tabs.
    (
      "a:\n\tb:\n\t\tc: 1\n\t\td: 2\n\te: 3\n",
      ["2:1-2:2 yaml/tab a.b", "3:1-3:3 yaml/tab a.b.c", "4:1-4:3 yaml/tab a.b.d", "5:1-5:2 yaml/tab a.e"],
      "{a: {b: {c: 1, d: 2}, e: 3}}"
    ),
    // Lists.
    (
      "a:\n\t- b: 1\n\t  c: 2\n\t- d\n", ["2:1-2:2 yaml/tab a[0].b", "3:1-3:2 yaml/tab a[0].c", "4:1-4:2 yaml/tab a[1]"],
      "{a: [{b: 1, c: 2}, d]}"
    ),
    ("a:\n\t-\tb: 1\n\t-\tc\n", ["2:1-2:4 yaml/tab a[0].b", "3:1-3:4 yaml/tab a[1]"], "{a: [{b: 1}, c]}"),
    ("a:\n  - b\n\t- c\n", ["3:1-3:2 yaml/tab a[1]"], "{a: [b, c]}"),
    ("a:\n  -\tb\n  - c\n", ["2:4-2:5 yaml/tab a[0]"], "{a: [b, c]}"),
    ("a:\n  b:\n    - x\n\tc: 1\n", ["4:1-4:2 yaml/tab a.c"], "{a: {b: [x], c: 1}}"),
    // Block scalars: tabs before the text are indentation, in the text they are text.
    ("a: |\n\tx\n\ty\nb: 1\n", ["2:1-2:2 yaml/tab a", "3:1-3:2 yaml/tab a"], "{a: x\ny\n, b: 1}"),
    ("a: |\n  x\n\ty\nb: 1\n", ["3:1-3:2 yaml/tab a"], "{a: x\ny\n, b: 1}"),
    ("a: |\n  x\n  \ty\nb:\n\tc: 1\n", ["5:1-5:2 yaml/tab b.c"], "{a: x\n\ty\n, b: {c: 1}}"),
    // Where tabs mean nothing.
    ("a: 1\n\t\nb: 2\n\t", [], "{a: 1, b: 2}"),
    ("a: [1,\n\t2]\nb:\t3\t# x\n", [], "{a: [1, 2], b: 3}"),
  ])
  func areReadAsBlanks(_ text: String, _ issues: [String], _ tree: String) {
    let document = parse(text)
    #expect(document.shortIssues == issues)
    #expect(outline(document.root) == tree)
    #expect(!document.isBroken)
  }

  @Test func placesStayThoseOfTheFile() throws {
    let document = parse("a:\n  b: 1\n\té: x y\nd: 2\n")
    let node = try #require(document.root?["a"]?["é"])
    #expect(node.range.short == "3:5-3:8")
    #expect(node.range(ofText: 2..<3).short == "3:7-3:8")
    #expect(document.root?["a"]?.range.short == "2:3-3:8")
  }

  @Test func anErrorInTheSameLineIsNoSecondIssue() {
    let document = parse("a:\n  b: 1\n\tc: [\n  d: 1\n")
    #expect(document.shortIssues == ["3:1-3:2 yaml/tab a.c"])
    #expect(outline(document.root) == "{a: {b: 1, c: ?, d: 1}}")
    #expect(document.isBroken)
  }
}
