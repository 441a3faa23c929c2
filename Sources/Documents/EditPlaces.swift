/// Where in the bytes of a file something can be put in.
struct EditPlaces {
  /// The file itself: a text that was repaired for reading has the same lines and columns, but may have other bytes.
  let source: SourceFile
  private let tree: Tree
  private let columns: ColumnIndex

  init(_ document: Document) {
    source = document.source
    columns = ColumnIndex(document.source)
    tree = document.tree
  }

  /// The bytes of a node, without tag and anchor.
  func bytes(of node: Node) -> Range<Int> {
    let range = node.range
    let start = columns.offset(line: range.line, column: range.column)
    return start..<max(start, columns.offset(line: range.endLine, column: range.endColumn))
  }

  /// The colon behind a key; in a block it stands in the same line.
  func colon(after key: Node, in mapping: Node) -> Int? {
    let end = bytes(of: key).upperBound
    let bytes = source.bytes
    let place =
      mapping.style == .flow
      ? SourceText.skipSpace(bytes, from: end, to: bytes.count)
      : bytes[end...].firstIndex { !Byte.isBlank($0) } ?? bytes.count
    return place < bytes.count && bytes[place] == Byte.colon ? place : nil
  }

  /// The byte behind an entry of a mapping in braces.
  func end(of entry: Entries.Entry, in mapping: Node) -> Int {
    // What is not there has no place of its own: it counts as standing behind its colon, or its key.
    guard hasPlace(entry.value) else {
      return colon(after: entry.key, in: mapping).map { $0 + 1 } ?? bytes(of: entry.key).upperBound
    }
    return bytes(of: entry.value).upperBound
  }

  /// Whether nothing stands behind the colon of an entry.
  func endsWithColon(_ entry: Entries.Entry, in mapping: Node) -> Bool {
    !hasPlace(entry.value) && colon(after: entry.key, in: mapping) != nil
  }

  private func hasPlace(_ value: Node) -> Bool {
    tree.nodes[value.index].flags.contains(.properties) || !bytes(of: value).isEmpty
  }

  /// Whether a mapping is written as in JSON.
  func isJSON(_ mapping: Node) -> Bool {
    mapping.style == .flow && mapping.count > 0 && mapping.entries.allSatisfy { $0.key.style == .doubleQuoted }
  }
}

// MARK: - Lines

extension EditPlaces {
  /// The last line of an entry of a block mapping.
  func lastLine(of entry: Entries.Entry) -> Int {
    guard hasPlace(entry.value) else { return entry.key.range.endLine }
    var line = max(entry.key.range.endLine, entry.value.range.endLine)
    guard keepsBlankLines(entry.value) else { return line }
    while line < source.lineCount, SourceText.isBlank(source.bytes[source.byteRange(ofLine: line + 1)]) { line += 1 }
    return line
  }

  /// Whether a value is, or ends with, a block scalar to which the blank lines behind it belong: `|+`.
  private func keepsBlankLines(_ value: Node) -> Bool {
    let last = tree.after(value.index) - 1
    guard tree.nodes[last].flags.contains(.endsInBlockScalar) else { return false }
    let header = bytes(of: Node(document: value.document, index: last)).lowerBound
    return source.bytes[header...].prefix { !Byte.isBlank($0) && !Byte.isBreak($0) }.contains(UInt8(ascii: "+"))
  }

  /// The end of a line: LF, CRLF or CR; none for a last line without one.
  func ending(of line: Int) -> [UInt8] {
    let end = source.byteRange(ofLine: line).upperBound
    let next = line < source.lineCount ? source.byteRange(ofLine: line + 1).lowerBound : source.bytes.count
    return Array(source.bytes[end..<next])
  }

  /// The end that lines before this one have.
  func ending(before line: Int) -> [UInt8] { line > 1 ? ending(of: line - 1) : [Byte.lineFeed] }

  /// What a sibling of this key has before it in its line.
  func indentation(of key: Node) -> [UInt8] {
    let start = tree.nodes[key.index].start
    let line = source.byteRange(ofLine: Int(start.line) + 1)
    let prefix = source.bytes[line.lowerBound..<columns.offset(line: Int(start.line) + 1, column: Int(start.column) + 1)]
    // Behind the dash of a list stand the other keys below the first.
    return prefix.allSatisfy { Byte.isBlank($0) } ? Array(prefix) : [UInt8](repeating: Byte.space, count: Int(start.column))
  }
}

/// Texts as YAML writes them.
enum YAMLText {
  /// An entry of a mapping, in one line.
  static func entry(_ key: String, _ text: String, isQuoted: Bool) -> [UInt8] {
    (isQuoted ? quoted(key) : scalar(key, isQuoted: false)) + [Byte.colon, Byte.space] + scalar(text, isQuoted: isQuoted)
  }

  /// A scalar in one line: plain where nothing in it can be taken for anything else. A number stays one also among quoted texts.
  static func scalar(_ text: String, isQuoted: Bool) -> [UInt8] {
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { isDigit($0) }
    return isNumber || (!isQuoted && isPlain(text)) ? Array(text.utf8) : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isWord(first), !["null", "Null", "NULL"].contains(text) else { return false }
    return text.utf8.allSatisfy { isWord($0) || "-_./".utf8.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: result += "\\\(scalar)"
      case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return Array((result + "\"").utf8)
  }
}
