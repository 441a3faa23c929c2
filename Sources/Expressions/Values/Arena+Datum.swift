/// Lasting values into an arena.
extension Arena {
  /// Copies a value in.
  mutating func store(_ datum: Datum) -> Value {
    switch datum {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): .uint(value)
    case .double(let value): .double(value)
    case .decimal(let value): .decimal(value)
    case .string(let text): string(text)
    case .bytes(let bytes): store(bytes: bytes).map(Value.bytes) ?? .failure(.stepLimit)
    case .list(let items): list(items.map { store($0) })
    case .map(let entries): map(entries.flatMap { [store($0.key), store($0.value)] })
    case .record(let type, let fields): record(type, fitted(fields.map { store($0) }, to: type))
    case .date(let date): .date(date)
    case .period(let value): period(value)
    case .timestamp(let value): .timestamp(value)
    case .duration(let value): .duration(value)
    case .type(let value): type(value)
    case .optional(let value): optional(value.map { store($0) })
    case .unknown(let ids): ids.isEmpty ? .failure(.unset) : unknown(ids)
    case .error(let error): failure(error)
    }
  }

  /// One value a field: what is too much is left out, what is missing is unset.
  func fitted(_ fields: [Value], to type: RecordType) -> [Value] {
    let missing = max(0, type.fields.count - fields.count)
    return Array(fields.prefix(type.fields.count)) + Array(repeating: .failure(.unset), count: missing)
  }
}
