import Documents
import Questionnaire
import RulesEngine
import Testing

/// Digests and numbers of pages are filled in, and nothing else of a reply changes.
@Suite struct HashEditTests {
  static let digest = String(repeating: "ab", count: 32)
  static let other = String(repeating: "cd", count: 32)

  private func edits(_ register: String, _ files: [String: DocumentFile]) throws -> (HashEdits, String) {
    let pack = try #require(SmallPack.questions("first: Q"))
    let judgement = try pack.judged("first: no", rest: "evidence:\n" + register)
    return (HashEdits(judgement.reply, files: files), String(decoding: judgement.reply.document.source.bytes, as: UTF8.self))
  }

  private static let whole = DocumentFile(size: 3, sha256: digest, pages: .counted(7))

  static let cases: [(String, DocumentFile?, String, [HashEdits.Reason])] = [
    ("  law: {title: T, file: a.pdf}\n", whole, "  law: {title: T, file: a.pdf, sha256: \(digest), pages: 7}\n", []),
    (
      "  law:\n    file: a.pdf\n    title: T\n", whole,
      "  law:\n    file: a.pdf\n    sha256: \(digest)\n    pages: 7\n    title: T\n", []
    ),
    (
      "  law: {title: T, file: a.pdf, sha256: \(other), pages: 4}\n", whole,
      "  law: {title: T, file: a.pdf, sha256: \(other), pages: 4}\n", [.differs, .differs]
    ),
    (
      "  law: {title: T, file: a.pdf, sha256: \(digest.uppercased()), pages: 31-37}\n", whole,
      "  law: {title: T, file: a.pdf, sha256: \(digest.uppercased()), pages: 31-37}\n", [.agrees, .agrees]
    ),
    (
      "  law: {title: T, file: a.pdf, sha256: no, pages: no}\n", whole,
      "  law: {title: T, file: a.pdf, sha256: no, pages: no}\n", [.unreadable, .unreadable]
    ),
    (
      "  law: {title: T, file: a.pdf}\n", DocumentFile(faults: [.changed], size: 3), "  law: {title: T, file: a.pdf}\n",
      [.notRead, .notRead]
    ),
    (
      "  law: {title: T, file: a.pdf}\n", DocumentFile(faults: [.tooLarge(size: 9, limit: 1)], sha256: digest),
      "  law: {title: T, file: a.pdf}\n", [.notRead, .notRead]
    ),
    ("  law: {title: T, file: a.pdf}\n", nil, "  law: {title: T, file: a.pdf}\n", [.notRead, .notRead]),
    (
      "  law: {title: T, file: a.txt, sha256: }\n", DocumentFile(sha256: digest),
      "  law: {title: T, file: a.txt, sha256: \(digest) }\n", [.unknown]
    ),
    (
      "  law: {title: T, file: a.pdf}\n", DocumentFile(faults: [.encrypted], sha256: digest),
      "  law: {title: T, file: a.pdf}\n", [.faulty, .faulty]
    ),
    (
      "  law: {title: T, file: a.pdf}\n", DocumentFile(faults: [.empty], size: 0, sha256: digest),
      "  law: {title: T, file: a.pdf}\n", [.faulty, .faulty]
    ),
    ("  law: {title: T, file: ../a.pdf}\n", whole, "  law: {title: T, file: ../a.pdf}\n", [.path, .path]),
    ("  law: {title: T, file: [a.pdf]}\n", whole, "  law: {title: T, file: [a.pdf]}\n", [.path, .path]),
    ("  law: {title: T, file: }\n", whole, "  law: {title: T, file: }\n", []),
    (
      "  law:\n    file: a.pdf\n    sha256: &d\n    title: T\n", whole,
      "  law:\n    file: a.pdf\n    sha256: &d\n    pages: 7\n    title: T\n", [.refused(.shared)]
    ),
    ("  law: {title: T, url: \"https://a.org/b\"}\n", whole, "  law: {title: T, url: \"https://a.org/b\"}\n", []),
    (
      "  old: &o {title: T, file: b.txt}\n  law: *o\n", whole, "  old: &o {title: T, file: b.txt}\n  law: *o\n",
      [.notRead, .notRead, .notRead, .notRead]
    ),
    (
      "  old: &o {title: T, file: a.pdf}\n  law: *o\n", whole, "  old: &o {title: T, file: a.pdf}\n  law: *o\n",
      [.refused(.shared), .refused(.shared), .refused(.shared), .refused(.shared)]
    ),
  ]

  @Test(arguments: cases) func fillsIn(_ before: String, _ file: DocumentFile?, _ after: String, _ reasons: [HashEdits.Reason])
    throws
  {
    let (edits, text) = try edits(before, file.map { ["a.pdf": $0, "a.txt": $0] } ?? [:])
    #expect(edits.left.map(\.reason) == reasons)
    #expect(edits.differing == reasons.count { $0 == .differs })
    #expect(String(decoding: try edits.bytes(), as: UTF8.self) == text.replacing(before, with: after))
  }

  /// Registers of every style: what is not put in is unchanged, byte for byte, and what is put in is read again.
  @Test(arguments: 0..<60) func randomRegisters(_ seed: Int) throws {
    var writer = RegisterWriter(seed: UInt64(seed))
    let written = writer.register()
    let pack = try #require(SmallPack.questions("first: Q"))
    let source = SourceFile(name: "r.yaml", bytes: written.bytes)
    let before = try #require(judge(source, by: pack))
    let edits = HashEdits(before.reply, files: written.files)
    #expect(edits.left.allSatisfy { [.agrees, .differs, .unknown].contains($0.reason) }, "\(edits.left)")
    let bytes = try edits.bytes()
    #expect(Self.isSubsequence(source.bytes, of: bytes))
    let after = try #require(judge(SourceFile(name: "r.yaml", bytes: bytes), by: pack))
    #expect(after.reply.register.map(\.id) == before.reply.register.map(\.id))
    for (old, new) in zip(before.reply.register, after.reply.register) {
      let file = try #require(old.file.flatMap { written.files[$0.text] })
      #expect(new.title == old.title && new.kind == old.kind && new.file == old.file && new.summary == old.summary)
      #expect(new.sha256 == old.sha256 ?? file.sha256)
      if case .counted(let count) = file.pages { #expect(new.pages == old.pages ?? 1...count) }
    }
    #expect(edits.filled.count + edits.left.count == 2 * before.reply.register.count)
    #expect(HashEdits(after.reply, files: written.files).filled.isEmpty)
    // No more is put in than keys, values, and what stands between them.
    let most = edits.filled.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count + 14 }
    #expect(bytes.count - source.bytes.count <= most)
  }

  /// Damaged registers are changed as is proved, or not at all.
  @Test(arguments: 0..<8) func damagedRegisters(_ seed: Int) throws {
    let pack = try #require(SmallPack.questions("first: Q"))
    var mutator = Mutator(seed: UInt64(seed + 500))
    var writer = RegisterWriter(seed: UInt64(seed + 900))
    for _ in 0..<40 {
      let written = writer.register()
      let source = SourceFile(name: "r.yaml", bytes: mutator.mutate(written.bytes))
      guard let before = judge(source, by: pack) else { continue }
      let edits = HashEdits(before.reply, files: written.files)
      guard let bytes = try? edits.bytes() else { continue }
      let after = try #require(judge(SourceFile(name: "r.yaml", bytes: bytes), by: pack))
      #expect(after.reply.evidence.keys.sorted() == before.reply.evidence.keys.sorted())
      for filled in edits.filled where filled.key == "sha256" { #expect(after.reply.evidence[filled.id]?.sha256 == filled.value) }
    }
  }

  /// The time for many documents grows with their number, and not with its square, also where all stand in one line.
  @Test(.timeLimit(.minutes(5)), arguments: [false, true]) func manyDocuments(_ areShared: Bool) throws {
    let numbers = 0..<15_000
    var limits = Limits()
    limits.nodes = 400_000
    let entries = numbers.map { "d\($0): {title: \(areShared ? "&t\($0) " : "")Ñandú, file: a.pdf}" }.joined(separator: ", ")
    let aliases = areShared ? ", old: {summary: [\(numbers.map { "*t\($0)" }.joined(separator: ", "))]}" : ""
    let text = "{reply: small, version: 1.0.0, respondent: PER, answers: {one: {first: no}}, evidence: {\(entries)\(aliases)}}\n"
    let pack = try #require(SmallPack.questions("first: Q"))
    let document = Document.parse(SourceFile(name: "r.yaml", bytes: Array(text.utf8)), limits: limits)
    let judgement = try #require(Judgement(document, pack: pack, options: JudgementOptions()))
    let edits = HashEdits(judgement.reply, files: ["a.pdf": Self.whole])
    #expect(edits.filled.count == 30_000 && edits.left.isEmpty)
    let after = text.replacing("file: a.pdf}", with: "file: a.pdf, sha256: \(Self.digest), pages: 7}")
    #expect(try edits.bytes(limits: limits) == Array(after.utf8))
  }

  private static func isSubsequence(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    var rest = part[...]
    for byte in whole where rest.first == byte { rest.removeFirst() }
    return rest.isEmpty
  }
}

/// Writes registers as people do: in blocks and braces, with comments, in any order, with any line end.
struct RegisterWriter {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state >> 11) % UInt64(bound))
  }

  /// A reply with a register of one to six documents, and what is found of each.
  mutating func register() -> (bytes: [UInt8], files: [String: DocumentFile]) {
    var text = "reply: small\nversion: 1.0.0\nrespondent: PER\nanswers: {one: {first: no}}\nevidence:\n"
    var files: [String: DocumentFile] = [:]
    for number in 0...next(6) {
      let path = "évidence/d\(number).pdf"
      let digest = String((0..<64).map { _ in Array("0123456789abcdef")[next(16)] })
      files[path] = DocumentFile(size: 9, sha256: digest, pages: next(4) == 0 ? .none : .counted(1 + next(90)))
      if next(4) == 0 { text += "  # on d\(number)\n\n" }
      text += next(2) == 0 ? block("d\(number)", entries(path)) : flow("d\(number)", entries(path))
    }
    if next(3) == 0 { text.removeLast() }
    let ending = ["\n", "\r\n", "\r"][next(3)]
    return (Array(((next(5) == 0 ? "\u{FEFF}" : "") + text.replacing("\n", with: ending)).utf8), files)
  }

  private mutating func entries(_ path: String) -> [(String, String)] {
    var entries = [("title", ["Ley N.º 31", "\"Decree: 5\"", "'It''s'"][next(3)]), ("kind", "law"), ("file", path)]
    if next(2) == 0 { entries.append(("summary", "[block]")) }
    if next(3) == 0 { entries.append(("sha256", next(2) == 0 ? "" : String(repeating: "9", count: 64))) }
    if next(4) == 0 { entries.append(("pages", next(2) == 0 ? "" : "5")) }
    for index in entries.indices.dropFirst() { entries.swapAt(index, next(index + 1)) }
    return entries
  }

  private mutating func key(_ name: String) -> String { [name, name, "\"\(name)\"", "'\(name)'"][next(4)] }

  private mutating func block(_ id: String, _ entries: [(String, String)]) -> String {
    let indent = String(repeating: " ", count: 3 + next(4))
    var text = "  \(key(id)):\(next(4) == 0 ? "  # c" : "")\n"
    for (name, value) in entries {
      if next(5) == 0 { text += "\(indent)# about\n" }
      let written = value == "[block]" ? "\([">-", "|", ">"][next(3)])\n\(indent)  one: two\n\(indent)  ñ # three" : value
      text +=
        "\(indent)\(key(name)):\(written.isEmpty ? "" : " ")\(written)\(value == "[block]" || next(3) > 0 ? "" : "\t # c")\n"
    }
    return text
  }

  private mutating func flow(_ id: String, _ entries: [(String, String)]) -> String {
    let separator = next(3) == 0 ? ",\n      " : next(2) == 0 ? ", " : " , "
    let parts = entries.map { name, value in "\(key(name)): \(value == "[block]" ? "\"a, {b}\"" : value)" }
    let end = ["", " ", ",", "\n    "][next(4)]
    return "  \(key(id)): {\(parts.joined(separator: separator))\(end)}\(next(3) == 0 ? " # c" : "")\n"
  }
}
