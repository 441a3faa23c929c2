/// A document for people, before it has a form: Markdown, HTML and DOCX are written from it alone.
public struct Publication: Sendable, Hashable {
  /// The language of its words, such as `es`.
  public var language: String
  /// What stands on the title page.
  public var cover: Cover
  /// The words that a form adds by itself.
  public var words: Words
  /// Everything after the title page and the table of contents, in order.
  public var blocks: [Block]

  /// A document in one language.
  public init(language: String, cover: Cover, words: Words, blocks: [Block]) {
    self.language = language
    self.cover = cover
    self.words = words
    self.blocks = blocks
  }

  /// The title page.
  public struct Cover: Sendable, Hashable {
    /// What is above the title: whose document it is, or its series.
    public var series: String?
    /// The title.
    public var title: String
    /// Whom it is about.
    public var subtitle: String?
    /// What it is made from, line by line.
    public var facts: [Fact]
    /// What must not be overlooked: that nobody has adopted it.
    public var notice: String

    /// A title page.
    public init(series: String? = nil, title: String, subtitle: String? = nil, facts: [Fact] = [], notice: String) {
      self.series = series
      self.title = title
      self.subtitle = subtitle
      self.facts = facts
      self.notice = notice
    }
  }

  /// A label with what it says.
  public struct Fact: Sendable, Hashable {
    /// The label, without a colon.
    public var label: String
    /// What it says.
    public var content: [Inline]

    /// A label with what it says.
    public init(_ label: String, _ content: [Inline]) {
      self.label = label
      self.content = content
    }
  }

  /// Words of the document's language that belong to no text of its own.
  public struct Words: Sendable, Hashable {
    /// The heading of the table of contents.
    public var contents: String
    /// The heading of the notes, where a form has them at the end.
    public var notes: String
    /// What leads from a note back to its place, for those who cannot see an arrow.
    public var back: String
    /// What a note is called, before its number, for those who hear it.
    public var note: String?
    /// What leads past the table of contents, where a form is read from its beginning.
    public var skip: String?

    /// The words of a form.
    public init(contents: String, notes: String, back: String, note: String? = nil, skip: String? = nil) {
      self.contents = contents
      self.notes = notes
      self.back = back
      self.note = note
      self.skip = skip
    }
  }
}
