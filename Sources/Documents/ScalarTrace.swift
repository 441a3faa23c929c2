/// Which stretch of the source each byte of a scalar's text comes from.
///
/// Reads the source once more by the rules of the scalar's style. Every byte is compared with the text that libyaml gave: a
/// difference gives no trace at all rather than a wrong place.
struct ScalarTrace {
  private let expected: ArraySlice<UInt8>
  private let source: [UInt8]
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var fits = true
  /// The place in the source that is read next.
  private var offset: Int

  init?(of text: ArraySlice<UInt8>, style: Node.Style, in source: [UInt8], from start: Int) {
    expected = text
    self.source = source
    offset = start
    starts.reserveCapacity(text.count)
    ends.reserveCapacity(text.count)
    switch style {
    case .plain: readPlain()
    case .singleQuoted: readQuoted(Byte.quote)
    case .doubleQuoted: readQuoted(Byte.doubleQuote)
    case .literal, .folded: readBlock(isLiteral: style == .literal)
    case .flow, .block: return nil
    }
    guard fits, starts.count == text.count else { return nil }
  }

  /// The source of a stretch of the text. An empty stretch stands before its byte, at the end of the text behind the last.
  func source(of stretch: Range<Int>) -> Range<Int> {
    let lower = max(0, min(stretch.lowerBound, starts.count))
    let upper = max(lower, min(stretch.upperBound, starts.count))
    let start = lower < starts.count ? starts[lower] : ends.last ?? offset
    return start..<(upper > lower ? max(start, ends[upper - 1]) : start)
  }

  private var isDone: Bool { !fits || starts.count >= expected.count || offset >= source.count }

  private mutating func emit(_ byte: UInt8, from start: Int, to end: Int) {
    guard starts.count < expected.count, expected[expected.startIndex + starts.count] == byte else {
      fits = false
      return
    }
    starts.append(start)
    ends.append(end)
  }

  /// One code point that stands for itself.
  private mutating func emitCharacter() {
    let start = offset
    offset += 1
    while offset < source.count, source[offset] & 0xC0 == 0x80 { offset += 1 }
    for index in start..<offset { emit(source[index], from: start, to: offset) }
  }
}

// MARK: - Plain and quoted

extension ScalarTrace {
  private mutating func readPlain() {
    while !isDone {
      if isSpace(offset) { fold(afterEscape: false) } else { emitCharacter() }
    }
  }

  private mutating func readQuoted(_ quote: UInt8) {
    offset += 1
    while !isDone {
      let byte = source[offset]
      if isSpace(offset) {
        fold(afterEscape: false)
      } else if byte == quote {
        guard quote == Byte.quote, offset + 1 < source.count, source[offset + 1] == quote else { return }
        emit(quote, from: offset, to: offset + 2)
        offset += 2
      } else if byte == Byte.backslash, quote == Byte.doubleQuote {
        readEscape()
      } else {
        emitCharacter()
      }
    }
  }

  private func isSpace(_ offset: Int) -> Bool { Byte.isBlank(source[offset]) || Byte.isBreak(source[offset]) }

  /// White space: blanks within a line stand for themselves, one line end is a space, each further one a line end.
  private mutating func fold(afterEscape: Bool) {
    let start = offset
    var breaks: [Range<Int>] = []
    while offset < source.count, isSpace(offset) {
      if let end = breakEnd(at: offset) {
        breaks.append(offset..<end)
        offset = end
      } else {
        offset += 1
      }
    }
    if afterEscape {
      for end in breaks { emit(Byte.lineFeed, from: end.lowerBound, to: end.upperBound) }
    } else if breaks.isEmpty {
      for index in start..<offset { emit(source[index], from: index, to: index + 1) }
    } else if breaks.count == 1 {
      emit(Byte.space, from: start, to: offset)
    } else {
      for end in breaks.dropFirst() { emit(Byte.lineFeed, from: end.lowerBound, to: end.upperBound) }
    }
  }

  /// Behind the line end at a place; `nil` if there is none.
  private func breakEnd(at offset: Int) -> Int? {
    guard offset < source.count, Byte.isBreak(source[offset]) else { return nil }
    let isPair = source[offset] == Byte.carriageReturn && offset + 1 < source.count && source[offset + 1] == Byte.lineFeed
    return offset + (isPair ? 2 : 1)
  }

  private mutating func readEscape() {
    let start = offset
    if let end = breakEnd(at: start + 1) {
      offset = end
      fold(afterEscape: true)
      return
    }
    guard start + 1 < source.count, let scalar = Escape.scalar(in: source, at: start + 1) else {
      fits = false
      return
    }
    offset = start + 1 + scalar.length
    for byte in UTF8.encode(scalar.value) ?? UTF8.encodedReplacementCharacter { emit(byte, from: start, to: offset) }
  }
}

// MARK: - Block scalars

extension ScalarTrace {
  private mutating func readBlock(isLiteral: Bool) {
    var hasIndicator = false
    while offset < source.count, !Byte.isBreak(source[offset]) {
      if source[offset] == Byte.hash { break }
      if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(source[offset]) { hasIndicator = true }
      offset += 1
    }
    while offset < source.count, !Byte.isBreak(source[offset]) { offset += 1 }
    offset = breakEnd(at: offset) ?? offset
    let found = firstIndentation()
    // With a digit in the header the text may begin with blanks of its own; its indentation is the one that fits.
    let indentations = hasIndicator ? Array((1...max(1, min(found, 64))).reversed()) : [found]
    let start = offset
    for indentation in indentations {
      offset = start
      starts.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      fits = true
      readLines(indentation, isLiteral: isLiteral)
      if fits, starts.count == expected.count { return }
    }
  }

  /// The blanks before the first line that is not blank.
  private func firstIndentation() -> Int {
    var index = offset
    var count = 0
    while index < source.count {
      if let end = breakEnd(at: index) {
        count = 0
        index = end
      } else if source[index] == Byte.space {
        count += 1
        index += 1
      } else {
        break
      }
    }
    return count
  }

  private mutating func readLines(_ indentation: Int, isLiteral: Bool) {
    var lineEnd: Range<Int>?
    var blankLines: [Range<Int>] = []
    var lastBeganBlank = false
    while offset < source.count {
      var column = 0
      while column < indentation, offset < source.count, source[offset] == Byte.space {
        offset += 1
        column += 1
      }
      if let end = breakEnd(at: offset) {
        blankLines.append(offset..<end)
        offset = end
        continue
      }
      guard column == indentation, offset < source.count, starts.count < expected.count else { break }
      let beginsBlank = Byte.isBlank(source[offset])
      if let end = lineEnd {
        if isLiteral || lastBeganBlank || beginsBlank {
          emit(Byte.lineFeed, from: end.lowerBound, to: end.upperBound)
        } else if blankLines.isEmpty {
          emit(Byte.space, from: end.lowerBound, to: end.upperBound)
        }
      }
      emitBreaks(blankLines)
      blankLines = []
      lastBeganBlank = beginsBlank
      while offset < source.count, !Byte.isBreak(source[offset]), fits { emitCharacter() }
      lineEnd = breakEnd(at: offset).map { offset..<$0 }
      offset = lineEnd?.upperBound ?? offset
      if !fits { return }
    }
    // What is left is kept or cut by the header's sign; the text says which.
    emitBreaks(([lineEnd].compactMap { $0 } + blankLines).prefix(expected.count - starts.count))
  }

  private mutating func emitBreaks(_ breaks: some Sequence<Range<Int>>) {
    for end in breaks { emit(Byte.lineFeed, from: end.lowerBound, to: end.upperBound) }
  }
}

/// The escapes of double quotes.
enum Escape {
  private static let simple: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{07}", UInt8(ascii: "b"): "\u{08}", UInt8(ascii: "t"): "\t",
    UInt8(ascii: "\t"): "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{0B}", UInt8(ascii: "f"): "\u{0C}",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"",
    UInt8(ascii: "'"): "'", UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}",
    UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
  ]
  private static let digits: [UInt8: Int] = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8]

  /// What an escape stands for, from the byte behind the backslash on, with its length there.
  static func scalar(in source: [UInt8], at offset: Int) -> (value: Unicode.Scalar, length: Int)? {
    if let value = simple[source[offset]] { return (value, 1) }
    guard let count = digits[source[offset]], offset + count < source.count else { return nil }
    let text = String(decoding: source[offset + 1...offset + count], as: UTF8.self)
    guard let number = UInt32(text, radix: 16), let value = Unicode.Scalar(number) else { return nil }
    return (value, 1 + count)
  }
}
