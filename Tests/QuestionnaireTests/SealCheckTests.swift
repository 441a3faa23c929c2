import Documents
import Questionnaire
import RulesEngine
import Testing

/// Whatever is changed in a sealed reply or its documents is noticed; what a manifest holds is read as it was written.
@Suite struct SealCheckTests {
  private static let reply = """
    reply: small
    version: 1.0.0
    respondent: PER
    status: complete
    answers: {one: {first: {value: yes, evidence: [law, act]}}}
    evidence:
      law: {title: Law, kind: law, file: law.txt}
      act: {title: Act, file: act.txt}
      map: {title: Map, file: map.csv}

    """
  private static let documents = ["law.txt": "the law", "act.txt": "an act\n", "map.csv": "a;b"]

  // A stand-in for SHA-256 that is enough here: one byte that differs always gives another value.
  private static func digest(_ bytes: [UInt8]) -> String {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 64 - digits.count) + digits
  }

  private static func files(_ contents: [String: [UInt8]]) -> [String: DocumentFile] {
    contents.mapValues { DocumentFile(size: Int64($0.count), sha256: digest($0)) }
  }

  private let pack: Pack
  private let contents = Self.documents.mapValues { Array($0.utf8) }

  init() throws { pack = try #require(SmallPack.questions("first: {ask: Q, evidence: {}}")) }

  private func seal(_ bytes: [UInt8], _ contents: [String: [UInt8]]) -> (Seal, [String: DocumentFile])? {
    let files = Self.files(contents)
    let document = Document.parse(SourceFile(name: "in/r.yaml", bytes: bytes))
    guard let judgement = Judgement(document, pack: pack, options: JudgementOptions(evidence: .files(files))) else { return nil }
    return (Seal(judgement, files: files, digest: Self.digest(bytes), asOf: nil, tool: "1"), files)
  }

  private func manifest(_ seal: Seal) throws -> SealManifest {
    try SealManifest.read(SourceFile(name: "r.seal.json", bytes: Array(seal.json.text.utf8))).get()
  }

  private func issues(_ manifest: SealManifest, _ bytes: [UInt8], _ contents: [String: [UInt8]]) -> [Documents.Issue] {
    guard let (now, files) = seal(bytes, contents) else { return SealCheck(manifest, unreadable: Self.digest(bytes)).issues }
    return SealCheck(manifest, now, files: files).issues
  }

  @Test func anyByteOfTheReply() throws {
    let bytes = Array(Self.reply.utf8)
    let manifest = try manifest(try #require(seal(bytes, contents)).0)
    #expect(issues(manifest, bytes, contents).isEmpty)
    var random = SystemRandomNumberGenerator()
    for index in bytes.indices {
      for _ in 0..<2 {
        var changed = bytes
        changed[index] ^= UInt8.random(in: 1...255, using: &random)
        #expect(!issues(manifest, changed, contents).isEmpty, "byte \(index): \(changed[index])")
      }
      var shorter = bytes
      shorter.remove(at: index)
      #expect(!issues(manifest, shorter, contents).isEmpty, "without byte \(index)")
    }
  }

  @Test func anyByteOfADocument() throws {
    let bytes = Array(Self.reply.utf8)
    let manifest = try manifest(try #require(seal(bytes, contents)).0)
    for (name, content) in contents {
      for index in content.indices {
        for flip in [UInt8(1), 0x20, 0x80, 0xFF] {
          var changed = contents
          changed[name]?[index] ^= flip
          #expect(issues(manifest, bytes, changed).map(\.rule) == ["seal/document-changed"], "\(name) \(index)")
        }
      }
      var missing = contents
      missing[name] = nil
      #expect(issues(manifest, bytes, missing).map(\.rule) == ["seal/document-missing"])
    }
  }

  @Test func oneFileOfTwoDocumentsIsToldOnce() throws {
    let bytes = Array(Self.reply.replacing("file: map.csv", with: "file: act.txt").utf8)
    let manifest = try manifest(try #require(seal(bytes, contents)).0)
    var changed = contents
    changed["act.txt"] = [1]
    #expect(issues(manifest, bytes, changed).map(\.path) == ["documents[1].sha256"])
  }

  @Test func eachIssueStandsAtItsValue() throws {
    let bytes = Array(Self.reply.utf8)
    let manifest = try manifest(try #require(seal(bytes, contents)).0)
    var changed = contents
    changed["act.txt"] = [1]
    let issue = try #require(issues(manifest, bytes, changed).first)
    let line = manifest.source.line(issue.location.range.line)
    #expect(line.contains(Self.digest(Self.documents["act.txt"].map { Array($0.utf8) } ?? [])))
    #expect(issue.path == "documents[1].sha256")
  }

  /// A manifest gives back what was sealed, whatever the names are made of.
  @Test func manifestsAreReadAsWritten() throws {
    let names = ["a\"b\\c", "ñandú", "\u{85}\u{2028}\u{FEFF}", "😀", "\t\n\r", ": #{[*&", "", "null"]
    let bytes = Array(Self.reply.utf8)
    var seal = try #require(self.seal(bytes, contents)).0
    seal.asOf = "2024-01-02"
    seal.reply.respondent = names[2]
    seal.pack.version = names[5]
    for (index, name) in names.enumerated() {
      var document = seal.documents[0]
      document.id = name
      document.file = name
      document.url = name
      document.bytes = index * 1_000_000_007
      seal.documents.append(document)
    }
    #expect(try manifest(seal).seal == seal)
  }

  static let damages: [(String, String, String)] = [
    ("\"format\": 1", "\"format\": 9", "format"), ("\"format\": 1,", "", "missing"), ("\"proven\": ", "\"proven\": -", "value"),
    ("\"conforms\": ", "\"conforms\": \"", "form"), ("\"id\": \"law\"", "\"id\": \"act\"", "value"),
    ("\"reply\": {", "\"reply\": {\"more\": 1, ", "unknown"), ("\"file\": \"r.yaml\"", "\"file\": \"../r.yaml\"", "name"),
    ("\"file\": \"r.yaml\"", "\"file\": [\"r.yaml\"]", "value"), ("\"documents\": [", "\"documents\": [1, ", "form"),
    ("\"sha256\": \"", "\"sha256\": \"F", "value"), ("\"format\": 1", "\"format\": 1, \"format\": 1", "form"),
    ("\"bytes\": 7", "\"bytes\": 99999999999999999999", "value"),
    ("\"file\": \"law.txt\",", "", "missing"), ("\"sha256\": \"\(digest(Array("the law".utf8)))\",", "", "missing"),
    ("\"reply\": {", "\"as_of\": \"2024-02-30\", \"reply\": {", "value"),
  ]

  @Test(arguments: damages) func damagedManifests(_ part: String, _ other: String, _ what: String) throws {
    let text = try #require(seal(Array(Self.reply.utf8), contents)).0.json.text
    let range = try #require(text.firstRange(of: part))
    let source = SourceFile(name: "r.seal.json", bytes: Array(text.replacingCharacters(in: range, with: other).utf8))
    let error = #expect(throws: SealError.self) { try SealManifest.read(source).get() }
    #expect(error?.issue.rule == "seal/malformed")
    guard case .catalogue(let id, _)? = error?.issue.message else { return }
    #expect(id == "seal/malformed.\(what)")
  }

  @Test func aDocumentThatWasNotReadKeepsItFromBeingSealed() throws {
    let bytes = Array(Self.reply.utf8)
    let judgement = try #require(judge(SourceFile(name: "r.yaml", bytes: bytes), by: pack))
    var files = Self.files(contents)
    #expect(Seal.unread(judgement.reply, files: files).isEmpty)
    files["act.txt"] = DocumentFile(faults: [.changed], size: 3)
    files["map.csv"] = nil
    #expect(Seal.unread(judgement.reply, files: files).map(\.id) == ["act", "map"])
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
