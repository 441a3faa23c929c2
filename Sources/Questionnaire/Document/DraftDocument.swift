public import Publishing
public import RulesEngine

/// The experts' document about one reply: every finding with what it rests on, and what is still to be asked of the country.
public struct DraftDocument {
  /// What the reply itself does not say.
  public struct Origin: Sendable {
    /// The digest of the reply's file.
    public var digest: String
    /// The tool with its version.
    public var tool: String
    /// The day that the reply was judged as of, as it was given.
    public var asOf: String?

    /// Where a document comes from.
    public init(digest: String, tool: String, asOf: String? = nil) {
      self.digest = digest
      self.tool = tool
      self.asOf = asOf
    }
  }

  private let judgement: Judgement
  private let sections: [SectionDraft]
  private let origin: Origin
  private let catalogue: MessageCatalogue

  /// The document in the language of `catalogue`.
  public init(_ judgement: Judgement, _ sections: [SectionDraft], origin: Origin, catalogue: MessageCatalogue) {
    self.judgement = judgement
    self.sections = sections
    self.origin = origin
    self.catalogue = catalogue
  }

  /// The document, before it has a form.
  public var publication: Publication {
    let context = DocumentContext(judgement, sections, catalogue: catalogue)
    let chapters = DocumentChapters(context: context)
    return Publication(
      language: catalogue.language,
      cover: DocumentCover(context: context, origin: origin).cover,
      words: Publication.Words(
        contents: catalogue.text("document/contents"), notes: catalogue.text("document/notes"),
        back: catalogue.text("document/back"), note: catalogue.text("document/note"), skip: catalogue.text("document/skip")),
      blocks: chapters.blocks)
  }
}
