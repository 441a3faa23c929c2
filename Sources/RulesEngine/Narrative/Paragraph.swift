public import Documents

/// A sentence of a draft, with the findings that it states.
public struct Sentence: Sendable, Hashable {
  /// The words.
  public var text: String
  /// The ids of the findings that it rests on.
  public var findings: [RuleID]
  /// Whether an expert had it say so.
  public var isWithSatisfaction = false
}

/// Builds the paragraph of a section: chooses leads, verbs and subjects in turn and joins statements.
struct ParagraphBuilder {
  private let style: Style
  private var before: Polarity?
  private var sentenceCount = 0
  private var used: [Style.Turn: Int] = [:]
  private var lastLead: String?
  private var saidNotApplicable = false
  // The last sentence that states something; gaps stand between them.
  private var lastStated: Int?
  private(set) var sentences: [Sentence] = []

  /// One claim within a sentence.
  struct Statement {
    var text: String
    var subject: String?
    var polarity: Polarity
    var finding: RuleID
  }

  /// What stands before the statements of a sentence.
  struct Opening {
    /// One of `leads(for:)` in words.
    var lead: String
    var leadKey: String
    /// How many leads were passed over because they had just been used.
    var skipped: Int
    var subject: String
    /// What agrees with the subject.
    var agreement: Agreement
    /// Whether the lead says so.
    var isWithSatisfaction: Bool
  }

  init(style: Style) { self.style = style }

  /// The subject of the next sentence.
  var nextSubject: Style.Subject? {
    style.subjects.isEmpty ? nil : style.subjects[sentenceCount % style.subjects.count]
  }

  /// The verb of the next sentence.
  var nextVerb: TemplateText? { style.verbs.isEmpty ? nil : style.verbs[sentenceCount % style.verbs.count] }

  /// Leads in the order in which they should be tried for a sentence of this polarity.
  func leads(for polarity: Polarity) -> [TemplateText] {
    let turn = Style.Turn(from: before, to: polarity)
    let all = style.leads(turn)
    guard !all.isEmpty else { return [] }
    let start = used[turn, default: 0] % all.count
    return Array(all[start...] + all[..<start])
  }

  /// Adds a sentence.
  mutating func add(_ statements: [Statement], opening: Opening) {
    guard let first = statements.first, let last = statements.last else { return }
    let turn = Style.Turn(from: before, to: first.polarity)
    used[turn, default: 0] += 1 + opening.skipped
    lastLead = opening.leadKey
    let who = first.subject ?? opening.subject
    let text = style.spaced([opening.lead, who, join(statements, opening)])
    sentences.append(
      Sentence(text: text + ".", findings: statements.map(\.finding), isWithSatisfaction: opening.isWithSatisfaction))
    lastStated = sentences.count - 1
    before = last.polarity
    sentenceCount += 1
  }

  /// Whether a lead was the last one used.
  func wasJustUsed(_ leadKey: String) -> Bool { lastLead == leadKey }

  /// Says once that something is not applicable: at the end of the sentence that says why, or of the last one.
  mutating func addNotApplicable(_ words: String, alone: String?, finding: RuleID, because grounds: [RuleID]) {
    let reason = sentences.lastIndex { sentence in sentence.findings.contains { grounds.contains($0) } }
    if !saidNotApplicable {
      guard let last = reason ?? lastStated else {
        if let alone { sentences.append(Sentence(text: alone, findings: [finding])) }
        saidNotApplicable = alone != nil
        lastStated = alone == nil ? nil : sentences.count - 1
        return
      }
      sentences[last].text = String(sentences[last].text.dropLast()) + words + "."
      saidNotApplicable = true
    }
    if let last = reason ?? lastStated { sentences[last].findings.append(finding) }
  }

  /// Adds what stands where something is not determined.
  mutating func addGap(_ text: String, findings: [RuleID]) { sentences.append(Sentence(text: text, findings: findings)) }

  // Runs of one polarity are joined as a series, the runs by the words for a change.
  private func join(_ statements: [Statement], _ opening: Opening) -> String {
    let runs = statements.indices.reduce(into: [[Int]]()) { runs, index in
      if index > 0, statements[index - 1].polarity == statements[index].polarity {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    var text = ""
    for run in runs {
      for (place, index) in run.enumerated() {
        guard index > 0 else {
          text = statements[0].text
          continue
        }
        let words = place == 0 ? (index: 0, count: 2) : (index: place - 1, count: run.count)
        text += joined(statements[index], to: statements[index - 1], isSecond: index == 1, opening, words)
      }
    }
    return text
  }

  // The joining words and the statement after them. `place` is that of the words in a series.
  private func joined(
    _ statement: Statement, to previous: Statement, isSecond: Bool, _ opening: Opening, _ place: (index: Int, count: Int)
  ) -> String {
    let full = style.spaced([statement.subject ?? "", statement.text])
    let before = (isSecond ? opening.lead + " " : "") + previous.text
    let turn = Style.Turn(from: previous.polarity, to: statement.polarity)
    guard
      let join = style.joins(turn).first(where: { $0.fits(full, after: before, hasSubject: statement.subject != nil) }),
      let words = join.words(after: place.index, of: place.count)
    else { return "; " + full }
    return style.linked(opening.agreement.resolve(words), String(full.dropFirst(join.off?.count ?? 0)))
  }
}
