/// `size`, and the questions about texts that the standard library has.
extension Environment {
  mutating func defineBasics() {
    let sized: [CELType] = [.string, .bytes, .list(.a), .map(.a, .b)]
    define("size", sized.map { .global([$0], .int) } + sized.map { .member([$0], .int) }, takesUnknownItems: true) {
      arguments, context, state in
      switch arguments[0] {
      case .string(let run): .int(Int64(state.bytes(run, context).count { $0 & 0xC0 != 0x80 }))
      case .bytes(let run), .list(let run), .map(let run): .int(Int64(run.count))
      case .record(let run): state.presentCount(run, context)
      default: .failure(.noSuchOverload)
      }
    }
    question("startsWith") { $0.starts(with: $1) }
    question("endsWith") { $0.suffix($1.count) == $1 }
    question("contains") { ByteSearch($1).first(in: $0, from: $0.startIndex) != nil }
    define("matches", [.global([.string, .string], .bool), .member([.string, .string], .bool)]) { arguments, context, state in
      guard case .string(let text) = arguments[0], case .string(let pattern) = arguments[1] else {
        return .failure(.noSuchOverload)
      }
      guard let compiled = state.pattern(state.text(pattern, context)) else { return .failure(.invalidArgument) }
      guard state.charge(compiled.weight * (1 + Int(text.count) / 8)) else { return .failure(.stepLimit) }
      return .bool(compiled.matches(bytes: state.bytes(text, context)))
    }
  }

  /// A yes-or-no question of two texts; `contains` is one of periods too.
  private mutating func question(_ name: String, _ ask: @escaping @Sendable (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool) {
    var overloads = [Overload.member([.string, .string], .bool)]
    if name == "contains" { overloads += [.member([.period, .date], .bool), .member([.period, .period], .bool)] }
    define(name, overloads) { arguments, context, state in
      switch (arguments[0], arguments[1]) {
      case (.string(let text), .string(let part)):
        .bool(ask(state.bytes(text, context), state.bytes(part, context)))
      case (.period(let run), .date(let date)) where name == "contains":
        .bool(state.period(run, context)?.contains(date) ?? false)
      case (.period(let run), .period(let part)) where name == "contains":
        .bool(state.contains(run, part, context))
      default: .failure(.noSuchOverload)
      }
    }
  }
}

extension EvaluationState {
  /// How many fields have a value; one that is unknown may turn out not to apply.
  fileprivate mutating func presentCount(_ record: Value.Run, _ context: Context) -> Value {
    let fields = presentFields(record, context)
    var undecided = Undecided(self)
    for field in fields { undecided.add(field.value, context, &self) }
    return undecided.strict(&self) ?? .int(Int64(fields.count))
  }

  fileprivate func contains(_ outer: Value.Run, _ inner: Value.Run, _ context: Context) -> Bool {
    guard let outer = period(outer, context), let inner = period(inner, context) else { return false }
    return outer.contains(inner)
  }

  /// A pattern made at run time, kept for the next time; nil for one that cannot be read or costs too much.
  fileprivate mutating func pattern(_ text: String) -> Pattern? {
    if let known = patterns[text] { return known }
    guard charge(100 + text.utf8.count), let compiled = try? Pattern(text) else { return nil }
    if patterns.count >= 64 { patterns.removeAll(keepingCapacity: true) }
    patterns[text] = compiled
    return compiled
  }
}
