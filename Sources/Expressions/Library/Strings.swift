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

/// A part looked for in a text, perhaps from a place on.
private struct TextSearch {
  let text: [UnicodeScalar]
  let part: [UnicodeScalar]
  /// Nil when none is given.
  let place: Int64?

  init?(_ arguments: Arguments, _ context: Context, _ state: borrowing EvaluationState) {
    guard let text = state.scalars(arguments[0], context), let part = state.scalars(arguments[1], context) else { return nil }
    self.text = text
    self.part = part
    guard arguments.count == 3 else {
      place = nil
      return
    }
    guard case .int(let number) = arguments[2] else { return nil }
    place = number
  }

  private var isPlaceValid: Bool { place.map { $0 >= 0 && $0 <= Int64(text.count) } ?? true }

  /// The first place at or after the given one.
  var first: Value {
    guard isPlaceValid else { return .failure(.outOfRange) }
    let last = text.count - part.count
    let start = Int(place ?? 0)
    guard start <= last else { return .int(-1) }
    return found((start...last).first(where: matches))
  }

  /// The last place at or before the given one.
  var last: Value {
    guard isPlaceValid else { return .failure(.outOfRange) }
    let last = min(text.count - part.count, place.map(Int.init) ?? .max)
    guard last >= 0 else { return .int(-1) }
    return found((0...last).last(where: matches))
  }

  private func matches(_ position: Int) -> Bool { text[position...].starts(with: part) }
  private func found(_ position: Int?) -> Value { .int(Int64(position ?? -1)) }
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
