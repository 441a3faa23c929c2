internal import Glibc

/// Where a pattern stands in bytes: from the front, from the back, and over the border of two blocks.
extension Collection<UInt8> where Self: RandomAccessCollection, Index == Int, SubSequence: RandomAccessCollection {
  func firstIndex(of pattern: some Collection<UInt8>) -> Int? {
    guard pattern.count <= count else { return nil }
    return (startIndex...endIndex - pattern.count).first { self[$0...].starts(with: pattern) }
  }

  func lastIndex(of pattern: some Collection<UInt8>) -> Int? {
    guard pattern.count <= count else { return nil }
    return (startIndex...endIndex - pattern.count).last { self[$0...].starts(with: pattern) }
  }
}

/// Looks for a pattern in bytes that come in blocks.
struct StreamSearch {
  private let pattern: [UInt8]
  private var kept: [UInt8] = []
  private(set) var found = false

  init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

  mutating func scan(_ block: UnsafeRawBufferPointer) {
    guard !found else { return }
    let window = kept + block
    found = Self.offset(of: pattern, in: window) != nil
    kept = Array(window.suffix(pattern.count - 1))
  }

  /// The quick search: from one place with the right first byte to the next.
  static func offset(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard let first = pattern.first else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var start = 0
      while start + pattern.count <= buffer.count {
        guard let hit = memchr(base + start, Int32(first), buffer.count - start) else { return nil }
        let place = UnsafeRawPointer(hit) - base
        if place + pattern.count > buffer.count { return nil }
        if memcmp(hit, pattern, pattern.count) == 0 { return place }
        start = place + 1
      }
      return nil
    }
  }
}
