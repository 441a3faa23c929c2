/// What expressions are evaluated over: values by slot. Immutable, and may be shared by threads.
public final class Facts: Sendable {
  let arena: Arena
  let slots: [Value]

  init(arena: Arena, slots: [Value]) {
    self.arena = arena
    self.slots = slots
  }

  /// Whether the bytes of a run are those of `other` from `start` on; both are long enough.
  func bytes(_ run: Value.Run, equal other: [UInt8], at start: Int) -> Bool {
    let offset = run.offset
    for index in 0..<Int(run.count) where arena.bytes[offset &+ index] != other[start &+ index] { return false }
    return true
  }

  /// Whether the bytes of a run begin with these.
  func bytes(_ run: Value.Run, startWith prefix: [UInt8]) -> Bool {
    guard prefix.count <= Int(run.count) else { return false }
    let offset = run.offset
    for index in prefix.indices where arena.bytes[offset &+ index] != prefix[index] { return false }
    return true
  }

  /// The value of a slot.
  public func value(_ slot: Int) -> Value { slots.indices.contains(slot) ? slots[slot] : .failure(.unset) }

  /// Nothing at all.
  public static let none = Facts(arena: Arena(.facts), slots: [])
}

/// Collects values for ``Facts``.
public struct FactsBuilder {
  private var arena = Arena(.facts)
  private var slots: [Value]

  /// For slots 0 up to `slotCount`; one that is never set evaluates to the error ``EvaluationError/Kind/unset``.
  public init(slotCount: Int) { slots = Array(repeating: .failure(.unset), count: max(0, slotCount)) }

  /// Gives a slot its value, made by this builder; the slots grow when needed.
  public mutating func set(_ slot: Int, _ value: Value) {
    guard slot >= 0 else { return }
    while slots.count <= slot { slots.append(.failure(.unset)) }
    slots[slot] = value
  }

  /// Text.
  public mutating func string(_ text: some StringProtocol) -> Value { arena.string(text) }
  /// Bytes.
  public mutating func bytes(_ bytes: [UInt8]) -> Value { arena.store(.bytes(bytes)) }
  /// Items made by this builder, of which each may be unknown or not applicable.
  public mutating func list(_ items: [Value]) -> Value { arena.list(items) }
  /// A record: one value a field, in the shape's order; missing ones are unset.
  public mutating func record(_ type: RecordType, _ fields: [Value]) -> Value {
    arena.record(type, arena.fitted(fields, to: type))
  }
  /// Entries; keys are bools, ints, uints or strings, each once.
  public mutating func map(_ entries: [(Value, Value)]) -> Value { arena.map(entries.flatMap { [$0.0, $0.1] }) }
  /// A whole number.
  public func int(_ number: Int64) -> Value { .int(number) }
  /// An exact decimal number.
  public func decimal(_ number: Decimal64) -> Value { .decimal(number) }
  /// A day.
  public func date(_ date: CalendarDate) -> Value { .date(date) }
  /// A span of days.
  public mutating func period(_ period: Period) -> Value { arena.period(period) }
  /// A value that depends on an attribute, such as a question, by the caller's own number.
  public func unknown(_ attribute: UInt32) -> Value { .unknown(Value.Attributes(first: attribute, count: 1)) }
  /// A value that depends on several attributes; without any it is unset.
  public mutating func unknown(_ attributes: [UInt32]) -> Value { arena.store(.unknown(attributes)) }
  /// The error that says that what was asked does not apply.
  public static var notApplicable: Value { .notApplicable }
  /// An error.
  public func error(_ kind: EvaluationError.Kind) -> Value { .failure(kind) }
  /// A copy of a lasting value.
  public mutating func datum(_ datum: Datum) -> Value { arena.store(datum) }

  /// The facts.
  public consuming func build() -> Facts { Facts(arena: arena, slots: slots) }
}
