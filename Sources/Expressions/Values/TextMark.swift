/// Four bytes that tell most texts of one length apart: all of a short text, else a mixture of its beginning and its end.
///
/// Texts are equal only if their lengths and marks are; up to ``wholeCount`` bytes that is all there is to compare.
enum TextMark {
  static let wholeCount: UInt32 = 4

  /// Whether texts of this length are equal when their marks are.
  @inline(__always)
  static func isWhole(_ count: UInt32) -> Bool { count <= wholeCount }

  /// The mark of the bytes from `start` to the end.
  static func of(_ bytes: [UInt8], from start: Int = 0) -> UInt32 {
    let count = bytes.count - start
    guard count > 4 else { return packed(bytes, start..<bytes.count) }
    // Odd factors, so that neither half is lost in the other.
    return packed(bytes, start..<start + 4) &* 0x9E37_79B1 ^ packed(bytes, bytes.count - 4..<bytes.count) &* 0x85EB_CA77
  }

  private static func packed(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    range.reduce(0) { $0 << 8 | UInt32(bytes[$1]) }
  }
}

/// A text known when the program was made, to be compared with texts of the facts.
struct TextKey: Sendable {
  let bytes: [UInt8]
  private let count: UInt32
  private let mark: UInt32

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    count = UInt32(clamping: bytes.count)
    mark = TextMark.of(bytes)
  }

  /// Whether it is the text at a run of the facts.
  @inline(__always)
  func equals(_ run: Value.Run, _ facts: Facts) -> Bool {
    run.count == count && run.mark == mark && (TextMark.isWhole(count) || facts.bytes(run, equal: bytes, at: 0))
  }
}

/// Several texts of which one is looked for. Their bytes lie in one array, so that going through them retains nothing.
struct TextKeys: Sendable {
  private struct Entry: BitwiseCopyable {
    let count: UInt32
    let mark: UInt32
    let start: Int
  }

  private let entries: [Entry]
  private let bytes: [UInt8]

  init(_ texts: [[UInt8]]) {
    var entries: [Entry] = []
    var bytes: [UInt8] = []
    for text in texts {
      entries.append(Entry(count: UInt32(clamping: text.count), mark: TextMark.of(text), start: bytes.count))
      bytes += text
    }
    self.entries = entries
    self.bytes = bytes
  }

  var count: Int { entries.count }

  /// Whether one is the text at a run of the facts.
  @inline(__always)
  func contains(_ run: Value.Run, _ facts: Facts) -> Bool {
    for entry in entries where entry.count == run.count && entry.mark == run.mark {
      if TextMark.isWhole(entry.count) || facts.bytes(run, equal: bytes, at: entry.start) { return true }
    }
    return false
  }
}
