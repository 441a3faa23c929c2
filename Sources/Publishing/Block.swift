/// A part of a document that stands on lines of its own.
public indirect enum Block: Sendable, Hashable {
  case heading(Heading)
  case paragraph([Inline])
  /// A paragraph with the number by which people cite it.
  case numbered(Int, [Inline])
  /// What is said about the text, and not in it.
  case remark([Inline])
  /// Entries of a list, each of them blocks; the first is the entry itself.
  case list([[Block]], isNumbered: Bool)
  /// Labels with what they say.
  case facts([Publication.Fact])
  case table(Table)
  case panel(Panel)

  /// A heading that stands in the table of contents.
  public struct Heading: Sendable, Hashable {
    /// 1 for a chapter, to 4.
    public var level: Int
    /// The words, with their number.
    public var text: String
    /// The name by which the document refers to it: letters, digits, `-` and `_`, unique in the document.
    public var anchor: String

    /// A heading.
    public init(level: Int, text: String, anchor: String) {
      self.level = level
      self.text = text
      self.anchor = anchor
    }
  }

  /// A table with a row of headings.
  public struct Table: Sendable, Hashable {
    /// What it shows.
    public var caption: String?
    /// The headings of the columns.
    public var columns: [String]
    /// The cells, as many a row as there are columns.
    public var rows: [[[Inline]]]
    /// Whether the first cell of a row names the row.
    public var namesRows: Bool

    /// A table.
    public init(caption: String? = nil, columns: [String], rows: [[[Inline]]], namesRows: Bool = false) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
      self.namesRows = namesRows
    }
  }

  /// A box about one point.
  public struct Panel: Sendable, Hashable {
    /// What it is about.
    public var heading: Heading
    /// How it stands, in a word or two.
    public var tag: Tag
    /// What is in it.
    public var blocks: [Block]

    /// A box.
    public init(heading: Heading, tag: Tag, blocks: [Block]) {
      self.heading = heading
      self.tag = tag
      self.blocks = blocks
    }
  }

  /// How something stands: always words, which a form may colour.
  public struct Tag: Sendable, Hashable {
    /// The words.
    public var text: String
    /// What the words mean, for a colour and a sign.
    public var tone: Tone

    /// Words with their meaning.
    public init(_ text: String, _ tone: Tone) {
      self.text = text
      self.tone = tone
    }
  }

  /// The meaning of a tag.
  public enum Tone: String, Sendable, Hashable, CaseIterable {
    case positive, partial, negative, neutral, open

    /// A sign that is told apart without colour.
    public var sign: String {
      switch self {
      case .positive: "✓"
      case .partial: "◐"
      case .negative: "✗"
      case .neutral: "–"
      case .open: "?"
      }
    }
  }
}
