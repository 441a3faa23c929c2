import EvidenceFiles
import Foundation
import Glibc
import Questionnaire
import Testing

/// What stands at a path, and what is only near it.
@Suite struct OpeningTests {
  private static let text = "A list.\n"

  @Test(arguments: ["/etc/passwd", "../outside.txt", "a/../../outside.txt", "..", "a/.."])
  func pathOutsideOpensNothing(_ path: String) async throws {
    let scratch = try Scratch()
    try scratch.makeFolder("reply/a")
    try scratch.write("outside.txt", Self.text.utf8)
    let found = await EvidenceInspector(folder: scratch.path("reply")).inspect([path])[path]
    #expect(found == DocumentFile(faults: [.leadsOutside]))
  }

  @Test(arguments: ["", "a\0b.txt", String(repeating: "n", count: 300) + ".txt", String(repeating: "d/", count: 3000) + "a.txt"])
  func nameThatCannotBeIsMissing(_ path: String) async throws {
    #expect(await (try Scratch()).inspect(path)?.faults == [.missing(near: nil)])
  }

  @Test func linksCountByWhereTheyLead() async throws {
    let scratch = try Scratch()
    try scratch.makeFolder("reply/proofs")
    try scratch.write("outside.txt", Self.text.utf8)
    try scratch.write("reply/proofs/in.txt", Self.text.utf8)
    let links = [
      "within.txt": "proofs/in.txt", "absolute.txt": scratch.path("reply/proofs/in.txt"), "chain.txt": "within.txt",
      "back.txt": "../reply/proofs/in.txt", "out.txt": "../outside.txt", "outchain.txt": "out.txt", "zero.txt": "/dev/zero",
      "loop.txt": "loop2.txt", "loop2.txt": "loop.txt", "dangling.txt": "nothing.txt", "folder": "..",
    ]
    for (name, target) in links { try scratch.link("reply/" + name, to: target) }
    try scratch.link("reply2", to: "reply")
    let whole: [DocumentFile.Fault] = []
    let expected: [String: [DocumentFile.Fault]] = [
      "within.txt": whole, "absolute.txt": whole, "chain.txt": whole, "back.txt": whole, "proofs//./in.txt": whole,
      "out.txt": [.leadsOutside], "outchain.txt": [.leadsOutside], "zero.txt": [.leadsOutside],
      "folder/outside.txt": [.leadsOutside], "folder/nothing.txt": [.missing(near: nil)],
      "loop.txt": [.linkLoop], "dangling.txt": [.missing(near: nil)],
    ]
    for folder in ["reply", "reply2", "reply/"] {
      let found = await EvidenceInspector(folder: scratch.path(folder)).inspect(Array(expected.keys))
      #expect(found.mapValues(\.faults) == expected, "\(folder)")
    }
  }

  @Test func folderWithALongerNameIsOutside() async throws {
    let scratch = try Scratch()
    try scratch.makeFolder("reply")
    try scratch.makeFolder("reply-of-others")
    try scratch.write("reply-of-others/a.txt", Self.text.utf8)
    try scratch.link("reply/a.txt", to: "../reply-of-others/a.txt")
    let found = await EvidenceInspector(folder: scratch.path("reply")).inspect(["a.txt"])
    #expect(found["a.txt"]?.faults == [.leadsOutside])
  }

  @Test func specialFilesAreNotOpened() async throws {
    let scratch = try Scratch()
    try scratch.makeFolder("folder.pdf")
    #expect(mkfifo(scratch.path("pipe.pdf"), 0o600) == 0)
    let listener = try listen(at: scratch.path("socket.pdf"))
    defer { close(listener) }
    #expect(await scratch.inspect("folder.pdf")?.faults == [.special(.folder)])
    #expect(await scratch.inspect("pipe.pdf")?.faults == [.special(.pipe)])
    #expect(await scratch.inspect("socket.pdf")?.faults == [.special(.socket)])
    #expect(await scratch.inspect("pipe.pdf/a.pdf")?.faults == [.missing(near: nil)])
    // Only the superuser may make a device.
    if mknod(scratch.path("zero.pdf"), S_IFCHR | 0o600, 0x0105) == 0 {
      #expect(await scratch.inspect("zero.pdf")?.faults == [.special(.device)])
    }
  }

  /// A socket that stands in the file system as long as the descriptor is open.
  private func listen(at path: String) throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
      guard path.utf8.count < room.count else { return false }
      room.copyBytes(from: path.utf8)
      return true
    }
    try #require(fits)
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(status == 0)
    return descriptor
  }

  @Test(arguments: ["new\nline.txt", "bell\u{7}.txt", "right\u{202E}txt.left.txt", "😀.txt", " .txt", "-rf.txt", "$(id);'\".txt"])
  func anyNameIsOnlyAName(_ name: String) async throws {
    let scratch = try Scratch()
    try scratch.write(name, Self.text.utf8)
    #expect(await scratch.inspect(name)?.faults == [])
    let pdf = name + ".pdf"
    try scratch.write(pdf, try fixture("latex-3.pdf"))
    #expect(await scratch.inspect(pdf, pageCounter: .installed)?.pages == .counted(3))
  }

  @Test(arguments: [
    ("Programme.pdf", "programme.PDF"), ("cafe\u{301}.pdf", "caf\u{E9}.pdf"), ("programe.pdf", "programme.pdf"),
    ("proofs/plan-2.txt", "plan_2.txt"),
  ])
  func nearNameIsFound(_ path: String, _ near: String) async throws {
    let scratch = try Scratch()
    try scratch.makeFolder("proofs")
    for name in ["programme.PDF", "caf\u{E9}.pdf", "proofs/plan_2.txt", "unlike.txt"] {
      try scratch.write(name == "programme.PDF" && near != name ? "programme.pdf" : name, Self.text.utf8)
    }
    guard case .missing(let found?) = await scratch.inspect(path)?.faults.first else {
      Issue.record("no near name")
      return
    }
    #expect(found.unicodeScalars.elementsEqual(near.unicodeScalars))
  }

  @Test func namesThatAreNoTextAreNotOffered() async throws {
    let scratch = try Scratch()
    let name = Array(scratch.path("").utf8).map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xFF), 0x61, 0]
    close(creat(name, 0o600))
    #expect(await scratch.inspect("\u{FFFD}a")?.faults == [.missing(near: nil)])
  }

  @Test func nothingIsNearInALargeFolder() async throws {
    let scratch = try Scratch()
    for number in 0..<6000 { close(creat(scratch.path("\(number)-proof.txt"), 0o600)) }
    guard case .missing = await scratch.inspect("6000-proof.txt")?.faults.first else {
      Issue.record("found")
      return
    }
  }

  @Test func missingFolderIsAnAnswerForEachFile() async throws {
    let found = await EvidenceInspector(folder: "/nowhere/at/all").inspect(["a.txt", "b.txt", "a.txt"])
    #expect(
      found == ["a.txt": DocumentFile(faults: [.missing(near: nil)]), "b.txt": DocumentFile(faults: [.missing(near: nil)])])
  }

  /// Both spellings are one key of the answer: the file with a fault must not hide behind the other.
  @Test func spellingsOfOneNameShareTheFault() async throws {
    let scratch = try Scratch()
    try scratch.write("caf\u{E9}.txt", Self.text.utf8)
    try scratch.write("cafe\u{301}.txt", [])
    let found = await EvidenceInspector(folder: scratch.folder.path).inspect(["caf\u{E9}.txt", "cafe\u{301}.txt"])
    #expect(found.count == 1 && found.values.first?.faults == [.empty])
  }
}
