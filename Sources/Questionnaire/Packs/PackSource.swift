public import Documents

/// The files of one folder, before anything is made of them.
public struct PackSource: Sendable {
  /// The folder's name.
  public let folder: String
  /// The YAML files in order of path.
  public let files: [SourceFile]
  /// A digest over all files, as `sha256:…`.
  public let digest: String

  /// A folder with its files, named as they are to be shown.
  public init(folder: String, files: [SourceFile], digest: String) {
    self.folder = folder
    self.files = files
    self.digest = digest
  }
}

/// What a file of a pack is, told by its first key.
enum PackFileKind: String {
  case questionnaire, section, evaluation, words, tests, uses

  init?(_ root: Node) {
    guard let first = root.entries.first(where: { _ in true }) else { return nil }
    self.init(rawValue: first.key.text)
  }
}
