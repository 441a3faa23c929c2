/// What an evaluation reads and never changes. No struct around it: that would cost a retain for an evaluation.
typealias Context = Facts

/// Reading what values point to.
extension EvaluationState {
  @inline(__always)
  func item(_ run: Value.Run, _ index: Int, _ context: Context) -> Value { value(run.arena, run.offset + index, context) }

  @inline(__always)
  private func value(_ arena: Int, _ index: Int, _ context: Context) -> Value {
    switch arena {
    case 0: context.arena.values[index]
    case 1: constants.arena.values[index]
    default: scratch.values[index]
    }
  }

  /// All items of a list or fields of a record, or the single one of an optional.
  func items(_ run: Value.Run, _ context: Context) -> ArraySlice<Value> {
    switch run.arena {
    case 0: context.arena.values[run.range]
    case 1: constants.arena.values[run.range]
    default: scratch.values[run.range]
    }
  }

  func bytes(_ run: Value.Run, _ context: Context) -> ArraySlice<UInt8> {
    switch run.arena {
    case 0: context.arena.bytes[run.range]
    case 1: constants.arena.bytes[run.range]
    default: scratch.bytes[run.range]
    }
  }

  func text(_ run: Value.Run, _ context: Context) -> String { String(decoding: bytes(run, context), as: UTF8.self) }

  func attributes(_ unknown: Value.Attributes, _ context: Context) -> ArraySlice<UInt32> {
    guard unknown.count != 1 else { return [unknown.first] }
    let run = unknown.run
    switch run.arena {
    case 0: return context.arena.attributes[run.range]
    case 1: return constants.arena.attributes[run.range]
    default: return scratch.attributes[run.range]
    }
  }

  func type(_ run: Value.Run, _ context: Context) -> CELType {
    switch run.arena {
    case 0: context.arena.types[run.offset]
    case 1: constants.arena.types[run.offset]
    default: scratch.types[run.offset]
    }
  }

  func period(_ run: Value.Run, _ context: Context) -> Period? {
    func end(_ index: Int) -> CalendarDate? { if case .date(let date) = item(run, index, context) { date } else { nil } }
    return Period(from: end(0), to: end(1))
  }

  /// The shape of a record; nil only for a value that does not belong here.
  func shape(_ run: Value.Run, _ context: Context) -> RecordType? {
    switch run.arena {
    case 0: context.arena.shapes[run.shape]
    case 1: constants.arena.shapes[run.shape]
    default: scratch.shapes[run.shape] ?? context.arena.shapes[run.shape]
    }
  }

  /// The keys and values, in turn, of a map or a record; a field without a value is left out.
  mutating func pairs(_ value: Value, _ context: Context) -> [Value]? {
    switch value {
    case .map(let run): return (0..<2 * Int(run.count)).map { item(run, $0, context) }
    case .record(let run): return presentFields(run, context).flatMap { [scratch.string($0.name), $0.value] }
    default: return nil
    }
  }

  /// The fields of a record that can be seen and have a value, known or not.
  func presentFields(_ run: Value.Run, _ context: Context) -> [(name: String, value: Value)] {
    guard let shape = shape(run, context) else { return [] }
    return shape.fields.prefix(min(shape.visibleCount, Int(run.count))).enumerated().compactMap { index, field in
      let value = item(run, index, context)
      return value.isAbsent || shape.slot(field.name) != index ? nil : (field.name, value)
    }
  }
}

extension Value {
  /// Whether a field that holds this holds nothing: it was never set, or does not apply.
  var isAbsent: Bool {
    if case .error(let failure) = self { failure.kind == .unset || failure.kind == .notApplicable } else { false }
  }
}

extension EvaluationState {
  /// The lasting form of a value that an evaluation over these facts gave.
  public func datum(of value: Value, _ context: Facts) -> Datum {
    switch value {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): .uint(value)
    case .double(let value): .double(value)
    case .decimal(let value): .decimal(value)
    case .string(let run): .string(text(run, context))
    case .bytes(let run): .bytes(Array(bytes(run, context)))
    case .list(let run): .list(items(run, context).map { datum(of: $0, context) })
    case .map(let run): .map(entries(run, context))
    case .record(let run): record(run, context)
    case .date(let value): .date(value)
    case .period(let run): period(run, context).map(Datum.period) ?? .null
    case .timestamp(let value): .timestamp(value)
    case .duration(let value): .duration(value)
    case .type(let run): .type(type(run, context))
    case .optional(let run): .optional(items(run, context).first.map { datum(of: $0, context) })
    case .error(let failure): .error(error(failure))
    case .unknown(let unknown): .unknown(Array(attributes(unknown, context)))
    }
  }

  private func entries(_ run: Value.Run, _ context: Context) -> [Datum.Entry] {
    (0..<Int(run.count)).map { index in
      Datum.Entry(
        datum(of: item(run, 2 * index, context), context), datum(of: item(run, 2 * index + 1, context), context))
    }
  }

  private func record(_ run: Value.Run, _ context: Context) -> Datum {
    let fields = items(run, context).map { datum(of: $0, context) }
    return shape(run, context).map { .record($0, fields) } ?? .list(fields)
  }

  /// The error in words.
  func error(_ failure: Value.Failure) -> EvaluationError {
    let detail =
      failure.detail > 0 && Int(failure.detail) <= scratch.details.count ? scratch.details[Int(failure.detail) - 1] : ""
    let start = Int(failure.start)
    return EvaluationError(failure.kind, expression: start..<max(start, Int(failure.end)), detail: detail)
  }

  /// Copies what lies in the program's constants into the scratch, so that the value outlives the program.
  ///
  /// Values share what they hold, so that few steps can make one that has more items than there is memory for, or more levels
  /// than the stack has room for: both end here.
  mutating func detached(_ value: Value, _ context: Context, depth: Int = 0) -> Value {
    switch value {
    case .unknown(let unknown) where unknown.count != 1 && unknown.run.arena == 1:
      return scratch.unknown(attributes(unknown, context))
    case .string(let run) where run.arena == 1: return scratch.store(bytes: bytes(run, context)).map(Value.string) ?? .null
    case .bytes(let run) where run.arena == 1: return scratch.store(bytes: bytes(run, context)).map(Value.bytes) ?? .null
    case .type(let run) where run.arena == 1: return scratch.type(type(run, context))
    case .period(let run) where run.arena == 1: return period(run, context).map { scratch.period($0) } ?? .null
    case .list(let run) where run.arena != 0:
      return detachedItems(run, Int(run.count), context, depth).map { scratch.list($0) } ?? .failure(.stepLimit)
    case .optional(let run) where run.arena != 0:
      return detachedItems(run, Int(run.count), context, depth).map { scratch.optional($0.first) } ?? .failure(.stepLimit)
    case .map(let run) where run.arena != 0:
      return detachedItems(run, 2 * Int(run.count), context, depth).map { scratch.map($0) } ?? .failure(.stepLimit)
    case .record(let run) where run.arena != 0:
      guard let shape = shape(run, context) else { return value }
      return detachedItems(run, Int(run.count), context, depth).map { scratch.record(shape, $0) } ?? .failure(.stepLimit)
    default: return value
    }
  }

  /// How many levels a value may have that an expression made: more than one expression can nest.
  private static let levels = 512

  /// Nil when there are too many.
  private mutating func detachedItems(_ run: Value.Run, _ count: Int, _ context: Context, _ depth: Int) -> [Value]? {
    guard depth < Self.levels, charge(count) else {
      steps = max(steps, limit &+ 1)
      return nil
    }
    return (0..<count).map { detached(item(run, $0, context), context, depth: depth + 1) }
  }
}
