import Foundation
import Rules
import Testing

/// The packs in the binary are the packs in the folder. When this fails, run `Rules/embed.sh`.
@Suite struct EmbeddedPacks {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Rules").standardizedFileURL

  var embedded: [RulesFile] { (0..<rules_file_count).map { rules_files[$0] } }

  /// Paths of the folder's YAML files, ascending by their bytes.
  func filesInFolder() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  @Test func listIsTheFolder() throws {
    let expected = try filesInFolder()
    #expect(!expected.isEmpty)
    #expect(embedded.map { String(cString: $0.path) } == expected)
  }

  @Test func bytesAreTheFiles() throws {
    for file in embedded {
      let path = String(cString: file.path)
      let expected = try Data(contentsOf: folder.appending(path: path))
      #expect(Data(bytes: file.bytes, count: file.size) == expected, "\(path)")
    }
  }
}
