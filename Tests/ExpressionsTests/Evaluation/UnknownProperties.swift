import Expressions
import Testing

/// What holds for every expression over unknown values, tried on random ones.
///
/// In a total term no operation fails for any value. In the others a value may turn what was unknown or not applicable into a
/// fault, and an unknown term of `&&` or `||` into a fault that the other unknown terms hide; but never what was a value.
@Suite struct UnknownProperties {
  /// A term with its values: over the unknowns, over values for all of them, and over values for those it does not name.
  private struct Trial {
    let text: String
    let isTotal: Bool
    let before: Datum
    let shuffled: Datum
    let answered: [Datum]
    let unrelated: Datum
  }

  private static let trials = Result { try trials(1, isTotal: true) + trials(2, isTotal: false) }

  private static func trials(_ seed: UInt64, isTotal: Bool) throws -> [Trial] {
    var generator = TermGenerator(seed: seed, isTotal: isTotal)
    // Of their own, so that the terms do not depend on results.
    var values = FuzzTests.Random(state: seed)
    let unanswered = Unanswered.facts(answered: [], using: &values)
    let all = (0..<6).map { _ in Unanswered.facts(answered: Unanswered.attributes, using: &values) }
    var state = EvaluationState()
    return try (0..<1000).map { index in
      let term = generator.term([.truth, .truth, .number, .numbers, .option, .map][index % 6], depth: 3)
      let program = try Unanswered.environment.compile(term.text).get()
      let before = program.result(unanswered, &state)
      let others = Unanswered.attributes.subtracting(attributes(before))
      let shuffled = try Unanswered.environment.compile(term.shuffled(using: &generator.random).text).get()
      return Trial(
        text: term.text, isTotal: isTotal, before: before, shuffled: shuffled.result(unanswered, &state),
        answered: all.map { program.result($0, &state) },
        unrelated: program.result(Unanswered.facts(answered: others, using: &values), &state))
    }
  }

  /// A known result stays whatever the unknowns turn out to be, and so does "not applicable".
  @Test func knownResultsStay() throws {
    for trial in try Self.trials.get() {
      for after in trial.answered {
        let agrees = Self.agrees(trial.before, after, trial.isTotal) { _, _ in true }
        #expect(agrees && Self.attributes(after).isEmpty, "\(trial.text) was \(trial.before), is \(after)")
      }
    }
  }

  /// What is not in the set of an unknown does not matter to it.
  @Test func setsAreSound() throws {
    for trial in try Self.trials.get() {
      let agrees = Self.agrees(trial.before, trial.unrelated, trial.isTotal) { before, after in
        trial.isTotal ? after == before : Self.attributes(after).isSubset(of: Self.attributes(before)) && Self.weight(after) == 1
      }
      #expect(agrees, "\(trial.text) was \(trial.before), is \(trial.unrelated)")
    }
  }

  /// Operands of symmetric operators and items under all, exists, existsOne and in may stand in any order.
  @Test func orderDoesNotMatter() throws {
    for trial in try Self.trials.get() {
      let isSame = Self.withoutPlaces(trial.before) == Self.withoutPlaces(trial.shuffled)
      #expect(isSame, "\(trial.text) was \(trial.before), is \(trial.shuffled)")
    }
  }

  /// The terms come to values, unknowns and errors, and are well typed.
  @Test func termsAreMixed() throws {
    let trials = try Self.trials.get()
    for weight in 0...3 { #expect(trials.count { Self.weight($0.before) == weight } > trials.count / 50) }
    let decided = trials.count { trial in
      Self.weight(trial.before) == 0 && Set(trial.answered).count == 1 && trial.text.contains(/\b[pqjks]\b/)
    }
    #expect(decided > trials.count / 25)
    for trial in trials {
      for case .error(let error) in trial.answered + [trial.before] { #expect(error.kind != .noSuchOverload, "\(trial.text)") }
    }
  }

  private static func attributes(_ datum: Datum) -> Set<UInt32> {
    switch datum {
    case .unknown(let ids): Set(ids)
    case .list(let items): items.reduce(into: []) { $0.formUnion(attributes($1)) }
    case .map(let entries): entries.reduce(into: []) { $0.formUnion(attributes($1.value)) }
    case .optional(let value): value.map(attributes) ?? []
    default: []
    }
  }

  /// 0 for a value, 1 for an unknown, 2 for a fault, 3 for "not applicable".
  private static func weight(_ datum: Datum) -> Int {
    switch datum {
    case .unknown: 1
    case .error(let error): error.kind == .notApplicable ? 3 : 2
    default: 0
    }
  }

  /// Whether a later result is the earlier one, as far as that was known; an unknown in it may become what `may` allows.
  private static func agrees(_ before: Datum, _ after: Datum, _ isTotal: Bool, _ may: (Datum, Datum) -> Bool) -> Bool {
    if !isTotal, weight(after) == 2, weight(before) > 0 { return true }
    switch (before, after) {
    case (.unknown, _): return may(before, after)
    case (.list(let old), .list(let new)):
      return old.count == new.count && zip(old, new).allSatisfy { agrees($0, $1, isTotal, may) }
    case (.map(let old), .map(let new)):
      return old.count == new.count
        && old.allSatisfy { entry in new.contains { $0.key == entry.key && agrees(entry.value, $0.value, isTotal, may) } }
    case (.optional(let old?), .optional(let new?)): return agrees(old, new, isTotal, may)
    default: return before == after
    }
  }

  /// The value with errors reduced to their weight.
  private static func withoutPlaces(_ datum: Datum) -> Datum {
    switch datum {
    case .error: .error(EvaluationError(weight(datum) == 3 ? .notApplicable : .hostFailure))
    case .list(let items): .list(items.map(withoutPlaces))
    case .map(let entries): .map(entries.map { Datum.Entry($0.key, withoutPlaces($0.value)) })
    case .optional(let value): .optional(value.map(withoutPlaces))
    default: datum
    }
  }
}
