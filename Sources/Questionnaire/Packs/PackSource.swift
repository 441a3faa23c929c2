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

  /// Whether a file says by its first key that it belongs to a pack.
  public static func isPackFile(_ file: SourceFile) -> Bool {
    firstKey(of: file).flatMap(PackFileKind.init(rawValue:)) != nil
  }

  static func firstKey(of file: SourceFile) -> String? { firstEntry(of: file)?.key }

  // A look at the first line that says something: cheaper than reading every file of every pack.
  private static func firstEntry(of file: SourceFile) -> (key: String, value: String)? {
    for number in 1...max(1, min(file.lineCount, 50)) {
      let line = file.line(number)
      if line.isEmpty || line.hasPrefix("#") { continue }
      return line.firstIndex(of: ":").map { colon in
        (String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }.prefix { $0 != " " }))
      }
    }
    return nil
  }

  /// What it is called: a questionnaire by its id, all else by its folder.
  var name: String {
    for file in files {
      if let entry = Self.firstEntry(of: file), entry.key == PackFileKind.questionnaire.rawValue { return entry.value }
    }
    return folder
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
