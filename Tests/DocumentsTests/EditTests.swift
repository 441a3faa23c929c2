import Documents
import Testing

/// A YAML file is changed at known nodes, and nowhere else.
@Suite struct EditTests {
  /// What stands before and after `d` is given `sha256: abc` behind `file`, and `pages: 3` behind that.
  static let both: [(String, String)] = [
    ("d:\n  title: T\n  file: x.pdf\n", "d:\n  title: T\n  file: x.pdf\n  sha256: abc\n  pages: 3\n"),
    ("d:\n  file: x.pdf\n  title: T\ne: 1\n", "d:\n  file: x.pdf\n  sha256: abc\n  pages: 3\n  title: T\ne: 1\n"),
    ("d:\r\n  file: x.pdf\r\ne: 1\r\n", "d:\r\n  file: x.pdf\r\n  sha256: abc\r\n  pages: 3\r\ne: 1\r\n"),
    ("d:\r  file: x.pdf\re: 1\r", "d:\r  file: x.pdf\r  sha256: abc\r  pages: 3\re: 1\r"),
    ("d:\n  file: x.pdf", "d:\n  file: x.pdf\n  sha256: abc\n  pages: 3"),
    ("d:\r\n  file: x.pdf", "d:\r\n  file: x.pdf\r\n  sha256: abc\r\n  pages: 3"),
    ("d:\n  file: x.pdf  # the law\n", "d:\n  file: x.pdf  # the law\n  sha256: abc\n  pages: 3\n"),
    ("d:\n  file: x.pdf \t \n  a: 1\n", "d:\n  file: x.pdf \t \n  sha256: abc\n  pages: 3\n  a: 1\n"),
    ("d:\n  file: >-\n    x\n    y\n\n  a: 1\n", "d:\n  file: >-\n    x\n    y\n  sha256: abc\n  pages: 3\n\n  a: 1\n"),
    ("d:\n  file: |+\n    x\n\n  a: 1\n", "d:\n  file: |+\n    x\n\n  sha256: abc\n  pages: 3\n  a: 1\n"),
    ("d:\n  file: \"x\n    y\"\n", "d:\n  file: \"x\n    y\"\n  sha256: abc\n  pages: 3\n"),
    ("d:\n  file: x\n    y\n", "d:\n  file: x\n    y\n  sha256: abc\n  pages: 3\n"),
    ("d:\n  'file': x.pdf\n", "d:\n  'file': x.pdf\n  sha256: abc\n  pages: 3\n"),
    ("d:\n  file:\n    # here\n    x.pdf\n", "d:\n  file:\n    # here\n    x.pdf\n  sha256: abc\n  pages: 3\n"),
    ("d: &d\n  file: &f x.pdf\n", "d: &d\n  file: &f x.pdf\n  sha256: abc\n  pages: 3\n"),
    ("- d\n- file: x.pdf\n  a: 1\n", "- d\n- file: x.pdf\n  sha256: abc\n  pages: 3\n  a: 1\n"),
    ("d:\n  ñandú: é\n  file: Ñ.pdf\n", "d:\n  ñandú: é\n  file: Ñ.pdf\n  sha256: abc\n  pages: 3\n"),
    ("\u{FEFF}file: x.pdf\na: 1\n", "\u{FEFF}file: x.pdf\nsha256: abc\npages: 3\na: 1\n"),
    ("d:\n  title: a\u{2028}b\n  file: x\n", "d:\n  title: a\u{2028}b\n  file: x\n  sha256: abc\n  pages: 3\n"),
    ("d:\n  a: 1\n  b: [x,\n    y]\n", "d:\n  a: 1\n  b: [x,\n    y]\n  sha256: abc\n  pages: 3\n"),
    // A key without value.
    ("d:\n  sha256:\n  file: x\n", "d:\n  sha256: abc\n  pages: 3\n  file: x\n"),
    ("d:\n  file: x\n  sha256:   # later\n", "d:\n  file: x\n  sha256: abc   # later\n  pages: 3\n"),
    ("d:\n  file: x\n  sha256: ~ # later\n", "d:\n  file: x\n  sha256: abc # later\n  pages: 3\n"),
    ("d:\n  file: x\n  pages: null\n  sha256:", "d:\n  file: x\n  pages: 3\n  sha256: abc"),
    ("d:\n  file: x\n  \"sha256\":\r\n", "d:\n  file: x\n  \"sha256\": abc\r\n  pages: 3\r\n"),
    // In braces.
    ("d: {title: T, file: x.pdf}\n", "d: {title: T, file: x.pdf, sha256: abc, pages: 3}\n"),
    ("d: { file: x.pdf , title: 'T' }\n", "d: { file: x.pdf , title: 'T', sha256: abc, pages: 3 }\n"),
    ("d: {file: x.pdf,\n  title: T\n  }\n", "d: {file: x.pdf,\n  title: T, sha256: abc, pages: 3\n  }\n"),
    ("d: {file: x.pdf, # why\n  title: T, # end\n}\n", "d: {file: x.pdf, # why\n  title: T, sha256: abc, pages: 3, # end\n}\n"),
    ("d: {file: x.pdf, sha256: }\n", "d: {file: x.pdf, sha256: abc, pages: 3 }\n"),
    ("d: {file: x.pdf, pages: }\n", "d: {file: x.pdf, pages: 3 , sha256: abc }\n"),
    ("d: {file: x.pdf, n: }\n", "d: {file: x.pdf, n: , sha256: abc, pages: 3 }\n"),
    ("d: {file: x.pdf, sha256}\n", "d: {file: x.pdf, sha256: abc, pages: 3}\n"),
    ("d: {sha256: , file: x.pdf}\n", "d: {sha256: abc , file: x.pdf, pages: 3}\n"),
    ("d: {file: x.pdf, n: [1, {a: b}]}\n", "d: {file: x.pdf, n: [1, {a: b}], sha256: abc, pages: 3}\n"),
    ("d: &d {file: &f x.pdf}\n", "d: &d {file: &f x.pdf, sha256: abc, pages: 3}\n"),
    ("d: {}\n", "d: {sha256: abc, pages: 3}\n"),
    ("- d\n- {file: x.pdf}\n", "- d\n- {file: x.pdf, sha256: abc, pages: 3}\n"),
    ("- d\n- - {file: x.pdf}\n", "- d\n- - {file: x.pdf, sha256: abc, pages: 3}\n"),
    ("{\"d\": {\"file\": \"x.pdf\"}}\n", "{\"d\": {\"file\": \"x.pdf\", \"sha256\": \"abc\", \"pages\": 3}}\n"),
    ("{\"d\": {\"sha256\":,\"file\": \"x\"}}", "{\"d\": {\"sha256\": \"abc\",\"file\": \"x\", \"pages\": 3}}"),
  ]

  @Test(arguments: both) func setsBoth(_ before: String, _ after: String) throws {
    let document = parse(before)
    let mapping = try #require(innermost(document.root))
    var edits = MappingEdits(document)
    try edits.set("sha256", to: "abc", in: mapping, after: "file")
    try edits.set("pages", to: "3", in: mapping, after: "sha256")
    #expect(String(decoding: try edits.bytes(), as: UTF8.self).utf8.elementsEqual(after.utf8))
  }

  static let refused: [(String, MappingEdits.Refusal)] = [
    ("d: x\n", .wrongKind), ("d:\n", .wrongKind), ("d: [file]\n", .wrongKind),
    ("d: {sha256: other}\n", .hasValue), ("d: {sha256: ''}\n", .hasValue), ("d:\n  sha256: |\n", .hasValue),
    ("d:\n  sha256: {a: b}\n", .hasValue),
    ("e: &e {file: x}\nd: *e\n", .shared), ("d: &d {file: x}\ne: *d\n", .shared),
    ("x: &x\n  d: {file: x}\ne: [*x]\n", .shared), ("d:\n  sha256: &s\n", .shared),
    ("e: &e {a: b}\nd:\n  <<: *e\n  file: x\n", .irregular), ("d: {file: x, file: y}\n", .irregular),
    ("d: {[a]: x}\n", .irregular),
    ("d:\n  ? file\n  : x\n", .form), ("d:\n  ? sha256\n  : \n", .form),
    ("d: {file: x}\ne: \"open\n", .unreadable), ("d: {file: x}\n---\n", .unreadable), ("d: {file: x\u{1}}\n", .unreadable),
  ]

  @Test(arguments: refused) func refuses(_ text: String, _ refusal: MappingEdits.Refusal) throws {
    let document = parse(text)
    let node = try #require(document.root?["d"] ?? document.root?["x"]?["d"])
    var edits = MappingEdits(document)
    #expect(throws: refusal) { try edits.set("sha256", to: "abc", in: node, after: "file") }
    #expect(edits.isEmpty)
  }

  @Test func whatIsNoUTF8IsRefused() throws {
    let document = parse(bytes: Array("d: {file: x}\ne: ".utf8) + [0xFF, 0x0A])
    var edits = MappingEdits(document)
    let node = try #require(document.root?["d"])
    #expect(throws: MappingEdits.Refusal.unreadable) { try edits.set("sha256", to: "abc", in: node) }
    #expect(throws: MappingEdits.Refusal.unreadable) { try edits.bytes() }
  }

  @Test func aNodeOfAnotherFileIsRefused() throws {
    var edits = MappingEdits(parse("d: {file: x}\n"))
    let other = try #require(parse("d: {file: x}\n").root?["d"])
    #expect(throws: MappingEdits.Refusal.wrongKind) { try edits.set("sha256", to: "abc", in: other) }
  }

  static let replaced: [(String, String, String)] = [
    ("a: x # c\n", "new", "a: new # c\n"), ("a: 'x'\n", "two words", "a: \"two words\"\n"), ("a: \"x\"\n", "new", "a: \"new\"\n"),
    ("a: |\n  x\n  y\nb: 1\n", "no: \"q\"\\\n", "a: \"no: \\\"q\\\"\\\\\\u000a\"\nb: 1\n"),
    ("[1, {a: é}]\n", "ñ", "[1, {a: \"ñ\"}]\n"),
    ("a: x\n", "null", "a: \"null\"\n"), ("a: x\n", "", "a: \"\"\n"), ("a: &x y\n", "z", "a: &x z\n"),
  ]

  @Test(arguments: replaced) func replaces(_ before: String, _ text: String, _ after: String) throws {
    let document = parse(before)
    let scalar = try #require(allNodes(document.root).first { $0.kind == .scalar && $0.keyID == nil && $0.text != "1" })
    var edits = MappingEdits(document)
    try edits.replace(scalar, with: text)
    #expect(String(decoding: try edits.bytes(), as: UTF8.self) == after)
  }

  /// What the changed text would hold is looked at, and not presumed: here it would be too large to be read again.
  @Test func whatIsNotProvedIsRefused() throws {
    let document = parse("d: {file: x}\n")
    var edits = MappingEdits(document)
    try edits.set("sha256", to: "abc", in: try #require(document.root?["d"]))
    var limits = Limits()
    limits.bytes = 14
    #expect(throws: MappingEdits.Refusal.unproven) { try edits.bytes(limits: limits) }
    #expect(try edits.bytes() == Array("d: {file: x, sha256: abc}\n".utf8))
  }

  /// The mapping under `d`, that in a list, or the file itself.
  private func innermost(_ root: Node?) -> Node? {
    guard let root else { return nil }
    if let d = root["d"] { return d }
    return allNodes(root).last { $0.kind == .mapping && $0.keyID == nil }
  }
}
