import Publishing

/// A document about nothing but what a test is about.
enum Document {
  static func with(_ blocks: [Block]) -> Publication {
    Publication(
      language: "en", cover: .init(title: "A title", notice: "Not adopted"),
      words: .init(contents: "Contents", notes: "Notes", back: "Back"), blocks: blocks)
  }
}
