import EvidenceFiles
import Foundation
import Questionnaire
import Testing

/// PDFs that are made to harm, and the bounds of qpdf.
@Suite struct PDFTests {
  @Test(arguments: [
    "", "0", "-1", "9223372036854775807", "9223372036854775808", "99999999999999999999999", "1 0 obj", "4",
  ])
  func offsetThatLeadsNowhere(_ offset: String) async throws {
    let bytes = Array("%PDF-1.4\n1 0 obj\n<< /A 1 >>\nendobj\nstartxref\n\(offset)\n%%EOF\n".utf8)
    let found = try await inspect(bytes, as: "a.pdf")
    #expect(found?.faults == [.damaged] || found?.faults == [.truncated])
  }

  @Test(
    arguments: [
      ("<< /Root 1 0 R >>", []), ("<< /Encrypt 2 0 R >>", [.encrypted]), ("<< /#45ncrypt 2 0 R >>", [.encrypted]),
      ("<</Encrypt<</V 1>>>>", [.encrypted]), ("<< /A (/Encrypt \\) >>) >>", []), ("<< /A << /Encrypt 1 >> >>", []),
      ("<< /A <2F456E> % /Encrypt\n/B [(a(b)c)] >>", []), ("<< /A (", [.damaged]), ("<< /A <", [.damaged]),
      ("<< /A (\\", [.damaged]),
      ("<<", [.damaged]), ("[]", [.damaged]), ("<< /A#4", [.damaged]), ("<< /#", [.damaged]),
    ] as [(String, [DocumentFile.Fault])])
  func trailerIsReadAsADictionary(_ trailer: String, _ faults: [DocumentFile.Fault]) async throws {
    let bytes = Array("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n\(trailer)\nstartxref\n9\n%%EOF\n".utf8)
    // What stands behind a dictionary that does not end belongs to it.
    #expect(try await inspect(bytes, as: "a.pdf")?.faults == faults)
  }

  @Test func longTableIsSearched() async throws {
    let entry = "0000000000 65535 f \n"
    for count in 3270..<3285 {
      let table = "xref\n0 \(count)\n" + String(repeating: entry, count: count) + "trailer\n<< /Encrypt 1 0 R >>\n"
      let found = try await inspect(Array("%PDF-1.4\n\(table)startxref\n9\n%%EOF\n".utf8), as: "a.pdf")
      #expect(found?.faults == [.encrypted], "\(count)")
    }
  }

  /// The first page of the tree is the tree.
  @Test func pagesInALoopHaveNoNumber() async throws {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 9 /Kids [3 0 R] >>",
      "<< /Type /Pages /Parent 2 0 R /Count 9 /Kids [2 0 R] >>",
    ]
    let found = try await inspect(pdf(objects.map { Array($0.utf8) }), as: "a.pdf", pageCounter: .installed)
    #expect(found?.faults == [] && found?.pages == .unknown(.failed))
  }

  /// The number that a PDF claims is not taken without the pages.
  @Test(arguments: [0, 1, 2, 9]) func claimedNumberOfPagesIsChecked(_ claimed: Int) async throws {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count \(claimed) /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << >> >>",
    ]
    let found = try await inspect(pdf(objects.map { Array($0.utf8) }), as: "a.pdf", pageCounter: .installed)
    #expect(found?.pages == (claimed == 1 ? .counted(1) : .unknown(.failed)))
  }

  /// Its objects stand in a stream that unpacks to two gigabytes.
  @Test func endlessStreamIsStopped() async throws {
    var limits = InspectionLimits()
    (limits.pdfSeconds, limits.pdfBytes) = (2, 256 << 20)
    let found = try await inspect(bomb(), as: "a.pdf", limits: limits, pageCounter: .installed)
    #expect(found?.faults == [])
    #expect([.unknown(.limit), .unknown(.failed)].contains(found?.pages))
  }

  /// In place of qpdf a program that waits, and one that computes.
  @Test(arguments: ["exec sleep 1000", "while :; do :; done", "trap '' TERM INT; exec sleep 1000"])
  func programThatDoesNotEndIsEnded(_ script: String) async throws {
    let scratch = try Scratch()
    let tool = try program(script, in: scratch)
    try scratch.write("a.pdf", fixture("latex-3.pdf"))
    var limits = InspectionLimits()
    limits.pdfSeconds = 1
    #expect(await scratch.inspect("a.pdf", limits: limits, pageCounter: tool)?.pages == .unknown(.limit))
  }

  @Test(
    arguments: [
      ("list 7 7", .counted(7)), ("list 7 7; exit 3", .counted(7)), ("list 7 7; exit 2", .unknown(.failed)),
      ("list -7 7", .unknown(.failed)), ("list 7 6", .unknown(.failed)), ("exec yes", .unknown(.failed)),
      ("kill -9 $$", .unknown(.limit)),
      ("list 99999999999999999999 1", .unknown(.failed)), ("kill -11 $$", .unknown(.failed)), ("exit 3", .unknown(.failed)),
      ("env | grep -q HOME || list 5 5", .counted(5)),
    ] as [(String, DocumentFile.Pages)])
  func answerOfTheProgramCounts(_ script: String, _ pages: DocumentFile.Pages) async throws {
    let scratch = try Scratch()
    let tool = try program(script, in: scratch)
    try scratch.write("a.pdf", fixture("latex-3.pdf"))
    #expect(await scratch.inspect("a.pdf", pageCounter: tool)?.pages == pages)
  }

  private func program(_ script: String, in scratch: Scratch) throws -> PageCounter {
    // Writes as qpdf does: a number, then a line for each page.
    let list = "list() { echo $1; page=0; while [ $page -lt $2 ]; do page=$((page + 1)); echo \"page $page: 3 0 R\"; done; }"
    try scratch.write("qpdf", "#!/bin/sh\n\(list)\n\(script)\n".utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.path("qpdf"))
    return PageCounter(path: scratch.path("qpdf"))
  }

  /// The catalogue is the first object of the stream, so that it must be unpacked.
  private func bomb() throws -> [UInt8] {
    let start =
      Array("1 0 2 40 << /Type /Catalog /Pages 2 0 R >>".utf8.prefix(8)) + Array("<< /Type /Catalog /Pages 2 0 R >>".utf8)
    var builder = ArchiveBuilder()
    builder.add("a", start + [UInt8](repeating: 0x20, count: (1 << 20) - start.count), repeats: 2047)
    let header: [UInt8] = [0x78, 0xDA]
    // The part's packed bytes, behind the 31 bytes of its head, make a stream when a header is put before them.
    let stream = header + builder.bytes.dropFirst(31)
    let head = Array("<< /Type /ObjStm /N 2 /First 8 /Filter /FlateDecode /Length \(stream.count) >>\nstream\n".utf8)
    return pdf([head + stream + Array("\nendstream".utf8)], streamed: true)
  }

  /// A file of these objects; where they are `streamed`, objects 1 and 2 stand in object 3, as a cross-reference stream says.
  private func pdf(_ objects: [[UInt8]], streamed: Bool = false) -> [UInt8] {
    var bytes = Array("%PDF-1.5\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(bytes.count)
      bytes += Array("\(streamed ? 3 : index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    bytes += streamed ? streamedTable(offsets[0], at: start) : table(offsets)
    return bytes + Array("startxref\n\(start)\n%%EOF\n".utf8)
  }

  private func table(_ offsets: [Int]) -> [UInt8] {
    let lines = offsets.map { String(format: "%010d 00000 n \n", $0) }.joined()
    let size = offsets.count + 1
    return Array("xref\n0 \(size)\n0000000000 65535 f \n\(lines)trailer\n<< /Size \(size) /Root 1 0 R >>\n".utf8)
  }

  private func streamedTable(_ offset: Int, at start: Int) -> [UInt8] {
    let rows = [(0, 0, 0), (2, 3, 0), (2, 3, 1), (1, offset, 0), (1, start, 0)]
    let hex = rows.map { String(format: "%02x%08x%02x", $0.0, $0.1, $0.2) }.joined() + ">"
    let dictionary = "<< /Type /XRef /Size 5 /W [1 4 1] /Root 1 0 R /Filter /ASCIIHexDecode /Length \(hex.count) >>"
    return Array("4 0 obj\n\(dictionary)\nstream\n\(hex)\nendstream\nendobj\n".utf8)
  }
}
