import Expressions
import Foundation

/// Reads a value in the notation of the vectors: `{"int": "1"}`.
func datum(_ json: JSON) -> Datum? {
  guard let (tag, content) = json.object?.first else { return nil }
  switch (tag, content) {
  case ("null", _): return .null
  case ("bool", .bool(let truth)): return .bool(truth)
  case ("list", .array(let items)):
    let values = items.map(datum)
    return values.contains(nil) ? nil : .list(values.compactMap { $0 })
  case ("map", .array(let pairs)): return entries(pairs).map(Datum.map)
  case ("record", .array(let pairs)): return entries(pairs).flatMap(record)
  case (_, .string(let text)): return scalar(tag, text)
  case ("unknown", .array(let ids)): return .unknown(ids.compactMap { if case .number(let id) = $0 { UInt32(id) } else { nil } })
  case ("na", _): return .error(EvaluationError(.notApplicable))
  default: return nil
  }
}

private func entries(_ pairs: [JSON]) -> [Datum.Entry]? {
  var entries: [Datum.Entry] = []
  for pair in pairs {
    guard let parts = pair.array, parts.count == 2, let key = datum(parts[0]), let value = datum(parts[1]) else { return nil }
    entries.append(Datum.Entry(key, value))
  }
  return entries
}

/// A record of a shape of its own, with the fields in the order given.
private func record(_ entries: [Datum.Entry]) -> Datum? {
  let names = entries.map { if case .string(let name) = $0.key { name } else { "" } }
  guard !names.contains("") else { return nil }
  return .record(RecordType(name: "record", fields: names.map { ($0, .dyn) }), entries.map(\.value))
}

private func scalar(_ tag: String, _ text: String) -> Datum? {
  switch tag {
  case "int": Int64(text).map(Datum.int)
  case "uint": UInt64(text).map(Datum.uint)
  case "double": Double(text).map(Datum.double)
  case "decimal": Decimal64(parsing: text).map(Datum.decimal)
  case "string": .string(text)
  case "bytes": Data(base64Encoded: text).map { .bytes(Array($0)) }
  case "timestamp": Timestamp(parsing: text).map(Datum.timestamp)
  case "duration": TimeSpan(parsing: text).map(Datum.duration)
  case "date": CalendarDate(parsing: text).map(Datum.date)
  case "period": Period(parsing: text).map(Datum.period)
  case "type": type(text).map { Datum.type($0) }
  default: nil
  }
}
