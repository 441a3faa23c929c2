import Publishing
import Testing

@testable import validate

/// A form that a document does not go into is told in the catalogues' words, and not in those of the code.
@Suite struct DocumentForms {
  private struct Broken: Error {}

  private let publication = Publication(
    language: "en", cover: Publication.Cover(title: "t", notice: "n"),
    words: Publication.Words(contents: "", notes: "", back: ""), blocks: [])

  @Test func whatCannotBeMadeIsToldInWords() throws {
    let form = DocumentForm(ending: "docx", isText: false, bytes: { _ in throw Broken() })
    let failure = #expect(throws: Failure.self) { try form.document(publication, of: "peru.yaml") }
    #expect(failure?.code == .fault)
    let text = Words.text(try #require(failure).message)
    #expect(text.contains("'peru.yaml'") && text.contains("--format"))
  }

  @Test func whatIsMadeComesThrough() throws {
    let form = DocumentForm(ending: "md", bytes: { Array($0.cover.title.utf8) })
    #expect(try form.document(publication, of: "peru.yaml") == Array("t".utf8))
  }
}
