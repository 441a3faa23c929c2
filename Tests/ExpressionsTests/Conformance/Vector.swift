import Expressions
import Foundation

/// One test of a suite.
struct Vector {
  let json: JSON
  /// Why it cannot be run, whatever it is.
  let lack: String?
  let place: String

  var expression: String { json["expr"]?.string ?? "" }
  private var container: String { json["container"]?.string ?? "" }

  /// The names that are bound to an unknown.
  var unknownNames: [String] { (json["bindings"]?.object ?? [:]).filter { $0.value["unknown"] != nil }.keys.sorted() }

  /// What came of a test.
  enum Outcome {
    case passed
    case failed(String)
    case skipped(String)
  }

  func run() -> Outcome {
    if json["needs_proto"]?.isTrue ?? false { return .skipped("protobuf") }
    if let lack { return .skipped(lack) }
    return fault().map(Outcome.failed) ?? .passed
  }

  /// What went wrong; nil when the test passed.
  private func fault() -> String? {
    guard let expectation = json["expect"] else { return "no expectation" }
    var environment = Environment.standard
    declare(in: &environment)
    if json["check_only"]?.isTrue ?? false { return checkType(environment, expectation) }
    let compiled =
      json["disable_check"]?.isTrue ?? false
      ? environment.compileUnchecked(expression, container: container) : environment.compile(expression, container: container)
    switch compiled {
    case .failure(let errors): return "does not compile: \(errors.errors.map(\.message))"
    case .success(let program): return evaluate(program, expectation)
    }
  }

  private var bindings: [(name: String, value: Datum)] {
    (json["bindings"]?.object ?? [:]).sorted { $0.key < $1.key }.compactMap { key, json in datum(json).map { (key, $0) } }
  }

  private func declare(in environment: inout Environment) {
    for (slot, binding) in bindings.enumerated() { environment.declare(binding.name, .dyn, fact: slot) }
    let bound = bindings.map(\.name)
    for declaration in json["type_env"]?.array ?? [] {
      guard let name = declaration["name"]?.string else { continue }
      if let overloads = declaration["overloads"]?.array {
        let function = HostFunction(name: name, overloads: overloads.compactMap(overload)) { _ in .null }
        environment.declare(function)
      } else if let declared = declaration["type"]?.string.flatMap({ type($0) }) {
        environment.declare(name, declared, fact: bound.firstIndex(of: name) ?? bound.count)
      }
    }
  }

  private func overload(_ json: JSON) -> Overload? {
    let parameters = (json["params"]?.array ?? []).map { $0.string.flatMap { type($0) } }
    guard let id = json["id"]?.string, let result = json["result"]?.string.flatMap({ type($0) }), !parameters.contains(nil) else {
      return nil
    }
    return Overload(id: id, parameters: parameters.compactMap { $0 }, result: result, isMember: json["member"]?.isTrue ?? false)
  }

  private func checkType(_ environment: Environment, _ expectation: JSON) -> String? {
    let expected = expectation["type"]?.string
    switch environment.check(expression, container: container) {
    case .failure(let errors): return "does not check: \(errors.errors.map(\.message))"
    case .success(let found): return expected.flatMap { type($0) } == found ? nil : "is \(found), not \(expected ?? "")"
    }
  }

  private func evaluate(_ program: Program, _ expectation: JSON) -> String? {
    var builder = FactsBuilder(slotCount: bindings.count)
    for (slot, binding) in bindings.enumerated() { builder.set(slot, builder.datum(binding.value)) }
    var state = EvaluationState()
    let result = program.result(builder.build(), &state)
    if let text = expectation["type"]?.string, let expected = type(text), expected != program.type {
      return "is of type \(program.type), not \(text)"
    }
    if let messages = expectation["error"]?.array {
      guard case .error(let error) = result else { return "gives \(result), not an error" }
      let message = messages.first?.string ?? ""
      guard let kinds = expectedKinds[message] else { return "the message '\(message)' is not in the table" }
      return kinds.contains(error.kind) ? nil : "fails with \(error.kind), not '\(message)'"
    }
    if let ids = expectation["unknown"]?.array {
      let expected = Datum.unknown(ids.compactMap { if case .number(let id) = $0 { UInt32(id) } else { nil } })
      return result == expected ? nil : "gives \(result), not \(expected)"
    }
    guard let expected = expectation["value"].flatMap(datum) else { return "no expected value" }
    return result == expected ? nil : "gives \(result), not \(expected)"
  }
}
