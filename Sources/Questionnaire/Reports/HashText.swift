public import Documents

/// What was filled in to a reply's register, for people.
public struct HashText {
  private let catalogue: MessageCatalogue

  /// A text in the language of `catalogue`.
  public init(catalogue: MessageCatalogue) { self.catalogue = catalogue }

  /// What was filled in, what was left and why, and the counts.
  public func text(_ edits: HashEdits, file: String) -> String {
    let left = edits.left.compactMap(line)
    let counts = ["file": file, "filled": "\(edits.filled.count)", "left": "\(left.count)"]
    return lines(edits.filled.map(line) + left + [catalogue.text("report/hash-file", counts)])
  }

  /// Nothing was filled in, since the file cannot be changed safely.
  public func refused(_ refusal: MappingEdits.Refusal, file: String) -> String {
    lines([catalogue.text("report/hash-refused", ["file": file, "why": why(refusal)])])
  }

  private func lines(_ lines: [String]) -> String { lines.map { SafeText.shown($0) + "\n" }.joined() }

  private func line(_ filled: HashEdits.Filled) -> String {
    catalogue.text("report/hash-filled", ["id": filled.id, "key": filled.key, "value": filled.value])
  }

  // What agrees, and what nobody knows, needs no words.
  private func line(_ left: HashEdits.Left) -> String? {
    let arguments = ["id": left.id, "key": left.key]
    switch left.reason {
    case .agrees, .unknown: return nil
    case .differs: return catalogue.text("report/hash-left.differs", arguments)
    case .unreadable: return catalogue.text("report/hash-left.unreadable", arguments)
    case .path: return catalogue.text("report/hash-left.path", arguments)
    case .faulty: return catalogue.text("report/hash-left.faulty", arguments)
    case .notRead: return catalogue.text("report/hash-left.not-read", arguments)
    case .refused(let refusal):
      return catalogue.text("report/hash-left.refused", ["id": left.id, "key": left.key, "why": why(refusal)])
    }
  }

  private func why(_ refusal: MappingEdits.Refusal) -> String { catalogue.text("report/edit-refused.\(refusal.rawValue)") }
}
