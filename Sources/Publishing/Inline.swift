/// A part of a line.
public enum Inline: Sendable, Hashable {
  case text(String)
  case strong(String)
  /// What is said of something, or in other words.
  case emphasis(String)
  /// Ids, digests, names of files: letter by letter.
  case code(String)
  /// What no longer counts.
  case struck(String)
  case tag(Block.Tag)
  case link(String, Target)
  /// A note to what stands before it; several paragraphs are several entries.
  case note([[Inline]])
  /// A new line in the same paragraph.
  case lineBreak

  /// Where a link leads.
  public enum Target: Sendable, Hashable {
    /// The anchor of a heading of the same document.
    case anchor(String)
    /// An address on the web.
    case address(String)
  }
}
