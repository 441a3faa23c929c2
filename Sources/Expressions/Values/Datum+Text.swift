extension Datum {
  /// The value as CEL would write it, names instead of numbers for what is unknown.
  ///
  /// What CEL has no literal for is written as a call, such as `date("2021-05-03")`; a record as a map of its fields, those that are
  /// hidden or have no value left out.
  public func text(attribute: (UInt32) -> String) -> String {
    switch self {
    case .null: "null"
    case .bool(let value): String(value)
    case .int(let value): String(value)
    case .uint(let value): "\(value)u"
    case .double(let value): Self.text(value)
    case .decimal(let value): value.scale == 0 ? "\(value).0" : value.description
    case .string(let value): Self.quoted(value)
    case .bytes(let value): "b\"" + value.map(Self.escaped).joined() + "\""
    case .list(let items): "[" + items.map { $0.text(attribute: attribute) }.joined(separator: ", ") + "]"
    case .map(let entries):
      Self.braced(entries.map { ($0.key.text(attribute: attribute), $0.value.text(attribute: attribute)) })
    case .record(let type, let fields): Self.braced(Self.visible(type, fields).map { ($0.0, $0.1.text(attribute: attribute)) })
    case .date(let value): "date(\"\(value)\")"
    case .period(let value): "period(\"\(value)\")"
    case .timestamp(let value): "timestamp(\"\(value)\")"
    case .duration(let value): "duration(\"\(value)\")"
    case .type(let type): type.simpleName
    case .optional(let value): value.map { "optional.of(\($0.text(attribute: attribute)))" } ?? "optional.none()"
    case .unknown(let ids): "unknown(" + ids.map(attribute).joined(separator: ", ") + ")"
    case .error(let error): error.kind == .notApplicable ? "not_applicable" : "error(\(error.kind))"
    }
  }

  private static func text(_ number: Double) -> String {
    let text = DoubleText.shortest(number)
    guard number.isFinite else { return "double(\"\(text)\")" }
    return text.contains(where: { ".e".contains($0) }) ? text : text + ".0"
  }

  private static func quoted(_ text: String) -> String {
    let escapes: [UnicodeScalar: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"]
    return "\"" + text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
  }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    let isPlain = (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    return isPlain ? String(UnicodeScalar(byte)) : "\\x" + (digits.count < 2 ? "0" : "") + digits
  }

  private static func braced(_ entries: [(String, String)]) -> String {
    "{" + entries.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func visible(_ type: RecordType, _ fields: [Datum]) -> [(String, Datum)] {
    zip(type.fields.prefix(type.visibleCount), fields).compactMap { field, value in
      if case .error(let error) = value, error.kind == .unset || error.kind == .notApplicable { return nil }
      return (quoted(field.name), value)
    }
  }
}
