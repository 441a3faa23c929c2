/// Reads tabs in indentation as blanks, as deep as the line needs.
struct TabRepair {
  /// A depth at which lines stand at present.
  private struct Level {
    var blanks: [UInt8]
    var width: Int
    var isItem: Bool
  }

  /// The block scalar that lines belong to at present.
  private struct Block {
    var header: Int
    var content: Int?
  }

  private(set) var text: EditableText
  /// Where tabs stood, in the file.
  private(set) var places: [SourceRange] = []
  /// Whether anything was changed, blank lines included.
  private(set) var isChanged = false
  private var levels: [Level] = []
  private var block: Block?
  /// Whether the line before is a key without a value, so that a deeper line is due.
  private var isDeeperDue = false

  init(_ text: EditableText) {
    self.text = text
    for line in 1..<text.count + 1 { read(line) }
  }

  private mutating func read(_ line: Int) {
    let blanks = Array(text[line].prefix { Byte.isBlank($0) })
    let hasTab = blanks.contains(Byte.tab)
    guard text.isContent(line) else {
      if hasTab, blanks.count == text[line].count { clear(line) }
      return
    }
    if isInBlock(line, blanks) {
      readBlockLine(line, blanks)
      return
    }
    block = nil
    let width = hasTab ? width(of: line, blanks) : blanks.count
    if hasTab { convert(line, blanks, to: width) }
    straightenDashes(line)
    enter(line, blanks, width)
  }

  /// A line of blanks alone means nothing, whatever they are.
  private mutating func clear(_ line: Int) {
    text.blank(line)
    isChanged = true
  }

  private mutating func convert(_ line: Int, _ blanks: [UInt8], to width: Int) {
    note(line, blanks.indices.filter { blanks[$0] == Byte.tab })
    text.indent(line, replacing: blanks.count, with: [UInt8](repeating: Byte.space, count: width))
  }

  private mutating func note(_ line: Int, _ tabs: [Int]) {
    guard let first = tabs.first, let last = tabs.last else { return }
    let start = text.original(Position(line: line, column: first + 1))
    let end = Position(line: line, column: start.column + last - first + 1)
    if let known = places.last, known.line == line {
      places[places.count - 1] = SourceRange(from: Position(line: line, column: known.column), to: end)
    } else {
      places.append(SourceRange(from: start, to: end))
    }
    isChanged = true
  }

  /// Tabs between the dash of an item and its text: a blank each.
  private mutating func straightenDashes(_ line: Int) {
    guard text.isItem(line) else { return }
    let head = text[line].prefix { Byte.isBlank($0) || $0 == Byte.dash }
    let tabs = head.indices.filter { head[$0] == Byte.tab }
    guard !tabs.isEmpty else { return }
    note(line, tabs)
    var bytes = text[line]
    for index in tabs { bytes[index] = Byte.space }
    text.replace(line, with: bytes)
  }
}

// MARK: - How deep

extension TabRepair {
  /// Tab stops that editors show, the likeliest first.
  private static let stops = [4, 8, 2]

  private static func shown(_ blanks: [UInt8], stop: Int) -> Int {
    blanks.reduce(0) { $1 == Byte.tab ? ($0 / stop + 1) * stop : $0 + 1 }
  }

  /// As deep as a line above with the same blanks; one level deeper where that is due; else where the tab shows among the open
  /// levels; else at the deepest of them.
  private func width(of line: Int, _ blanks: [UInt8]) -> Int {
    let isItem = text.isItem(line)
    let open = levels.filter { $0.isItem == isItem && $0.width > 0 }
    if let same = open.last(where: { $0.blanks == blanks }) { return same.width }
    if isDeeperDue, let last = levels.last { return nextIndentation(after: line, deeperThan: last.width) ?? last.width + 2 }
    for stop in Self.stops {
      let shown = Self.shown(blanks, stop: stop)
      if open.contains(where: { $0.width == shown }) { return shown }
    }
    return open.last?.width ?? levels.last?.width ?? 0
  }

  /// How far to look for a sibling: all lines below would be quadratic.
  private static let lookAhead = 64

  /// The indentation of a sibling below that is written with blanks.
  private func nextIndentation(after line: Int, deeperThan width: Int) -> Int? {
    var next = line + 1
    while next <= min(text.count, line + Self.lookAhead) {
      let blanks = text[next].prefix { Byte.isBlank($0) }
      if text.isContent(next), !blanks.contains(Byte.tab) { return blanks.count > width ? blanks.count : nil }
      next += 1
    }
    return nil
  }

  /// Makes a line's depth the present one and looks at what it opens.
  private mutating func enter(_ line: Int, _ blanks: [UInt8], _ width: Int) {
    levels.removeAll { $0.width > width }
    let isItem = text.isItem(line)
    if !levels.contains(where: { $0.width == width && $0.isItem == isItem }) {
      levels.append(Level(blanks: blanks, width: width, isItem: isItem))
    }
    var start = width
    if isItem {
      start += text[line].dropFirst(width).prefix { Byte.isBlank($0) || $0 == Byte.dash }.count
      levels.append(Level(blanks: [], width: start, isItem: false))
    }
    if BlockScalar.isHeader(text[line]) {
      block = Block(header: width, content: nil)
      isDeeperDue = false
    } else {
      let rest = Array(text[line].dropFirst(start))
      isDeeperDue = rest.last { !Byte.isBlank($0) } == Byte.colon
    }
  }
}

// MARK: - Block scalars

extension TabRepair {
  private func isInBlock(_ line: Int, _ blanks: [UInt8]) -> Bool {
    guard let block else { return false }
    if Self.shown(blanks, stop: 4) > block.header { return true }
    return blanks.contains(Byte.tab) && text.key(line) == nil && !text.isItem(line)
  }

  /// Tabs behind the indentation of a block scalar are its text.
  private mutating func readBlockLine(_ line: Int, _ blanks: [UInt8]) {
    guard let present = block else { return }
    let spaces = blanks.prefix { $0 == Byte.space }.count
    let content = present.content ?? (spaces > present.header ? spaces : present.header + 2)
    block?.content = content
    if blanks.contains(Byte.tab), spaces < content { convert(line, blanks, to: content) }
  }
}

/// How block scalars are recognised in text.
enum BlockScalar {
  /// Whether a line ends with `|` or `>` and their signs.
  static func isHeader(_ line: [UInt8]) -> Bool {
    var end = line.count
    if let comment = line.indices.first(where: { $0 > 0 && line[$0] == Byte.hash && Byte.isBlank(line[$0 - 1]) }) {
      end = comment
    }
    end = SourceText.trimmedEnd(line, 0..<end)
    var start = end
    while start > 0, !Byte.isBlank(line[start - 1]) { start -= 1 }
    let word = line[start..<end]
    guard let sign = word.first, sign == Byte.bar || sign == Byte.greater, start > 0 else { return false }
    return word.count <= 3
      && word.dropFirst().allSatisfy {
        $0 == UInt8(ascii: "+") || $0 == Byte.dash || (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0)
      }
  }
}
