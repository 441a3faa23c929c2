/// The extension `strings`: making texts from texts.
extension Environment {
  mutating func defineStringEditing() {
    edit("lowerAscii") { string($0.unicodeScalars.map(lowered)) }
    edit("upperAscii") { string($0.unicodeScalars.map(uppered)) }
    edit("trim") { trimmed($0) }
    define("strings.quote", [.global([.string], .string)]) { arguments, context, state in
      guard let text = state.text(arguments[0], context) else { return .failure(.noSuchOverload) }
      return state.scratch.string(quoted(text))
    }
    define("join", [.member([.list(.string)], .string), .member([.list(.string), .string], .string)]) {
      arguments, context, state in
      guard case .list(let run) = arguments[0] else { return .failure(.noSuchOverload) }
      let separator = arguments.count == 2 ? state.text(arguments[1], context) : ""
      let parts = state.items(run, context).map { state.text($0, context) }
      guard let separator, !parts.contains(nil) else { return .failure(.noSuchOverload) }
      let size = parts.reduce(0) { $0 + ($1?.utf8.count ?? 0) + separator.utf8.count }
      guard state.charge(size / 8) else { return .failure(.stepLimit) }
      return state.scratch.string(parts.compactMap { $0 }.joined(separator: separator))
    }
    define("split", [.member([.string, .string], .list(.string)), .member([.string, .string, .int], .list(.string))]) {
      arguments, context, state in
      guard let text = state.text(arguments[0], context), let separator = state.text(arguments[1], context),
        let limit = count(arguments)
      else { return .failure(.noSuchOverload) }
      guard state.charge(text.utf8.count) else { return .failure(.stepLimit) }
      return state.scratch.store(.list(pieces(text, by: separator, limit: limit).map(Datum.string)))
    }
    let replace: [Overload] = [
      .member([.string, .string, .string], .string), .member([.string, .string, .string, .int], .string),
    ]
    define("replace", replace) { arguments, context, state in
      guard let text = state.text(arguments[0], context), let old = state.text(arguments[1], context),
        let new = state.text(arguments[2], context), let limit = count(arguments, at: 3)
      else { return .failure(.noSuchOverload) }
      let parts = pieces(text, by: old, limit: limit < 0 ? -1 : limit == .max ? limit : limit + 1)
      guard state.charge(parts.count * (1 + new.utf8.count / 8)) else { return .failure(.stepLimit) }
      return state.scratch.string(limit == 0 ? text : replaced(parts, old, new, limit))
    }
  }

  private mutating func edit(_ name: String, _ change: @escaping @Sendable (String) -> String) {
    define(name, [.member([.string], .string)]) { arguments, context, state in
      guard let text = state.text(arguments[0], context) else { return .failure(.noSuchOverload) }
      return state.scratch.string(change(text))
    }
  }
}

/// The limit among the arguments: -1 when there is none, nil when it is no int.
private func count(_ arguments: Arguments, at index: Int = 2) -> Int? {
  guard arguments.count > index else { return -1 }
  if case .int(let number) = arguments[index] { return Int(number) }
  return nil
}

private func lowered(_ scalar: UnicodeScalar) -> UnicodeScalar {
  ("A"..."Z").contains(scalar) ? UnicodeScalar(UInt8(scalar.value) + 32) : scalar
}

private func uppered(_ scalar: UnicodeScalar) -> UnicodeScalar {
  ("a"..."z").contains(scalar) ? UnicodeScalar(UInt8(scalar.value) - 32) : scalar
}

private func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  return String(scalars[start...end])
}

private func quoted(_ text: String) -> String {
  let escapes: [UnicodeScalar: String] = [
    "\u{07}": "\\a", "\u{08}": "\\b", "\u{0C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{0B}": "\\v", "\\": "\\\\",
    "\"": "\\\"",
  ]
  return "\"" + text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
}

/// The parts of a text between separators: no more than `limit`, all when that is negative. Of an empty separator, the characters.
private func pieces(_ text: String, by separator: String, limit: Int) -> [String] {
  if limit == 0 { return [] }
  let (whole, part) = (Array(text.utf8)[...], Array(separator.utf8)[...])
  let search = ByteSearch(part)
  var result: [String] = []
  var start = 0
  func append(_ range: Range<Int>) { result.append(String(decoding: whole[range], as: UTF8.self)) }
  while limit < 0 || result.count < limit - 1 {
    var end: Int
    if part.isEmpty {
      guard start < whole.count else { break }
      end = start + 1
      while end < whole.count, whole[end] & 0xC0 == 0x80 { end += 1 }
      if end == whole.count { break }
    } else {
      guard let found = search.first(in: whole, from: start) else { break }
      end = found.lowerBound
    }
    append(start..<end)
    start = end + part.count
  }
  append(start..<whole.count)
  return result
}

/// The parts with `new` between; an empty `old` stands before each character and at the end.
private func replaced(_ parts: [String], _ old: String, _ new: String, _ limit: Int) -> String {
  guard old.isEmpty else { return parts.joined(separator: new) }
  let characters = parts.joined().unicodeScalars
  var result = ""
  for (index, character) in characters.enumerated() {
    if limit < 0 || index < limit { result += new }
    result.unicodeScalars.append(character)
  }
  return limit < 0 || characters.count < limit ? result + new : result
}
