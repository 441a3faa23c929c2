import Expressions
import Foundation
import Testing

/// Our own vectors: what is unknown or not applicable, in every construct.
@Suite struct UnknownsTests {
  static let files = (try? FileManager.default.contentsOfDirectory(at: Place.unknowns, includingPropertiesForKeys: nil)) ?? []
  static let names = files.map { $0.deletingPathExtension().lastPathComponent }.sorted()

  private static func suite(_ name: String) throws -> VectorSuite {
    try VectorSuite(contentsOf: Place.unknowns.appending(path: "\(name).json"))
  }

  @Test(arguments: names)
  func suite(_ name: String) throws {
    let results = try Self.suite(name).run()
    for failure in results.failures { Issue.record("\(failure)") }
    #expect(results.counts.passed > 0 && results.counts.skipped == 0)
  }
}
