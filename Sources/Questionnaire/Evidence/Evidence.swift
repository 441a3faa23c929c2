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
  /// The time that it is about, such as the year of an annual report.
  public internal(set) var covers: Period?
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

  /// Whether its entry names a file, be it by a path that is refused.
  var namesFile: Bool { entry["file"].map { !$0.isEmpty } ?? false }

  /// The first day of its validity that is known: that from which it is in force, else the day it was issued.
  var inForceFrom: CalendarDate? { valid?.from ?? issued?.from }
}
