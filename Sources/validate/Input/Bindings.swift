import Documents
import Expressions

/// Values for names, from a file of JSON (or YAML, of which JSON is a part).
struct Bindings {
  /// The names and values, in the order of the file.
  private(set) var values: [(name: String, value: Datum)] = []
  /// What could not be read.
  private(set) var issues: [Issue]

  /// `type` answers for a name the type it is declared to have, if it is.
  init(_ source: SourceFile, limits: Documents.Limits, type: (String) -> CELType?) {
    let document = Document.parse(source, limits: limits)
    issues = document.issues
    guard let root = document.root, !document.isBroken else { return }
    guard root.kind == .mapping else {
      issues.append(Issue("eval/bindings", at: root.location, Message("eval/bindings")))
      return
    }
    for entry in root.entries { values.append((entry.key.text, Self.datum(entry.value, as: type(entry.key.text)))) }
  }

  /// A value: as what its name is declared to be where it can be read so, else as JSON has it.
  private static func datum(_ node: Node, as type: CELType?) -> Datum {
    switch node.kind {
    case .sequence:
      let item: CELType? = if case .list(let item) = type { item } else { nil }
      return .list(node.items.map { datum($0, as: item) })
    case .mapping: return .map(node.entries.map { Datum.Entry(.string($0.key.text), datum($0.value, as: nil)) })
    case .scalar: return declared(node.text, type) ?? plain(node)
    }
  }

  private static func declared(_ text: String, _ type: CELType?) -> Datum? {
    switch type {
    case .decimal: Decimal64(parsing: text).map { .decimal($0) }
    case .date: CalendarDate(parsing: text).map { .date($0) }
    case .period: Period(parsing: text).map { .period($0) }
    case .duration: TimeSpan(parsing: text).map { .duration($0) }
    case .uint: UInt64(text).map { .uint($0) }
    case .double: Double(text).map { .double($0) }
    default: nil
    }
  }

  private static func plain(_ node: Node) -> Datum {
    guard node.style == .plain else { return .string(node.text) }
    if node.isEmpty { return .null }
    switch node.text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: break
    }
    if let number = Int64(node.text) { return .int(number) }
    if let number = Double(node.text), number.isFinite { return .double(number) }
    return .string(node.text)
  }
}
