import Crypto
import EvidenceFiles
import Foundation
import Questionnaire
import Testing

@Suite struct FixtureTests {
  @Test(arguments: FixtureFile.whole + FixtureFile.faulty) func isJudgedAsItsMakerKnows(_ file: FixtureFile) async throws {
    let found = await EvidenceInspector(folder: fixtures.path, pageCounter: .installed).inspect([file.name])[file.name]
    let bytes = try fixture(file.name)
    #expect(found?.faults == (file.fault.map { [$0] } ?? []))
    #expect(found?.pages == file.pages.map { .counted($0) } ?? DocumentFile.Pages.none)
    #expect(found?.size == Int64(bytes.count))
    #expect(found?.sha256 == SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined())
  }

  @Test func everyFixtureIsExpected() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: fixtures.path)
    let files = Set(names.filter { !$0.hasPrefix("make.") && !["writer.doc", "writer-3.odt"].contains($0) })
    #expect(files == Set((FixtureFile.whole + FixtureFile.faulty).map(\.name)))
  }

  /// Each whole file under the name of each other form.
  @Test(arguments: [
    "writer-3.pdf", "writer.docx", "calc.xlsx", "writer-3.odt", "plain.png", "plain.jpg", "plain.txt", "table.csv",
  ])
  func otherFormIsNamed(_ name: String) async throws {
    let bytes = try fixture(name)
    let own = try #require(DocumentFormat(fileName: name))
    for format in DocumentFormat.allCases where format != own {
      let found = try await inspect(bytes, as: "file.\(format.rawValue)")
      // A table is a text, and a text a table of one column.
      let passes = [own, format].allSatisfy { [.txt, .csv].contains($0) }
      #expect(found?.faults == (passes ? [] : [.otherFormat(expected: format, found: own)]), "\(format)")
    }
  }

  @Test(arguments: ["file.docx", "file.odt", "file.pdf", "file.txt"]) func oldDocumentIsNone(_ name: String) async throws {
    let format = try #require(DocumentFormat(fileName: name))
    let found = try await inspect(fixture("writer.doc"), as: name)
    #expect(found?.faults == [.otherFormat(expected: format, found: nil)])
  }

  @Test func pagesNeedTheTool() async throws {
    let bytes = try fixture("writer-3.pdf")
    #expect(try await inspect(bytes, as: "a.pdf")?.pages == .unknown(.noTool))
    #expect(try await inspect(bytes, as: "a.pdf", pageCounter: PageCounter(path: "/nowhere/qpdf"))?.pages == .unknown(.noTool))
    #expect(try await inspect(bytes, as: "a.pdf", pageCounter: PageCounter(path: "/bin/false"))?.pages == .unknown(.failed))
    #expect(try await inspect(bytes, as: "a.pdf", pageCounter: PageCounter(path: "/bin/echo"))?.pages == .unknown(.failed))
  }

  @Test func progressEndsWithEverything() async throws {
    let names = FixtureFile.whole.map(\.name) + ["missing.pdf"]
    let seen = Seen()
    let found = await EvidenceInspector(folder: fixtures.path, pageCounter: .none).inspect(names) { seen.add($0) }
    #expect(Set(found.keys) == Set(names))
    let last = try #require(seen.all.last)
    #expect(last.filesDone == names.count && last.files == names.count)
    #expect(last.bytesDone == last.bytes && last.bytes > 0)
    #expect(zip(seen.all, seen.all.dropFirst()).allSatisfy { $0.bytesDone <= $1.bytesDone && $0.filesDone <= $1.filesDone })
  }
}

private final class Seen: @unchecked Sendable {
  private let lock = NSLock()
  private var kept: [InspectionProgress] = []

  var all: [InspectionProgress] { lock.withLock { kept } }

  func add(_ progress: InspectionProgress) { lock.withLock { kept.append(progress) } }
}
