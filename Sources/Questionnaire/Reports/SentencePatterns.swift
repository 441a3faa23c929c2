/// Sentences that another program writes in English, said in the language of a catalogue: they are known by the entries of one
/// domain in the English catalogue, which have the same words. What is not known stays as it is.
public struct SentencePatterns {
  private struct Pattern {
    let id: String
    let parts: [Part]
    let weight: Int
  }

  private enum Part {
    case words([UInt8])
    case value(String)
  }

  private let patterns: [Pattern]
  private let catalogue: MessageCatalogue

  /// The sentences of `domain`, known by the words of `english`, to be said in those of `catalogue`.
  public init(_ domain: String, english: MessageCatalogue, catalogue: MessageCatalogue) {
    self.catalogue = catalogue
    // The one with the most words of its own comes first: what it knows, others may hold to be a value.
    patterns = english.ids.filter { $0.hasPrefix("\(domain)/") }.map { Self.pattern($0, english.template($0).message) }
      .sorted { ($1.weight, $0.id) < ($0.weight, $1.id) }
  }

  /// A sentence in the language of the catalogue.
  public func translate(_ sentence: some StringProtocol) -> String {
    let bytes = Array(sentence.utf8)
    for pattern in patterns {
      if let values = Self.match(bytes[...], pattern.parts[...]) { return catalogue.text(pattern.id, values) }
    }
    return String(sentence)
  }

  // MARK: - Patterns

  private static func pattern(_ id: String, _ template: String) -> Pattern {
    var parts: [Part] = []
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.words(Array(rest[..<open].utf8))) }
      parts.append(.value(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(Array(rest.utf8))) }
    let weight = parts.reduce(0) { if case .words(let words) = $1 { $0 + words.count } else { $0 } }
    return Pattern(id: id, parts: parts, weight: weight)
  }

  // A value reaches to the next words of the pattern; the last words must end the sentence.
  private static func match(_ bytes: ArraySlice<UInt8>, _ parts: ArraySlice<Part>) -> [String: String]? {
    guard let part = parts.first else { return bytes.isEmpty ? [:] : nil }
    let others = parts.dropFirst()
    switch part {
    case .words(let words):
      return bytes.starts(with: words) ? match(bytes.dropFirst(words.count), others) : nil
    case .value(let name):
      guard let end = end(of: bytes, before: others) else { return nil }
      return match(bytes[end...], others)?.merging([name: String(decoding: bytes[..<end], as: UTF8.self)]) { old, _ in old }
    }
  }

  private static func end(of bytes: ArraySlice<UInt8>, before parts: ArraySlice<Part>) -> Int? {
    guard case .words(let words)? = parts.first else { return bytes.endIndex }
    guard parts.count > 1 else { return bytes.count >= words.count ? bytes.endIndex - words.count : nil }
    return bytes.firstRange(of: words)?.lowerBound
  }
}
