/// Small questions about stretches of source text.
enum SourceText {
  static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { Byte.isBlank($0) || Byte.isBreak($0) }
  }

  /// The first place in a stretch that is neither blank, line end nor comment.
  static func skipSpace(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      if Byte.isBlank(bytes[offset]) || Byte.isBreak(bytes[offset]) {
        offset += 1
      } else if bytes[offset] == Byte.hash {
        while offset < end, !Byte.isBreak(bytes[offset]) { offset += 1 }
      } else {
        break
      }
    }
    return offset
  }

  /// The end of a line without the blanks at its end.
  static func trimmedEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, Byte.isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }
}
