import Documents
import Testing

@Suite struct EncodingTests {
  /// What is damaged is told once of each kind, where it first stands, and read as U+FFFD.
  @Test(arguments: [
    (
      Array("a: x".utf8) + [0xE9] + Array("y\nb: 1\nc: ".utf8) + [0xF3], ["1:5-1:6 yaml/encoding.not-utf8"],
      "{a: x\u{FFFD}y, b: 1, c: \u{FFFD}}"
    ),
    (Array("a: \0\nb: 1\n".utf8), ["1:4-1:5 yaml/encoding.control"], "{a: \u{FFFD}, b: 1}"),
    (Array("é: 1\na: \u{07}\n".utf8), ["2:4-2:5 yaml/encoding.control"], "{é: 1, a: \u{FFFD}}"),
    (Array("a: \u{7F}\u{80}\u{FFFE}\n".utf8), ["1:4-1:5 yaml/encoding.control"], "{a: \u{FFFD}\u{FFFD}\u{FFFD}}"),
    (Array("a: x\u{FEFF}\n".utf8), ["1:5-1:6 yaml/encoding.byte-order-mark"], "{a: x\u{FEFF}}"),
    ([0xC3], ["1:1-1:2 yaml/encoding.not-utf8"], "\u{FFFD}"),
    (Array("a: ".utf8) + [0xED, 0xA0, 0x80], ["1:4-1:5 yaml/encoding.not-utf8"], "{a: \u{FFFD}\u{FFFD}\u{FFFD}}"),
    (Array("a: ".utf8) + [0xE2, 0x82], ["1:4-1:5 yaml/encoding.not-utf8"], "{a: \u{FFFD}}"),
  ])
  func damageIsTold(_ bytes: [UInt8], _ issues: [String], _ tree: String) {
    let document = parse(bytes: bytes)
    #expect(document.shortIssues == issues)
    #expect(outline(document.root) == tree)
    #expect(document.isBroken)
  }

  @Test func placesCountEachDamagedCharacterOnce() throws {
    let document = parse(bytes: Array("a: x".utf8) + [0xE9] + Array("y z\n".utf8))
    let node = try #require(document.root?["a"])
    #expect(node.range.short == "1:4-1:9")
    #expect(cut(document.source, node.range) == "x\u{FFFD}y z")
    #expect(document.issues.first?.message == Message("yaml/encoding.not-utf8", ["code": "0xE9", "count": "1"]))
  }

  @Test func damageBehindAnotherErrorIsToldToo() {
    let document = parse(bytes: Array("a: [\nb: 1\nc: ".utf8) + Array(repeating: 0x61, count: 100_000) + [0xE9])
    #expect(document.shortIssues == ["1:4-1:5 yaml/syntax.unclosed-flow a", "3:100004-3:100005 yaml/encoding.not-utf8"])
    #expect(document.root?["b"]?.text == "1")
  }

  @Test func manyDamagedPlacesAreOneIssue() {
    let document = parse(bytes: (0..<100).flatMap { Array("k\($0): ".utf8) + [0xE9, 0x0A] })
    #expect(document.issues.map(\.message) == [Message("yaml/encoding.not-utf8", ["code": "0xE9", "count": "100"])])
    #expect(document.root?.count == 100)
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x61, 0x00], "utf-16"), ([0xFE, 0xFF, 0x00, 0x61], "utf-16"), (Array("a\0:\0 \01\0".utf8), "utf-16"),
    ([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 2, 3, 4, 5], "binary"),
  ])
  func otherEncodingsAreNotRead(_ bytes: [UInt8], _ name: String) {
    let document = parse(bytes: bytes)
    #expect(document.issues.map(\.message) == [Message("yaml/encoding.\(name)")])
    #expect(document.root == nil)
    #expect(document.isBroken)
  }

  /// libyaml ends lines at these; no editor does.
  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func lineSeparatorsAreBlanks(_ separator: String) {
    let document = parse("a: x\(separator)y\nb: 1\n")
    #expect(document.shortIssues == [])
    #expect(outline(document.root) == "{a: x y, b: 1}")
    #expect(document.root?["b"]?.range.short == "2:4-2:5")
  }

  @Test func permittedCharactersPass() {
    let document = parse("a: \u{A0}ñ“…”—€\u{D7FF}\u{E000}\u{FFFD}😀\n")
    #expect(document.shortIssues == [])
    #expect(document.root?["a"]?.text == "\u{A0}ñ“…”—€\u{D7FF}\u{E000}\u{FFFD}😀")
  }
}
