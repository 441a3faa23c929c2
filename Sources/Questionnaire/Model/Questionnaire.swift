public import Documents
public import Expressions
public import RulesEngine

/// What a body asks its respondents: sections of items of questions.
public struct Questionnaire: Sendable {
  /// The id, unique in its kind.
  public let id: String
  /// The version, of which the first number must be shared by a reply.
  public let version: String
  /// The base language of its texts.
  public let language: String
  /// What it is called.
  public let title: TextSource?
  /// The document that it stands for, by symbol.
  public let source: String?
  /// The span of time that is asked about.
  public let period: Period?
  /// The sections in order.
  public let sections: [Section]
  /// Kinds of evidence with their words.
  public let kinds: ChoiceList
  /// For how many answers one document may be cited before that is worth a remark.
  public let maxClaims: Int?
  /// Constants for expressions: lists of codes.
  public let lists: [String: [String]]
  /// Who may reply, by code, and how they are called in each language; empty: any country.
  public let respondents: [String: [String: Language.Name]]
  /// Where it is declared.
  public let declared: Location

  /// The items of all sections in order.
  public var items: [Item] { sections.flatMap(\.items) }

  /// The major version, which a reply must share.
  public var major: Substring { version.prefix { $0 != "." } }
}

/// An objective, an issue, a chapter: a group of items.
public struct Section: Sendable {
  /// The id, unique in its kind.
  public let id: String
  /// The number as printed.
  public let number: String
  /// What it is called.
  public let title: TextSource?
  /// The items in order.
  public let items: [Item]
}

/// A priority action, a recommendation: the container in which question names are unique.
public struct Item: Sendable {
  /// The id, unique in its kind.
  public let id: String
  /// The number as printed.
  public let number: String
  /// What it is called.
  public let title: TextSource?
  /// The section's id.
  public let section: String
  /// The set whose questions it uses.
  public let set: String?
  /// All that is asked, details included, in order.
  public let questions: [Question]
  /// Where the item is declared.
  public let declared: Location
}

/// A list of codes with their words.
public struct ChoiceList: Sendable {
  /// The list's name, or the question's.
  public let name: String
  /// The codes with their words, in order.
  public let choices: [(code: String, label: TextSource)]

  /// The codes in order.
  public var codes: [String] { choices.map(\.code) }
  /// The type of a value that is one of the codes.
  public var set: ChoiceSet { ChoiceSet(name: name, codes: codes) }

  /// A list with its codes.
  public init(name: String, choices: [(code: String, label: TextSource)]) {
    self.name = name
    self.choices = choices
  }
}
