/// A YAML file as a tree whose every node knows its place, with everything that is wrong with it as YAML.
public final class Document: Sendable {
  /// The file it was read from.
  public let source: SourceFile
  /// What is wrong, in order of place.
  public let issues: [Issue]
  /// Part of the file or all of it was not read: a syntax error, characters that YAML forbids, a limit, a second document, or
  /// nothing there. The exit code is 3.
  public let isBroken: Bool
  let tree: Tree
  /// The text the places are counted in: the source, or where it had forbidden bytes, the source with these replaced.
  let text: SourceFile

  init(source: SourceFile, text: SourceFile, tree: Tree, issues: [Issue], isBroken: Bool) {
    self.source = source
    self.text = text
    self.tree = tree
    self.issues = issues
    self.isBroken = isBroken
  }

  /// Reads a file. Never throws: what is wrong is in `issues`, what could be read is in `root`.
  ///
  /// After a syntax error the innermost entry that holds it and is at most `recoveryDepth` keys deep becomes an unread node, and
  /// the rest is read.
  public static func parse(_ source: SourceFile, limits: Limits = .standard, recoveryDepth: Int = 2) -> Document {
    var reader = Reader(source, limits: limits, recoveryDepth: recoveryDepth)
    return reader.read()
  }

  /// The whole content; `nil` when nothing could be read.
  public var root: Node? { tree.nodes.isEmpty ? nil : Node(document: self, index: 0) }

  /// A stretch of this file.
  public func location(_ range: SourceRange) -> Location { Location(file: source.name, range: range) }

  /// The number of a key in this document; `nil` if it stands nowhere in it.
  public func keyID(_ key: String) -> Int? {
    ScalarBytes.with(key) { tree.keys.find($0, in: tree.arena) }.map { Int($0) }
  }
}
