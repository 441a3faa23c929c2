import Foundation
import Publishing
import Testing

@Suite struct DOCXTests {
  @Test(arguments: SamplePublication.languages)
  func writesTheSample(_ language: String) throws {
    let bytes = try DOCXRenderer().bytes(SamplePublication.publication(language))
    if let f = ProcessInfo.processInfo.environment["DOCX_OUT"] {
      try Data(bytes).write(to: URL(fileURLWithPath: f + "/\(language).docx"))
    }
    _ = try UnzippedDOCX(bytes)
  }
}
