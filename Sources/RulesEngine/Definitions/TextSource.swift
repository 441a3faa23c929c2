public import Documents

/// A text of a pack: where its translations stand and its words in the base language.
public struct TextSource: Sendable {
  /// The path of the text in a catalogue: `act_1_1.training.satisfied`.
  public let key: String
  /// The scalar that holds the base language's words.
  public let base: Node

  /// A text with its key.
  public init(key: String, base: Node) {
    self.key = key
    self.base = base
  }
}
