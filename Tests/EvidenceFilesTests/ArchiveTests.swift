import EvidenceFiles
import Questionnaire
import Testing

/// Archives that are made to harm.
@Suite struct ArchiveTests {
  private static let zeros = [UInt8](repeating: 0, count: 1 << 20)

  private func faults(_ bytes: [UInt8], limit: Int64 = 8 << 20) async throws -> [DocumentFile.Fault]? {
    var limits = InspectionLimits()
    limits.expandedBytes = limit
    return try await inspect(bytes, as: "a.docx", limits: limits)?.faults
  }

  @Test func smallestDocumentIsWhole() async throws {
    #expect(try await faults(ArchiveBuilder.document()) == [])
    #expect(try await faults(ArchiveBuilder.document { $0.add("../../etc/passwd", [0x61]) }) == [])
    #expect(try await faults(ArchiveBuilder.document { $0.add("word\\media.bin", Self.zeros, repeats: 7) }) == [])
  }

  @Test func unpackedSizeIsBounded() async throws {
    let bomb = ArchiveBuilder.document { $0.add("word/media.bin", Self.zeros, repeats: 64) }
    #expect(bomb.count < 1 << 17)
    #expect(try await faults(bomb) == [.expands(limit: 8 << 20)])
    let many = ArchiveBuilder.document { for part in 0..<9 { $0.add("word/\(part).bin", Self.zeros) } }
    #expect(try await faults(many) == [.expands(limit: 8 << 20)])
    #expect(try await faults(many, limit: 10 << 20) == [])
    #expect(try await faults(many, limit: 0) == [.expands(limit: 0)])
    #expect(try await faults(many, limit: -1) == [.expands(limit: -1)])
  }

  /// One packed part under many names.
  @Test func overlappingPartsCountEach() async throws {
    var part = ArchiveBuilder()
    part.add("[Content_Types].xml", Self.zeros)
    var builder = part
    builder.add("word/document.xml", Array("<a/>".utf8))
    for number in 0..<500 { builder.addOverlap("word/\(number).bin", of: part) }
    // The name before the packed bytes is not the one in the directory: which is refused first does not matter.
    let found = try await faults(builder.finished())
    #expect(found == [.expands(limit: 8 << 20)] || found == [.damaged])
  }

  @Test func overlappingPartsOfOneName() async throws {
    var part = ArchiveBuilder()
    part.add("word/document.xml", Array("<a/>".utf8) + Self.zeros)
    var builder = part
    builder.add("[Content_Types].xml", Array("<a/>".utf8))
    for _ in 0..<500 { builder.addOverlap("word/document.xml", of: part) }
    #expect(try await faults(builder.finished()) == [.expands(limit: 8 << 20)])
  }

  @Test(arguments: [0, 1, 1 << 19, (1 << 20) + 1, 7 << 20] as [UInt32])
  func declaredSizeThatLiesIsDamage(_ declared: UInt32) async throws {
    let bytes = ArchiveBuilder.document { $0.add("word/media.bin", Self.zeros, declared: declared) }
    #expect(try await faults(bytes) == [.damaged])
    let bomb = ArchiveBuilder.document { $0.add("word/media.bin", Self.zeros, repeats: 64, declared: declared) }
    #expect(try await faults(bomb) == [.damaged])
  }

  @Test func declaredSizeMayStopEarly() async throws {
    let bytes = ArchiveBuilder.document { $0.add("word/media.bin", [0x61], declared: .max) }
    #expect(try await faults(bytes) == [.expands(limit: 8 << 20)])
  }

  @Test(arguments: [(1000, true), (16_383, true), (16_384, false)]) func partsAreBounded(_ count: Int, isWhole: Bool) async throws
  {
    var part = ArchiveBuilder()
    part.add("word/document.xml", Array("<a/>".utf8))
    var builder = part
    builder.add("[Content_Types].xml", Array("<a/>".utf8))
    for _ in 2..<count { builder.addOverlap("word/document.xml", of: part) }
    let found = try await faults(builder.finished())
    #expect(found == (isWhole ? [] : [.damaged]))
  }

  @Test func mainPartIsXML() async throws {
    #expect(try await faults(ArchiveBuilder.document(main: Array("{}".utf8))) == [.damaged])
    #expect(try await faults(ArchiveBuilder.document(main: [])) == [.damaged])
    #expect(try await faults(ArchiveBuilder.document(main: [0xFF, 0xFE, 0x3C, 0x00])) == [])
  }

  @Test func encryptedPartIsTold() async throws {
    #expect(try await faults(ArchiveBuilder.document(flags: 1)) == [.encrypted])
  }

  @Test func archiveThatIsNoDocumentIsNone() async throws {
    var builder = ArchiveBuilder()
    builder.add("list.txt", [0x61])
    #expect(try await faults(builder.finished()) == [.otherFormat(expected: .docx, found: nil)])
    #expect(try await faults(ArchiveBuilder().finished()) == [.otherFormat(expected: .docx, found: nil)])
    #expect(try await faults(Array("PK\u{3}\u{4}".utf8)) == [.truncated])
  }
}
