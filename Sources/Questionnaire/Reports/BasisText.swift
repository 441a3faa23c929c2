public import Documents

/// What was recorded in a file of overrides, for people.
public struct BasisText {
  private let catalogue: MessageCatalogue

  /// A text in the language of `catalogue`.
  public init(catalogue: MessageCatalogue) { self.catalogue = catalogue }

  /// The findings whose basis was recorded, and their count.
  public func text(_ edits: BasisEdits, file: String) -> String {
    let lines = edits.recorded.map { catalogue.text("report/basis-recorded", ["finding": $0]) }
    return self.lines(lines + [catalogue.text("report/basis-file", ["file": file, "count": "\(edits.recorded.count)"])])
  }

  /// Nothing was recorded, since the file cannot be changed safely.
  public func refused(_ refusal: MappingEdits.Refusal, file: String) -> String {
    let why = catalogue.text("report/edit-refused.\(refusal.rawValue)")
    return lines([catalogue.text("report/basis-refused", ["file": file, "why": why])])
  }

  private func lines(_ lines: [String]) -> String { lines.map { SafeText.shown($0) + "\n" }.joined() }
}
