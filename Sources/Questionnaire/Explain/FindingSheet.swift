import Documents
import Expressions
import RulesEngine

extension Explainer {
  /// A finding: what it is about, when it has which status, and with a reply what came of it.
  func findingSheet(_ finding: CompiledFinding, row: String?) -> Sheet {
    var sheet = Sheet()
    sheet.add(.about, list: finding.about.map { .code($0, words: named($0)) })
    sheet.add(.each, finding.each.map { .code($0, words: named($0)) })
    sheet.add(.statuses, list: statuses(finding))
    let programs = finding.statuses.map(\.program)
    sheet.add(.variables, list: variables(of: programs))
    sheet.add(
      .reads, list: questions(pack.references(of: finding).filter { !finding.about.contains($0.name) }, row: finding.each))
    addUnverified(finding, to: &sheet)
    let examples = FindingExamples(finding, domains)
    for (key, status) in [(Sheet.Key.passes, Status.satisfied), (.fails, .notSatisfied)] {
      sheet.add(key, examples.example(status))
    }
    sheet.add(.source, source(pack.questionnaire.items.first { $0.id == finding.item }))
    sheet.add(.declared, declared(finding).map { .place($0) })
    addOutcomes(of: finding, row, to: &sheet)
    return sheet
  }

  // The statuses with their conditions, in the order in which they are tried.
  private func statuses(_ finding: CompiledFinding) -> [Sheet.Value] {
    let written = finding.inOrder.map { status, program in
      self.status(status, expression(program.source, in: finding.item, table: finding.each), finding)
    }
    guard written.isEmpty else {
      let rest = Sheet.Value.text(catalogue.text("explain/status-rest"))
      return written + [status(.notSatisfied, rest, finding)]
    }
    let point = finding.point ?? ""
    let isYesNo = pack.questionnaire.items.lazy.flatMap(\.questions).first { $0.path == point }?.type.isYesNo
    // A row or column stands for its cells, a question for its answer.
    let kind = isYesNo == true || isSingleCell(point) ? "yes-no" : isYesNo == false ? "given" : "cells"
    return ownStatuses(of: kind).map { status, words in self.status(status, .text(words), finding) }
  }

  private func ownStatuses(of kind: String) -> [(Status, String)] {
    switch kind {
    case "yes-no":
      [
        (.satisfied, catalogue.text("explain/status-yes")), (.notSatisfied, catalogue.text("explain/status-no")),
        (.notDetermined, catalogue.text("explain/status-open")),
      ]
    case "given":
      [(.satisfied, catalogue.text("explain/status-given")), (.notDetermined, catalogue.text("explain/status-open"))]
    default:
      [
        (.satisfied, catalogue.text("explain/status-all")), (.partiallySatisfied, catalogue.text("explain/status-some")),
        (.notSatisfied, catalogue.text("explain/status-none")), (.notDetermined, catalogue.text("explain/status-open")),
      ]
    }
  }

  private func isSingleCell(_ point: String) -> Bool {
    pack.questionnaire.items.lazy.flatMap(\.questions).compactMap(\.type.table).contains { table in
      table.isSingleCell && (table.rows ?? []).contains { $0.path == point }
    }
  }

  private func status(_ status: Status, _ condition: Sheet.Value, _ finding: CompiledFinding) -> Sheet.Value {
    var sheet = Sheet()
    sheet.add(.status, .code(status.rawValue, words: self.status(status.rawValue)))
    sheet.add(.condition, condition)
    let own = finding.statements.first { $0.status == status }
    // What is partially satisfied is said as satisfied, if it has no words of its own.
    let shared = status == .partiallySatisfied ? finding.statements.first { $0.status == .satisfied } : nil
    sheet.add(.statement, (own ?? shared).map { labels.text($0.text) })
    return .sheet(sheet)
  }

  private func addUnverified(_ finding: CompiledFinding, to sheet: inout Sheet) {
    let questions = finding.about.compactMap { SubjectFinder(pack).subjects($0).compactMap(\.point).first?.target }
    let proofs = questions.compactMap(\.proof)
    guard !proofs.isEmpty else { return }
    let counts = proofs.lazy.compactMap(\.unverified).first ?? pack.evaluation.unverified
    sheet.add(
      .unverified,
      .code(counts.rawValue, words: catalogue.text("explain/counts-as", ["status": status(counts.rawValue)])))
  }

  private func declared(_ finding: CompiledFinding) -> Location? {
    let item = pack.questionnaire.items.first { $0.id == finding.item }
    let written = pack.definitions.filter { finding.id.description.hasPrefix("\($0.owner)/") }.flatMap { definition in
      definition.items.filter { $0.id == finding.item } + definition.sets.filter { $0.id == item?.set }
    }.flatMap(\.findings).first { $0.name.text == finding.name }
    return written?.name.location ?? finding.point.flatMap { pack.vocabulary.declarations.points[$0]?.declared }
  }

  // MARK: - Over a reply

  private func addOutcomes(of finding: CompiledFinding, _ row: String?, to sheet: inout Sheet) {
    guard let judgement else { return }
    let drawn = drawn(finding, judgement).filter { Self.isMeant($0.row, row) }
    let drafted = judgement.draft().flatMap(\.findings)
    add(drawn, judgement, to: &sheet, search: { reversals(of: finding, $0, judgement, limit: $1) }) { drawn, reversals in
      var inner = Sheet()
      let conclusion = drawn.conclusion
      addRow(drawn.row, to: &inner)
      inner.add(.outcome, .code(conclusion.status.rawValue, words: status(conclusion.status.rawValue)))
      inner.add(.statement, drafted.first { $0.id == drawn.id }?.statement)
      inner.add(.verified, .code(drawn.verified.rawValue, words: catalogue.text("explain/verified.\(drawn.verified.rawValue)")))
      inner.add(.documents, list: judgement.situation.documents(of: finding.about).map { .text($0) })
      inner.add(.answers, list: answers(pack.references(of: finding), drawn.row, judgement))
      inner.add(
        .parts,
        list: finding.inOrder.map { status, program in
          var part = Sheet()
          part.add(.status, .code(status.rawValue, words: self.status(status.rawValue)))
          part.add(.condition, parts(of: program, in: finding.item, drawn.row, judgement))
          return .sheet(part)
        })
      inner.add(.missing, list: conclusion.missing.map { .code($0, words: named($0)) })
      add(reversals, to: &inner) { status($0) }
      return inner
    }
  }
}

extension CompiledFinding {
  /// The statuses in the order in which they are tried.
  var inOrder: [(status: Status, program: Program)] {
    let first: [Status] = [.notApplicable, .notDetermined]
    return statuses.filter { first.contains($0.status) } + statuses.filter { !first.contains($0.status) }
  }
}

extension ExplainedSubject {
  var point: ExplainedPoint? {
    if case .point(let point) = self { return point }
    return nil
  }
}
