public import Documents

/// Writes issues for people: place, what is wrong, the line with a caret, what to do.
public struct IssueText {
  private let catalogue: MessageCatalogue
  private let paint: Paint
  private let sources: [String: SourceFile]

  /// A writer that takes excerpts from `sources`.
  public init(catalogue: MessageCatalogue, paint: Paint, sources: [SourceFile]) {
    self.catalogue = catalogue
    self.paint = paint
    self.sources = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// One issue, several lines.
  public func text(_ issue: Issue) -> String {
    let range = issue.location.range
    let place = paint.bold("\(SafeText.shown(issue.location.file)):\(range.line):\(range.column):")
    let severity = paint.severity(catalogue.text("report/\(issue.severity.rawValue)"), issue.severity)
    var text = "\(place) \(severity): \(SafeText.shown(catalogue.line(issue))) \(paint.dim("[\(issue.rule)]"))\n"
    text += excerpt(issue.location)
    for help in catalogue.helps(issue) { text += detail("report/help", help) }
    if let explanation = issue.explanation { text += detail("report/explanation", explanation) }
    let others = issue.because.filter { $0.path != issue.path || $0.location != issue.location }
    if !others.isEmpty, issue.comparesAnswers {
      text += detail("report/because", others.map(shown).joined(separator: "; "))
    }
    if let declared = issue.declared { text += detail("report/declared", "\(declared.file):\(declared.range.line)") }
    return text
  }

  private func shown(_ basis: Issue.Basis) -> String {
    let value = basis.value.map { ": \(String($0.prefix(60)))" } ?? ""
    let line = basis.location.map { " (\(catalogue.text("report/line", ["line": "\($0.range.line)"])))" } ?? ""
    return basis.path + value + line
  }

  private func detail(_ label: String, _ text: String) -> String {
    "  \(paint.dim(catalogue.text(label) + ":")) \(SafeText.shown(text))\n"
  }

  private func excerpt(_ location: Location) -> String {
    guard let source = sources[location.file] else { return "" }
    let range = location.range
    let line = source.line(range.line)
    guard !line.isEmpty || range.line <= source.lineCount else { return "" }
    let scalars = line.unicodeScalars
    let start =
      scalars.index(scalars.startIndex, offsetBy: max(0, range.column - 1), limitedBy: scalars.endIndex) ?? scalars.endIndex
    let lastColumn = range.endLine == range.line ? range.endColumn : scalars.count + 1
    let end = scalars.index(scalars.startIndex, offsetBy: max(0, lastColumn - 1), limitedBy: scalars.endIndex) ?? scalars.endIndex
    let before = SafeText.width(String(scalars[..<start]))
    let marked = start < end ? SafeText.width(String(scalars[start..<end])) : 0
    let number = String(range.line)
    let gutter = String(repeating: " ", count: number.count)
    let shown = cut(SafeText.shown(line), at: before)
    return """
        \(paint.dim("\(number) │")) \(shown.text)
        \(paint.dim("\(gutter) │")) \(String(repeating: " ", count: shown.column))\(paint.severity(String(repeating: "^", count: max(1, min(marked, 100 - min(shown.column, 99)))), .error))

      """
  }

  // A long line is shown around the place that is meant.
  private func cut(_ line: String, at column: Int) -> (text: String, column: Int) {
    guard line.count > 120 else { return (line, column) }
    let from = max(0, min(column, line.count) - 40)
    let part = line.dropFirst(from).prefix(110)
    let head = from > 0 ? "…" : ""
    let tail = from + 110 < line.count ? "…" : ""
    return (head + part + tail, column - from + head.count)
  }
}

extension Issue {
  /// Whether it is about answers that do not agree. For the engine's other rules the place says enough; such a one names them all.
  var comparesAnswers: Bool {
    if case .text = message { return true }
    return rule == "reply/total-differs" || rule == "reply/not-relevant"
  }
}
