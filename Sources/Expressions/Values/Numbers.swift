/// Numbers of different types beside each other.
enum Order {
  case less, equal, greater
  /// NaN beside anything.
  case none

  @inline(__always)
  init<T: Comparable>(_ a: T, _ b: T) { self = a < b ? .less : a == b ? .equal : a > b ? .greater : .none }

  var reversed: Order {
    switch self {
    case .less: .greater
    case .greater: .less
    default: self
    }
  }
}

extension Value {
  /// The order of two numbers of any types; nil when one is no number.
  static func order(_ a: Value, _ b: Value) -> Order? {
    switch (a, b) {
    case (.int(let x), .int(let y)): Order(x, y)
    case (.uint(let x), .uint(let y)): Order(x, y)
    case (.double(let x), .double(let y)): Order(x, y)
    case (.int(let x), .uint(let y)): x < 0 ? .less : Order(UInt64(x), y)
    case (.int(let x), .double(let y)): Order(Double(x), y)
    case (.uint(let x), .double(let y)): Order(Double(x), y)
    case (.decimal(let x), .decimal(let y)): Order(x, y)
    case (.decimal(let x), .int(let y)): Order(x, Decimal64(y))
    case (.decimal(let x), .uint(let y)): Int64(exactly: y).map { Order(x, Decimal64($0)) } ?? .less
    case (.decimal(let x), .double(let y)): Order(x.double, y)
    case (.uint, .int), (.double, .int), (.double, .uint), (.int, .decimal), (.uint, .decimal), (.double, .decimal):
      order(b, a)?.reversed
    default: nil
    }
  }

  /// The whole number that the value is, whatever its type.
  var wholeNumber: Int64? {
    switch self {
    case .int(let number): number
    case .uint(let number): Int64(exactly: number)
    case .double(let number): Int64(exactly: number)
    case .decimal(let number): number.integer
    default: nil
    }
  }
}
