import Documents
import Questionnaire

/// What a reply says to one question: text behind the key, or a table cell by cell. `nil` is left out.
enum WrittenAnswer: Equatable {
  case text(String?)
  case table([WrittenRow])
}

/// A row of a table; one without a name stands in a list.
struct WrittenRow: Equatable {
  var name: String?
  var cells: [WrittenCell]
}

/// A cell; that of a row which is one cell is the column `value`.
struct WrittenCell: Equatable {
  var column: String
  var text: String?
}

/// A reply that can be changed answer by answer, and written so that a change moves nothing else: every scalar has a line of its
/// own, what is left out keeps its line, and a table has room to grow.
struct WrittenReply {
  let questionnaire: Questionnaire
  var head: [(key: String, text: String)]
  var answers: [String: WrittenAnswer]
  var evidence: [(key: String, text: String)] = []

  /// More lines than any table of a test has.
  private static let tableHeight = 64

  /// The reply as YAML.
  var source: SourceFile { SourceFile(name: "reply.yaml", bytes: Array(lines.joined(separator: "\n").utf8)) }

  private var lines: [String] {
    var lines = head.map { "\($0.key): \($0.text)" } + ["answers:"]
    for item in questionnaire.items {
      lines.append("  \(item.id):")
      for question in item.questions { lines += written(question) }
    }
    return lines + ["evidence:"] + evidence.map { "  \($0.key): \($0.text)" }
  }

  private func written(_ question: Question) -> [String] {
    var lines: [String]
    switch answers[question.path] ?? .text(nil) {
    case .text(let text): lines = [Self.line(4, question.name, text)]
    case .table(let rows): lines = ["    \(question.name):"] + rows.flatMap { Self.written($0, question) }
    }
    let height = question.type.table == nil ? 1 : Self.tableHeight
    precondition(lines.count <= height, "\(question.path) has \(lines.count) lines")
    lines += Array(repeating: "", count: height - lines.count)
    return lines
  }

  private static func written(_ row: WrittenRow, _ question: Question) -> [String] {
    if let name = row.name, question.type.table?.isSingleCell == true { return [line(6, name, row.cells.first?.text)] }
    let head = row.name.map { "      \($0):" } ?? "      -"
    return [head] + row.cells.map { line(8, $0.column, $0.text) }
  }

  private static func line(_ indent: Int, _ key: String, _ text: String?) -> String {
    let space = String(repeating: " ", count: indent)
    return text.map { "\(space)\(key): \($0)" } ?? "\(space)# \(key)"
  }
}

extension WrittenReply {
  /// The reply in a file, written anew.
  init?(_ document: Document, _ questionnaire: Questionnaire) {
    guard let root = document.root, let answers = root["answers"] else { return nil }
    self.init(
      questionnaire: questionnaire,
      head: root.pairs.filter { $0.value.kind == .scalar }.map { ($0.key, Self.flow($0.value)) }, answers: [:],
      evidence: (root["evidence"]?.pairs ?? []).map { ($0.key, Self.flow($0.value)) })
    for question in questionnaire.items.flatMap(\.questions) {
      let item = String(question.path.prefix { $0 != "." })
      guard let node = answers[item]?[question.name] else { continue }
      self.answers[question.path] = Self.answer(node, question)
    }
  }

  private static func answer(_ node: Node, _ question: Question) -> WrittenAnswer {
    guard let table = question.type.table, node.kind != .scalar, node["missing"] == nil else { return .text(flow(node)) }
    // What a whole table cites changes no status, and is left out.
    let node = node["value"] ?? node
    guard let fixed = table.rows else {
      return .table(node.items.map { WrittenRow(name: nil, cells: cells($0, table)) })
    }
    return .table(
      fixed.map { row in
        let cell = node[row.id]
        let cells =
          table.isSingleCell ? [WrittenCell(column: "value", text: cell.map(flow))] : cell.map { Self.cells($0, table) } ?? []
        return WrittenRow(name: row.id, cells: cells)
      })
  }

  private static func cells(_ node: Node, _ table: Table) -> [WrittenCell] {
    table.columns.map { WrittenCell(column: $0.name, text: node[$0.name].map(flow)) }
  }

  /// A node on one line.
  static func flow(_ node: Node) -> String {
    switch node.kind {
    case .scalar: node.isEmpty ? "" : quoted(node.text)
    case .sequence: "[\(node.items.map(flow).joined(separator: ", "))]"
    case .mapping: "{\(node.pairs.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", "))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    if text.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) {
      return text
    }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
