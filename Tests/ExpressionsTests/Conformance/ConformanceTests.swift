import Foundation
import Testing

/// A suite of the vectors, and how many of its tests must pass.
struct ConformanceSuite: CustomTestStringConvertible {
  let name: String
  let floor: Int
  var testDescription: String { name }

  /// The suites that need no protobuf. A floor is never lowered.
  static let all: [ConformanceSuite] = [
    ConformanceSuite(name: "basic", floor: 43), ConformanceSuite(name: "comparisons", floor: 334),
    ConformanceSuite(name: "conversions", floor: 109), ConformanceSuite(name: "fields", floor: 60),
    ConformanceSuite(name: "fp_math", floor: 30), ConformanceSuite(name: "integer_math", floor: 64),
    ConformanceSuite(name: "lists", floor: 39), ConformanceSuite(name: "logic", floor: 30),
    ConformanceSuite(name: "macros", floor: 44), ConformanceSuite(name: "namespace", floor: 14),
    ConformanceSuite(name: "parse", floor: 193), ConformanceSuite(name: "plumbing", floor: 5),
    ConformanceSuite(name: "string", floor: 51), ConformanceSuite(name: "timestamps", floor: 78),
    ConformanceSuite(name: "type_deduction", floor: 26), ConformanceSuite(name: "bindings_ext", floor: 8),
    ConformanceSuite(name: "block_ext", floor: 25),
    ConformanceSuite(name: "encoders_ext", floor: 4), ConformanceSuite(name: "macros2", floor: 46),
    ConformanceSuite(name: "math_ext", floor: 199), ConformanceSuite(name: "optionals", floor: 59),
    ConformanceSuite(name: "string_ext", floor: 213),
  ]
}

@Suite struct ConformanceTests {
  @Test(.enabled(if: Place.hasVectors, "the vectors are not beside the package"), arguments: ConformanceSuite.all)
  func suite(_ suite: ConformanceSuite) throws {
    let results = try VectorSuite(contentsOf: Place.vectors.appending(path: "\(suite.name).json")).run()
    let (passed, failed, skipped) = results.counts
    for failure in results.failures { Issue.record("\(failure)") }
    print("conformance \(suite.name): \(passed) passed, \(failed) failed, \(skipped) skipped (protobuf)")
    #expect(passed >= suite.floor)
  }
}
