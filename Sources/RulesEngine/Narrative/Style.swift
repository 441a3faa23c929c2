import Documents
import Expressions

/// How sentences are built in one language: data of the pack.
public struct Style: Sendable {
  /// The change, or not, of polarity from one statement to the next.
  public enum Turn: String, Sendable, CaseIterable {
    case first
    case yesYes = "yes-yes"
    case noNo = "no-no"
    case yesNo = "yes-no"
    case noYes = "no-yes"
    case change

    /// The turn from one polarity to another.
    public init(from before: Polarity?, to after: Polarity) {
      switch (before, after) {
      case (nil, _): self = .first
      case (.yes, .yes): self = .yesYes
      case (.no, .no): self = .noNo
      case (.yes, .no): self = .yesNo
      case (.no, .yes): self = .noYes
      }
    }
  }

  /// How two statements of one sentence are joined, if the next one fits.
  public struct Join: Sendable {
    /// Fits only after words that hold one of these.
    public var after: [String]?
    /// Fits only before words that begin so.
    public var before: [String]?
    /// Fits only a statement that begins so; this is taken off it.
    public var off: String?
    /// Fits only a statement with (`yes`) or without (`no`) a subject of its own.
    public var subject: Bool?
    /// Between two statements that are all.
    public var two: String?
    /// Between statements of three or more, but for the last.
    public var between: String?
    /// Before the last of three or more.
    public var last: String?
    /// In all these places, where they have no words of their own.
    public var join: String?

    /// The words in the place of a series: after `index` of `count` statements.
    public func words(after index: Int, of count: Int) -> String? {
      if count == 2 { return two ?? join }
      return (index == count - 2 ? last : between) ?? join
    }

    /// Whether it fits between the words `previous` and a statement that begins with `text`.
    public func fits(_ text: String, after previous: String, hasSubject: Bool) -> Bool {
      if let subject, subject != hasSubject { return false }
      if let after, !after.contains(where: { previous.contains($0) }) { return false }
      if let off, !text.hasPrefix(off) { return false }
      guard let before else { return true }
      let start = text.lowercased()
      return before.contains { start.hasPrefix($0) }
    }
  }

  /// What a sentence is about: the respondent's name, or a common noun that stands for it.
  public struct Subject: Sendable {
    /// The words.
    public var text: TemplateText
    /// What agrees with it; absent: it is the respondent's name where its words are that name.
    public var agreement: Agreement?
  }

  /// Verbs of attribution, used in turn.
  public var verbs: [TemplateText] = []
  /// Subjects, used in turn.
  public var subjects: [Subject] = []
  /// The beginnings of sentences by turn.
  public var leads: [Turn: [TemplateText]] = [:]
  /// The words between statements by turn.
  public var joins: [Turn: [Join]] = [:]
  /// What becomes of words where they meet, the first that fits.
  public var contractions: [Contraction] = []
  /// Said once, for all that is declared not applicable.
  public var notApplicable: TemplateText?
  /// The same where no sentence stands before it.
  public var notApplicableAlone: TemplateText?
  /// Put after a claim without valid proof.
  public var unverified: TemplateText?
  /// The same for a sentence of several claims of which none has valid proof: said once, at its end.
  public var unverifiedAll: TemplateText?
  /// Stands in the place of `verb` where an expert has a sentence say so.
  public var withSatisfaction: TemplateText?
  /// Stands for what is not determined.
  public var notDetermined: TemplateText?

  /// A style that says nothing.
  public init() {}

  /// The joins for a turn; `change` serves both directions.
  func joins(_ turn: Turn) -> [Join] {
    if let own = joins[turn] { return own }
    return turn == .yesNo || turn == .noYes ? joins[.change] ?? [] : []
  }

  /// The leads for a turn; `change` serves both directions.
  func leads(_ turn: Turn) -> [TemplateText] {
    if let own = leads[turn] { return own }
    return turn == .yesNo || turn == .noYes ? leads[.change] ?? [] : []
  }

  /// Joins words as a list, as in `a, b and c`.
  public func series(_ words: [String]) -> String {
    guard let first = words.first else { return "" }
    var text = first
    for (index, word) in words.enumerated().dropFirst() {
      let join = joins(.yesYes).first { $0.fits(word, after: words[index - 1], hasSubject: false) }
      text += (join?.words(after: index - 1, of: words.count) ?? ", ") + word
    }
    return text
  }

  /// A value as running text has it, a list as a series.
  func display(_ value: Datum) -> String {
    switch value {
    case .list(let items): series(items.map { display($0) })
    default: value.plainText
    }
  }
}
