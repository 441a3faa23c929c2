/// A half-open stretch of one file. Lines and columns count from 1; a column is a code point.
public struct SourceRange: Sendable, Hashable {
  public var line: Int
  public var column: Int
  public var endLine: Int
  public var endColumn: Int

  public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

extension SourceRange: Comparable {
  public static func < (a: SourceRange, b: SourceRange) -> Bool {
    (a.line, a.column, a.endLine, a.endColumn) < (b.line, b.column, b.endLine, b.endColumn)
  }
}

/// A stretch of a named file; the name is the path as the user gave it.
public struct Location: Sendable, Hashable {
  public var file: String
  public var range: SourceRange

  public init(file: String, range: SourceRange) {
    self.file = file
    self.range = range
  }
}
