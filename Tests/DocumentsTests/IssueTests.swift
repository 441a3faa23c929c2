import Documents
import Testing

@Suite struct IssueTests {
  @Test(arguments: [
    ("a: *x\n", ["1:4-1:6 yaml/undefined-alias a"], "{a: ?}"),
    ("a: &x [1, *x]\n", ["1:11-1:13 yaml/undefined-alias.recursive a[1]"], "{a: [1, ?]}"),
    ("a: !training\n", ["1:4-1:13 yaml/tag a"], "{a: }"),
    ("a: !!str 1\n", ["1:4-1:9 yaml/tag a"], "{a: 1}"),
    ("a: &x !t\n  b: 1\n", ["1:7-1:9 yaml/tag a"], "{a: {b: 1}}"),
    ("a: !t # comment\n  # more\n  b: 1\n", ["1:4-1:6 yaml/tag a"], "{a: {b: 1}}"),
    ("a: [!x, 1]\n", ["1:5-1:7 yaml/tag a[0]"], "{a: [, 1]}"),
    ("a: {{ x }}\nb: 1\n", ["1:5-1:10 yaml/key-not-scalar a"], "{a: {}, b: 1}"),
    ("{{ x }}: 1\nb: 1\n", ["1:1-1:8 yaml/key-not-scalar"], "{b: 1}"),
    ("? [a, b]\n: 1\nb: 1\n", ["1:3-1:9 yaml/key-not-scalar"], "{b: 1}"),
    ("a: &x 1\n*x : 2\n", ["2:1-2:3 yaml/key-not-scalar"], "{a: 1}"),
    ("a:\n  ?\n  : 2\n  b: 3\n", ["2:4-2:4 yaml/key-not-scalar.empty a"], "{a: {b: 3}}"),
    ("x: &x {a: 1}\nb:\n  <<: *x\n  c: 2\n", ["3:3-3:5 yaml/merge-key b.<<"], "{x: {a: 1}, b: {c: 2}}"),
    ("a: '<<'\n'<<': 2\n", [], "{a: <<, <<: 2}"),
  ])
  func readable(_ text: String, _ issues: [String], _ tree: String) {
    let document = parse(text)
    #expect(document.shortIssues == issues)
    #expect(outline(document.root) == tree)
    #expect(!document.isBroken)
  }

  @Test(arguments: [
    ("", ["1:1-1:1 yaml/empty"], "nothing"),
    ("# only a comment\n", ["1:1-1:1 yaml/empty"], "nothing"),
    ("---\n", ["1:1-1:1 yaml/empty"], "nothing"),
    ("\u{FEFF}", ["1:1-1:1 yaml/empty"], "nothing"),
    ("a: 1\n---\nb: 2\n", ["2:1-2:4 yaml/second-document"], "{a: 1}"),
    ("a: 1\n...\ngarbage\n", ["3:1-3:2 yaml/syntax.after-end"], "{a: 1}"),
    ("[a]\nb: 1\n", ["2:1-2:2 yaml/syntax.after-end"], "[a]"),
  ])
  func broken(_ text: String, _ issues: [String], _ tree: String) {
    let document = parse(text)
    #expect(document.shortIssues == issues)
    #expect(outline(document.root) == tree)
    #expect(document.isBroken)
  }

  @Test func helpOfTagsFitsTheTag() {
    let helps = ["!training", "!a.b", "!!str x", "!(a", "!x y", "!"].map { parse("a: \($0)").issues.first?.help }
    let not = helps.prefix(2).map { $0.flatMap(id) }
    #expect(not == ["yaml/tag.not.help", "yaml/tag.not.help"])
    #expect(helps.dropFirst(2).map { $0.flatMap(id) } == Array(repeating: "yaml/tag.help", count: 4))
    #expect(parse("a: !training").issues.first?.help == Message("yaml/tag.not.help", ["tag": "!training", "name": "training"]))
  }

  @Test func tagsAreKept() {
    let root = parse("a: !training\nb: !!str x\nc: !t\n  # comment\n  d: 1\n").root
    #expect(["a", "b", "c"].map { root?[$0]?.tag } == ["!training", "tag:yaml.org,2002:str", "!t"])
    #expect(root?["c"]?.range.short == "5:3-5:7")
    #expect(root?.tag == nil)
  }

  @Test func severitiesAreOrdered() {
    #expect([Severity.error, .info, .warning].sorted() == [.info, .warning, .error])
  }

  @Test func issuesAreOrderedByPlaceThenWeightThenRule() {
    func issue(_ rule: RuleID, _ line: Int, _ severity: Severity, _ path: String) -> Documents.Issue {
      let range = SourceRange(line: line, column: 1, endLine: line, endColumn: 2)
      return Documents.Issue(rule, severity, path: path, at: Location(file: "f", range: range), .text("x"))
    }
    let ordered = [
      issue("b", 1, .info, "z"), issue("z", 2, .error, "y"), issue("a", 2, .warning, "d"), issue("a", 2, .warning, "c"),
      issue("b", 2, .warning, "a"),
    ]
    #expect([4, 2, 1, 3, 0].map { ordered[$0] }.inOrder() == ordered)
  }

  @Test func helpOfTemplatesFits() {
    #expect(parse("a: {{ x }}").issues.first?.help.flatMap(id) == "yaml/key-not-scalar.template.help")
    #expect(parse("a: {[x]: 1}").issues.first?.help.flatMap(id) == "yaml/key-not-scalar.help")
  }

  private func id(_ message: Message) -> String? {
    guard case .catalogue(let id, _) = message else { return nil }
    return id
  }
}
