import Expressions
import Foundation
import Testing

/// Our own vectors: what is unknown or not applicable, in every construct.
@Suite struct UnknownsTests {
  private static let files =
    (try? FileManager.default.contentsOfDirectory(at: Place.unknowns, includingPropertiesForKeys: nil)) ?? []
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

  /// Macros by name and number of arguments.
  private static let macros = [
    "has 1", "all 2", "all 3", "exists 2", "exists 3", "exists_one 2", "existsOne 2", "existsOne 3", "filter 2", "map 2", "map 3",
    "sortBy 2", "transformList 3", "transformList 4", "transformMap 3", "transformMap 4", "transformMapEntry 3",
    "transformMapEntry 4", "optMap 2", "optFlatMap 2", "cel.bind 3", "cel.block 2", "math.greatest 1", "math.greatest 2",
    "math.least 1", "math.least 2",
  ]
  /// What has no name, `#` being the unknown.
  private static let constructs = [
    "#.a", "has(#.a)", "#[0]", "][#]", "#.?a", "#[?", "[?#]", "# ? 1 : 2", "true ? # :", "false ? u : #", "[#]", "[?#,", "{_: #}",
    "{_: #,", "{#: 1}", "{?_: #}", "{?#: ", "-#", "!#",
  ]
  private static let functions = Environment.standard.overloads.filter { function in
    function.overloads.contains { !$0.parameters.isEmpty }
  }.map { $0.name.replacing("@", with: "") }

  /// Every operator, function, macro and construct stands in a vector with an unknown in it.
  @Test func isComplete() throws {
    let vectors = try Self.names.flatMap { try Self.suite($0).vectors }
    let calls = Self.functions.filter { $0.first?.isLetter ?? false && $0 != "in" }
    let names = Set(calls + Self.macros.map { String($0.prefix { $0 != " " }) })
    var called: Set<String> = []
    var texts: Set<String> = []
    for vector in vectors {
      let text = String(CallText.blanked(vector.expression)).replacing(/_+/, with: "_")
      for unknown in vector.unknownNames {
        texts.insert(text.replacing(try Regex("\\b\(unknown)\\b").wordBoundaryKind(.simple), with: "#"))
        for call in CallText.all(in: vector.expression, names: names) where call.mentions(unknown) {
          called.formUnion([call.name, "\(call.name) \(call.count)"])
        }
      }
    }
    let operators = Self.functions.filter { !names.contains($0) && $0 != "-x" && $0 != "!" } + ["==", "!=", "&&", "||"]
    let missingTexts = Self.constructs.filter { construct in !texts.contains { $0.contains(construct) } }
    let missingOperators = operators.filter { symbol in
      !texts.contains { $0.contains("# \(symbol) ") } || !texts.contains { $0.contains(" \(symbol) #") }
    }
    #expect(Set(calls + Self.macros).subtracting(called).sorted() + missingOperators + missingTexts == [])
  }
}
