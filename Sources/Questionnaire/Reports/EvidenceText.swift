import Documents

/// The report on documents for people: a table that fits a terminal, what is wrong below each document.
public struct EvidenceText {
  private let catalogue: MessageCatalogue
  private let words: EvidenceWords
  private let paint: Paint
  /// The columns of a terminal that tables and lists fit into.
  private static let width = 100

  /// A text in the language of `catalogue`.
  public init(catalogue: MessageCatalogue, paint: Paint) {
    self.catalogue = catalogue
    self.paint = paint
    words = EvidenceWords(catalogue: catalogue)
  }

  /// The documents, the claims that lack proof, and the totals.
  public func text(_ report: EvidenceReport) -> String {
    let claims = report.claims.isEmpty ? "" : "\n" + heading("report/evidence-claims") + report.claims.map(claim).joined()
    return heading("report/evidence-documents") + documents(report.documents) + claims + "\n"
      + words.totals(report).map { "\($0)\n" }.joined()
  }

  private func heading(_ id: String) -> String { paint.bold(catalogue.text(id)) + "\n" }

  // MARK: - Documents

  private func documents(_ documents: [EvidenceReport.Document]) -> String {
    let head = ["id", "title", "kind", "state", "size", "pages", "digest"].map { catalogue.text("report/evidence-column.\($0)") }
    let rows = documents.map(cells)
    let widths = fitting([head] + rows)
    var text = "  " + paint.dim(line(head, widths)) + "\n"
    for (document, row) in zip(documents, rows) { text += "  \(line(row, widths))\n" + details(document) }
    return text
  }

  private func cells(_ document: EvidenceReport.Document) -> [String] {
    [
      document.evidence.id, document.evidence.title ?? "", document.kind ?? "", words.state(document), words.size(document),
      words.pages(document), String((document.digest ?? "").prefix(8)),
    ].map { SafeText.shown($0) }
  }

  private func details(_ document: EvidenceReport.Document) -> String {
    var text = ""
    if !words.place(document).isEmpty { text += detail(words.place(document)) }
    if !document.cited.isEmpty { text += detail(catalogue.text("report/evidence-cited", ["places": words.cited(document)])) }
    return text + document.issues.map(problem).joined()
  }

  // A long list goes on in the next line, further in.
  private func detail(_ text: String) -> String {
    var lines = [""]
    for word in SafeText.shown(text).split(separator: " ") {
      let last = lines[lines.count - 1]
      let indent = lines.count == 1 ? 4 : 6
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if indent + SafeText.width(last) + 1 + SafeText.width(word) <= Self.width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return "    " + lines.joined(separator: "\n      ") + "\n"
  }

  private func problem(_ issue: Issue) -> String {
    let severity = paint.severity(catalogue.text("report/\(issue.severity.rawValue)"), issue.severity)
    return "    \(severity): \(SafeText.shown(catalogue.text(issue.message))) \(paint.dim("[\(issue.rule)]"))\n"
  }

  // MARK: - Claims

  private func claim(_ claim: EvidenceReport.Unproven) -> String {
    let line = catalogue.text("report/line", ["line": "\(claim.claim.location.range.line)"])
    var text = "  \(SafeText.shown(claim.subject)) \(paint.dim("[\(SafeText.shown(claim.claim.path)), \(line)]"))\n"
    text += detail(words.needs(claim))
    return text + words.why(claim).map(detail).joined()
  }

  // MARK: - Columns

  // The widest of the columns that can be cut (id, title, kind, state) give way until the line fits.
  private func fitting(_ rows: [[String]]) -> [Int] {
    var widths = (rows.first ?? []).indices.map { column in rows.map { SafeText.width($0[column]) }.max() ?? 0 }
    let least = 8
    var excess = widths.reduce(0, +) + 2 * widths.count - Self.width
    while excess > 0, let column = (0..<4).max(by: { widths[$0] < widths[$1] }), widths[column] > least {
      widths[column] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in cells.enumerated() {
      let cut = Self.cut(cell, to: widths[column])
      let space = String(repeating: " ", count: max(0, widths[column] - SafeText.width(cut)))
      let isNumber = column == 4 || column == 5
      text += (column == 0 ? "" : "  ") + (isNumber ? space + cut : cut + space)
    }
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private static func cut(_ text: String, to width: Int) -> String {
    guard SafeText.width(text) > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      used += SafeText.width(String(character))
      guard used < width else { break }
      result.append(character)
    }
    return result + "…"
  }
}
