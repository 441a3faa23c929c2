import Foundation
import Testing

/// `validate draft` in the forms that are documents.
@Suite struct DraftDocumentTests {
  private static let peru = "examples/mem-2022/peru.yaml"
  private static let mexico = "examples/mem-2022/mexico.yaml"

  @Test(arguments: [
    ("markdown", "# Control", "Preguntas que se formularán al país"), ("html", "<!DOCTYPE html>", "<html lang=\"es\">"),
  ])
  func oneReplyGoesToStandardOutput(_ format: String, _ start: String, _ part: String) throws {
    let run = try validate(["draft", Self.peru, "--format", format, "--language", "es", "--as-of", "2024-05-06"])
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.contains(start) && run.output.contains(part) && run.output.contains("2024-05-06"))
    #expect(
      run.output == (try validate(["draft", Self.peru, "--format", format, "--language", "es", "--as-of", "2024-05-06"]).output))
  }

  @Test func severalRepliesNeedAFolder() throws {
    let scratch = try Scratch()
    for output in [[], ["--output", scratch.folder.path + "/one.md"], ["--output", scratch.folder.path + "/none/"]] {
      let run = try validate(["draft", Self.peru, Self.mexico, "--format", "markdown"] + output)
      #expect(run.code == 2 && run.output.isEmpty && run.errors.contains("--output"))
    }
    let run = try validate(["draft", Self.peru, Self.mexico, "--format", "markdown", "--output", scratch.folder.path])
    #expect(run.code == 0 && run.output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted() == ["mexico.md", "peru.md"])
    let peru = try validate(["draft", Self.peru, "--format", "markdown"]).output
    #expect(try scratch.read("peru.md") == peru)
    #expect(try validate(["draft", Self.peru, "--format", "markdown", "--output", scratch.folder.path + "/a.md"]).code == 0)
    #expect(try scratch.read("a.md") == peru)
  }

  /// Two replies of one name would be one document; neither is written.
  @Test func noDocumentTakesThePlaceOfAnother() throws {
    let scratch = try Scratch()
    let reply = try String(contentsOf: packageRoot.appending(path: Self.peru), encoding: .utf8)
    for folder in ["a", "b"] { try scratch.write("\(folder)/peru.yaml", reply) }
    try FileManager.default.createDirectory(at: scratch.folder.appending(path: "out"), withIntermediateDirectories: true)
    let run = try validate(["draft", "a", "b", "--format", "html", "--output", "out"], in: scratch.folder)
    #expect(run.code == 2 && run.errors.contains("nothing was written"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.appending(path: "out").path).isEmpty)
  }

  /// What is read is not written over, be it by a name that the document would have.
  @Test func whatIsReadStays() throws {
    let scratch = try Scratch()
    let reply = try String(contentsOf: packageRoot.appending(path: Self.peru), encoding: .utf8)
    let cited = reply.replacing("number: \"1301\"", with: "number: \"1301\", file: peru.html")
    try #require(cited != reply)
    try scratch.write("peru.yaml", cited)
    try scratch.write("peru.html", "<p>proof</p>")
    for output in ["peru.yaml", "peru.html", "."] {
      #expect(try validate(["draft", "peru.yaml", "--format", "html", "--output", output], in: scratch.folder).code == 2)
    }
    #expect(try scratch.read("peru.yaml") == cited && scratch.read("peru.html") == "<p>proof</p>")
  }

  @Test func wordProcessorsHaveTheirFile() throws {
    let scratch = try Scratch()
    let run = try validate(["draft", Self.peru, "--format", "docx", "--output", scratch.folder.path])
    #expect(run.code == 0 && run.output.isEmpty)
    let bytes = try Data(contentsOf: scratch.folder.appending(path: "peru.docx"))
    #expect(bytes.starts(with: Array("PK".utf8)) && bytes.count > 10_000)
  }

  @Test func briefIsForText() throws {
    #expect(try validate(["draft", Self.peru, "--format", "html", "--brief"]).code == 2)
  }

  @Test func whatCannotBeReadLeavesNoDocument() throws {
    let scratch = try Scratch()
    try scratch.write("bad.yaml", "reply: mem-2022\n  x: [\n")
    let run = try validate(["draft", "bad.yaml", "--format", "html", "--output", "bad.html"], in: scratch.folder)
    #expect(run.code == 3 && !FileManager.default.fileExists(atPath: scratch.folder.appending(path: "bad.html").path))
  }
}
