import Foundation
import Testing

/// Recorded output: what a person would see, held word for word. `RECORD=1` writes it anew.
enum Golden {
  private static let records = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// Holds `text` to the recorded file in a folder of the package. A file that is not there fails, also when it is recorded.
  static func expect(
    _ text: String, _ path: String, in folder: String = "Tests/Fixtures", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = package.appending(path: "\(folder)/\(path)")
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if records { try Data(text.utf8).write(to: file, options: .atomic) }
    if recorded == nil {
      Issue.record("\(path) was not there\(records ? ": recorded" : "; RECORD=1 records it")", sourceLocation: sourceLocation)
    }
    #expect(records || text == recorded, "\(path)", sourceLocation: sourceLocation)
  }
}
