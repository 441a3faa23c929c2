import Documents
import Expressions
import Questionnaire

/// A file of a run, judged or not.
enum JudgedFile {
  case judged(Judgement)
  /// Nothing could be made of it.
  case unreadable([Issue], SourceFile)

  /// What it was judged to be.
  var judgement: Judgement? {
    if case .judged(let judgement) = self { return judgement }
    return nil
  }

  /// Its issues.
  var issues: [Issue] {
    switch self {
    case .judged(let judgement): judgement.issues
    case .unreadable(let issues, _): issues
    }
  }

  /// Whether the file, or a part of it, could not be read.
  var isBroken: Bool {
    switch self {
    case .judged(let judgement): judgement.reply.document.isBroken
    case .unreadable: true
    }
  }
}

/// Judges the replies of a run, each by the pack that it names.
struct ReplyRun {
  private let library: PackLibrary
  private let options: JudgementOptions
  private let language: String?
  private let shared: SharedOptions
  private let files: DocumentFiles
  private var packs: [String: Pack] = [:]

  init(_ library: PackLibrary, _ shared: SharedOptions, _ options: JudgementOptions, _ files: DocumentFiles) {
    self.files = files
    self.library = library
    self.options = options
    language = shared.language?.rawValue
    self.shared = shared
  }

  /// Judges files one after the other.
  mutating func judge(_ sources: [SourceFile]) async throws -> [JudgedFile] {
    for source in sources { try shared.spare(source) }
    var files: [JudgedFile] = []
    for source in sources { files.append(try await judge(source)) }
    return files
  }

  /// Judges one file.
  mutating func judge(_ source: SourceFile) async throws -> JudgedFile {
    try shared.spare(source)
    try shared.spare(overridesBeside: source)
    let document = Document.parse(source, limits: shared.limits)
    guard let root = document.root else { return .unreadable(document.issues, source) }
    guard let name = root["reply"], name.kind == .scalar, !name.isUnread else {
      return .unreadable(document.issues + (document.isBroken ? [] : [noReply(root)]), source)
    }
    guard let pack = try pack(name.text) else { return .unreadable(document.issues + [unknownPack(name)], source) }
    guard let reading = ReplyReading(document, pack: pack, language: language ?? replyLanguage(root, pack)) else {
      return .unreadable(document.issues, source)
    }
    try shared.spare(documentsOf: reading.reply)
    var own = options
    own.evidence = await files.depth(for: reading.reply, at: source.name)
    return .judged(Judgement(reading, options: own))
  }

  // A country reads about its reply in the reply's language, unless another is asked for.
  private func replyLanguage(_ root: Node, _ pack: Pack) -> String {
    guard let language = root["language"]?.text, pack.languages.contains(language) else { return pack.questionnaire.language }
    return language
  }

  private mutating func pack(_ name: String) throws -> Pack? {
    if let known = packs[name] { return known }
    guard let pack = library.find(name) else { return nil }
    if pack.isBroken { throw Failure.unreadable(Message("usage/pack-broken", ["name": name])) }
    packs[name] = pack
    return pack
  }

  private func noReply(_ root: Node) -> Issue {
    Issue("reply/no-reply", at: root.location, Message("reply/no-reply"))
  }

  private func unknownPack(_ name: Node) -> Issue {
    var arguments = ["name": name.text, "known": library.packs.joined(separator: ", ")]
    if let near = nearestName(to: name.text, among: library.packs) { arguments["suggestion"] = near }
    return Issue(
      "reply/unknown-questionnaire", path: "reply", at: name.location, Message("reply/unknown-questionnaire", arguments))
  }
}
