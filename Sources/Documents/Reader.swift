/// Reads one file: limits, encoding, libyaml, and what can be read after an error.
struct Reader {
  /// A file is read again after each error that something could be taken out for: so often at most, so that the time stays
  /// proportional to its size. Tabs count once for the whole file.
  static let maximumRepairs = 16

  private let source: SourceFile
  private let limits: Limits
  private let recoveryDepth: Int
  private var issues: [Issue] = []
  private var isBroken = false
  private var recovery: Recovery?
  private var tabs: [SourceRange] = []
  private var hasLookedForTabs = false

  init(_ source: SourceFile, limits: Limits, recoveryDepth: Int) {
    self.source = source
    self.limits = limits
    self.recoveryDepth = recoveryDepth
  }

  mutating func read() -> Document {
    guard source.bytes.count <= min(limits.bytes, Int(UInt32.max) / 2) else {
      let place = SourceRange(line: 1, column: 1, endLine: 1, endColumn: 1)
      reportLimit("bytes", limits.bytes, at: place)
      return document(Tree(), text: source)
    }
    if !EncodingCheck.isNeeded(for: source.bytes) {
      let found = TreeBuilder.read(source.bytes, limits: limits)
      // Where something stopped it, damaged bytes may stand behind: they are looked for first.
      if case .finished = found.stop { return document(found, text: source) }
    }
    let check = EncodingCheck(source)
    issues = check.issues
    isBroken = !check.issues.isEmpty
    guard check.isText else { return document(Tree(), text: source) }
    return document(TreeBuilder.read(check.text.bytes, limits: limits), text: check.text)
  }

  /// The document of a first reading, repaired and read again where that is needed.
  private mutating func document(_ first: TreeBuilder.Result, text: SourceFile) -> Document {
    var found = first
    var repairs = 0
    while let problem = problem(found, text), let repaired = repair(problem, text), repairs < Self.maximumRepairs {
      repairs += 1
      found = TreeBuilder.read(repaired, limits: limits)
    }
    if case .tooManyNodes(let mark) = found.stop {
      reportLimit("nodes", limits.nodes, at: SourceRange(from: Position(mark), to: Position(mark)))
      return document(Tree(), text: text)
    }
    return finish(found, text)
  }
}

// MARK: - Problems

extension Reader {
  /// What keeps a text from being read to its end; `nil` if it was.
  private mutating func problem(_ found: TreeBuilder.Result, _ text: SourceFile) -> SyntaxProblem? {
    switch found.stop {
    case .finished:
      guard !found.multilineQuotes.isEmpty else { return nil }
      let editable = recovery?.text ?? EditableText(text)
      guard let place = OpenQuote.find(in: editable, upTo: editable.count) else { return nil }
      let mark = Mark(line: UInt32(place.line - 1), column: UInt32(place.column - 1))
      let isValue = found.multilineQuotes.contains { found.tree.nodes[$0].start == mark }
      return isValue ? SyntaxProblem(id: "yaml/syntax.unclosed-quote", place: place) : nil
    case .problem(let said):
      let editable = recovery?.text ?? EditableText(text)
      let problem = SyntaxProblem(said, in: editable)
      let end = Position(said.place, in: editable)
      guard let quote = OpenQuote.find(in: editable, upTo: end.line), quote < end else { return problem }
      return SyntaxProblem(id: "yaml/syntax.unclosed-quote", place: quote)
    case .tooDeep(let mark, let bracket):
      let editable = recovery?.text ?? EditableText(text)
      if let bracket, let problem = SyntaxProblem(unclosed: bracket, before: mark, in: editable) { return problem }
      return SyntaxProblem(
        rule: "yaml/limit-depth", id: "yaml/limit-depth", arguments: ["limit": String(limits.depth), "flag": "--max-depth"],
        place: Position(mark))
    case .secondDocument(let mark):
      isBroken = true
      let start = Position(mark)
      let end = Position(line: start.line, column: start.column + "---".utf8.count)
      report("yaml/second-document", at: SourceRange(from: start, to: end))
      return nil
    case .tooManyNodes: return nil
    }
  }

  /// Reports a problem and gives the text without it; `nil` when nothing more can be read.
  private mutating func repair(_ problem: SyntaxProblem, _ text: SourceFile) -> [UInt8]? {
    var recovery = recovery ?? Recovery(EditableText(text), maximumDepth: recoveryDepth)
    defer { self.recovery = recovery }
    if !hasLookedForTabs {
      hasLookedForTabs = true
      let repair = TabRepair(recovery.text)
      if repair.isChanged {
        recovery.text = repair.text
        tabs = repair.places
        return recovery.text.bytes
      }
    }
    isBroken = true
    let range = problem.range(in: recovery.text)
    let isTold = recovery.isKnown(problem.place.line) || tabs.contains { $0.line == problem.place.line }
    let path = problem.isAfterEnd ? nil : recovery.remove(around: problem.place.line)
    if !isTold {
      let location = Location(file: source.name, range: range)
      issues.append(
        Issue(
          problem.rule, path: path ?? "", at: location, Message(problem.id, problem.arguments),
          help: Message("\(problem.id).help", problem.arguments)))
    }
    return path == nil ? nil : recovery.text.bytes
  }

  private mutating func report(
    _ rule: RuleID, _ id: String? = nil, _ arguments: [String: String] = [:], path: String = "", at range: SourceRange
  ) {
    let id = id ?? rule.description
    issues.append(
      Issue(
        rule, path: path, at: Location(file: source.name, range: range), Message(id, arguments),
        help: Message("\(id).help", arguments)))
  }

  private mutating func reportLimit(_ name: String, _ limit: Int, at range: SourceRange) {
    isBroken = true
    report(RuleID("yaml/limit-\(name)"), nil, ["limit": String(limit), "flag": "--max-\(name)"], at: range)
  }
}

// MARK: - The document

extension Reader {
  private mutating func finish(_ found: TreeBuilder.Result, _ text: SourceFile) -> Document {
    var tree = found.tree
    if let recovery { tree.restore(recovery) }
    if !found.remarks.isEmpty || !tabs.isEmpty { report(found.remarks, tree, text) }
    if found.remarks.contains(where: { $0.isLimit }) { isBroken = true }
    if tree.isEmpty {
      tree = Tree()
      if !isBroken { report("yaml/empty", at: SourceRange(line: 1, column: 1, endLine: 1, endColumn: 1)) }
      isBroken = true
    }
    return document(tree, text: text)
  }

  private mutating func report(_ remarks: [TreeBuilder.Remark], _ tree: Tree, _ text: SourceFile) {
    let paths = Paths(tree)
    let words = RemarkWords(tree: tree, text: text, paths: paths, limits: limits)
    issues += remarks.map { words.issue($0) }
    for place in tabs { report("yaml/tab", path: paths.path(atLine: place.line), at: place) }
  }

  private func document(_ tree: Tree, text: SourceFile) -> Document {
    Document(source: source, text: text, tree: tree, issues: issues.inOrder(), isBroken: isBroken)
  }
}

extension Position {
  fileprivate init(_ mark: Mark) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
