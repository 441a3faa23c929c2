/// Equality and order of values.
extension EvaluationState {
  /// Whether two values are equal: a bool, or the unknown or error on which it depends.
  ///
  /// Lists and maps are unequal as soon as one difference is known, whatever else is missing in them.
  mutating func equal(_ a: Value, _ b: Value, _ context: Context) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)): return .bool(x == y)
    case (.string(let x), .string(let y)), (.bytes(let x), .bytes(let y)): return .bool(sameBytes(x, y, context))
    case (.bool(let x), .bool(let y)): return .bool(x == y)
    default: break
    }
    if let missing = missing(a, b, context) { return missing }
    if let order = Value.order(a, b) { return .bool(order == .equal) }
    switch (a, b) {
    case (.null, .null): return .bool(true)
    case (.date(let x), .date(let y)): return .bool(x == y)
    case (.timestamp(let x), .timestamp(let y)): return .bool(x == y)
    case (.duration(let x), .duration(let y)): return .bool(x == y)
    case (.period(let x), .period(let y)): return .bool(period(x, context) == period(y, context))
    case (.type(let x), .type(let y)): return .bool(type(x, context).asValue == type(y, context).asValue)
    case (.list(let x), .list(let y)), (.optional(let x), .optional(let y)): return equalItems(x, y, context)
    case (.map, .map), (.record, .map), (.map, .record), (.record, .record): return equalEntries(a, b, context)
    default: return .bool(false)
    }
  }

  private mutating func sameBytes(_ a: Value.Run, _ b: Value.Run, _ context: Context) -> Bool {
    guard a.count == b.count, a.mark == b.mark else { return false }
    if a.start == b.start || TextMark.isWhole(a.count) { return true }
    guard charge(Int(a.count) / 8) else { return false }
    // Texts of the facts beside literals are the usual case: no slices for these.
    switch (a.arena, b.arena) {
    case (0, 1): return context.bytes(a, equal: constants.arena.bytes, at: b.offset)
    case (1, 0): return context.bytes(b, equal: constants.arena.bytes, at: a.offset)
    case (0, 0): return context.bytes(a, equal: context.arena.bytes, at: b.offset)
    default: return bytes(a, context) == bytes(b, context)
    }
  }

  private mutating func equalItems(_ a: Value.Run, _ b: Value.Run, _ context: Context) -> Value {
    guard a.count == b.count else { return .bool(false) }
    guard charge(Int(a.count)) else { return .failure(.stepLimit) }
    var undecided = Undecided(self)
    for index in 0..<Int(a.count) {
      let answer = equal(item(a, index, context), item(b, index, context), context)
      if case .bool(let same) = answer {
        if same { continue }
        undecided.drop(&self)
        return .bool(false)
      }
      undecided.add(answer, context, &self)
    }
    return undecided.logical(&self) ?? .bool(true)
  }

  private mutating func equalEntries(_ a: Value, _ b: Value, _ context: Context) -> Value {
    guard let left = pairs(a, context), let right = pairs(b, context), left.count == right.count else { return .bool(false) }
    guard charge(left.count + keyLength(left) / 8 + keyLength(right) / 8) else { return .failure(.stepLimit) }
    let index = KeyIndex(right, self, context)
    var undecided = Undecided(self)
    for position in stride(from: 0, to: left.count, by: 2) {
      var answer = Value.bool(false)
      if let key = MapKey(left[position], self, context), let found = index[key] {
        answer = equal(left[position + 1], right[found + 1], context)
      }
      if case .bool(let same) = answer {
        if same { continue }
        undecided.drop(&self)
        return .bool(false)
      }
      undecided.add(answer, context, &self)
    }
    return undecided.logical(&self) ?? .bool(true)
  }

  /// The bytes of the texts among keys.
  func keyLength(_ pairs: [Value]) -> Int {
    stride(from: 0, to: pairs.count, by: 2).reduce(0) { $0 + pairs[$1].length }
  }

  /// The order of two values that have one, counted as steps.
  mutating func countedOrder(_ a: Value, _ b: Value, _ context: Context) -> Order? {
    charge(min(a.length, b.length) / 8) ? order(a, b, context) : nil
  }

  /// The order of two values that have one; nil when they have none, both known.
  func order(_ a: Value, _ b: Value, _ context: Context) -> Order? {
    if let order = Value.order(a, b) { return order }
    switch (a, b) {
    case (.string(let x), .string(let y)), (.bytes(let x), .bytes(let y)):
      return orderBytes(bytes(x, context), bytes(y, context))
    case (.bool(let x), .bool(let y)): return Order(x ? 1 : 0, y ? 1 : 0)
    case (.date(let x), .date(let y)): return Order(x, y)
    case (.timestamp(let x), .timestamp(let y)): return Order(x, y)
    case (.duration(let x), .duration(let y)): return Order(x, y)
    case (.period(let x), .period(let y)):
      guard let one = period(x, context), let other = period(y, context) else { return nil }
      return orderPeriods(one, other)
    default: return nil
    }
  }

  /// By the first days, then by the last: an open beginning is the earliest, an open end the latest.
  private func orderPeriods(_ a: Period, _ b: Period) -> Order {
    let begin = Order(a.from?.days ?? .min, b.from?.days ?? .min)
    return begin == .equal ? Order(a.to?.days ?? .max, b.to?.days ?? .max) : begin
  }

  private func orderBytes(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Order {
    if a.lexicographicallyPrecedes(b) { return .less }
    return a == b ? .equal : .greater
  }
}

/// A key of a map by its meaning: `1`, `1u` and `1.0` are one key.
enum MapKey: Hashable {
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case string(ArraySlice<UInt8>)

  /// Nil when no key can equal the value.
  init?(_ value: Value, _ state: borrowing EvaluationState, _ context: Context) {
    switch value {
    case .bool(let truth): self = .bool(truth)
    case .string(let run): self = .string(state.bytes(run, context))
    case .int(let number): self = .int(number)
    case .uint(let number): self = Int64(exactly: number).map(MapKey.int) ?? .uint(number)
    case .double(let number):
      if let whole = Int64(exactly: number) {
        self = .int(whole)
      } else if let whole = UInt64(exactly: number) {
        self = .uint(whole)
      } else {
        return nil
      }
    case .decimal(let number):
      guard let whole = number.integer else { return nil }
      self = .int(whole)
    default: return nil
    }
  }
}

/// Where the keys of a map's pairs stand.
struct KeyIndex {
  private var positions: [MapKey: Int] = [:]
  /// Whether a key occurs twice.
  private(set) var hasDuplicate = false

  init(_ pairs: [Value], _ state: borrowing EvaluationState, _ context: Context) {
    for position in stride(from: 0, to: pairs.count, by: 2) {
      guard let key = MapKey(pairs[position], state, context) else { continue }
      if positions.updateValue(position, forKey: key) != nil { hasDuplicate = true }
    }
  }

  subscript(_ key: MapKey) -> Int? { positions[key] }
}
