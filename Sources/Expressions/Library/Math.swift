/// The extension `math`: the greatest, the least, and rounding.
extension Environment {
  mutating func defineMath() {
    extreme("math.@greatest", .greater)
    extreme("math.@least", .less)
    rounding("math.ceil", .up)
    rounding("math.floor", .down)
    rounding("math.round", .toNearestOrAwayFromZero)
    rounding("math.trunc", .towardZero)
    define("math.sqrt", [.int, .uint, .double].map { .global([$0], .double) }) { arguments, context, state in
      guard case .double(let number) = Conversion.double(arguments[0], context, state), arguments[0].isNumber else {
        return .failure(.noSuchOverload)
      }
      return .double(number.squareRoot())
    }
    test("math.isNaN") { $0.isNaN }
    test("math.isInf") { $0.isInfinite }
    test("math.isFinite") { $0.isFinite }
    let numbers: [CELType] = [.int, .uint, .double, .decimal]
    define("math.abs", numbers.map { .global([$0], $0) }) { arguments, _, _ in
      switch arguments[0] {
      case .int(let number): number == .min ? .failure(.overflow) : .int(abs(number))
      case .uint: arguments[0]
      case .double(let number): .double(abs(number))
      case .decimal(let number): number.mantissa < 0 ? Arithmetic.negate(arguments[0]) : arguments[0]
      default: .failure(.noSuchOverload)
      }
    }
    define("math.sign", numbers.map { .global([$0], $0) }) { arguments, _, _ in
      switch arguments[0] {
      case .int(let number): .int(number.signum())
      case .uint(let number): .uint(number == 0 ? 0 : 1)
      case .double(let number): .double(number == 0 || number.isNaN ? number : number < 0 ? -1 : 1)
      case .decimal(let number): .decimal(Decimal64(number.mantissa.signum()))
      default: .failure(.noSuchOverload)
      }
    }
  }

  /// Of one number, or of the numbers of a list; of equal ones the first.
  private mutating func extreme(_ name: String, _ better: Order) {
    let numbers: [CELType] = [.int, .uint, .double, .decimal]
    define(name, numbers.map { .global([$0], $0) } + [.global([.list(.a)], .a)]) { arguments, context, state in
      guard case .list(let run) = arguments[0] else { return arguments[0].isNumber ? arguments[0] : .failure(.noSuchOverload) }
      guard run.count > 0 else { return .failure(.invalidArgument) }
      var best = state.item(run, 0, context)
      guard best.isNumber else { return .failure(.noSuchOverload) }
      for index in 1..<max(1, Int(run.count)) {
        let item = state.item(run, index, context)
        guard let order = Value.order(item, best) else { return .failure(.noSuchOverload) }
        if order == better { best = item }
      }
      return best
    }
  }

  private mutating func rounding(_ name: String, _ rule: FloatingPointRoundingRule) {
    define(name, [.global([.double], .double), .global([.decimal], .decimal)]) { arguments, _, _ in
      switch arguments[0] {
      case .double(let number): .double(number.rounded(rule))
      case .decimal(let number): .decimal(number.rounded(rule))
      default: .failure(.noSuchOverload)
      }
    }
  }

  private mutating func test(_ name: String, _ test: @escaping @Sendable (Double) -> Bool) {
    define(name, [.global([.double], .bool)]) { arguments, _, _ in
      if case .double(let number) = arguments[0] { .bool(test(number)) } else { .failure(.noSuchOverload) }
    }
  }
}

extension Value {
  var isNumber: Bool {
    switch self {
    case .int, .uint, .double, .decimal: true
    default: false
    }
  }
}

/// The extension `math`: bits.
extension Environment {
  mutating func defineBits() {
    bits("math.bitAnd") { $0 & $1 }
    bits("math.bitOr") { $0 | $1 }
    bits("math.bitXor") { $0 ^ $1 }
    define("math.bitNot", [.global([.int], .int), .global([.uint], .uint)]) { arguments, _, _ in
      switch arguments[0] {
      case .int(let number): .int(~number)
      case .uint(let number): .uint(~number)
      default: .failure(.noSuchOverload)
      }
    }
    shift("math.bitShiftLeft") { $0 << $1 }
    shift("math.bitShiftRight") { $0 >> $1 }
  }

  private mutating func bits(_ name: String, _ combine: @escaping @Sendable (UInt64, UInt64) -> UInt64) {
    define(name, [.global([.int, .int], .int), .global([.uint, .uint], .uint)]) { arguments, _, _ in
      switch (arguments[0], arguments[1]) {
      case (.int(let a), .int(let b)): .int(Int64(bitPattern: combine(UInt64(bitPattern: a), UInt64(bitPattern: b))))
      case (.uint(let a), .uint(let b)): .uint(combine(a, b))
      default: .failure(.noSuchOverload)
      }
    }
  }

  /// By 64 bits and more everything is shifted out; ints shift as if they had no sign.
  private mutating func shift(_ name: String, _ shift: @escaping @Sendable (UInt64, UInt64) -> UInt64) {
    define(name, [.global([.int, .int], .int), .global([.uint, .int], .uint)]) { arguments, _, _ in
      guard case .int(let count) = arguments[1] else { return .failure(.noSuchOverload) }
      switch arguments[0] {
      case .int, .uint: if count < 0 { return .failure(.invalidArgument) }
      default: return .failure(.noSuchOverload)
      }
      let places = UInt64(count)
      if case .int(let number) = arguments[0] { return .int(Int64(bitPattern: shift(UInt64(bitPattern: number), places))) }
      if case .uint(let number) = arguments[0] { return .uint(shift(number, places)) }
      return .failure(.noSuchOverload)
    }
  }
}
