import Documents
import Testing

/// Whatever is read: no crash, a broken text has an issue, and every place and every stretch lies in the file.
@Suite struct HostileTests {
  private static let sample = """
    # Reply
    reply: fire-2024
    language: "es"
    answers: &all
      act_1_1:
        training: {value: sí, evidence: [prog-12, {id: plan, pages: 3-5}]}
        training_details:
          - Curso básico
          - {value: "Nivel 2: \\u00e9quimica \\
              final", evidence: [cert-7]}
      act_1_2:
        text: |
          Primera línea
            segunda: "línea"

        folded: >-
          uno
          dos 😀

          tres
        other: 'it''s'
    copies: [*all, {a: b}]
    last: plain
      text

    """

  private func check(_ document: Document) {
    let isReadable = document.root != nil
    #expect(isReadable || !document.issues.isEmpty)
    #expect(!document.isBroken || !document.issues.isEmpty)
    #expect(document.issues == document.issues.inOrder())
    for issue in document.issues { #expect(isInside(issue.location.range, document.source), "\(issue.short)") }
    for node in allNodes(document.root) {
      #expect(
        isInside(node.range, document.source),
        "\(document.shortIssues) \(document.source.line(node.range.line).unicodeScalars.map { $0.value })")
      let count = node.text.utf8.count
      #expect(isInside(node.range(ofText: 0..<count), document.source))
      #expect(isInside(node.range(ofText: count / 2..<count), document.source))
      if !node.entries.contains(where: { $0.key.text.isEmpty }) {
        #expect(node.entries.count { _ in true } == node.count || node.kind != .mapping)
      }
    }
  }

  private func isInside(_ range: SourceRange, _ source: SourceFile) -> Bool {
    guard range.line >= 1, range.column >= 1, (range.line, range.column) <= (range.endLine, range.endColumn) else { return false }
    // An empty stretch may lie behind the last line end.
    guard range.endLine <= max(1, source.lineCount) + 1 else { return false }
    return range.column <= source.line(range.line).unicodeScalars.count + 1
      && range.endColumn <= source.line(range.endLine).unicodeScalars.count + 1
  }

  @Test func theSampleIsSound() {
    let document = parse(Self.sample)
    #expect(document.shortIssues == [])
    check(document)
  }

  @Test func truncatedAtEveryByte() {
    let bytes = Array(Self.sample.utf8)
    for count in 0..<bytes.count { check(parse(bytes: Array(bytes[..<count]))) }
  }

  @Test func everyByteLeftOut() {
    let bytes = Array(Self.sample.utf8)
    for index in bytes.indices {
      var copy = bytes
      copy.remove(at: index)
      check(parse(bytes: copy))
    }
  }

  @Test(arguments: 0..<20)
  func mutated(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let bytes = Array(Self.sample.utf8)
    let signs = Array("\t \n\r:-[]{}\"'|>&*!#%@,?~<\0\u{E9}\u{FEFF}\u{2028}x".utf8)
    for _ in 0..<150 {
      var copy = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: 0..<copy.count, using: &random)
        let sign =
          Bool.random(using: &random)
          ? signs[Int.random(in: 0..<signs.count, using: &random)] : UInt8.random(in: 0...255, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: copy[index] = sign
        case 1: copy.insert(sign, at: index)
        case 2: copy.remove(at: index)
        default:
          copy.insert(contentsOf: copy[index..<min(copy.count, index + 20)], at: Int.random(in: 0..<copy.count, using: &random))
        }
      }
      check(parse(bytes: copy))
    }
  }

  @Test(arguments: [
    "[", "{a: ", "- ", "? ", "a:\n ", "[[{", "{? ", "&a [", "\"", "'", "|\n", "*a ", "!a ", "a: [\n", "\t", "\r", "---\n",
    "...\n", "<<: ", "%", "\u{FEFF}",
  ])
  func repeated(_ piece: String) {
    let document = parse(String(repeating: piece, count: 50_000))
    #expect(!document.issues.isEmpty || document.root != nil)
    #expect(document.issues.count <= 50_001)
  }

  @Test func depthBombs() {
    for text in [String(repeating: "[", count: 200_000), String(repeating: "{a: ", count: 50_000)] {
      let document = parse(text)
      #expect(document.issues.map(\.rule) == ["yaml/limit-depth"])
      #expect(document.isBroken)
    }
  }

  @Test func depthBombInAnItem() {
    let document = parse("a: \(String(repeating: "[", count: 200_000))\nb: 1\n")
    #expect(document.issues.map(\.rule) == ["yaml/limit-depth"])
    #expect(outline(document.root) == "{a: ?, b: 1}")
  }

  @Test func aliasBomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    let document = parse(text)
    #expect(document.issues.map(\.rule) == ["yaml/limit-nodes"])
    #expect(document.root == nil)
  }

  @Test func aliasChain() {
    let text = "a0: &a0 [x]\n" + (1..<1_000).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    let document = parse(text)
    #expect(Set(document.issues.map(\.rule)) == ["yaml/limit-depth", "yaml/undefined-alias"])
    check(document)
  }

  @Test func fourMegabytesOfItems() {
    let document = parse(String(repeating: "-\n", count: 2 << 20))
    #expect(document.issues.map(\.rule) == ["yaml/limit-nodes"])
  }

  @Test func manyTabs() {
    let document = parse("a:\n" + (0..<20_000).map { "\tk\($0): 1\n" }.joined())
    #expect(document.issues.count == 20_000)
    #expect(document.root?["a"]?.count == 20_000)
  }
}

/// A small generator whose numbers are the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
