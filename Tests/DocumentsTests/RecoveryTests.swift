import Documents
import Testing

@Suite struct RecoveryTests {
  /// An error in `p1`, told at its place, and nothing else lost.
  @Test(arguments: [
    ("t: \"yes", "3:8-3:9 yaml/syntax.unclosed-quote answers.p1"),
    ("t: 'yes", "3:8-3:9 yaml/syntax.unclosed-quote answers.p1"),
    ("t: [a, 'b", "3:12-3:13 yaml/syntax.unclosed-quote answers.p1"),
    ("t: [a, b", "3:8-3:9 yaml/syntax.unclosed-flow answers.p1"),
    ("t: {a: b", "3:8-3:9 yaml/syntax.unclosed-flow answers.p1"),
    ("t: {a: b]", "3:13-3:14 yaml/syntax.unclosed-flow answers.p1"),
    ("t: {a: [b}", "3:14-3:15 yaml/syntax.unclosed-flow answers.p1"),
    ("t: Note: the law", "3:12-3:13 yaml/syntax.mapping-values answers.p1"),
    ("t: 'a' and b", "3:12-3:13 yaml/syntax.after-quote answers.p1"),
    ("t: 'the country's law'", "3:21-3:22 yaml/syntax.after-quote answers.p1"),
    ("t: [a] b", "3:12-3:13 yaml/syntax.after-bracket answers.p1"),
    ("t: {{ a }} b", "3:16-3:17 yaml/syntax.after-bracket answers.p1"),
    ("t: @a", "3:8-3:9 yaml/syntax.character answers.p1"),
    ("t: %a", "3:8-3:9 yaml/syntax.character answers.p1"),
    ("t: `a`", "3:8-3:9 yaml/syntax.character answers.p1"),
    ("t: ]", "3:8-3:9 yaml/syntax.character answers.p1"),
    ("t: ? a", "3:8-3:9 yaml/syntax.character answers.p1"),
    ("t: &&a", "3:8-3:9 yaml/syntax.anchor answers.p1"),
    ("t: * a", "3:8-3:9 yaml/syntax.anchor answers.p1"),
    ("t: *x y", "3:11-3:12 yaml/syntax.unexpected answers.p1"),
    ("t: !x!y z", "3:8-3:9 yaml/syntax.tag answers.p1"),
    ("t: \"a\\qb\"", "3:10-3:11 yaml/syntax.escape answers.p1"),
    ("t: |x", "3:9-3:10 yaml/syntax.block-header answers.p1"),
    ("t: - a", "3:8-3:9 yaml/syntax.list-item answers.p1"),
    ("t: x\n      u: y", "4:8-4:9 yaml/syntax.indentation answers.p1"),
    ("t: x\n    - y", "4:5-4:6 yaml/syntax.list-item answers.p1"),
    ("t: x\n    word\n    u: y", "4:5-4:9 yaml/syntax.missing-colon answers.p1"),
    ("- t\n    u: y", "4:5-4:6 yaml/syntax.indentation answers.p1"),
    ("t: x\n   u: y", "4:4-4:5 yaml/syntax.indentation answers.p1"),
    ("t: {a: 1}}", "3:14-3:15 yaml/syntax.after-bracket answers.p1"),
    ("t: é: ñ", "3:9-3:10 yaml/syntax.mapping-values answers.p1"),
  ])
  func takesOutTheItem(_ lines: String, _ issue: String) throws {
    let document = parse("answers:\n  p1:\n    \(lines)\n  p2:\n    t: 'no'\nevidence:\n  e: [1]\n")
    #expect(document.shortIssues == [issue])
    #expect(outline(document.root) == "{answers: {p1: ?, p2: {t: no}}, evidence: {e: [1]}}")
    #expect(document.isBroken)
    let answers = try #require(document.root?["answers"])
    #expect(answers.range.endLine == 4 + lines.split(separator: "\n").count)
    #expect(answers["p1"]?.range.line == 3)
    #expect(answers["p2"]?["t"]?.range.column == 8)
  }

  @Test(arguments: [
    // The entry itself is misplaced or lacks its colon: known by name, unread.
    ("a:\n  b:\n    c: 1\n d:\n    e: 2\n  f: 3\n", ["4:2-4:3 yaml/syntax.indentation a.d"], "{a: {b: {c: 1}, d: ?, f: 3}}"),
    ("a:\n  b: 1\n  c\n  d: 2\n", ["3:3-3:4 yaml/syntax.missing-colon a.c"], "{a: {b: 1, c: ?, d: 2}}"),
    ("a:\n  b: 1\n  some words\n  d: 2\n", ["3:3-3:13 yaml/syntax.missing-colon a"], "{a: {b: 1, d: 2}}"),
    ("a: 1\nb\nc: 2\n", ["2:1-2:2 yaml/syntax.missing-colon b"], "{a: 1, b: ?, c: 2}"),
    ("a: 1\n: 2\nc: 3\n", ["2:1-2:2 yaml/syntax.indentation"], "{a: 1, c: 3}"),
    // The name itself is the error.
    ("a:\n  b: 1\n  * x: 2\n  c: 3\n", ["3:3-3:4 yaml/syntax.anchor a.* x"], "{a: {b: 1, * x: ?, c: 3}}"),
    ("a:\n  b: 1\n  @x:\n    y: 1\n  c: 3\n", ["3:3-3:4 yaml/syntax.character a.@x"], "{a: {b: 1, @x: ?, c: 3}}"),
    ("a:\n  b: 1\n  \"x\" : [\n  c: 3\n", ["3:9-3:10 yaml/syntax.unclosed-flow a.x"], "{a: {b: 1, x: ?, c: 3}}"),
    ("a:\n  b: 1\n  'x' y: 1\n  c: 3\n", ["3:7-3:8 yaml/syntax.after-quote a"], "{a: {b: 1, c: 3}}"),
    // Without a line end, with CRLF, with a byte-order mark.
    ("a: 1\nb: [x", ["2:6-2:6 yaml/syntax.unclosed-flow b"], "{a: 1, b: ?}"),
    ("a: 1\r\nb: [x\r\nc: 2\r\n", ["2:4-2:5 yaml/syntax.unclosed-flow b"], "{a: 1, b: ?, c: 2}"),
    ("\u{FEFF}a: [x\nb: 2\n", ["1:4-1:5 yaml/syntax.unclosed-flow a"], "{a: ?, b: 2}"),
    // A quote that another closes, with and without libyaml noticing.
    ("a: \"foo\nb: bar\"\nc: 1\n", ["1:4-1:5 yaml/syntax.unclosed-quote a"], "{a: ?, b: bar\", c: 1}"),
    ("a: \"foo\nb: \"bar\"\nc: 1\n", ["1:4-1:5 yaml/syntax.unclosed-quote a"], "{a: ?, b: bar, c: 1}"),
    // A value where a mapping follows: the entry around them goes.
    ("a: x\n  b:\n    c: 1\nd: 2\n", ["2:4-2:5 yaml/syntax.indentation a"], "{a: ?, d: 2}"),
    // Lists.
    ("a:\n- x\n- [y\n- z\nb: 1\n", ["3:3-3:4 yaml/syntax.unclosed-flow a"], "{a: ?, b: 1}"),
    ("a:\n  - b: [\n    c: 1\n  - d: 2\ne: 3\n", ["2:8-2:9 yaml/syntax.unclosed-flow a"], "{a: ?, e: 3}"),
    ("a: b\n- c\nd: 1\n", ["2:1-2:2 yaml/syntax.list-item a"], "{a: ?, d: 1}"),
    // Block scalars hold what looks like mistakes.
    ("a: |\n  b: [\n  'c\nb: [\nc: 1\n", ["4:4-4:5 yaml/syntax.unclosed-flow b"], "{a: b: [\n'c\n, b: ?, c: 1}"),
    // Nothing to take out: what came before remains.
    ("[a, b", ["1:6-1:6 yaml/syntax.unclosed-flow"], "[a, b…]"),
    ("{a: 1, b: [}", ["1:12-1:13 yaml/syntax.character"], "{a: 1, b: […]…}"),
    ("- a\n- [b\n- c\n", ["2:3-2:4 yaml/syntax.unclosed-flow"], "[a, [b - c…]…]"),
    ("%FOO\n---\na: 1\n", ["1:1-1:2 yaml/syntax.directive"], "nothing"),
  ])
  func hardCases(_ text: String, _ issues: [String], _ tree: String) {
    let document = parse(text)
    #expect(document.shortIssues == issues)
    #expect(outline(document.root) == tree)
    #expect(document.isBroken)
  }

  @Test func severalErrorsAreAllTold() {
    let text = """
      answers:
        p1:
          t: "yes
          u: no
        p2:
          t: "no"
          u: [a, b
        p3:
          t: x: y
        p4:
          z: 1
      evidence:
        e: {a: b]
        f: 1

      """
    let document = parse(text)
    #expect(
      document.shortIssues == [
        "3:8-3:9 yaml/syntax.unclosed-quote answers.p1", "7:8-7:9 yaml/syntax.unclosed-flow answers.p2",
        "9:9-9:10 yaml/syntax.mapping-values answers.p3", "13:11-13:12 yaml/syntax.unclosed-flow evidence.e",
      ])
    #expect(outline(document.root) == "{answers: {p1: ?, p2: ?, p3: ?, p4: {z: 1}}, evidence: {e: ?, f: 1}}")
  }

  @Test func misplacedKeysKeepTheirPlace() throws {
    let root = try #require(parse("a:\n   b: 1\n  it's x: 2\n   d: 3\n").root?["a"])
    #expect(outline(root) == "{b: 1, it's x: ?, d: 3}")
    #expect(root.entries.map(\.key.range.short) == ["2:4-2:5", "3:3-3:9", "4:4-4:5"])
  }

  @Test func depthIsTheCallers() {
    let text = "a:\n  b:\n    c:\n      d: [\n      e: 1\n    f: 1\n  g: 1\nh: 1\n"
    #expect(outline(parse(text, recoveryDepth: 1).root) == "{a: ?, h: 1}")
    #expect(outline(parse(text, recoveryDepth: 2).root) == "{a: {b: ?, g: 1}, h: 1}")
    #expect(outline(parse(text, recoveryDepth: 3).root) == "{a: {b: {c: ?, f: 1}, g: 1}, h: 1}")
    #expect(outline(parse(text, recoveryDepth: 9).root) == "{a: {b: {c: {d: ?, e: 1}, f: 1}, g: 1}, h: 1}")
  }

  @Test func manyOpenBracketsAreToldOneByOne() {
    let document = parse((0..<10).map { "k\($0): [\n" }.joined() + "z: 1\n", limits: limits(depth: 6))
    #expect(document.shortIssues == (0..<10).map { "\($0 + 1):5-\($0 + 1):6 yaml/syntax.unclosed-flow k\($0)" })
    #expect(document.root?["z"]?.text == "1")
  }

  private func limits(depth: Int) -> Limits {
    var limits = Limits.standard
    limits.depth = depth
    return limits
  }

  @Test func endsAfterSoManyErrors() {
    let document = parse((0..<60).map { "k\($0): x: y\n" }.joined())
    #expect(document.issues.count == 17)
    #expect(document.root?["k0"]?.isUnread == true)
    #expect(document.root?.isIncomplete == true)
    #expect(document.isBroken)
  }
}
