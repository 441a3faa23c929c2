/// What is said to a person, kept as data until it is printed, so that every language is only a table.
public enum Message: Sendable, Hashable {
  /// An entry of the engine's catalogue with the values for its `{placeholders}`.
  case catalogue(id: String, arguments: [String: String])
  /// Words that a pack wrote, already in the language of the output.
  case text(String)

  /// An entry of the catalogue.
  public init(_ id: String, _ arguments: [String: String] = [:]) {
    self = .catalogue(id: id, arguments: arguments)
  }
}
