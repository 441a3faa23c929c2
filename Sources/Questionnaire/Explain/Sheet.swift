import Documents

/// What is told of one thing: entries with names, for people and programs alike.
struct Sheet: Sendable {
  /// The names of entries; people see words for them.
  enum Key: String, Sendable, CaseIterable {
    case name, finding, about, accepted, answer, answers, asked, becomes, changes, condition, declared, depends
    case details, documents, each, fails, file, findings, help, issues, limits, message, messages, missing
    case now, outcome, part, parts, passes, placeholders, proof, questions, rationale, reads, refused, refusal
    case reply, required, row, rows, rule, rules, severity, source, statement, status, statuses, title
    case tried, type, unverified, values, variables, verified, when, words, written
    case readBy = "read_by"
    case notApplicable = "not_applicable"
    case helpOtherwise = "help_otherwise"
  }

  /// What stands under a name.
  indirect enum Value: Sendable {
    case text(String)
    /// A code for programs, words for people.
    case code(String, words: String)
    case place(Location)
    case list([Value])
    case sheet(Sheet)
    /// Lines that are laid out already, and the same for programs.
    case block(String, JSON)
    /// A line for people that stands for more.
    case line(String, JSON)
  }

  /// The entries in order.
  private(set) var entries: [(key: Key, value: Value)] = []

  mutating func add(_ key: Key, _ value: Value?) { if let value { entries.append((key, value)) } }

  mutating func add(_ key: Key, _ text: String?) { if let text, !text.isEmpty { add(key, .text(text)) } }

  mutating func add(_ key: Key, list: [Value]) { if !list.isEmpty { add(key, .list(list)) } }

  /// For programs.
  var json: JSON { .object(entries.map { ($0.key.rawValue, $0.value.json) }) }
}

extension Sheet.Value {
  var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .code(let code, _): .string(code)
    case .place(let location): CheckJSON.location(location)
    case .list(let values): .array(values.map(\.json))
    case .sheet(let sheet): sheet.json
    case .block(_, let json), .line(_, let json): json
    }
  }
}

/// Sheets for people: an entry a line, what belongs to it further in.
struct SheetText {
  let catalogue: MessageCatalogue
  let paint: Paint

  func text(_ sheet: Sheet, indent: Int = 1) -> String {
    sheet.entries.map { entry($0.key, $0.value, indent) }.joined()
  }

  private func entry(_ key: Sheet.Key, _ value: Sheet.Value, _ indent: Int) -> String {
    let label = space(indent) + paint.dim(catalogue.text("explain/label.\(key.rawValue)") + ":")
    switch value {
    case .list(let values): return label + "\n" + values.map { item($0, indent + 1) }.joined()
    case .sheet(let sheet): return label + "\n" + text(sheet, indent: indent + 1)
    case .block(let block, _): return label + "\n" + lines(block, indent + 1)
    case .text, .code, .place, .line: return "\(label) \(line(value))\n"
    }
  }

  private func item(_ value: Sheet.Value, _ indent: Int) -> String {
    guard case .sheet(let sheet) = value else { return "\(space(indent))- \(line(value))\n" }
    let inner = text(sheet, indent: indent + 1)
    return space(indent) + "- " + inner.dropFirst(2 * (indent + 1))
  }

  private func line(_ value: Sheet.Value) -> String {
    switch value {
    case .text(let text), .line(let text, _): SafeText.shown(text)
    case .code(let code, let words): words.isEmpty ? SafeText.shown(code) : SafeText.shown(words)
    case .place(let location): SafeText.shown("\(location.file):\(location.range.line)")
    case .list, .sheet, .block: ""
    }
  }

  // The lines are made safe where they are laid out.
  private func lines(_ block: String, _ indent: Int) -> String {
    block.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : space(indent) + $0 + "\n" }.joined()
  }

  private func space(_ indent: Int) -> String { String(repeating: "  ", count: indent) }
}
