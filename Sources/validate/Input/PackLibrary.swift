import Crypto
import Documents
import FoundationEssentials
import Questionnaire
import Rules

/// The packs that a run can use: those in the binary, and the folders given with `--rules`.
struct PackLibrary {
  private let loader: PackLoader
  /// The files of the folders.
  let given: [SourceFile]

  /// The catalogues of all languages.
  static let messages = embedded { $0.hasPrefix("messages/") }

  init(folders: [String]) throws {
    let embedded = Self.embedded { !$0.hasPrefix("messages/") }
    var sources = Self.folders(of: embedded) { String($0.name.prefix { $0 != "/" }) }
    let given = try folders.flatMap { try Self.read($0) }
    self.given = given.flatMap(\.files)
    sources += given
    loader = PackLoader(sources)
  }

  /// The folders that hold a questionnaire.
  var packs: [String] { loader.packs }

  /// A pack by name; a name that is not known is wrong use.
  func load(_ name: String) throws -> Pack {
    guard let pack = loader.load(name) else {
      throw Failure.usage(Message("usage/no-pack", ["name": name, "known": packs.joined(separator: ", ")]))
    }
    return pack
  }

  /// A pack by name, if it is there.
  func find(_ name: String) -> Pack? { loader.load(name) }

  /// The engine's words in a language, or in that of the run.
  func catalogue(_ language: String?) -> MessageCatalogue {
    guard let language, language != Words.language.rawValue else { return Words.catalogue }
    return MessageCatalogue(Self.messages, language: language)
  }

  // MARK: - Files

  private static func embedded(_ isWanted: (String) -> Bool) -> [SourceFile] {
    UnsafeBufferPointer(start: rules_files, count: rules_file_count).compactMap { file in
      let name = String(cString: file.path)
      guard isWanted(name) else { return nil }
      return SourceFile(name: name, bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
    }
  }

  // A folder of packs, or one pack: told by whether it holds files of a pack itself.
  private static func read(_ folder: String) throws -> [PackSource] {
    let files = try FileFinder.yamlFiles(under: folder)
    guard !files.isEmpty else { throw noPack(in: folder) }
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let sources = try files.map { try FileFinder.read($0) }
    func inside(_ source: SourceFile) -> Substring { source.name.dropFirst(root.count + 1) }
    let top = sources.filter { !inside($0).contains("/") }
    if top.contains(where: PackSource.isPackFile) {
      let name = root.split(separator: "/").last.map(String.init) ?? root
      return Self.folders(of: sources) { _ in name }
    }
    // What lies beside the packs, such as a reply, belongs to none of them.
    let packs = sources.filter { inside($0).contains("/") }
    guard packs.contains(where: PackSource.isPackFile) else { throw noPack(in: folder) }
    return Self.folders(of: packs) { String(inside($0).prefix { $0 != "/" }) }
  }

  private static func noPack(in folder: String) -> Failure {
    .usage(Message("usage/folder-without-pack", ["folder": folder]))
  }

  private static func folders(of files: [SourceFile], by folder: (SourceFile) -> String) -> [PackSource] {
    Dictionary(grouping: files, by: folder).sorted { $0.key < $1.key }.map { name, files in
      PackSource(folder: name, files: files, digest: Digest.of(files))
    }
  }
}

/// Digests as they are printed: `sha256:` and hexadecimal digits.
enum Digest {
  static func of(_ bytes: [UInt8]) -> String { text(SHA256.hash(data: bytes)) }

  /// The hexadecimal digits alone, as registers have them.
  static func hexadecimal(_ bytes: [UInt8]) -> String { String(of(bytes).dropFirst("sha256:".count)) }

  /// Over several files: each by its own digest, in order, names left out so that a moved pack stays the same.
  static func of(_ files: [SourceFile]) -> String {
    var hash = SHA256()
    for file in files { hash.update(data: Data(SHA256.hash(data: file.bytes))) }
    return text(hash.finalize())
  }

  private static func text(_ digest: SHA256.Digest) -> String {
    "sha256:" + digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
