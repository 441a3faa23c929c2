internal import Synchronization

/// The bytes of one file with the name the user gave it, and where its lines begin.
///
/// Lines end with LF, CRLF or a lone CR. Lines and columns count from 1; a column is a code point. A byte-order mark at the
/// beginning belongs to no line.
public final class SourceFile: Sendable {
  /// The path as the user gave it.
  public let name: String
  /// The file as it was read, a byte-order mark included.
  public let bytes: [UInt8]
  /// Where each line begins, made when first asked for: a file without issues never needs it.
  private let lineStarts = Mutex<[Int]?>(nil)

  /// A file that is already in memory; nothing is checked or copied.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The number of lines; a final line end does not begin another line.
  public var lineCount: Int { starts.count }

  /// The text of a line without its end, for excerpts; what is not UTF-8 is shown as U+FFFD. Empty for a line that is not there.
  public func line(_ number: Int) -> String {
    String(decoding: bytes[byteRange(ofLine: number)], as: UTF8.self)
  }
}

extension SourceFile {
  /// A stretch of the bytes as lines and columns.
  public func location(ofBytes range: Range<Int>) -> Location {
    Location(file: name, range: SourceRange(from: position(of: range.lowerBound), to: position(of: range.upperBound)))
  }

  private var starts: [Int] {
    lineStarts.withLock { known in
      if let known { return known }
      let made = LineScan.starts(of: bytes)
      known = made
      return made
    }
  }

  /// The bytes of a line without its end; empty for a line that is not there.
  func byteRange(ofLine number: Int) -> Range<Int> {
    let starts = starts
    guard number >= 1, number <= starts.count else {
      let place = number < 1 ? 0 : bytes.count
      return place..<place
    }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    if end > start, bytes[end - 1] == Byte.lineFeed { end -= 1 }
    if end > start, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    return start..<end
  }

  /// The byte at a line and column; a column behind the line's end gives the end.
  func offset(line: Int, column: Int) -> Int {
    let range = byteRange(ofLine: line)
    var offset = range.lowerBound
    for _ in 1..<max(column, 1) where offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// The line and column of a byte; within a line end, and behind the last line, the end of the line.
  func position(of offset: Int) -> Position {
    let starts = starts
    guard let first = starts.first else { return Position(line: 1, column: 1) }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = max(starts[low], first)
    let before = bytes[start..<max(start, min(offset, byteRange(ofLine: low + 1).upperBound))]
    return Position(line: low + 1, column: 1 + before.count { $0 & 0xC0 != 0x80 })
  }
}

/// A line and a column, both from 1.
struct Position: Equatable {
  var line: Int
  var column: Int
}

/// Where lines begin in a stretch of bytes.
enum LineScan {
  /// The offset of each line's first byte, behind a byte-order mark; none for an empty text.
  static func starts(of bytes: [UInt8]) -> [Int] {
    let begin = bytes.starts(with: Byte.byteOrderMark) ? Byte.byteOrderMark.count : 0
    guard bytes.count > begin else { return [] }
    var starts = [begin]
    for index in begin..<bytes.count {
      let byte = bytes[index]
      guard byte == Byte.lineFeed || byte == Byte.carriageReturn, index + 1 < bytes.count else { continue }
      if byte == Byte.carriageReturn, bytes[index + 1] == Byte.lineFeed { continue }
      starts.append(index + 1)
    }
    return starts
  }
}

/// The bytes that reading YAML asks about.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")
  static let dash = UInt8(ascii: "-")
  static let hash = UInt8(ascii: "#")
  static let quote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let bar = UInt8(ascii: "|")
  static let greater = UInt8(ascii: ">")
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
  static func isBreak(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}
