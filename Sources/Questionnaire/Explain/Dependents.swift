import Documents
import RulesEngine

/// The rules and findings that would come out otherwise with another answer to one question.
struct Dependents {
  /// A rule or finding, for one row of its table where it runs over one.
  private struct Key: Hashable, Comparable {
    let id: String
    let isRule: Bool
    let row: String

    static func < (a: Key, b: Key) -> Bool { (a.id, a.isRule ? 1 : 0, a.row) < (b.id, b.isRule ? 1 : 0, b.row) }
  }

  private let explainer: Explainer
  private let now: [Key: String]
  private var becomes: [Key: [(answer: AnswerChange, outcome: String)]] = [:]
  private let isCut: Bool

  init(_ explainer: Explainer, _ judgement: Judgement, _ places: [AnswerPlace], _ point: ExplainedPoint) {
    self.explainer = explainer
    let pack = explainer.pack
    let rejudging = Rejudging(
      pack, rules: pack.evaluation.rules, findings: pack.evaluation.findings, asking: [point.question.path], judgement.reply,
      explainer.labels, judgement.options)
    now = Dictionary(Self.outcomes(rejudging, []), uniquingKeysWith: { first, _ in first })
    var subject = ChangeSubject([PointReference(name: point.question.path)], in: point.item.id)
    subject.places = Set(places)
    subject.most = explainer.tries + 1
    let changes = Array(explainer.domains.changes(rejudging, subject).joined())
    isCut = changes.count > explainer.tries
    for change in changes.prefix(explainer.tries) {
      for (key, outcome) in Self.outcomes(rejudging, [change]) where now[key].map({ $0 != outcome }) ?? false {
        becomes[key, default: []].append((change, outcome))
      }
    }
  }

  private static func outcomes(_ rejudging: Rejudging, _ changes: [AnswerChange]) -> [(Key, String)] {
    let situation = rejudging.situation(changes)
    return rejudging.findings(in: situation).map {
      (Key(id: $0.id.description, isRule: false, row: ""), $0.conclusion.status.rawValue)
    }
      + rejudging.outcomes(in: situation).map {
        (Key(id: $0.rule.id.description, isRule: true, row: $0.row?.path ?? ""), $0.verdict.rawValue)
      }
  }

  /// Each with what it would come to.
  func add(to sheet: inout Sheet) {
    sheet.add(.depends, list: explainer.few(becomes.sorted { $0.key < $1.key }.map { value($0.key, $0.value) }))
    let catalogue = explainer.catalogue
    if isCut { sheet.add(.tried, catalogue.text("explain/depends-cut", ["tried": "\(explainer.tries)"])) }
  }

  private func value(_ key: Key, _ becomes: [(answer: AnswerChange, outcome: String)]) -> Sheet.Value {
    func words(_ code: String) -> String { key.isRule ? explainer.verdict(code) : explainer.status(code) }
    var sheet = Sheet()
    sheet.add(key.isRule ? .rule : .finding, key.row.isEmpty ? key.id : "\(key.id) \(key.row)")
    sheet.add(.outcome, .code(now[key] ?? "", words: words(now[key] ?? "")))
    sheet.add(
      .becomes,
      list: explainer.few(
        becomes.map { answer, outcome in
          .line(
            "\(answer.path): \(explainer.shown(answer)) → \(words(outcome))",
            .object([("path", .string(answer.path)), ("value", JSON(answer.text)), ("outcome", .string(outcome))]))
        }))
    return .sheet(sheet)
  }
}
