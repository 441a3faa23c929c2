import Publishing
import Testing

/// Publications of hostile texts, by numbers that are the same in each run.
@Suite struct DOCXPropertyTests {
  @Test(arguments: 1...30)
  func everyPublicationIsASoundDocument(_ seed: UInt64) throws {
    var random = RandomPublication(seed: seed)
    let publication = random.publication()
    let bytes = try DOCXRenderer.bytes(publication)
    #expect(try Soundness.faults(in: UnzippedDOCX(bytes)) == [])
    #expect(try DOCXRenderer.bytes(publication) == bytes)
  }
}

private struct RandomPublication: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func publication() -> Publication {
    Publication(
      language: text(),
      cover: .init(series: text(), title: text(), subtitle: text(), facts: facts(), notice: text()),
      words: .init(contents: text(), notes: text(), back: text()), blocks: blocks(depth: 0))
  }

  private mutating func many<Element>(_ most: Int, _ make: (inout Self) -> Element) -> [Element] {
    (0..<Int.random(in: 0...most, using: &self)).map { _ in make(&self) }
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "Ñ", " ", "<", "&", "]]>", "\"", "'", "\n", "\r", "\t", "\u{0}", "\u{B}", "\u{FFFE}", "\u{FFFF}", "\u{202E}", "\u{85}",
      "\u{301}", "😀", "</w:t>", "&#0;", "-", "_", "1", "%", "\u{FEFF}", "\u{E000}", "\u{10FFFF}",
    ]
    return many(8) { $0.of(pieces) }.joined()
  }

  private mutating func of<Element>(_ all: [Element]) -> Element { all[Int.random(in: all.indices, using: &self)] }

  private mutating func blocks(depth: Int) -> [Block] {
    many(depth > 3 ? 1 : 6) { $0.block(depth: depth) }
  }

  private mutating func block(depth: Int) -> Block {
    switch Int.random(in: 0...7, using: &self) {
    case 0: .heading(heading())
    case 1: .paragraph(inlines())
    case 2: .numbered(Int.random(in: -1...1000, using: &self), inlines())
    case 3: .remark(inlines())
    case 4: .list(many(3) { $0.blocks(depth: depth + 1) }, isNumbered: Bool.random(using: &self))
    case 5: .facts(facts())
    case 6:
      .table(
        .init(
          caption: Bool.random(using: &self) ? text() : nil, columns: many(14) { $0.text() },
          rows: many(4) { $0.many(14) { $0.inlines() } }, namesRows: Bool.random(using: &self)))
    default: .panel(.init(heading: heading(), tag: tag(), blocks: blocks(depth: depth + 1)))
    }
  }

  private mutating func heading() -> Block.Heading {
    .init(level: Int.random(in: -1...6, using: &self), text: text(), anchor: of(["a", "A", "b", text()]))
  }

  private mutating func facts() -> [Publication.Fact] { many(3) { .init($0.text(), $0.inlines()) } }

  private mutating func tag() -> Block.Tag { .init(text(), of(Block.Tone.allCases)) }

  private mutating func inlines(depth: Int = 0) -> [Inline] { many(5) { $0.inline(depth: depth) } }

  private mutating func inline(depth: Int) -> Inline {
    switch Int.random(in: 0...9, using: &self) {
    case 0: .text(text())
    case 1: .strong(text())
    case 2: .emphasis(text())
    case 3: .code(text())
    case 4: .struck(text())
    case 5: .tag(tag())
    case 6: .link(text(), .anchor(of(["a", "b", "c", text()])))
    case 7: .link(text(), .address(of(["https://", "http://a.b/", "javascript:", ""]) + text()))
    case 8 where depth < 3: .note(many(3) { $0.inlines(depth: depth + 1) })
    default: .lineBreak
    }
  }
}
