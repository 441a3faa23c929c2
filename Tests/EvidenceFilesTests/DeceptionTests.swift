import EvidenceFiles
import Foundation
import Questionnaire
import Testing

/// Files that hold less than their beginning and end promise, and honest ones that look odd.
@Suite struct DeceptionTests {
  /// Both ends are as they were; what stands between them is gone.
  @Test(arguments: ["latex-12.pdf", "writer-12.pdf", "chromium-12.pdf"])
  func pdfWithoutItsMiddle(_ name: String) async throws {
    var bytes = try fixture(name)
    for index in 600..<(bytes.count * 3 / 4) { bytes[index] = 0 }
    #expect(try await inspect(bytes, as: "a.pdf", pageCounter: .installed)?.faults == [.damaged])
  }

  @Test func pdfWithoutPages() async throws {
    let bytes = pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"])
    #expect(try await inspect(bytes, as: "a.pdf", pageCounter: .installed)?.faults == [.empty])
  }

  /// A word in a comment stands before the trailer that says that the file is encrypted; qpdf reads it right.
  @Test func encryptionBehindAComment() async throws {
    let objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"]
    let key = String(repeating: "00", count: 32)
    let encryption =
      "%trailer<<>>\ntrailer\n<< /Size 3 /Root 1 0 R /ID [<61> <61>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >> >>\n"
    let found = try await inspect(pdf(objects, trailer: encryption), as: "a.pdf", pageCounter: .installed)
    #expect(found?.faults == [.encrypted])
  }

  /// Disks and mail programs fill up what they pass on. Nothing is missing then, but most readers no longer find the end.
  @Test(arguments: [1100, 4096, 100_000], [0x00, 0x0A, 0x20] as [UInt8])
  func fillingBehindAPDF(_ count: Int, _ byte: UInt8) async throws {
    let bytes = try fixture("latex-3.pdf") + [UInt8](repeating: byte, count: count)
    #expect(try await inspect(bytes, as: "a.pdf", pageCounter: .none)?.faults == [])
    #expect(try await inspect(bytes, as: "a.pdf", pageCounter: .installed)?.faults == [.damaged])
  }

  // MARK: - Packages

  @Test(arguments: [
    ("word/document.xml", true), ("word/document2.xml", true), ("word/documentation.xml", false),
    ("word/document.xml.xml", false),
  ])
  func mainPartOfADocument(_ name: String, _ isDocument: Bool) async throws {
    var builder = ArchiveBuilder()
    builder.add("[Content_Types].xml", Array("<Types/>".utf8))
    builder.add(name, Array("<document/>".utf8))
    let faults = try await inspect(builder.finished(), as: "a.docx")?.faults
    #expect(faults == (isDocument ? [] : [.otherFormat(expected: .docx, found: nil)]))
  }

  @Test(
    arguments: [
      ("text", "<manifest:file-entry/>", []), ("text-web", "<manifest:file-entry/>", []), ("text-master", "<x/>", []),
      ("text", "<manifest:file-entry manifest:full-path=\"Pictures/encryption-data.png\"/>", []),
      ("text", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>", [.encrypted]),
      ("textile", "<x/>", [.otherFormat(expected: .odt, found: nil)]),
      ("spreadsheet", "<x/>", [.otherFormat(expected: .odt, found: nil)]),
    ] as [(String, String, [DocumentFile.Fault])])
  func openDocuments(_ type: String, _ manifest: String, _ faults: [DocumentFile.Fault]) async throws {
    var builder = ArchiveBuilder()
    builder.add("mimetype", Array("application/vnd.oasis.opendocument.\(type)".utf8))
    builder.add("content.xml", Array("<office:document-content/>".utf8))
    builder.add("META-INF/manifest.xml", Array(manifest.utf8))
    #expect(try await inspect(builder.finished(), as: "a.odt")?.faults == faults)
  }

  // MARK: - Images and texts

  @Test func imagesWithoutAnImage() async throws {
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xC0, 0, 2, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9]
    #expect(try await inspect(jpeg, as: "a.jpg")?.faults == [.damaged])
    // The size stands behind the signature, a length and a name.
    var png = try fixture("plain.png")
    for index in 16..<20 { png[index] = 0 }
    #expect(try await inspect(png, as: "a.png")?.faults == [.damaged])
  }

  @Test(
    arguments: [
      (" \n\t\r\n", [.empty]), ("text\u{1A}", []), ("te\u{1A}xt", [.otherFormat(expected: .txt, found: nil)]), ("text\n", []),
    ] as [(String, [DocumentFile.Fault])])
  func texts(_ text: String, _ faults: [DocumentFile.Fault]) async throws {
    #expect(try await inspect(Array(text.utf8), as: "a.txt")?.faults == faults)
  }

  private func pdf(_ objects: [String], trailer: String? = nil) -> [UInt8] {
    var text = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      table += String(format: "%010d 00000 n \n", text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let end = trailer ?? "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n"
    return Array("\(text)\(table)\(end)startxref\n\(text.utf8.count)\n%%EOF\n".utf8)
  }
}
