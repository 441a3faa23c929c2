import Documents
import Foundation
import Testing

/// Every message that the engine can give has its words in every language, and no words are left over.
@Suite struct MessageIDs {
  /// The ids that this test answers for; `yaml` and `cel` have their own targets, `parser` its own test.
  static let domains = [
    "pack", "reply", "evidence", "seal", "override", "rules", "report", "status", "missing", "error", "eval", "help", "usage",
    "document", "test", "explain",
  ]

  // MARK: - The catalogues

  @Test(arguments: MessageFile.languages) func cataloguesAreReadable(_ language: String) throws {
    let files = try MessageFile.all(language)
    #expect(!files.isEmpty)
    for file in files {
      #expect(file.document.issues.isEmpty, "\(language)/\(file.name)")
      #expect(file.document.root?.entries.first { _ in true }?.key.text == "messages", "\(language)/\(file.name)")
      #expect(file.document.root?["messages"]?.text == language, "\(language)/\(file.name)")
    }
  }

  @Test(arguments: MessageFile.languages) func everyEntryIsWellFormed(_ language: String) throws {
    var files: [String: String] = [:]
    for file in try MessageFile.all(language) {
      for (id, texts) in file.entries {
        #expect(files.updateValue(file.name, forKey: id) == nil, "\(id) stands in \(files[id] ?? "") and in \(file.name)")
        #expect(!texts.isEmpty, "\(id)")
        #expect(texts["help_otherwise"] == nil || texts["help"] != nil, "\(id)")
        for (part, text) in texts {
          #expect(MessageFile.parts.contains(part), "\(id)")
          #expect(!text.isEmpty && text.trimmingCharacters(in: .whitespacesAndNewlines) == text, "\(id).\(part)")
        }
      }
    }
  }

  @Test(arguments: MessageFile.languages.dropFirst()) func languagesSayTheSame(_ language: String) throws {
    let english = try MessageFile.texts("en")
    let texts = try MessageFile.texts(language)
    #expect(Set(english.keys).subtracting(texts.keys).sorted() == [], "missing in Rules/messages/\(language)")
    #expect(Set(texts.keys).subtracting(english.keys).sorted() == [], "in Rules/messages/\(language) alone")
    for (id, other) in texts {
      guard let ours = english[id] else { continue }
      #expect(other.keys.sorted() == ours.keys.sorted(), "\(id) in \(language)")
      for (part, text) in other {
        let expected = MessageFile.placeholders(ours[part] ?? "")
        #expect(MessageFile.placeholders(text) == expected, "\(id).\(part) in \(language)")
      }
    }
  }

  @Test func everyFolderIsOfALanguageThatTheEngineKnows() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: package.appending(path: "Rules/messages").path)
    #expect(folders.sorted() == MessageFile.languages.sorted())
  }

  // The program's own colons have no space before them, and so has no other mark.
  @Test func frenchMarksAreWrittenInOneWay() throws {
    for (id, texts) in try MessageFile.texts("fr") {
      for (part, text) in texts { #expect(!text.contains(/[ \u00a0\u202f][:;?!]( |$)/), "\(id).\(part)") }
    }
  }

  /// A brace that is no placeholder would be printed, or taken for one.
  @Test(arguments: MessageFile.languages) func bracesArePlaceholders(_ language: String) throws {
    for (id, texts) in try MessageFile.texts(language) where Self.domains.contains(Self.domain(id)) {
      for (part, text) in texts {
        let rest = text.replacing(/\{[a-z_]+\}/, with: "")
        #expect(!rest.contains("{") && !rest.contains("}"), "\(id).\(part)")
      }
    }
  }

  // MARK: - The sources

  @Test(arguments: MessageFile.languages) func everyCallHasWords(_ language: String) throws {
    let texts = try MessageFile.texts(language)
    for call in try Self.calls() {
      let place = "\(call.file):\(call.line): \(call.expression)"
      if let id = call.id {
        #expect(texts[id]?["message"] != nil, "\(place)")
      } else {
        let family = (MessageFamily.own + MessageFamily.passedOn).first {
          $0.file == call.file && $0.expression == call.expression
        }
        #expect(family != nil, "\(place): an id that is put together belongs into MessageFamily")
      }
    }
    for family in MessageFamily.own {
      for id in family.ids { #expect(texts[id]?["message"] != nil, "\(id) of \(family.file)") }
    }
  }

  @Test func everyFamilyIsInTheSources() throws {
    let calls = try Self.calls()
    for family in MessageFamily.own + MessageFamily.passedOn {
      #expect(
        calls.contains { $0.file == family.file && $0.expression == family.expression }, "\(family.file): \(family.expression)")
    }
  }

  /// The endings that the sources write out are those of the families.
  @Test(arguments: [
    (#"expected: "([a-z-]+)""#, MessageFamily.packForms), (#"unknown\([a-z]+\.node, "([a-z-]+)""#, MessageFamily.unknowns),
    (#"(?:Failure\(id: |wrongType\(question, )"([a-z_-]+)""#, MessageFamily.wrongTypes),
  ])
  func everyEndingIsInItsFamily(_ pattern: String, _ family: [String]) throws {
    let regex = try Regex(pattern, as: (Substring, Substring).self)
    let written = Set(try MessageSource.all().flatMap { $0.text.matches(of: regex).map { String($0.output.1) } })
    #expect(!written.isEmpty)
    #expect(written.subtracting(family).sorted() == [])
  }

  /// Ids that reach a call by way of a variable, and the names of rules, which may stand for several messages.
  @Test func everyWrittenIDHasWords() throws {
    let texts = try MessageFile.texts("en")
    for source in try MessageSource.all() {
      for id in source.ids(of: Self.domains) {
        #expect(texts[id] != nil || texts.keys.contains { $0.hasPrefix("\(id).") }, "\(source.file): \(id)")
      }
    }
  }

  @Test func noWordsAreLeftOver() throws {
    // What stands for the value of an option is named beside the id of its help.
    let named = try MessageSource.all().flatMap { $0.ids(of: ["help"]) }
    let used = Set(try Self.calls().compactMap(\.id) + MessageFamily.own.flatMap(\.ids) + named)
    let known = try MessageFile.texts("en").keys.filter { Self.domains.contains(Self.domain($0)) }
    #expect(Set(known).subtracting(used).sorted() == [])
  }

  /// A text that stands in the sources would be told in one language only.
  @Test func everyOptionHasHelp() throws {
    let pattern = /@(Option|Argument|Flag)\b([^\n]*)/
    let commands = try MessageSource.all().filter { $0.text.contains("import ArgumentParser") }
    let declared = commands.flatMap { source in source.text.matches(of: pattern).map { (source.file, String($0.2)) } }
    #expect(declared.count > 20)
    for (file, arguments) in declared { #expect(arguments.contains("help: Words.help("), "\(file): \(arguments)") }
  }

  /// A message names only values that the call gives in every case; its help may name others, with another help for when they lack.
  @Test func messagesNameWhatTheyAreGiven() throws {
    let texts = try MessageFile.texts("en")
    var checked = 0
    for call in try Self.calls() {
      guard let id = call.id, let given = call.given, let entry = texts[id] else { continue }
      checked += 1
      #expect(
        MessageFile.placeholders(entry["message"] ?? "").subtracting(given).sorted() == [], "\(call.file):\(call.line) \(id)")
      let help = MessageFile.placeholders(entry["help"] ?? "")
      #expect(help.isSubset(of: given) || entry["help_otherwise"] != nil, "\(call.file):\(call.line) \(id)")
    }
    #expect(checked > 40)
  }

  // MARK: - Words that other targets answer for

  @Test(arguments: MessageFile.languages) func otherTargetsHaveWords(_ language: String) throws {
    let texts = try MessageFile.texts(language)
    for id in MessageFamily.passedOn.flatMap(\.ids) { #expect(texts[id]?["message"] != nil, "\(id)") }
    for id in Set(try MessageSource.all().flatMap { $0.ids(of: ["yaml"]) }) {
      #expect(texts[id] != nil || texts.keys.contains { $0.hasPrefix("\(id).") }, "\(id)")
    }
  }

  // MARK: -

  private static func calls() throws -> [MessageCall] { try MessageSource.all().flatMap(\.calls) }

  private static func domain(_ id: String) -> String { String(id.prefix { $0 != "/" }) }
}
