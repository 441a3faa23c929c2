internal import CRE2

/// A compiled regular expression in RE2's syntax; matching takes time linear in the text.
public final class Pattern: Sendable {
  /// Why a pattern cannot be read.
  public struct Invalid: Error, Hashable, Sendable {
    /// RE2's words, English.
    public let reason: String
  }

  // The C++ object may be used by many threads at once.
  private nonisolated(unsafe) let pointer: OpaquePointer

  /// Steps that eight bytes of text may cost: where the automaton outgrows its memory, each byte costs as much as the pattern is
  /// long.
  let weight: Int

  /// The pattern as it is written.
  public let source: String

  /// Compiles a pattern; throws ``Invalid``.
  public init(_ text: String) throws(Invalid) {
    var text = text
    var reason = [CChar](repeating: 0, count: 256)
    let compiled = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_compile($0.baseAddress, $0.count, &reason, reason.count) }
    }
    guard let compiled else {
      throw Invalid(reason: String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    pointer = compiled
    source = text
    weight = 1 + Int(cre2_size(compiled)) / 64
  }

  deinit { cre2_free(pointer) }

  /// Whether some part of the text matches.
  public func matches(partly text: String) -> Bool { matches(text, whole: false) }

  /// Whether the whole text matches.
  public func matches(fully text: String) -> Bool { matches(text, whole: true) }

  private func matches(_ text: String, whole: Bool) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_matches(pointer, $0.baseAddress, $0.count, whole ? 1 : 0) != 0 }
    }
  }

  /// Whether some part of a stretch of UTF-8 matches.
  @inline(__always)
  func matches(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { whole in
      let buffer = UnsafeBufferPointer(rebasing: whole[range])
      return buffer.withMemoryRebound(to: CChar.self) { cre2_matches(pointer, $0.baseAddress, $0.count, 0) != 0 }
    }
  }

  /// Whether some part of these bytes of UTF-8 matches.
  func matches(bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { cre2_matches(pointer, $0.baseAddress, $0.count, 0) != 0 }
    }
  }
}
