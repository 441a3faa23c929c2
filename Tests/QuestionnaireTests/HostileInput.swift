import Documents
import Foundation
import Questionnaire
import RulesEngine
import Testing

/// Whatever a file holds, it is read, judged and drafted, and what is wrong with it is told.
@Suite struct HostileInput {
  @Test(arguments: ["mexico", "peru"], 0..<4) func mutatedReplies(_ country: String, _ seed: Int) throws {
    let pack = try #require(Packs.mem)
    let original = try Data(contentsOf: package.appending(path: "examples/mem-2022/\(country).yaml"))
    var mutator = Mutator(seed: UInt64(seed * 2 + country.count))
    for _ in 0..<40 {
      let source = SourceFile(name: "reply.yaml", bytes: mutator.mutate(Array(original)))
      let document = Document.parse(source)
      guard let judgement = Judgement(document, pack: pack, options: JudgementOptions(language: "es")) else {
        #expect(document.issues.contains { $0.severity == .error })
        continue
      }
      if document.isBroken { #expect(judgement.issues.contains { $0.severity == .error }) }
      #expect(judgement.issues.allSatisfy { $0.location.range.line >= 1 && $0.location.range.column >= 1 })
      #expect(judgement.draft().count == pack.questionnaire.sections.count)
      let words = try catalogue("es")
      #expect(!CheckText(catalogue: words, paint: Paint(isOn: false), showsAll: true).report(judgement).isEmpty)
    }
  }

  /// A register and citations as long as a file may have them: what is looked up is never searched for one by one.
  @Test(.timeLimit(.minutes(2))) func endlessRegisters() throws {
    let head = "kinds: {law: Law}\nproofs: {law: {kinds: [law], in_force: period.to}}\nmax_claims: 1\n"
    let questions = """
      first: {ask: First?, details: list, evidence: {kinds: [law], each: yes}}
      grid: {ask: G, type: table, columns: {name: {ask: N, type: text}, seen: {ask: S, evidence: law}}}
      """
    let pack = try #require(SmallPack.questions(questions, head: head))
    let count = 4000
    let entries = (0..<count).map { "{value: A, evidence: lew-\($0)}" }.joined(separator: ", ")
    let rows = (0..<count).map { "{name: N\($0), seen: yes}" }.joined(separator: ", ")
    let ids = (0..<count).map { "law-\($0)" }
    let register = ids.map { "  \($0): {title: Law No. 3, kind: law, file: e/\($0).pdf}" }.joined(separator: "\n")
    let judgement = try pack.judged(
      "first: yes\nfirst_details: [\(entries)]\ngrid: {value: [\(rows)], evidence: [\(ids.joined(separator: ", "))]}",
      rest: "evidence:\n\(register)\n")
    #expect(judgement.told.count { $0 == "evidence/unknown" } == count)
    #expect(judgement.told.count { $0 == "evidence/too-many-citations" } == 1)
    #expect(judgement.told.count { $0 == "evidence/undated" } == 200)
    #expect(!judgement.draft().isEmpty)
  }

  /// A pack that was damaged loads with its faults told, and judges without harm what it can.
  @Test(arguments: 0..<4) func mutatedPacks(_ seed: Int) throws {
    let folder = package.appending(path: "Rules/mem-2022")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()
    let files = try names.map { try read(folder.appending(path: $0), name: $0) }
    let reply = try read(package.appending(path: "examples/mem-2022/peru.yaml"), name: "peru.yaml")
    var mutator = Mutator(seed: UInt64(seed + 77))
    for round in 0..<6 {
      var damaged = files
      let at = (round * 5 + seed) % files.count
      damaged[at] = SourceFile(name: files[at].name, bytes: mutator.mutate(files[at].bytes))
      let loader = PackLoader([PackSource(folder: "mem-2022", files: damaged, digest: "")])
      guard let pack = loader.load("mem-2022") else { continue }
      _ = pack.lint()
      _ = CaseRunner(pack).run()
      _ = judge(reply, by: pack)?.draft()
    }
  }
}

/// Damages text in the ways that editors, copying and malice do. The same seed does the same.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(bound, 1)))
  }

  private static let pieces: [String] = [
    "\t", "{", "}", "[", "]", "\"", "'", ": ", "- ", "#", "&a ", "*a", "!x ", "|", ">", "---\n", "...\n", "\r", "\u{0}",
    "\u{FEFF}", "é😀",
    "{missing: not-applicable}", "{missing: declined, justification: x}", "yes", "no", "[]", "{}", "99999999999999999999", "<<: ",
    "? ",
    "{{ x }}", "row", "1e400", "-0.0", "% ", "@", "`",
  ]

  /// One to four damages: bytes flipped, pieces put in, lines dropped, doubled, moved or indented otherwise.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0...next(4) {
      let at = next(lines.count)
      switch next(7) {
      case 0: lines.remove(at: at)
      case 1: lines.insert(lines[at], at: next(lines.count))
      case 2: lines.swapAt(at, next(lines.count))
      case 3: lines[at] = Array(repeating: 32, count: next(9)) + lines[at].drop { $0 == 32 }
      case 4: lines[at].insert(contentsOf: Array(Self.pieces[next(Self.pieces.count)].utf8), at: next(lines[at].count + 1))
      case 5: if !lines[at].isEmpty { lines[at][next(lines[at].count)] = UInt8(next(256)) }
      default: lines[at] = Array(lines[at].prefix(next(lines[at].count + 1)))
      }
      if lines.isEmpty { lines = [[]] }
    }
    return Array(lines.joined(separator: [10]))
  }
}
