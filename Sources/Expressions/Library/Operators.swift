/// The overloads of operators, for the checker; their work is done by nodes.
extension Environment {
  mutating func defineOperators() {
    defineArithmetic()
    defineOrder()
    operatorOverloads(
      .contained,
      [
        ([.a, .list(.a)], .bool), ([.a, .map(.a, .b)], .bool), ([.date, .period], .bool), ([.period, .period], .bool),
      ])
  }

  private mutating func operatorOverloads(_ operation: Expression.Operator, _ overloads: [([CELType], CELType)]) {
    define(operation.rawValue, overloads.map { .global($0.0, $0.1) }) { _, _, _ in .failure(.noSuchOverload) }
  }

  private mutating func defineArithmetic() {
    let plain: [([CELType], CELType)] = [CELType.int, .uint, .double, .decimal].map { ([$0, $0], $0) }
    let numbers = plain + [([.decimal, .int], .decimal), ([.int, .decimal], .decimal)]
    operatorOverloads(.multiply, numbers)
    operatorOverloads(.divide, numbers)
    operatorOverloads(.remainder, [([.int, .int], .int), ([.uint, .uint], .uint)])
    operatorOverloads(
      .add,
      numbers + [
        ([.string, .string], .string), ([.bytes, .bytes], .bytes), ([.list(.a), .list(.a)], .list(.a)),
        ([.duration, .duration], .duration), ([.timestamp, .duration], .timestamp), ([.duration, .timestamp], .timestamp),
        ([.date, .duration], .date), ([.duration, .date], .date),
      ])
    operatorOverloads(
      .subtract,
      numbers + [
        ([.duration, .duration], .duration), ([.timestamp, .timestamp], .duration), ([.timestamp, .duration], .timestamp),
        ([.date, .date], .duration), ([.date, .duration], .date),
      ])
    operatorOverloads(.negate, [CELType.int, .double, .decimal, .duration].map { ([$0], $0) })
    operatorOverloads(.not, [([.bool], .bool)])
  }

  private mutating func defineOrder() {
    let numbers: [CELType] = [.int, .uint, .double]
    var overloads: [([CELType], CELType)] = numbers.flatMap { a in numbers.map { ([a, $0], .bool) } }
    overloads += [CELType.decimal, .string, .bytes, .bool, .timestamp, .duration, .date, .period].map { ([$0, $0], .bool) }
    overloads += [CELType.int, .uint].flatMap { [([.decimal, $0], .bool), ([$0, .decimal], .bool)] }
    for operation in [Expression.Operator.less, .lessOrEqual, .greater, .greaterOrEqual] {
      operatorOverloads(operation, overloads)
    }
  }
}
