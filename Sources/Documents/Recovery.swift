/// Takes what holds a syntax error out of a text, so that the rest can be read.
///
/// Goes by indentation, not by events: libyaml reads ahead, and an open quote hides where things stand.
struct Recovery {
  /// An entry whose value was taken out.
  struct Unread {
    var path: String
    /// The line of its key.
    var line: Int
    /// Where the key stands in the file.
    var key: SourceRange
    /// Where the value stood in the file.
    var range: SourceRange
    fileprivate var depth: Int
    fileprivate var lastLine: Int
  }

  private struct Holder {
    var line: Int
    var key: String?
    /// How many keys lead to it, itself included.
    var depth: Int
    var parents: [String]
    /// The indentation its siblings have.
    var indentation: Int
    /// Where its value may begin in the line.
    var valueAt: Int
  }

  var text: EditableText
  /// By the line of the key.
  private(set) var unread: [Int: Unread] = [:]
  private let maximumDepth: Int

  init(_ text: EditableText, maximumDepth: Int) {
    self.text = text
    self.maximumDepth = max(1, maximumDepth)
  }

  /// Whether a line lies in what was taken out before: an error there is no error of its own.
  func isKnown(_ line: Int) -> Bool { depthTakenOut(line) != nil }

  private func depthTakenOut(_ line: Int) -> Int? {
    unread.values.filter { $0.line <= line && line <= $0.lastLine }.map(\.depth).min()
  }

  /// Takes out the entry around a line, or the one around that if it was taken out before. Gives the entry's path; `nil` when
  /// nothing can be taken out any more.
  mutating func remove(around line: Int) -> String? {
    var depth = depthTakenOut(line).map { $0 - 1 } ?? maximumDepth
    while depth > 0, let holder = holder(around: line, depth: depth) {
      if take(holder) { return unread[holder.line]?.path ?? holder.parents.joined(separator: ".") }
      depth = min(depth, holder.depth) - 1
    }
    return nil
  }
}

// MARK: - Finding the entry

extension Recovery {
  private func holder(around place: Int, depth: Int) -> Holder? {
    var best: Holder?
    while (best?.depth ?? 0) < depth {
      let parent = best
      guard let first = firstContent(after: parent?.line ?? 0, upTo: place), !text.isItem(first) else { break }
      let indentation = text.indentation(first)
      if let parent, indentation <= text.indentation(parent.line) { break }
      if parent == nil, !hasKey(indentation) { break }
      guard let line = lastLine(upTo: place, after: parent?.line ?? 0, indentation: indentation) else { break }
      let parents = parent.map { $0.parents + [$0.key].compactMap { $0 } } ?? []
      let key = text.key(line)
      best = Holder(
        line: line, key: key?.name, depth: (parent?.depth ?? 0) + 1, parents: parents, indentation: indentation,
        valueAt: key?.valueAt ?? 0)
      guard let key, line < place, text.indentation(line) == indentation, text.isEmpty(line, from: key.valueAt) else { break }
    }
    return best
  }

  /// Whether the document is a block mapping at all.
  private func hasKey(_ indentation: Int) -> Bool {
    (1..<text.count + 1).contains { text.indentation($0) == indentation && text.isContent($0) && text.key($0) != nil }
  }

  private func firstContent(after start: Int, upTo end: Int) -> Int? {
    (start + 1..<max(start + 1, min(end, text.count) + 1)).first { text.isContent($0) }
  }

  /// The last line that is a sibling by its indentation, or stands between sibling and parent. The items of a list may stand as
  /// deep as the list's key: they belong to the key.
  private func lastLine(upTo end: Int, after start: Int, indentation: Int) -> Int? {
    (start + 1..<max(start + 1, min(end, text.count) + 1)).last { line in
      guard text.isContent(line), text.indentation(line) <= indentation else { return false }
      return !(text.isItem(line) && text.indentation(line) == indentation)
    }
  }
}

// MARK: - Taking it out

extension Recovery {
  /// Whether anything was there to be taken out.
  private mutating func take(_ holder: Holder) -> Bool {
    let last = end(of: holder)
    guard let name = holder.key ?? loneWord(holder.line) else {
      for line in holder.line...last { text.blank(line) }
      return true
    }
    // What is no plain word may itself be the error: `@a: 1`.
    let isOdd = holder.key == nil || text.indentation(holder.line) != holder.indentation || !Self.isWord(name)
    let ranges = (key: keyRange(holder), value: valueRange(holder, last))
    let isChanged =
      isOdd
      || !(holder.line...last).allSatisfy {
        text.isEmpty($0, from: $0 == holder.line ? holder.valueAt : 0)
      }
    if isOdd { putInPlace(holder, name) } else { text.blank(holder.line, from: holder.valueAt) }
    for line in holder.line + 1..<last + 1 { text.blank(line) }
    for line in unread.keys where (holder.line...last).contains(line) { unread[line] = nil }
    let path = (holder.parents + [name]).joined(separator: ".")
    unread[holder.line] = Unread(
      path: path, line: holder.line, key: ranges.key, range: ranges.value, depth: holder.depth, lastLine: last)
    return isChanged
  }

  /// The last line that belongs to an entry: all that is deeper, and a list as deep as its key.
  private func end(of holder: Holder) -> Int {
    var line = holder.line + 1
    var last = holder.line
    while line <= text.count {
      if text.isDocumentMark(line) { break }
      if text.isContent(line) {
        let indentation = text.indentation(line)
        let isOwn = indentation > holder.indentation || indentation == holder.indentation && text.isItem(line)
        guard isOwn else { break }
        last = line
      }
      line += 1
    }
    return last
  }

  /// A line that is one word: a key whose colon is missing.
  private func loneWord(_ line: Int) -> String? {
    let word = text[line].drop { Byte.isBlank($0) }
    let end = SourceText.trimmedEnd(Array(word), 0..<word.count)
    let name = word.prefix(end)
    let isName = name.allSatisfy { Self.isASCIILetterOrDigit($0) || $0 == Byte.dash || $0 == UInt8(ascii: "_") }
    return isName && !name.isEmpty ? String(decoding: name, as: UTF8.self) : nil
  }

  /// Gives an entry that stands too far left, lacks its colon or has an odd name the form of its siblings.
  private mutating func putInPlace(_ holder: Holder, _ name: String) {
    let old = text.indentation(holder.line)
    let prefix = [UInt8](repeating: Byte.space, count: holder.indentation)
    text.indent(holder.line, replacing: old, with: prefix)
    let key =
      Self.isWord(name) ? name : "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    text.replace(holder.line, with: prefix + Array("\(key):".utf8))
  }

  /// Whether a name can stand as a key as it is.
  private static func isWord(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0 >= 0x80 || $0 == Byte.dash || $0 == UInt8(ascii: "_") || isASCIILetterOrDigit($0) }
      && name.utf8.first != Byte.dash
  }

  private static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }

  /// A key up to its colon; a lone word whole.
  private func keyRange(_ holder: Holder) -> SourceRange {
    let line = text[holder.line]
    let start = text.indentation(holder.line)
    let end = SourceText.trimmedEnd(line, start..<(holder.key == nil ? line.count : holder.valueAt - 1))
    return SourceRange(from: position(holder.line, start), to: position(holder.line, end))
  }

  /// From the first to the last character of a value; for a value that begins below its key, from the first line with content.
  private func valueRange(_ holder: Holder, _ last: Int) -> SourceRange {
    var line = holder.line
    var start = holder.valueAt
    if holder.key == nil { start = SourceText.trimmedEnd(text[line], 0..<text[line].count) }
    if text.isEmpty(line, from: start), last > line, let next = firstContent(after: line, upTo: last) {
      line = next
      start = text.indentation(line)
    } else {
      start += text[line].dropFirst(start).prefix { Byte.isBlank($0) }.count
    }
    let end = SourceText.trimmedEnd(text[last], 0..<text[last].count)
    let from = position(line, start)
    return SourceRange(from: from, to: max(from, position(last, end)))
  }

  private func position(_ line: Int, _ offset: Int) -> Position {
    let before = text[line].prefix(offset).count { $0 & 0xC0 != 0x80 }
    return text.original(Position(line: line, column: before + 1))
  }
}
