/// Finds bytes by line and column also in very long lines, such as those of a reply that is one line.
struct ColumnIndex {
  private static let step = 256

  private let source: SourceFile
  /// By line, for long lines: the byte of every column that comes a step behind the one before.
  private let marks: [Int: [Int]]

  init(_ source: SourceFile) {
    self.source = source
    let count = source.lineCount
    var marks: [Int: [Int]] = [:]
    for line in count == 0 ? 0..<0 : 1..<count + 1 {
      let range = source.byteRange(ofLine: line)
      if range.count > 4 * Self.step { marks[line] = Self.marks(source.bytes, range) }
    }
    self.marks = marks
  }

  /// The byte at a line and column; a column behind the line's end gives the end.
  func offset(line: Int, column: Int) -> Int {
    guard let known = marks[line], column > 1 else { return source.offset(line: line, column: column) }
    let mark = min((column - 1) / Self.step, known.count - 1)
    let end = source.byteRange(ofLine: line).upperBound
    return Self.advance(source.bytes, from: known[mark], by: column - 1 - mark * Self.step, to: end)
  }

  private static func marks(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var marks: [Int] = []
    var place = range.lowerBound
    while place < range.upperBound {
      marks.append(place)
      place = advance(bytes, from: place, by: step, to: range.upperBound)
    }
    return marks
  }

  private static func advance(_ bytes: [UInt8], from start: Int, by columns: Int, to end: Int) -> Int {
    var place = start
    var left = columns
    while left > 0, place < end {
      place += 1
      while place < end, bytes[place] & 0xC0 == 0x80 { place += 1 }
      left -= 1
    }
    return place
  }
}
