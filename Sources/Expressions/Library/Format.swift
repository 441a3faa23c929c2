/// `text.format(list)`, as in C's printf but with checked arguments.
extension Environment {
  mutating func defineFormat() {
    define("format", [.member([.string, .list(.dyn)], .string)]) { arguments, context, state in
      guard let text = state.text(arguments[0], context), case .list(let run) = arguments[1] else {
        return .failure(.noSuchOverload)
      }
      var formatter = Formatter(text: Array(text.utf8), items: Array(state.items(run, context)), context: context)
      return formatter.run(&state)
    }
  }
}

/// What filling in a format costs.
enum Formatting {
  /// Steps of writing out a binary number.
  static let expansion = 1000
}

/// Fills in one format.
private struct Formatter {
  let text: [UInt8]
  let items: [Value]
  let context: Context
  private var position = 0
  private var next = 0
  private var output = ""

  init(text: [UInt8], items: [Value], context: Context) {
    self.text = text
    self.items = items
    self.context = context
  }

  mutating func run(_ state: inout EvaluationState) -> Value {
    while position < text.count {
      let start = position
      while position < text.count, text[position] != UInt8(ascii: "%") { position += 1 }
      output += String(decoding: text[start..<position], as: UTF8.self)
      guard position < text.count else { break }
      position += 1
      if let kind = clause(&state) { return .failure(kind) }
    }
    guard state.charge(output.utf8.count / 8) else { return .failure(.stepLimit) }
    return state.scratch.string(output)
  }

  /// One clause after its `%`; what is wrong with it.
  private mutating func clause(_ state: inout EvaluationState) -> EvaluationError.Kind? {
    if position < text.count, text[position] == UInt8(ascii: "%") {
      output += "%"
      position += 1
      return nil
    }
    guard let places = precision(), position < text.count else { return .invalidArgument }
    let letter = text[position]
    position += 1
    guard "sdfexXob".utf8.contains(letter) else { return .invalidArgument }
    guard next < items.count else { return .outOfRange }
    let item = items[next]
    next += 1
    guard state.charge(cost(letter, item, places)) else { return .stepLimit }
    guard let piece = piece(letter, item, places, &state) else { return .invalidArgument }
    output += piece
    return nil
  }

  /// The digits after the point: 6 unless given; nil when malformed.
  private mutating func precision() -> Int? {
    guard position < text.count, text[position] == UInt8(ascii: ".") else { return 6 }
    position += 1
    let start = position
    while position < text.count, isDigit(text[position]) { position += 1 }
    guard let number = Int(String(decoding: text[start..<position], as: UTF8.self)), number <= 1000 else { return nil }
    return number
  }

  /// The digits of a binary number are computed one power of two after the other.
  private func cost(_ letter: UInt8, _ item: Value, _ places: Int) -> Int {
    let isExpanded = letter == UInt8(ascii: "f") || letter == UInt8(ascii: "e")
    return isExpanded ? Formatting.expansion + places / 8 : item.length / 8
  }

  private func piece(_ letter: UInt8, _ item: Value, _ places: Int, _ state: inout EvaluationState) -> String? {
    switch letter {
    case UInt8(ascii: "s"): return state.displayed(item, context)
    case UInt8(ascii: "d"): return whole(item)
    case UInt8(ascii: "f"): return number(item).map { DoubleText.fixed($0, places: places) }
    case UInt8(ascii: "e"): return number(item).map { DoubleText.scientific($0, places: places) }
    case UInt8(ascii: "b"):
      if case .bool(let truth) = item { return truth ? "1" : "0" }
      return digits(item, radix: 2)
    case UInt8(ascii: "o"): return digits(item, radix: 8)
    default: return hexadecimal(item, isUpper: letter == UInt8(ascii: "X"), state)
    }
  }

  private func whole(_ item: Value) -> String? {
    if case .double(let number) = item, !number.isFinite { return DoubleText.shortest(number) }
    if case .decimal(let number) = item { return number.integer.map(String.init) }
    return digits(item, radix: 10)
  }

  private func number(_ item: Value) -> Double? {
    switch item {
    case .double(let number): number
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .decimal(let number): number.double
    default: nil
    }
  }

  private func digits(_ item: Value, radix: Int, isUpper: Bool = false) -> String? {
    switch item {
    case .int(let number): String(number, radix: radix, uppercase: isUpper)
    case .uint(let number): String(number, radix: radix, uppercase: isUpper)
    default: nil
    }
  }

  private func hexadecimal(_ item: Value, isUpper: Bool, _ state: borrowing EvaluationState) -> String? {
    guard case .string(let run) = item else {
      guard case .bytes(let run) = item else { return digits(item, radix: 16, isUpper: isUpper) }
      return hexadecimal(state.bytes(run, context), isUpper)
    }
    return hexadecimal(state.bytes(run, context), isUpper)
  }

  private func hexadecimal(_ bytes: ArraySlice<UInt8>, _ isUpper: Bool) -> String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: isUpper) }.joined()
  }
}

extension EvaluationState {
  /// A value as `%s` shows it, lists and maps included; nil for what has no text.
  mutating func displayed(_ value: Value, _ context: Context) -> String? {
    guard charge(1 + value.length / 8) else { return nil }
    switch value {
    case .list(let run):
      let parts = items(run, context).map { displayed($0, context) }
      return parts.contains(nil) ? nil : "[" + parts.compactMap { $0 }.joined(separator: ", ") + "]"
    case .map, .record:
      guard let pairs = pairs(value, context) else { return nil }
      let parts = pairs.map { displayed($0, context) }
      guard !parts.contains(nil) else { return nil }
      let texts = parts.compactMap { $0 }
      let entries = stride(from: 0, to: texts.count, by: 2).map { (texts[$0], texts[$0 + 1]) }.sorted { $0.0 < $1.0 }
      return "{" + entries.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
    case .bytes(let run): return String(decoding: bytes(run, context), as: UTF8.self)
    default: return plainText(value, context)
    }
  }
}
