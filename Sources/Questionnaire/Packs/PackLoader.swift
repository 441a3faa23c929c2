public import Documents
import Expressions
import RulesEngine

/// Makes packs of folders of files.
public struct PackLoader {
  private let sources: [String: PackSource]
  private let limits: Documents.Limits

  /// A loader over folders; of two with the same questionnaire the later counts.
  public init(_ sources: [PackSource], limits: Documents.Limits = .standard) {
    self.sources = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { _, later in later })
    self.limits = limits
  }

  /// The questionnaires by their ids, in order.
  public var packs: [String] {
    sources.values.filter { holds($0, .questionnaire) }.map(\.name).sorted()
  }

  /// The pack of the questionnaire `name`, with what other folders add to it; `nil` where there is none.
  public func load(_ name: String) -> Pack? {
    guard let source = sources[name] else { return nil }
    let reading = PackReading(limits: limits)
    reading.read(source)
    let additions = sources.values.filter { adds($0, to: name) }.sorted { $0.folder < $1.folder }
    for addition in additions { reading.read(addition, addingTo: name) }
    for used in reading.usedFolders {
      guard let shared = sources[used.text] else {
        reading.problems.add(
          Issue("pack/unknown-uses", path: "uses", at: used.location, Message("pack/unknown-uses", ["name": used.text])))
        continue
      }
      reading.read(shared)
    }
    return reading.finish(digest: ([source] + additions).map(\.digest))
  }

  private func holds(_ source: PackSource, _ kind: PackFileKind) -> Bool {
    source.files.contains { PackSource.firstKey(of: $0) == kind.rawValue }
  }

  private func adds(_ source: PackSource, to name: String) -> Bool {
    guard source.name != name, !holds(source, .questionnaire) else { return false }
    return source.files.contains { file in
      PackSource.firstKey(of: file) == PackFileKind.evaluation.rawValue
        && Document.parse(file, limits: limits).root?["evaluation"]?.text == name
    }
  }
}

/// One pack while its files are read.
final class PackReading {
  let problems = Problems()
  private let limits: Documents.Limits
  private var head: Node?
  private var sections: [String: Node] = [:]
  private var shared: [Node] = []
  private var evaluations: [(owner: String, root: Node)] = []
  private var words: [Node] = []
  private var tests: [Document] = []
  private var sources: [SourceFile] = []
  private(set) var usedFolders: [Node] = []

  init(limits: Documents.Limits) { self.limits = limits }

  /// Reads and sorts the files of a folder; `addingTo` names the questionnaire that a folder without one adds to.
  func read(_ source: PackSource, addingTo target: String? = nil) {
    for file in source.files {
      let document = Document.parse(file, limits: limits, recoveryDepth: 3)
      sources.append(file)
      problems.add(document.issues)
      guard let root = document.root else { continue }
      sort(root, document, owner: source.name)
    }
  }

  private func sort(_ root: Node, _ document: Document, owner: String) {
    switch PackFileKind(root) {
    case .questionnaire:
      head = root
      switch root["uses"]?.kind {
      case .sequence: usedFolders += root["uses"]?.items.map { $0 } ?? []
      case .scalar: usedFolders += root["uses"].map { [$0] } ?? []
      default: break
      }
    case .section: if let id = root["section"]?.text { sections[id] = root }
    case .evaluation: evaluations.append((owner, root))
    case .words: words.append(root)
    case .tests: tests.append(document)
    case .uses: shared.append(root)
    case nil:
      problems.add(Issue("pack/unknown-file", at: root.location, Message("pack/unknown-file", ["name": document.source.name])))
    }
  }

  /// Compiles what was read.
  func finish(digest: [String]) -> Pack? {
    var reader = QuestionnaireReader(problems: problems)
    for root in shared { reader.readShared(root) }
    guard let head, let questionnaire = reader.read(head, sectionFiles: sections) else { return nil }
    let vocabulary = Vocabulary(questionnaire)
    let programs = QuestionPrograms(questionnaire, vocabulary, problems: problems)
    let relevance = RelevanceOrder(questionnaire, programs, problems: problems)
    let definitions = readEvaluations(questionnaire.id)
    var compiler = EvaluationCompiler(vocabulary.declarations, problems: problems)
    let evaluation = compiler.compile(definitions)
    return Pack(
      questionnaire: questionnaire, digest: digest.joined(separator: "+"), vocabulary: vocabulary, evaluation: evaluation,
      definitions: definitions, programs: programs, relevance: relevance,
      words: WordsReader(base: questionnaire.language, problems: problems).read(words), tests: tests, sources: sources,
      issues: problems.issues)
  }

  private func readEvaluations(_ id: String) -> [EvaluationDefinition] {
    // Its own comes first, also where nothing is written: every question of a kind has its finding.
    var owners = [id]
    for entry in evaluations where !owners.contains(entry.owner) { owners.append(entry.owner) }
    return owners.map { owner in
      var reader = EvaluationReader(questionnaire: id, owner: owner, problems: problems)
      for entry in evaluations where entry.owner == owner { reader.read(entry.root) }
      return reader.finish()
    }
  }
}
