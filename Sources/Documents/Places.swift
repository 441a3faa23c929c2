// Where nodes and parts of their text stand in the file.

extension Node {
  /// The place of the value itself, without tag and anchor. A container ends with its last child; a block scalar before the
  /// blank lines after it. An alias has its own place.
  public var range: SourceRange { document.places.range(of: index) }

  /// The place with the file's name.
  public var location: Location { document.location(range) }

  /// The place of a stretch of a scalar's text, given in UTF-8 offsets into `text`: for a caret inside an expression. Knows
  /// escapes and folded lines. Offsets outside the text are brought inside; a container gives its whole place.
  public func range(ofText stretch: Range<Int>) -> SourceRange {
    document.places.range(of: stretch, in: index)
  }
}

extension Document {
  var places: Places { Places(tree: tree, text: text) }
}

/// Works out places that libyaml's marks do not give.
struct Places {
  let tree: Tree
  let text: SourceFile

  func range(of index: Int) -> SourceRange {
    let node = tree.nodes[index]
    let start = node.flags.contains(.properties) ? valueStart(of: node) : position(node.start)
    let end = node.flags.contains(.endsInBlockScalar) ? blockScalarEnd(in: index) : position(node.end)
    return SourceRange(from: start, to: max(start, end))
  }

  func range(of stretch: Range<Int>, in index: Int) -> SourceRange {
    let node = tree.nodes[index]
    guard node.kind == .scalar, !node.flags.contains(.unread) else { return range(of: index) }
    let bytes = tree.arena[tree.bytes(of: index)]
    guard let trace = ScalarTrace(of: bytes, style: node.style, in: text.bytes, from: startOffset(of: node)) else {
      return range(of: index)
    }
    let part = trace.source(of: stretch)
    return SourceRange(from: text.position(of: part.lowerBound), to: text.position(of: part.upperBound))
  }

  private func position(_ mark: Mark) -> Position {
    Position(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private func startOffset(of node: FlatNode) -> Int {
    let start = node.flags.contains(.properties) ? valueStart(of: node) : position(node.start)
    return text.offset(line: start.line, column: start.column)
  }

  /// Behind tag and anchor, which libyaml counts as part of the node.
  private func valueStart(of node: FlatNode) -> Position {
    let mark = position(node.start)
    let end = position(node.end)
    let limit = text.offset(line: end.line, column: end.column)
    var offset = text.offset(line: mark.line, column: mark.column)
    while offset < limit, text.bytes[offset] == UInt8(ascii: "!") || text.bytes[offset] == UInt8(ascii: "&") {
      while offset < limit, !Byte.isBlank(text.bytes[offset]), !Byte.isBreak(text.bytes[offset]) { offset += 1 }
      offset = SourceText.skipSpace(text.bytes, from: offset, to: limit)
    }
    return text.position(of: offset)
  }

  /// The end of the block scalar that a node is or ends with: of its last line that is not blank.
  private func blockScalarEnd(in index: Int) -> Position {
    let scalar = tree.after(index) - 1
    let node = tree.nodes[scalar]
    let header = position(node.start)
    // libyaml's end lies at the beginning of the next line that is not blank, or in the last line of a file without a line end.
    var line = node.end.column == 0 ? Int(node.end.line) : Int(node.end.line) + 1
    while line > header.line, SourceText.isBlank(text.bytes[text.byteRange(ofLine: line)]) { line -= 1 }
    return text.position(of: SourceText.trimmedEnd(text.bytes, text.byteRange(ofLine: line)))
  }
}

extension Position: Comparable {
  static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

extension SourceRange {
  init(from start: Position, to end: Position) {
    self.init(line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }
}
