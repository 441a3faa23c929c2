/// Conversions between types.
extension Environment {
  mutating func defineConversions() {
    defineNumbers()
    defineTexts()
    define("bool", [.global([.bool], .bool), .global([.string], .bool)]) { arguments, context, state in
      switch arguments[0] {
      case .bool: return arguments[0]
      case .string(let run):
        switch state.text(run, context) {
        case "1", "t", "T", "true", "True", "TRUE": return .bool(true)
        case "0", "f", "F", "false", "False", "FALSE": return .bool(false)
        default: return .failure(.badConversion)
        }
      default: return .failure(.noSuchOverload)
      }
    }
    define("dyn", [.global([.a], .dyn)], takesUnknownItems: true) { arguments, _, _ in arguments[0] }
    define("type", [.global([.a], .type(.a))], takesUnknownItems: true) { arguments, context, state in
      state.scratch.type(state.typeOf(arguments[0], context))
    }
  }

  private mutating func defineNumbers() {
    define("int", [.int, .uint, .double, .decimal, .string, .timestamp].map { .global([$0], .int) }) {
      arguments, context, state in
      Conversion.int(arguments[0], context, state)
    }
    define("uint", [.int, .uint, .double, .decimal, .string].map { .global([$0], .uint) }) { arguments, context, state in
      Conversion.uint(arguments[0], context, state)
    }
    define("double", [.int, .uint, .double, .decimal, .string].map { .global([$0], .double) }) { arguments, context, state in
      Conversion.double(arguments[0], context, state)
    }
    define("decimal", [.int, .uint, .decimal, .string].map { .global([$0], .decimal) }) { arguments, context, state in
      switch arguments[0] {
      case .decimal: arguments[0]
      case .int(let number): .decimal(Decimal64(number))
      case .uint(let number): Int64(exactly: number).map { .decimal(Decimal64($0)) } ?? .failure(.overflow)
      case .string(let run): Decimal64(parsing: state.text(run, context)).map(Value.decimal) ?? .failure(.badConversion)
      default: .failure(.noSuchOverload)
      }
    }
  }

  private mutating func defineTexts() {
    let types: [CELType] = [
      .string, .int, .uint, .double, .decimal, .bool, .bytes, .timestamp, .duration, .date, .period,
    ]
    define("string", types.map { .global([$0], .string) }) { arguments, context, state in
      switch arguments[0] {
      case .string: return arguments[0]
      case .bytes(let run):
        guard let text = String(validating: state.bytes(run, context), as: UTF8.self) else { return .failure(.badConversion) }
        return state.scratch.string(text)
      default: return state.plainText(arguments[0], context).map { state.scratch.string($0) } ?? .failure(.noSuchOverload)
      }
    }
    define("bytes", [.global([.bytes], .bytes), .global([.string], .bytes)]) { arguments, _, _ in
      switch arguments[0] {
      case .string(let run), .bytes(let run): .bytes(run)
      default: .failure(.noSuchOverload)
      }
    }
  }
}

/// Numbers from other values.
enum Conversion {
  static func int(_ value: Value, _ context: Context, _ state: borrowing EvaluationState) -> Value {
    switch value {
    case .int: value
    case .uint(let number): Int64(exactly: number).map(Value.int) ?? .failure(.overflow)
    case .double(let number): abs(number) < 0x1p63 ? .int(Int64(number)) : .failure(.overflow)
    case .decimal(let number): .int(number.truncated)
    case .timestamp(let instant): .int(instant.seconds)
    case .string(let run): Int64(state.text(run, context)).map(Value.int) ?? .failure(.badConversion)
    default: .failure(.noSuchOverload)
    }
  }

  static func uint(_ value: Value, _ context: Context, _ state: borrowing EvaluationState) -> Value {
    switch value {
    case .uint: value
    case .int(let number): UInt64(exactly: number).map(Value.uint) ?? .failure(.overflow)
    case .double(let number): number >= 0 && number < 0x1p64 ? .uint(UInt64(number)) : .failure(.overflow)
    case .decimal(let number): UInt64(exactly: number.truncated).map(Value.uint) ?? .failure(.overflow)
    case .string(let run): UInt64(state.text(run, context)).map(Value.uint) ?? .failure(.badConversion)
    default: .failure(.noSuchOverload)
    }
  }

  static func double(_ value: Value, _ context: Context, _ state: borrowing EvaluationState) -> Value {
    switch value {
    case .double: value
    case .int(let number): .double(Double(number))
    case .uint(let number): .double(Double(number))
    case .decimal(let number): .double(number.double)
    case .string(let run): double(state.text(run, context)).map(Value.double) ?? .failure(.badConversion)
    default: .failure(.noSuchOverload)
    }
  }

  /// Decimal notation only: Swift reads hexadecimal and more names of infinity too.
  private static func double(_ text: String) -> Double? {
    let named: [String: Double] = [
      "NaN": .nan, "Infinity": .infinity, "+Infinity": .infinity, "-Infinity": -.infinity, "Inf": .infinity, "+Inf": .infinity,
      "-Inf": -.infinity,
    ]
    if let number = named[text] { return number }
    let allowed = text.utf8.allSatisfy { isDigit($0) || "+-.eE".utf8.contains($0) }
    return allowed ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
  }
}

extension EvaluationState {
  /// The type of a value that is there.
  func typeOf(_ value: Value, _ context: Context) -> CELType {
    switch value {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .decimal: .decimal
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map, .record: .map(.dyn, .dyn)
    case .date: .date
    case .period: .period
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type(.dyn)
    case .optional: .optional(.dyn)
    case .error, .unknown: .dyn
    }
  }

  /// The text of a scalar other than bytes; nil for anything else.
  func plainText(_ value: Value, _ context: Context) -> String? {
    switch value {
    case .null: "null"
    case .bool(let truth): String(truth)
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .double(let number): DoubleText.shortest(number)
    case .decimal(let number): number.description
    case .string(let run): text(run, context)
    case .date(let date): date.description
    case .period(let run): period(run, context)?.description
    case .timestamp(let instant): instant.description
    case .duration(let span): span.description
    case .type(let run): type(run, context).asValue.simpleName
    default: nil
    }
  }
}
