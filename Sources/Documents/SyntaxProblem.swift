/// What libyaml objects to, in our words: a message of the catalogue and the place a person has to look at.
struct SyntaxProblem {
  var rule: RuleID = "yaml/syntax"
  var id: String
  var arguments: [String: String] = [:]
  /// In the text as it stands now.
  var place: Position
  /// Nothing behind it can belong to the document: there is nothing to take out.
  var isAfterEnd = false

  init(rule: RuleID = "yaml/syntax", id: String, arguments: [String: String] = [:], place: Position) {
    self.rule = rule
    self.id = id
    self.arguments = arguments
    self.place = place
  }

  init(_ said: LibYAMLProblem, in text: EditableText) {
    let place = Position(said.place, in: text)
    let opened = Position(said.contextPlace, in: text)
    self.init(id: "yaml/syntax.other", arguments: ["problem": said.problem], place: place)
    switch said.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      self.init(id: "yaml/syntax.unclosed-quote", place: opened)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      let bracket = said.problem.hasSuffix("]'") ? ("[", "]") : ("{", "}")
      id = "yaml/syntax.unclosed-flow"
      arguments = ["open": bracket.0, "close": bracket.1]
      if opened.line != place.line { self.place = opened }
    case "could not find expected ':'":
      self.init(id: "yaml/syntax.missing-colon", place: opened)
    case "mapping values are not allowed in this context":
      let isFirst = text.key(place.line).map { $0.valueAt == place.column } ?? false
      self.init(id: isFirst ? "yaml/syntax.indentation" : "yaml/syntax.mapping-values", place: place)
    case "did not find expected key", "did not find expected '-' indicator":
      self.init(id: Self.unexpected(at: place, in: text), place: place)
    case "block sequence entries are not allowed in this context":
      self.init(id: "yaml/syntax.list-item", place: place)
    case "mapping keys are not allowed in this context":
      self.init(id: "yaml/syntax.character", arguments: ["character": "?"], place: place)
    case "found character that cannot start any token", "did not find expected node content":
      let character = text.character(at: place)
      self.init(id: character.isEmpty ? "yaml/syntax.unexpected" : "yaml/syntax.character", place: place)
      if !character.isEmpty { arguments = ["character": character] }
    case "did not find expected <document start>":
      self.init(id: "yaml/syntax.after-end", place: place)
      isAfterEnd = true
    default:
      classifyByContext(said, opened, text)
    }
  }

  /// A bracket that was open when the text became too deep, if an entry beside its own stands in between: it was never closed.
  init?(unclosed bracket: Mark, before end: Mark, in text: EditableText) {
    let (place, end) = (Position(bracket, in: text), Position(end, in: text))
    guard end.line > place.line, text.key(end.line) != nil, text.indentation(end.line) <= text.indentation(place.line) else {
      return nil
    }
    let open = text.character(at: place)
    self.init(id: "yaml/syntax.unclosed-flow", arguments: ["open": open, "close": open == "[" ? "]" : "}"], place: place)
  }

  /// Problems whose words say less than the thing in which they were found.
  private mutating func classifyByContext(_ said: LibYAMLProblem, _ opened: Position, _ text: EditableText) {
    switch said.context {
    case "while scanning an anchor", "while scanning an alias":
      self = SyntaxProblem(id: "yaml/syntax.anchor", arguments: ["character": text.character(at: opened)], place: opened)
    case "while scanning a tag", "while parsing a tag", "while parsing a node":
      self = SyntaxProblem(id: "yaml/syntax.tag", place: opened)
    case "while parsing a quoted scalar":
      self = SyntaxProblem(id: "yaml/syntax.escape", place: place)
    case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive",
      "while parsing a %TAG directive":
      self = SyntaxProblem(id: "yaml/syntax.directive", place: opened)
    case "while scanning a block scalar", "while scanning a plain scalar":
      let isTab = said.problem.hasPrefix("found a tab character")
      if isTab { rule = "yaml/tab" }
      id = isTab ? "yaml/tab" : "yaml/syntax.block-header"
      arguments = [:]
    default: break
    }
  }

  /// Why something stands where a key or an item is due.
  private static func unexpected(at place: Position, in text: EditableText) -> String {
    guard place.line <= text.count else { return "yaml/syntax.indentation" }
    let before = text.before(place).reversed().drop { Byte.isBlank($0) }
    switch before.first {
    case nil: return text.isItem(place.line) ? "yaml/syntax.list-item" : "yaml/syntax.indentation"
    case Byte.quote, Byte.doubleQuote: return "yaml/syntax.after-quote"
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return "yaml/syntax.after-bracket"
    default: return "yaml/syntax.unexpected"
    }
  }

  /// One character, none at the end of a line, all of a line that lacks its colon.
  func range(in text: EditableText) -> SourceRange {
    let rest = String(decoding: text.after(place), as: UTF8.self).unicodeScalars
    let width = id == "yaml/syntax.missing-colon" ? rest.count : min(1, rest.count)
    let end = Position(line: place.line, column: place.column + width)
    return SourceRange(from: text.original(place), to: text.original(end))
  }
}

extension Position {
  /// A mark's place; one behind the end of the text is brought to the end of the last line with content.
  init(_ mark: Mark, in text: EditableText) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    guard line > text.count else { return }
    line = (1..<text.count + 1).last { text.isContent($0) } ?? max(1, text.count)
    let bytes = line <= text.count ? text[line] : []
    column = 1 + bytes[..<SourceText.trimmedEnd(bytes, 0..<bytes.count)].count { $0 & 0xC0 != 0x80 }
  }
}

extension EditableText {
  /// The part of a line before a place.
  func before(_ place: Position) -> ArraySlice<UInt8> {
    guard place.line <= count else { return [] }
    return self[place.line][..<offset(of: place)]
  }

  /// The part of a line from a place on, without the blanks at its end.
  func after(_ place: Position) -> ArraySlice<UInt8> {
    guard place.line <= count else { return [] }
    let bytes = self[place.line]
    let start = offset(of: place)
    return bytes[start..<max(start, SourceText.trimmedEnd(bytes, 0..<bytes.count))]
  }

  /// The character at a place; empty at the end of a line.
  func character(at place: Position) -> String {
    String(decoding: after(place), as: UTF8.self).unicodeScalars.first.map { String($0) } ?? ""
  }

  private func offset(of place: Position) -> Int {
    let bytes = self[place.line]
    var offset = 0
    for _ in 1..<max(place.column, 1) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
