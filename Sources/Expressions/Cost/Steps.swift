/// A number of steps; too many for 64 bits stay at the most there are.
struct Steps: Comparable, ExpressibleByIntegerLiteral {
  let count: Int

  init(_ count: Int) { self.count = max(0, count) }
  init(integerLiteral value: Int) { count = value }

  static func < (a: Steps, b: Steps) -> Bool { a.count < b.count }

  static func + (a: Steps, b: Steps) -> Steps {
    let (sum, overflow) = a.count.addingReportingOverflow(b.count)
    return Steps(overflow ? .max : sum)
  }

  static func * (a: Steps, b: Steps) -> Steps {
    let (product, overflow) = a.count.multipliedReportingOverflow(by: b.count)
    return Steps(overflow ? .max : product)
  }

  static func / (a: Steps, divisor: Int) -> Steps { Steps(a.count / divisor) }
  static func += (a: inout Steps, b: Steps) { a = a + b }
}

extension Sequence<Steps> {
  var sum: Steps { reduce(0, +) }
}
