import Foundation
import Testing

/// cel-spec's vectors, and the page that tells of them.
@Suite struct ConformanceTests {
  private static let page = Place.package.appending(path: "Sources/Expressions/Expressions.docc/Conformance.md")
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  private static func table() throws -> ConformanceTable {
    let files = try FileManager.default.contentsOfDirectory(at: Place.vectors, includingPropertiesForKeys: nil)
    return ConformanceTable(try files.filter { $0.pathExtension == "json" }.map { try VectorSuite(contentsOf: $0) })
  }

  @Test(.enabled(if: Place.hasVectors, "the vectors are not beside the package"))
  func vectors() throws {
    let table = try Self.table()
    // `make conformance` looks for these.
    print(table.lines.map { "conformance \($0)" }.joined(separator: "\n"))
    for failure in table.failures { Issue.record("\(failure)") }
    // Never lowered.
    #expect(table.passed.standard >= 1120)
    #expect(table.passed.extensions >= 554)
    let written = try String(contentsOf: Self.page, encoding: .utf8)
    let current = try #require(Self.page(written, with: table.lines))
    if Self.isRecording { try Data(current.utf8).write(to: Self.page) }
    #expect(Self.isRecording || written == current, "the page is out of date: RECORD=1 records it")
  }

  /// The page with the table put in its place; nil when it has no place for it.
  private static func page(_ text: String, with lines: [String]) -> String? {
    guard let start = text.range(of: "<!-- table -->\n"), let end = text.range(of: "<!-- end of table -->") else { return nil }
    return text[..<start.upperBound] + lines.joined(separator: "\n") + "\n" + text[end.lowerBound...]
  }
}
