import Synchronization

/// Fields, keys and indices.
extension EvaluationState {
  /// The value at a key of a map or record; nil when there is none.
  mutating func lookup(_ value: Value, key: Value, _ context: Context) -> Value? {
    switch value {
    case .map(let run):
      guard charge(Int(run.count)) else { return .failure(.stepLimit) }
      for index in 0..<Int(run.count) {
        if case .bool(true) = equal(item(run, 2 * index, context), key, context) { return item(run, 2 * index + 1, context) }
      }
      return nil
    case .record(let run):
      guard case .string(let text) = key, let shape = shape(run, context) else { return nil }
      return shape.slot(self.text(text, context)).flatMap { $0 < Int(run.count) ? item(run, $0, context) : nil }
    default: return nil
    }
  }

  /// The field of a map, record or period by name.
  @inline(__always)
  mutating func field(_ value: Value, _ name: FieldName, _ context: Context) -> Lookup {
    if case .record(let run) = value, name.fits(run) { return .found(item(run, Int(name.slot), context)) }
    return slowField(value, name, context)
  }

  @inline(never)
  private mutating func slowField(_ value: Value, _ name: FieldName, _ context: Context) -> Lookup {
    switch value {
    case .record(let run):
      if let slot = name.learntSlot(run.shape), slot < Int(run.count) { return .found(item(run, slot, context)) }
      guard let slot = shape(run, context)?.slot(name.text), slot < Int(run.count) else { return .missing }
      name.learn(shape: run.shape, slot: slot)
      return .found(item(run, slot, context))
    case .map(let run):
      if run.arena == 0, let usual = context.usualEntry(run, name) { return .found(usual) }
      guard charge(Int(run.count) / 8) else { return .missing }
      return run.arena == 0 ? context.entry(run, name) : entry(run, name, context)
    case .period(let run):
      guard name.text == "from" || name.text == "to" else { return .noFields }
      let end = item(run, name.text == "from" ? 0 : 1, context)
      if case .date = end { return .found(end) }
      return .missing
    default: return .noFields
    }
  }

  private func entry(_ run: Value.Run, _ name: FieldName, _ context: Context) -> Lookup {
    for index in 0..<Int(run.count) {
      guard case .string(let key) = item(run, 2 * index, context), Int(key.count) == name.key.bytes.count,
        bytes(key, context).elementsEqual(name.key.bytes)
      else { continue }
      return .found(item(run, 2 * index + 1, context))
    }
    return .missing
  }

  /// The item of a list at an index of any numeric type, or an error without a place.
  func element(_ run: Value.Run, _ key: Value, _ context: Context) -> Value {
    guard let index = key.wholeNumber else { return .failure(.invalidArgument) }
    guard index >= 0, index < Int64(run.count) else { return .failure(.outOfRange) }
    return item(run, Int(index), context)
  }
}

extension Facts {
  /// The value at a text key where it stood in another map: maps that are rows of a table have a key at the same place.
  func usualEntry(_ run: Value.Run, _ name: FieldName) -> Value? {
    let usual = name.entry
    return usual < Int(run.count) && isKey(run, usual, name.key) ? arena.values[run.offset + 2 * usual + 1] : nil
  }

  /// The value at a text key of a map.
  func entry(_ run: Value.Run, _ name: FieldName) -> Lookup {
    for index in 0..<Int(run.count) where isKey(run, index, name.key) {
      name.learn(entry: index)
      return .found(arena.values[run.offset + 2 * index + 1])
    }
    return .missing
  }

  @inline(__always)
  private func isKey(_ map: Value.Run, _ index: Int, _ key: TextKey) -> Bool {
    if case .string(let run) = arena.values[map.offset + 2 * index] { key.equals(run, self) } else { false }
  }
}

enum Lookup {
  case found(Value)
  case missing
  /// The value is of a type without fields.
  case noFields
}

/// The name of a field, and where it is: in the records that the checker expects, or where it was found first, since the rows of
/// a table have it at one place.
///
/// What is learnt is true for ever and of one word, so that threads need no lock; it is learnt once, so that they do not contend.
final class FieldName: Sendable {
  let text: String
  let key: TextKey
  /// The id of the expected shape; 0 when none is.
  let shape: UInt32
  let slot: UInt32
  /// The id of a shape in the high half, the field's slot in the low one; 0 while nothing is known.
  private let learnt = Atomic<UInt64>(0)
  /// Where in a map the key stood.
  private let lastEntry = Atomic<Int>(0)

  init(_ text: String, of type: CELType = .dyn) {
    self.text = text
    key = TextKey(Array(text.utf8))
    if case .record(let record) = type, let found = record.slot(text) {
      shape = record.id
      slot = UInt32(clamping: found)
    } else {
      shape = 0
      slot = 0
    }
  }

  /// Whether a record is of the expected shape and has the field.
  @inline(__always)
  func fits(_ run: Value.Run) -> Bool { run.shape == shape && slot < run.count }

  /// The slot in records of a shape, when it was learnt.
  func learntSlot(_ shape: UInt32) -> Int? {
    let known = learnt.load(ordering: .relaxed)
    return UInt32(truncatingIfNeeded: known >> 32) == shape ? Int(UInt32(truncatingIfNeeded: known)) : nil
  }

  func learn(shape: UInt32, slot: Int) {
    let known = UInt64(shape) << 32 | UInt64(UInt32(clamping: slot))
    _ = learnt.compareExchange(expected: 0, desired: known, ordering: .relaxed)
  }

  /// The place in a map to look at first.
  var entry: Int { lastEntry.load(ordering: .relaxed) }

  func learn(entry: Int) { _ = lastEntry.compareExchange(expected: 0, desired: entry, ordering: .relaxed) }
}
