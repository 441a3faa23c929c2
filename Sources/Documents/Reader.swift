/// Reads one file: limits, encoding, libyaml, recovery, and the words for what was found.
struct Reader {
  private let source: SourceFile
  private let limits: Limits
  private let recoveryDepth: Int

  init(_ source: SourceFile, limits: Limits, recoveryDepth: Int) {
    self.source = source
    self.limits = limits
    self.recoveryDepth = recoveryDepth
  }

  mutating func read() -> Document {
    let (tree, _, stop) = TreeBuilder.read(source.bytes, limits: limits)
    var isBroken = true
    if case .finished = stop { isBroken = false }
    return Document(source: source, text: source, tree: tree, issues: [], isBroken: isBroken)
  }
}
