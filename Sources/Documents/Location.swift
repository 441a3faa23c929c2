/// A half-open stretch of one file. Lines and columns count from 1; a column is a code point.
public struct SourceRange: Sendable, Hashable {
  /// The line of the first character.
  public var line: Int
  /// The column of the first character.
  public var column: Int
  /// The line of the last character.
  public var endLine: Int
  /// The column behind the last character.
  public var endColumn: Int

  /// A stretch by its four numbers.
  public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

extension SourceRange: Comparable {
  /// By where it begins, then by where it ends.
  public static func < (a: SourceRange, b: SourceRange) -> Bool {
    (a.line, a.column, a.endLine, a.endColumn) < (b.line, b.column, b.endLine, b.endColumn)
  }
}

/// A stretch of a named file; the name is the path as the user gave it.
public struct Location: Sendable, Hashable {
  /// The path as the user gave it.
  public var file: String
  /// Where in the file.
  public var range: SourceRange

  /// A stretch of the file with this name.
  public init(file: String, range: SourceRange) {
    self.file = file
    self.range = range
  }
}
