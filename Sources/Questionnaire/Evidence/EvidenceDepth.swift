/// How deep evidence is looked into.
public enum EvidenceDepth: Sendable {
  /// Not at all: answers are taken at their word.
  case none
  /// The register and what is cited; no file is looked at.
  case listed
  /// As `listed`, since the files are not beside the reply; that they should be is told.
  case filesAbsent
  /// Also the files: what was found, by the path that the register has.
  case files([String: DocumentFile])
}
