import EvidenceFiles
import Foundation
import Glibc
import Questionnaire
import Testing

@Suite struct ReadingTests {
  @Test func sizeDecidesBeforeReading() async throws {
    let scratch = try Scratch()
    try scratch.writeSparse("huge.pdf", bytes: 10 << 30)
    let expected = DocumentFile(faults: [.tooLarge(size: 10 << 30, limit: 100 << 20)], size: 10 << 30)
    #expect(await scratch.inspect("huge.pdf") == expected)
    try scratch.write("empty.pdf", [])
    let sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(await scratch.inspect("empty.pdf") == DocumentFile(faults: [.empty], size: 0, sha256: sha256))
    var limits = InspectionLimits()
    limits.fileBytes = 3
    try scratch.write("three.txt", "abc".utf8)
    try scratch.write("four.txt", "abcd".utf8)
    #expect(await scratch.inspect("three.txt", limits: limits)?.faults == [])
    #expect(await scratch.inspect("four.txt", limits: limits)?.faults == [.tooLarge(size: 4, limit: 3)])
  }

  /// The file is written to as soon as the first block is read, by the report of that.
  @Test(arguments: [true, false]) func changeWhileReadingIsSeen(grows: Bool) async throws {
    let scratch = try Scratch()
    try scratch.writeSparse("a.jpg", bytes: 20 << 20)
    let path = scratch.path("a.jpg")
    let found = await EvidenceInspector(folder: scratch.folder.path).inspect(["a.jpg"]) { _ in
      #expect(truncate(path, grows ? 21 << 20 : 9 << 20) == 0)
    }
    #expect(found["a.jpg"] == DocumentFile(faults: [.changed], size: 20 << 20))
  }

  /// A file of another length is not needed: the time of the change tells.
  @Test func rewritingIsSeen() async throws {
    let scratch = try Scratch()
    try scratch.writeSparse("a.jpg", bytes: 20 << 20)
    let path = scratch.path("a.jpg")
    let found = await EvidenceInspector(folder: scratch.folder.path).inspect(["a.jpg"]) { _ in
      let file = open(path, O_WRONLY)
      #expect(pwrite(file, "x", 1, 0) == 1)
      close(file)
    }
    #expect(found["a.jpg"]?.faults == [.changed] && found["a.jpg"]?.sha256 == nil)
  }

  @Test(
    arguments: [
      ("a.txt", [0x61, 0x00], false), ("a.txt", [0x61, 0x1B], false), ("a.txt", [0xFF, 0xFE, 0x00, 0x00], false),
      ("a.txt", [0xE9], true), ("a.txt", [0x61, 0x09, 0x0C, 0x0D, 0x0A], true), ("a.csv", [0x0A, 0x2C, 0x0A], false),
      ("a.csv", Array("a,\"b".utf8), false), ("a.csv", Array("a,\"b\"\"\"\n5\" pipe,c".utf8), true),
      ("a.csv", Array("\"a\nb\",c".utf8), true), ("a.txt", Array("é…".utf8.dropLast()), false),
      ("a.txt", [0xFF, 0xFE, 0x61], false), ("a.txt", [0xFF, 0xFE, 0x3D, 0xD8], false),
      ("a.csv", [0xEF, 0xBB, 0xBF, 0x61], true),
    ] as [(String, [UInt8], Bool)])
  func textIsWhatPeopleCanRead(_ name: String, _ bytes: [UInt8], isWhole: Bool) async throws {
    #expect(try await inspect(bytes, as: name)?.faults.isEmpty == isWhole)
  }
}
