import Documents
import Foundation
import Questionnaire
import RulesEngine

/// The design fixture: a small pack, replies and what must come out. It stands beside the package, not in it.
enum Fixture {
  static let folder = package.appending(path: "../shared/design/example").standardizedFileURL
  static let facets = package.appending(path: "../shared/design/mem-2022-facets.csv").standardizedFileURL
  static let exists = FileManager.default.fileExists(atPath: folder.path) && FileManager.default.fileExists(atPath: facets.path)
  static let absent = "the design fixture ../shared is not there"
}

/// Packs as their folders hold them, loaded once a run.
enum Packs {
  static let mem = load("mem-2022", from: [package.appending(path: "Rules")])
  static let fire = load("fire-2024", from: [Fixture.folder])

  /// The pack `name` in one of the folders; a pack that is broken counts as not there.
  static func load(_ name: String, from folders: [URL], adding additions: [PackSource] = []) -> Pack? {
    let sources = folders.flatMap { folder in
      packFolders(in: folder).map { PackSource(folder: $0, files: files(in: folder.appending(path: $0)), digest: "test") }
    }
    return PackLoader(sources + additions).load(name).flatMap { $0.isBroken ? nil : $0 }
  }

  private static func packFolders(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.contains(".") && !["include", "messages", "replies", "expected"].contains($0) }.sorted()
  }

  private static func files(in folder: URL) -> [SourceFile] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { try? read(folder.appending(path: $0), name: $0) }
  }
}

/// The engine's words.
func catalogue(_ language: String) throws -> MessageCatalogue {
  MessageCatalogue(try MessageFile.all(language).map(\.document.source), language: language)
}

/// A file under the name that places in it are to show.
func read(_ file: URL, name: String) throws -> SourceFile { SourceFile(name: name, bytes: Array(try Data(contentsOf: file))) }

/// Judges a reply; `nil` where nothing of it can be read.
func judge(_ source: SourceFile, by pack: Pack, language: String = "en", asComplete: Bool = false) -> Judgement? {
  Judgement(Document.parse(source), pack: pack, options: JudgementOptions(language: language, asComplete: asComplete))
}

extension Judgement {
  /// The draft findings of all sections by id, without the pack's name.
  func findings() -> [String: Finding] {
    let all = draft().flatMap(\.findings).map { (String($0.id.description.drop { $0 != "/" }.dropFirst()), $0) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }
}

extension Node {
  /// The entries of a mapping by key, in order.
  var pairs: [(key: String, value: Node)] { entries.map { ($0.key.text, $0.value) } }
}
