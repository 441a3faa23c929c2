import Documents
import Foundation
import Questionnaire
import Testing

/// The README tells what checking the examples gives; it is held to it here.
@Suite struct ExampleCounts {
  @Test(arguments: ["mexico", "peru"]) func readmeTellsWhatComesOut(_ country: String) throws {
    let pack = try #require(Packs.mem)
    let file = try read(package.appending(path: "examples/mem-2022/\(country).yaml"), name: "\(country).yaml")
    let asDraft = try #require(judge(file, by: pack))
    let asComplete = try #require(judge(file, by: pack, asComplete: true))
    let row = "| `\(country).yaml` | " + [asDraft, asComplete].map(Self.cells).joined(separator: " | ") + " |"
    let readme = try String(contentsOf: package.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains(row), "README.md has no row \(row)")
  }

  // Exit code, errors, warnings, notes.
  private static func cells(_ judgement: Judgement) -> String {
    let counts = [Severity.error, .warning, .info].map { judgement.counts[$0] ?? 0 }
    return ([counts[0] > 0 ? 1 : 0] + counts).map(String.init).joined(separator: " | ")
  }
}
