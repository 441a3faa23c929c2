/// Fields, keys and indices.
extension EvaluationState {
  /// The value at a key of a map or record; nil when there is none.
  mutating func lookup(_ value: Value, key: Value, _ context: Context) -> Value? {
    switch value {
    case .map(let run):
      for index in 0..<Int(run.count) {
        if case .bool(true) = equal(item(run, 2 * index, context), key, context) { return item(run, 2 * index + 1, context) }
      }
      return nil
    case .record(let run, let id):
      guard case .string(let text) = key, let shape = shape(id, run, context) else { return nil }
      return shape.slot(self.text(text, context)).flatMap { $0 < Int(run.count) ? item(run, $0, context) : nil }
    default: return nil
    }
  }

  /// The field of a map, record or period by name; nil when there is none. `hint` is the place in records of shape `shape`.
  @inline(__always)
  mutating func field(_ value: Value, _ name: FieldName, _ context: Context) -> Lookup {
    if case .record(let run, let id) = value, id == name.shape, name.slot < Int(run.count) {
      return .found(item(run, name.slot, context))
    }
    return slowField(value, name, context)
  }

  @inline(never)
  private mutating func slowField(_ value: Value, _ name: FieldName, _ context: Context) -> Lookup {
    switch value {
    case .record(let run, let id):
      guard let slot = shape(id, run, context)?.slot(name.text), slot < Int(run.count) else { return .missing }
      return .found(item(run, slot, context))
    case .map(let run):
      for index in 0..<Int(run.count) {
        guard case .string(let key) = item(run, 2 * index, context), Int(key.count) == name.bytes.count,
          bytes(key, context).elementsEqual(name.bytes)
        else { continue }
        return .found(item(run, 2 * index + 1, context))
      }
      return .missing
    case .period(let run):
      guard name.text == "from" || name.text == "to" else { return .noFields }
      let end = item(run, name.text == "from" ? 0 : 1, context)
      if case .date = end { return .found(end) }
      return .missing
    default: return .noFields
    }
  }

  /// The item of a list at an index of any numeric type, or an error without a place.
  func element(_ run: Value.Run, _ key: Value, _ context: Context) -> Value {
    guard let index = key.wholeNumber else { return .failure(.invalidArgument) }
    guard index >= 0, index < Int64(run.count) else { return .failure(.outOfRange) }
    return item(run, Int(index), context)
  }
}

enum Lookup {
  case found(Value)
  case missing
  /// The value is of a type without fields.
  case noFields
}

/// The name of a field, and where it is in the records that the checker expects.
struct FieldName: Sendable {
  let text: String
  let bytes: [UInt8]
  /// The id of the expected shape; 0 when none is.
  let shape: UInt32
  let slot: Int

  init(_ text: String, of type: CELType = .dyn) {
    self.text = text
    bytes = Array(text.utf8)
    if case .record(let record) = type, let found = record.slot(text) {
      shape = record.id
      slot = found
    } else {
      shape = 0
      slot = 0
    }
  }
}
