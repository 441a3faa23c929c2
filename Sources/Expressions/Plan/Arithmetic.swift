/// The arithmetic of CEL: every overflow is an error.
enum Arithmetic {
  /// Two values that are there.
  static func compute(
    _ operation: Expression.Operator, _ a: Value, _ b: Value, _ context: Context, _ state: inout EvaluationState
  ) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)): return integers(operation, x, y)
    case (.uint(let x), .uint(let y)): return integers(operation, x, y)
    case (.double(let x), .double(let y)): return doubles(operation, x, y)
    case (.decimal(let x), .decimal(let y)): return decimals(operation, x, y)
    case (.decimal(let x), .int(let y)): return decimals(operation, x, Decimal64(y))
    case (.int(let x), .decimal(let y)): return decimals(operation, Decimal64(x), y)
    default: break
    }
    switch operation {
    case .add: return add(a, b, context, &state)
    case .subtract: return subtract(a, b)
    default: return .failure(.noSuchOverload)
    }
  }

  /// The negated value.
  static func negate(_ a: Value) -> Value {
    switch a {
    case .int(let number): number == .min ? .failure(.overflow) : .int(-number)
    case .double(let number): .double(-number)
    case .decimal(let number): number.negated.map(Value.decimal) ?? .failure(.overflow)
    case .duration(let span):
      span.nanoseconds == .min ? .failure(.overflow) : .duration(TimeSpan(nanoseconds: -span.nanoseconds))
    default: .failure(.noSuchOverload)
    }
  }
}

/// An integer that is a value of CEL.
private protocol CELInteger: FixedWidthInteger {
  var value: Value { get }
}

extension Int64: CELInteger { fileprivate var value: Value { .int(self) } }
extension UInt64: CELInteger { fileprivate var value: Value { .uint(self) } }

extension Arithmetic {
  @inline(__always)
  private static func integers<T: CELInteger>(_ operation: Expression.Operator, _ x: T, _ y: T) -> Value {
    let (result, overflow): (T, Bool)
    switch operation {
    case .add: (result, overflow) = x.addingReportingOverflow(y)
    case .subtract: (result, overflow) = x.subtractingReportingOverflow(y)
    case .multiply: (result, overflow) = x.multipliedReportingOverflow(by: y)
    case .divide:
      guard y != 0 else { return .failure(.divideByZero) }
      (result, overflow) = x.dividedReportingOverflow(by: y)
    case .remainder:
      guard y != 0 else { return .failure(.divideByZero) }
      (result, overflow) = x.remainderReportingOverflow(dividingBy: y)
    default: return .failure(.noSuchOverload)
    }
    return overflow ? .failure(.overflow) : result.value
  }

  private static func doubles(_ operation: Expression.Operator, _ x: Double, _ y: Double) -> Value {
    switch operation {
    case .add: .double(x + y)
    case .subtract: .double(x - y)
    case .multiply: .double(x * y)
    case .divide: .double(x / y)
    default: .failure(.noSuchOverload)
    }
  }

  private static func decimals(_ operation: Expression.Operator, _ x: Decimal64, _ y: Decimal64) -> Value {
    let result: Decimal64?
    switch operation {
    case .add: result = x.adding(y)
    case .subtract: result = x.subtracting(y)
    case .multiply: result = x.multiplied(by: y)
    case .divide:
      guard y.mantissa != 0 else { return .failure(.divideByZero) }
      result = x.divided(by: y)
    default: return .failure(.noSuchOverload)
    }
    return result.map(Value.decimal) ?? .failure(.overflow)
  }

  private static func add(_ a: Value, _ b: Value, _ context: Context, _ state: inout EvaluationState) -> Value {
    switch (a, b) {
    case (.string(let x), .string(let y)):
      return state.joined([x, y], context).map(Value.string) ?? .failure(.stepLimit)
    case (.bytes(let x), .bytes(let y)):
      return state.joined([x, y], context).map(Value.bytes) ?? .failure(.stepLimit)
    case (.list(let x), .list(let y)):
      guard state.charge(Int(x.count) + Int(y.count)) else { return .failure(.stepLimit) }
      return state.scratch.list(Array(state.items(x, context)) + state.items(y, context))
    case (.duration(let x), .duration(let y)): return sum(x.nanoseconds.addingReportingOverflow(y.nanoseconds))
    case (.timestamp(let x), .duration(let y)), (.duration(let y), .timestamp(let x)):
      return x.adding(y).map(Value.timestamp) ?? .failure(.overflow)
    case (.date(let x), .duration(let y)), (.duration(let y), .date(let x)):
      return Timestamp(x).adding(y)?.date.map(Value.date) ?? .failure(.overflow)
    default: return .failure(.noSuchOverload)
    }
  }

  private static func subtract(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.duration(let x), .duration(let y)): return sum(x.nanoseconds.subtractingReportingOverflow(y.nanoseconds))
    case (.timestamp(let x), .timestamp(let y)): return x.since(y).map(Value.duration) ?? .failure(.overflow)
    case (.date(let x), .date(let y)): return Timestamp(x).since(Timestamp(y)).map(Value.duration) ?? .failure(.overflow)
    case (.timestamp(let x), .duration(let y)):
      guard y.nanoseconds != .min else { return .failure(.overflow) }
      return x.adding(TimeSpan(nanoseconds: -y.nanoseconds)).map(Value.timestamp) ?? .failure(.overflow)
    case (.date(let x), .duration(let y)):
      guard y.nanoseconds != .min else { return .failure(.overflow) }
      return Timestamp(x).adding(TimeSpan(nanoseconds: -y.nanoseconds))?.date.map(Value.date) ?? .failure(.overflow)
    default: return .failure(.noSuchOverload)
    }
  }

  private static func sum(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
    result.overflow ? .failure(.overflow) : .duration(TimeSpan(nanoseconds: result.partialValue))
  }
}

extension EvaluationState {
  /// Bytes one after the other, in the scratch.
  mutating func joined(_ runs: [Value.Run], _ context: Context) -> Value.Run? {
    guard charge(runs.reduce(1) { $0 + Int($1.count) / 8 }) else { return nil }
    return scratch.store(bytes: runs.flatMap { bytes($0, context) })
  }
}
