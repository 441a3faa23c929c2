/// Storage that values point into. There are three: the facts', the program's constants', and the scratch of a state.
struct Arena: Sendable {
  /// Which of the three; stands in the high bits of every ``Value/Run``.
  enum Place: UInt32 { case facts, constants, scratch }

  let place: Place
  var bytes: [UInt8] = []
  var values: [Value] = []
  var attributes: [UInt32] = []
  var types: [CELType] = []
  var shapes: [UInt32: RecordType] = [:]
  var details: [String] = []

  /// A run's offset has 30 bits.
  static let capacity = 1 << 30

  init(_ place: Place) { self.place = place }

  /// Whether the evaluation that runs has stored anything, and where it began to.
  var hasMade = false
  private(set) var origin = EvaluationState.Mark(bytes: 0, values: 0, attributes: 0, types: 0, details: 0)

  var end: EvaluationState.Mark {
    EvaluationState.Mark(
      bytes: bytes.count, values: values.count, attributes: attributes.count, types: types.count, details: details.count)
  }

  /// Comes before everything that is stored.
  @inline(__always)
  private mutating func touch() {
    guard !hasMade else { return }
    hasMade = true
    origin = end
  }

  private func run(_ offset: Int, _ count: Int) -> Value.Run {
    Value.Run(start: place.rawValue << 30 | UInt32(truncatingIfNeeded: offset), count: UInt32(truncatingIfNeeded: count))
  }

  /// Whether anything was stored.
  var isInhabited: Bool { !(bytes.isEmpty && values.isEmpty && attributes.isEmpty && types.isEmpty && shapes.isEmpty) }

  /// Copies bytes in; nil when the arena is full.
  mutating func store(bytes new: some Collection<UInt8>) -> Value.Run? {
    guard bytes.count + new.count < Self.capacity else { return nil }
    touch()
    let offset = bytes.count
    bytes.append(contentsOf: new)
    var stored = run(offset, new.count)
    stored.mark = TextMark.of(bytes, from: offset)
    return stored
  }

  mutating func store(values new: some Collection<Value>) -> Value.Run? {
    guard values.count + new.count < Self.capacity else { return nil }
    touch()
    let offset = values.count
    values.append(contentsOf: new)
    return run(offset, new.count)
  }

  mutating func string(_ text: some StringProtocol) -> Value {
    store(bytes: text.utf8).map(Value.string) ?? .failure(.stepLimit)
  }

  mutating func list(_ items: some Collection<Value>) -> Value {
    store(values: items).map(Value.list) ?? .failure(.stepLimit)
  }

  mutating func type(_ type: CELType) -> Value {
    guard types.count < Self.capacity else { return .failure(.stepLimit) }
    touch()
    types.append(type)
    return .type(run(types.count - 1, 1))
  }

  mutating func period(_ period: Period) -> Value {
    let ends = [period.from, period.to].map { $0.map(Value.date) ?? .null }
    return store(values: ends).map(Value.period) ?? .failure(.stepLimit)
  }

  /// An optional with the value, or without.
  mutating func optional(_ value: Value?) -> Value {
    store(values: value.map { [$0] } ?? []).map(Value.optional) ?? .failure(.stepLimit)
  }

  mutating func record(_ type: RecordType, _ fields: some Collection<Value>) -> Value {
    shapes[type.id] = type
    guard var run = store(values: fields) else { return .failure(.stepLimit) }
    run.mark = type.id
    return .record(run)
  }

  /// `pairs` are keys and values in turn.
  mutating func map(_ pairs: some Collection<Value>) -> Value {
    store(values: pairs).map { .map(Value.Run(start: $0.start, count: $0.count / 2)) } ?? .failure(.stepLimit)
  }

  /// Unknown because of these attributes, which need be neither sorted nor unique; at least one.
  mutating func unknown(_ ids: some Collection<UInt32>) -> Value {
    if let only = ids.first, ids.count == 1 { return .unknown(Value.Attributes(first: only, count: 1)) }
    touch()
    let start = attributes.count
    attributes.append(contentsOf: ids)
    return sealUnknown(from: start)
  }

  /// Makes the attributes appended from `start` on into one unknown value. Folds gather them in order, mostly.
  private mutating func sealUnknown(from start: Int) -> Value {
    if !isAscending(from: start) {
      let sorted = attributes[start...].sorted()
      attributes.removeLast(attributes.count - start)
      for id in sorted where attributes.count == start || attributes[attributes.count - 1] != id { attributes.append(id) }
    }
    let count = attributes.count - start
    if count == 1 { return .unknown(Value.Attributes(first: attributes.removeLast(), count: 1)) }
    guard attributes.count < Self.capacity, count > 0 else { return .failure(.stepLimit) }
    let stored = run(start, count)
    return .unknown(Value.Attributes(first: stored.start, count: stored.count))
  }

  private func isAscending(from start: Int) -> Bool {
    for index in attributes.indices.dropFirst(start + 1) where attributes[index - 1] >= attributes[index] { return false }
    return true
  }

  /// An error with words, as far as there is room for them.
  mutating func failure(_ error: EvaluationError) -> Value {
    guard case .error(var failure) = Value.failure(error.kind, error.expression) else { return .null }
    if !error.detail.isEmpty, details.count < Int(UInt16.max) {
      touch()
      details.append(error.detail)
      failure.detail = UInt16(details.count)
    }
    return .error(failure)
  }
}
