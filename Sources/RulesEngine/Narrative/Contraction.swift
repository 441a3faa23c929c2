/// What becomes of two words where they meet: `que Haïti` is written `qu'Haïti`, `de o México` is written `do México`.
public struct Contraction: Sendable {
  /// The whole words, with the space after them, that the text before the joint ends with.
  public var ends: String
  /// What is written in their place.
  public var write: String
  /// Fits only before words that begin so.
  public var before: [String]?
  /// Fits only before words that begin so; this is taken off them.
  public var off: String?

  /// A contraction; without `before` and `off` it fits before everything.
  public init(ends: String, write: String, before: [String]? = nil, off: String? = nil) {
    self.ends = ends
    self.write = write
    self.before = before
    self.off = off
  }

  func fits(_ text: String, _ next: String) -> Bool {
    guard text.hasSuffix(ends), isWhole(in: text), off.map({ next.hasPrefix($0) }) ?? true else { return false }
    guard let before else { return true }
    let start = next.lowercased()
    return before.contains { start.hasPrefix($0) }
  }

  // "de " does not end "grande ".
  private func isWhole(in text: String) -> Bool {
    guard ends.first?.isLetter == true, let previous = text.dropLast(ends.count).last else { return true }
    return !previous.isLetter
  }
}

extension Style {
  /// `next` put behind `text`, with the first contraction that fits.
  func linked(_ text: String, _ next: String) -> String {
    guard let fitting = contractions.first(where: { $0.fits(text, next) }) else { return text + next }
    return text.dropLast(fitting.ends.count) + fitting.write + next.dropFirst(fitting.off?.count ?? 0)
  }

  /// Parts with spaces between them, those that are empty left out.
  func spaced(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.reduce("") { $0.isEmpty ? $1 : linked($0 + " ", $1) }
  }
}
