public import Documents
public import Expressions

/// An entry of the register of documents.
public struct Evidence: Sendable {
  /// The id by which answers cite it.
  public let id: String
  /// Where it stands in the register: its key.
  public let node: Node
  /// The whole entry.
  public let entry: Node
  /// What it is called.
  public internal(set) var title: String?
  /// The kind, one of those that the questionnaire names.
  public internal(set) var kind: String?
  /// Who issued it.
  public internal(set) var issuer: String?
  /// Its number, such as that of a law.
  public internal(set) var number: String?
  /// When it was issued, as exactly as that is known: a day, a month, a year.
  public internal(set) var issued: Period?
  /// When it is in force; one end may be open.
  public internal(set) var valid: Period?
  /// The languages it is written in, as codes of two or three letters.
  public internal(set) var languages: [String] = []
  /// Its file, as a path from the reply's folder.
  public internal(set) var file: FilePath?
  /// Where it is published.
  public internal(set) var url: String?
  /// The digest that the respondent states, as 64 hexadecimal digits.
  public internal(set) var sha256: String?
  /// Its pages by their numbers: `14` are 1 to 14, an excerpt may be `30-41`.
  public internal(set) var pages: ClosedRange<Int>?
  /// What it is about.
  public internal(set) var summary: String?
  /// Where each value stands, by key.
  var places: [String: Node] = [:]
  /// Keys with a value that could not be read, which is told: what would rest on it is not told too.
  var unreadable: Set<String> = []

  init(id: String, node: Node, entry: Node) {
    self.id = id
    self.node = node
    self.entry = entry
  }

  /// Where the value of `key` stands; without one, where the document does.
  func place(of key: String) -> Location { (places[key] ?? node).location }

  /// The path of the entry in issues.
  var path: String { "evidence.\(id)" }

  /// What it is called in reports: its title, else its id.
  var subject: String { title ?? id }

  /// The first day of its validity that is known: that from which it is in force, else the day it was issued.
  var inForceFrom: CalendarDate? { valid?.from ?? issued?.from }
}

/// The path of a document's file, from the reply's folder.
public struct FilePath: Sendable, Hashable {
  /// As the reply has it.
  public let text: String
  /// Its parts, without those that change nothing.
  public let parts: [String]

  /// Why a path is not accepted.
  enum Refusal: String, CaseIterable {
    case empty, absolute, backslash, parent, characters
    case tooLong = "too-long"
  }

  /// The longest path in bytes, that of Linux.
  private static let maxLength = 4096

  init(text: String, parts: [String]) {
    self.text = text
    self.parts = parts
  }

  /// A path below the reply's folder, or why it is none.
  static func parse(_ text: String) -> Result<FilePath, FilePathError> {
    func refused(_ refusal: Refusal) -> Result<FilePath, FilePathError> { .failure(FilePathError(refusal: refusal)) }
    if text.unicodeScalars.contains(where: isUnprintable) { return refused(.characters) }
    if text.hasPrefix("/") || text.hasPrefix("~") || hasDrive(text) { return refused(.absolute) }
    if text.contains("\\") { return refused(.backslash) }
    if text.utf8.count > maxLength { return refused(.tooLong) }
    let parts = text.split(separator: "/").filter { $0 != "." }.map(String.init)
    if parts.contains("..") { return refused(.parent) }
    return parts.isEmpty ? refused(.empty) : .success(FilePath(text: text, parts: parts))
  }

  private static func hasDrive(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(2))
    return bytes.count == 2 && bytes[1] == UInt8(ascii: ":")
  }

  // Characters that are not seen, or that turn the direction of what is: a name with them shows as another than it is.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
    default: false
    }
  }

  /// The path without parts that change nothing: the same for the same file.
  public var normalized: String { parts.joined(separator: "/") }
}

/// A path that is not accepted.
struct FilePathError: Error {
  let refusal: FilePath.Refusal
}
