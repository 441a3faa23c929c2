/// The extension `strings`: looking into a text by code points.
extension Environment {
  mutating func defineStrings() {
    define("charAt", [.member([.string, .int], .string)]) { arguments, context, state in
      guard let text = state.scalars(arguments[0], context), case .int(let index) = arguments[1] else {
        return .failure(.noSuchOverload)
      }
      guard index >= 0, index <= Int64(text.count) else { return .failure(.outOfRange) }
      return state.scratch.string(string(text[Int(index)..<min(text.count, Int(index) + 1)]))
    }
    let search: [Overload] = [.member([.string, .string], .int), .member([.string, .string, .int], .int)]
    define("indexOf", search) { arguments, context, state in
      TextSearch(arguments, context, state).map { $0.first } ?? .failure(.noSuchOverload)
    }
    define("lastIndexOf", search) { arguments, context, state in
      TextSearch(arguments, context, state).map { $0.last } ?? .failure(.noSuchOverload)
    }
    define("substring", [.member([.string, .int], .string), .member([.string, .int, .int], .string)]) {
      arguments, context, state in
      guard let text = state.scalars(arguments[0], context), case .int(let start) = arguments[1] else {
        return .failure(.noSuchOverload)
      }
      var end = Int64(text.count)
      if arguments.count == 3 {
        guard case .int(let given) = arguments[2] else { return .failure(.noSuchOverload) }
        end = given
      }
      guard start >= 0, start <= Int64(text.count), end >= 0, end <= Int64(text.count), start <= end else {
        return .failure(.outOfRange)
      }
      return state.scratch.string(string(text[Int(start)..<Int(end)]))
    }
    define("reverse", [.member([.string], .string), .member([.list(.a)], .list(.a))], takesUnknownItems: true) {
      arguments, context, state in
      if case .list(let run) = arguments[0] { return state.scratch.list(Array(state.items(run, context).reversed())) }
      guard let text = state.scalars(arguments[0], context) else { return .failure(.noSuchOverload) }
      return state.scratch.string(string(text.reversed()))
    }
  }
}

/// A part looked for in a text, perhaps from a place on, both counted in code points.
private struct TextSearch {
  let text: ArraySlice<UInt8>
  let part: ArraySlice<UInt8>
  /// Nil when none is given.
  let place: Int64?

  init?(_ arguments: Arguments, _ context: Context, _ state: borrowing EvaluationState) {
    guard case .string(let text) = arguments[0], case .string(let part) = arguments[1] else { return nil }
    self.text = state.bytes(text, context)
    self.part = state.bytes(part, context)
    guard arguments.count == 3 else {
      place = nil
      return
    }
    guard case .int(let number) = arguments[2] else { return nil }
    place = number
  }

  /// The first place at or after the given one.
  var first: Value {
    guard let start = offset(of: place ?? 0) else { return .failure(.outOfRange) }
    return found(ByteSearch(part).first(in: text, from: start))
  }

  /// The last place at or before the given one.
  var last: Value {
    guard let end = place.map(offset(of:)) ?? text.endIndex else { return .failure(.outOfRange) }
    return found(ByteSearch(part).last(in: text, upTo: end))
  }

  /// Where the code point with a number begins; that behind the last one is the end.
  private func offset(of place: Int64) -> Int? {
    guard place >= 0 else { return nil }
    var rest = place
    for index in text.indices where text[index] & 0xC0 != 0x80 {
      if rest == 0 { return index }
      rest -= 1
    }
    return rest == 0 ? text.endIndex : nil
  }

  private func found(_ range: Range<Int>?) -> Value {
    guard let range else { return .int(-1) }
    return .int(Int64(text[..<range.lowerBound].count { $0 & 0xC0 != 0x80 }))
  }
}

/// The text of code points.
func string(_ scalars: some Sequence<UnicodeScalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}

extension EvaluationState {
  /// The code points of a text; nil for anything else.
  func scalars(_ value: Value, _ context: Context) -> [UnicodeScalar]? {
    if case .string(let run) = value { Array(text(run, context).unicodeScalars) } else { nil }
  }

  /// The text; nil for anything else.
  func text(_ value: Value, _ context: Context) -> String? {
    if case .string(let run) = value { text(run, context) } else { nil }
  }
}
