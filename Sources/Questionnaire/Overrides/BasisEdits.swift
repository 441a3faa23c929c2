public import Documents
import RulesEngine

/// Records in a file of overrides what each rests on, where that is not recorded; nothing else of the file is changed.
public struct BasisEdits {
  /// The findings that are recorded, as the file names them, in its order.
  public private(set) var recorded: [String] = []
  private var edits: MappingEdits

  /// What is to be recorded in the file of `overrides`.
  public init(_ overrides: Overrides) throws(MappingEdits.Refusal) {
    edits = MappingEdits(overrides.document)
    for entry in overrides.entries where entry.basis == nil {
      guard let finding = entry.finding, overrides.findings[finding] != nil, let basis = overrides.basis(of: finding) else {
        continue
      }
      try edits.set("basis", to: basis.text, in: entry.node)
      recorded.append(entry.key.text)
    }
  }

  /// The file with what it rests on, proved to be the same but for that.
  public func bytes(limits: Limits = .standard) throws(MappingEdits.Refusal) -> [UInt8] { try edits.bytes(limits: limits) }
}
