import Expressions
import Testing

/// Every overload of every function and operator, with something missing in every place.
@Suite struct StrictnessTests {
  private static let environment: Environment = {
    var environment = Environment.standard
    for (slot, name) in ["u", "v", "n"].enumerated() { environment.declare(name, .dyn, fact: slot) }
    return environment
  }()

  private static let facts: Facts = {
    var builder = FactsBuilder(slotCount: 3)
    for (slot, value) in [builder.unknown(1), builder.unknown(2), .notApplicable].enumerated() { builder.set(slot, value) }
    return builder.build()
  }()

  private func outcome(_ text: String) throws -> Outcome {
    var state = EvaluationState()
    return Outcome(try Self.environment.compile(text).get().result(Self.facts, &state))
  }

  /// A known argument of a type.
  private func sample(_ type: CELType) -> String {
    switch type {
    case .bool: "true"
    case .uint: "1u"
    case .double: "1.0"
    case .decimal: "decimal('1.5')"
    case .string: "'a'"
    case .bytes: "b'a'"
    case .timestamp: "timestamp(0)"
    case .duration: "duration('1s')"
    case .date: "date('2021-05-03')"
    case .period: "period('2021')"
    case .list(let item): "[\(sample(item))]"
    case .map: "{'a': 1}"
    case .optional: "optional.of(1)"
    default: "1"
    }
  }

  private func text(_ name: String, _ isMember: Bool, _ arguments: [String]) -> String {
    if !(name.first?.isLetter ?? false) || name == "in" {
      return arguments.count == 1 ? "\(name.prefix(1))\(arguments[0])" : "\(arguments[0]) \(name) \(arguments[1])"
    }
    let name = name.replacing("@", with: "")
    guard isMember else { return "\(name)(\(arguments.joined(separator: ", ")))" }
    return "\(arguments[0]).\(name)(\(arguments.dropFirst().joined(separator: ", ")))"
  }

  @Test(arguments: Environment.standard.overloads.map(\.name).filter { $0 != "or" && $0 != "orValue" })
  func isStrict(_ name: String) throws {
    let overloads = Environment.standard.overloads.first { $0.name == name }?.overloads ?? []
    for overload in overloads {
      let known = overload.parameters.map { sample($0) }
      func missing(_ arguments: [Int: String]) throws -> Outcome {
        try outcome(text(name, overload.isMember, known.enumerated().map { arguments[$0] ?? $1 }))
      }
      for first in known.indices {
        #expect(try missing([first: "u"]) == .unknown([1]), "\(overload)")
        #expect(try missing([first: "n"]) == .error(.notApplicable), "\(overload)")
        for second in known.indices where second != first {
          #expect(try missing([first: "u", second: "v"]) == .unknown([1, 2]), "\(overload)")
          #expect(try missing([first: "u", second: "n"]) == .error(.notApplicable), "\(overload)")
          #expect(try missing([first: "n", second: "dyn(1 / 0)"]) == .error(.divideByZero), "\(overload)")
        }
      }
    }
  }
}
