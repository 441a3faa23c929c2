public import Documents

/// The engine's own words in one language: what stands in `Rules/messages`.
public struct MessageCatalogue: Sendable {
  struct Entry: Sendable {
    var message: String
    var help: String?
    /// Used where a value that `help` names is not there.
    var helpOtherwise: String?
  }

  /// The language asked for.
  public let language: String
  private var entries: [String: Entry] = [:]

  /// The catalogue of `language` from files that begin with `messages: CODE`; English where an entry is missing.
  public init(_ files: [SourceFile], language: String) {
    self.language = language
    for wanted in language == "en" ? ["en"] : ["en", language] {
      for file in files where Self.language(of: file) == wanted {
        if let root = Document.parse(file).root { add(root) }
      }
    }
  }

  // Told by the first line that says something: cheaper than reading the catalogues of all languages.
  private static func language(of file: SourceFile) -> String? {
    for number in 1...max(1, min(file.lineCount, 50)) {
      let line = file.line(number)
      if line.isEmpty || line.hasPrefix("#") { continue }
      return line.hasPrefix("messages: ") ? String(line.dropFirst(10)) : nil
    }
    return nil
  }

  private mutating func add(_ root: Node) {
    for entry in root.entries where entry.key.text != "messages" {
      let value = entry.value
      entries[entry.key.text] =
        value.kind == .scalar
        ? Entry(message: value.text)
        : Entry(message: value["message"]?.text ?? "", help: value["help"]?.text, helpOtherwise: value["help_otherwise"]?.text)
    }
  }

  /// The ids that have words.
  public var ids: [String] { entries.keys.sorted() }

  /// An entry as it is written, placeholders and all.
  func template(_ id: String) -> (message: String, helps: [String]) {
    guard let entry = entries[id] else { return (id, []) }
    return (entry.message, [entry.help, entry.helpOtherwise].compactMap { $0 })
  }

  /// The words of an entry; the id itself where there is none.
  public func text(_ id: String, _ arguments: [String: String] = [:]) -> String {
    guard let entry = entries[id] else { return id }
    return fill(entry.message, arguments) ?? entry.message
  }

  /// A message in words.
  public func text(_ message: Message) -> String {
    switch message {
    case .text(let text): text
    case .catalogue(let id, let arguments): text(id, arguments)
    }
  }

  /// What to do about an issue: the pack's words first, then the engine's, as far as their values allow.
  public func helps(_ issue: Issue) -> [String] {
    var helps: [String] = []
    if case .text(let text) = issue.help { helps.append(text) }
    if case .catalogue(let id, let arguments) = issue.help {
      helps += [help(id, arguments)].compactMap { $0 }
    } else if case .catalogue(let id, let arguments) = issue.message {
      helps += [help(id, arguments)].compactMap { $0 }
    }
    return helps
  }

  /// What to do about an issue, as one text.
  public func help(_ issue: Issue) -> String? {
    let helps = helps(issue)
    return helps.isEmpty ? nil : helps.joined(separator: " ")
  }

  // `yaml/tab.help` names the help of `yaml/tab`.
  private func help(_ id: String, _ arguments: [String: String]) -> String? {
    let name = id.hasSuffix(".help") ? String(id.dropLast(5)) : id
    guard let entry = entries[name] else { return nil }
    return entry.help.flatMap { fill($0, arguments) } ?? entry.helpOtherwise.flatMap { fill($0, arguments) }
  }

  /// An issue in one line: what it is about, and what is wrong.
  public func line(_ issue: Issue) -> String {
    let text = text(issue.message)
    guard let subject = issue.subject else { return text.prefix(1).uppercased() + text.dropFirst() }
    // A question ends with its own mark, which no colon follows.
    let joint = subject.last.map { ".?!…".contains($0) } ?? false ? " — " : ": "
    return subject + joint + text
  }

  // `nil` where a placeholder has no value.
  private func fill(_ template: String, _ arguments: [String: String]) -> String? {
    var result = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      guard name.allSatisfy({ $0.isLetter || $0 == "_" }), !name.isEmpty else {
        result += rest[open...close]
        rest = rest[rest.index(after: close)...]
        continue
      }
      guard let value = arguments[name] else { return nil }
      result += value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
