/// Looks for a part in texts, in time linear in both: by the longest beginning of the part that also ends what was read.
struct ByteSearch {
  private let part: ArraySlice<UInt8>
  /// For each length of a beginning of the part, the length of the next shorter beginning that it ends with.
  private let shorter: [Int]

  init(_ part: ArraySlice<UInt8>) {
    self.part = part
    var shorter = [0]
    for byte in part.dropFirst() {
      var length = shorter[shorter.count - 1]
      while length > 0, part[part.startIndex + length] != byte { length = shorter[length - 1] }
      shorter.append(part[part.startIndex + length] == byte ? length + 1 : 0)
    }
    self.shorter = shorter
  }

  /// Where the part stands first at or after `start`.
  func first(in text: ArraySlice<UInt8>, from start: Int) -> Range<Int>? {
    var found: Range<Int>?
    scan(text[start...]) { range in
      found = range
      return false
    }
    return found
  }

  /// Where the part stands last at or before `end`.
  func last(in text: ArraySlice<UInt8>, upTo end: Int) -> Range<Int>? {
    var found: Range<Int>?
    scan(text) { range in
      guard range.lowerBound <= end else { return false }
      found = range
      return true
    }
    return found
  }

  /// Every place where the part stands, as long as `goesOn`; of an empty part all places, the end included.
  private func scan(_ text: ArraySlice<UInt8>, _ goesOn: (Range<Int>) -> Bool) {
    guard !part.isEmpty else {
      for place in text.startIndex...text.endIndex where !goesOn(place..<place) { return }
      return
    }
    var length = 0
    for index in text.indices {
      while length > 0, part[part.startIndex + length] != text[index] { length = shorter[length - 1] }
      if part[part.startIndex + length] == text[index] { length += 1 }
      guard length == part.count else { continue }
      guard goesOn(index + 1 - length..<index + 1) else { return }
      length = shorter[length - 1]
    }
  }
}
