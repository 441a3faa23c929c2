import RulesEngine

/// The rules and findings that would come out otherwise with another answer to one question.
struct Dependents {
  private let explainer: Explainer
  private var order: [String] = []
  private var now: [String: String] = [:]
  private var becomes: [String: [(answer: AnswerChange, outcome: String)]] = [:]

  init(_ explainer: Explainer, _ judgement: Judgement, _ places: [AnswerPlace], _ point: ExplainedPoint) {
    self.explainer = explainer
    let pack = explainer.pack
    let rejudging = Rejudging(
      pack, rules: pack.evaluation.rules, findings: pack.evaluation.findings, asking: [point.question.path], judgement.reply,
      explainer.labels, judgement.options)
    now = Self.outcomes(rejudging, []).reduce(into: [:]) { $0[$1.id] = $1.outcome }
    let domains = explainer.domains(
      rejudging, [PointReference(name: point.question.path)], nil, [], in: point.item.id)
    for change in domains.joined() where places.contains(change.place) {
      for (id, outcome) in Self.outcomes(rejudging, [change]) where now[id].map({ $0 != outcome }) ?? false {
        if becomes[id] == nil { order.append(id) }
        becomes[id, default: []].append((change, outcome))
      }
    }
  }

  private static func outcomes(_ rejudging: Rejudging, _ changes: [AnswerChange]) -> [(id: String, outcome: String)] {
    let situation = rejudging.situation(changes)
    return rejudging.findings(in: situation).map { ("\($0.id) status", $0.conclusion.status.rawValue) }
      + rejudging.outcomes(in: situation).map { ("\($0.rule.id) verdict \($0.row?.path ?? "")", $0.verdict.rawValue) }
  }

  /// Each with what it would come to.
  var values: [Sheet.Value] {
    order.sorted().map { key in
      let parts = key.split(separator: " ")
      let isRule = parts[1] == "verdict"
      func words(_ code: String) -> String { isRule ? explainer.verdict(code) : explainer.status(code) }
      let row = parts.count > 2 ? " \(parts[2...].joined(separator: " "))" : ""
      var sheet = Sheet()
      sheet.add(isRule ? .rule : .finding, "\(parts[0])\(row)")
      sheet.add(.outcome, .code(now[key] ?? "", words: words(now[key] ?? "")))
      sheet.add(
        .becomes,
        list: explainer.few(
          (becomes[key] ?? []).map { answer, outcome in
            .line(
              "\(answer.path): \(explainer.shown(answer)) → \(words(outcome))",
              .object([("path", .string(answer.path)), ("value", JSON(answer.text)), ("outcome", .string(outcome))]))
          }))
      return .sheet(sheet)
    }
  }
}
