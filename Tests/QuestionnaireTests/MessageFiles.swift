import Documents
import Foundation
import RulesEngine

/// What the catalogue of one language says to one message: its texts by the keys `message`, `help` and `help_otherwise`.
typealias MessageTexts = [String: String]

/// A catalogue of messages as it stands in `Rules/messages`.
struct MessageFile {
  static let languages = KnownLanguage.allCases.map(\.rawValue)
  /// The keys that a message may have.
  static let parts = ["message", "help", "help_otherwise"]

  /// `reply.yaml`.
  let name: String
  /// The folder that it stands in.
  let language: String
  let document: Document

  /// The catalogues of a language, by name.
  static func all(_ language: String) throws -> [MessageFile] {
    let folder = package.appending(path: "Rules/messages/\(language)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted().map {
      name in
      let bytes = try Data(contentsOf: folder.appending(path: name))
      let source = SourceFile(name: "\(language)/\(name)", bytes: Array(bytes))
      return MessageFile(name: name, language: language, document: Document.parse(source))
    }
  }

  /// Everything that is said in a language, by id.
  static func texts(_ language: String) throws -> [String: MessageTexts] {
    try all(language).reduce(into: [:]) { texts, file in
      for (id, entry) in file.entries { texts[id] = entry }
    }
  }

  /// The messages; a text alone is the message.
  var entries: [(id: String, texts: MessageTexts)] {
    (document.root?.entries.map { $0 } ?? []).filter { $0.key.text != "messages" }.map { entry in
      guard entry.value.kind == .mapping else { return (entry.key.text, ["message": entry.value.text]) }
      let texts = entry.value.entries.map { ($0.key.text, $0.value.text) }
      return (entry.key.text, Dictionary(texts, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The names in braces.
  static func placeholders(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{([A-Za-z_]+)\}/).map { String($0.1) })
  }
}

/// The folder of the package.
let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
