/// Makes a file into the text libyaml gets: UTF-8 without characters that YAML forbids, as many characters as the file has.
struct EncodingCheck {
  /// The file itself, or a copy with what is damaged replaced, character by character, so that no place shifts.
  private(set) var text: SourceFile
  private(set) var issues: [Issue] = []
  /// Whether there is text to read at all.
  private(set) var isText = true

  /// Looks at a file that may be damaged.
  init(_ source: SourceFile) {
    text = source
    if let name = Self.foreignEncoding(source.bytes) {
      isText = false
      let place = SourceRange(line: 1, column: 1, endLine: 1, endColumn: 1)
      issues = [Self.issue("encoding.\(name)", [:], Location(file: source.name, range: place))]
      return
    }
    repair(source)
  }

  /// Whether a file has to be looked at before libyaml reads it, which checks UTF-8 and most forbidden characters itself.
  static func isNeeded(for bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || LineSeparators.areIn(bytes)
  }

  /// UTF-16, UTF-32 and files that are no text.
  private static func foreignEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "utf-16" }
    let head = bytes.prefix(4096)
    let zeros = head.count { $0 == 0 }
    guard zeros * 10 > head.count else { return nil }
    return zeros * 2 == head.count ? "utf-16" : "binary"
  }
}

// MARK: - Repair

extension EncodingCheck {
  private enum Damage: String, CaseIterable {
    case invalid = "encoding.not-utf8"
    case control = "encoding.control"
    case mark = "encoding.byte-order-mark"
  }

  /// The first place and the number of places of one kind of damage.
  private struct Finding {
    var offset: Int
    var length: Int
    var code: String
    var count: Int
  }

  private mutating func repair(_ source: SourceFile) {
    var findings: [Damage: Finding] = [:]
    var repaired: [UInt8] = []
    repaired.reserveCapacity(source.bytes.count)
    func note(_ damage: Damage, _ length: Int, _ code: String) {
      findings[damage, default: Finding(offset: repaired.count, length: length, code: code, count: 0)].count += 1
    }
    Self.validStretches(of: source.bytes) { stretch, isValid in
      guard isValid else {
        note(.invalid, 3, source.bytes[stretch].map { "0x" + String($0, radix: 16, uppercase: true) }.joined(separator: " "))
        repaired += UTF8.encodedReplacementCharacter
        return
      }
      var index = stretch.lowerBound
      if index == 0, source.bytes.starts(with: Byte.byteOrderMark) {
        repaired += Byte.byteOrderMark
        index = Byte.byteOrderMark.count
      }
      while index < stretch.upperBound {
        guard let length = Forbidden.length(in: source.bytes, at: index) else {
          repaired.append(source.bytes[index])
          index += 1
          continue
        }
        let character = Array(source.bytes[index..<index + length])
        index += length
        if Forbidden.isLineSeparator(character) {
          repaired.append(Byte.space)
        } else if character == Byte.byteOrderMark {
          note(.mark, 3, "U+FEFF")
          repaired += character
        } else {
          note(.control, 3, Forbidden.code(character))
          repaired += UTF8.encodedReplacementCharacter
        }
      }
    }
    text = SourceFile(name: source.name, bytes: repaired)
    issues = Damage.allCases.compactMap { damage in findings[damage].map { issue(damage.rawValue, $0) } }
  }

  private func issue(_ id: String, _ finding: Finding) -> Issue {
    let range = SourceRange(from: text.position(of: finding.offset), to: text.position(of: finding.offset + finding.length))
    return Self.issue(
      id, ["code": finding.code, "count": String(finding.count)], Location(file: text.name, range: range))
  }

  private static func issue(_ id: String, _ arguments: [String: String], _ location: Location) -> Issue {
    Issue(
      "yaml/encoding", at: location, Message("yaml/\(id)", arguments), help: Message("yaml/\(id).help", arguments))
  }

  /// Calls `body` with the stretches of valid UTF-8 and, one character each, what is between them.
  private static func validStretches(of bytes: [UInt8], _ body: (Range<Int>, Bool) -> Void) {
    var start = 0
    while start < bytes.count {
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
        body(start..<bytes.count, true)
        return
      } catch {
        let bad = error.byteOffsets.lowerBound + start..<error.byteOffsets.upperBound + start
        if bad.lowerBound > start { body(start..<bad.lowerBound, true) }
        body(bad, false)
        start = bad.upperBound
      }
    }
  }
}

/// The characters that YAML forbids, and the three that libyaml takes for line ends though no editor does.
private enum Forbidden {
  /// The length of a forbidden character that begins here, in valid UTF-8.
  @inline(__always)
  static func length(in bytes: [UInt8], at index: Int) -> Int? {
    let byte = bytes[index]
    if byte >= 0x20, byte < 0x7F { return nil }
    switch byte {
    case 0x09, 0x0A, 0x0D: return nil
    case 0x00..<0x20, 0x7F: return 1
    case 0xC2: return bytes[index + 1] < 0xA0 ? 2 : nil
    case 0xE2: return bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]) ? 3 : nil
    case 0xEF:
      let isMark = bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
      return isMark || bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? 3 : nil
    default: return nil
    }
  }

  /// Next line, line separator, paragraph separator: read as a space.
  static func isLineSeparator(_ character: [UInt8]) -> Bool {
    character == [0xC2, 0x85] || character.first == 0xE2
  }

  static func code(_ character: [UInt8]) -> String {
    let digits = String(String(decoding: character, as: UTF8.self).unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
