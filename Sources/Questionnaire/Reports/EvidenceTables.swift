import Documents

/// The report on documents as Markdown.
public struct EvidenceMarkdown {
  private let catalogue: MessageCatalogue
  private let words: EvidenceWords

  /// Tables in the language of `catalogue`.
  public init(catalogue: MessageCatalogue) {
    self.catalogue = catalogue
    words = EvidenceWords(catalogue: catalogue)
  }

  /// A table of the documents, one of the claims that lack proof, and the totals.
  public func text(_ report: EvidenceReport) -> String {
    let documents = ["id", "title", "kind", "cited", "file", "state", "size", "pages", "digest", "problems"]
    let claims = ["question", "path", "line", "needs", "why"]
    var text = "## \(catalogue.text("report/evidence-documents"))\n\n" + table(documents, report.documents.map(cells)) + "\n"
    if !report.claims.isEmpty {
      text += "## \(catalogue.text("report/evidence-claims"))\n\n" + table(claims, report.claims.map(cells)) + "\n"
    }
    return text + words.totals(report).map { "- \($0)\n" }.joined()
  }

  private func cells(_ document: EvidenceReport.Document) -> [String] {
    [
      document.evidence.id, document.evidence.title ?? "", document.kind ?? "", words.cited(document), words.place(document),
      words.state(document), words.size(document), words.pages(document), String((document.digest ?? "").prefix(8)),
      words.problems(document.issues).joined(separator: "; "),
    ]
  }

  private func cells(_ claim: EvidenceReport.Unproven) -> [String] {
    [
      claim.subject, claim.claim.path, "\(claim.claim.location.range.line)", words.needs(claim),
      words.why(claim).joined(separator: "; "),
    ]
  }

  private func table(_ columns: [String], _ rows: [[String]]) -> String {
    let head = columns.map { catalogue.text("report/evidence-column.\($0)") }
    return ([line(head), "|" + String(repeating: " --- |", count: columns.count)] + rows.map(line)).map { $0 + "\n" }.joined()
  }

  private func line(_ cells: [String]) -> String { "| " + cells.map(Self.escaped).joined(separator: " | ") + " |" }

  // What would end the cell, or be taken for a mark.
  private static func escaped(_ cell: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in SafeText.shown(cell).unicodeScalars {
      if "\\|`*_<>[]&#~".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}

/// The report on documents as CSV (RFC 4180): a row for each document, then one for each claim that lacks proof.
public struct EvidenceCSV {
  private let words: EvidenceWords
  private let catalogue: MessageCatalogue

  /// A table in the language of `catalogue`.
  public init(catalogue: MessageCatalogue) {
    self.catalogue = catalogue
    words = EvidenceWords(catalogue: catalogue)
  }

  private static let columns = [
    "row", "reply", "id", "title", "kind", "cited", "file", "url", "state", "size", "pages", "digest", "line", "needs",
    "problems",
  ]

  /// The table with its head.
  public func text(_ report: EvidenceReport) -> String {
    let reply = report.judgement.reply.document.source.name
    let head = Self.columns.map { catalogue.text("report/evidence-column.\($0)") }
    let rows = report.documents.map { cells($0, reply) } + report.claims.map { cells($0, reply) }
    return ([head] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private func cells(_ document: EvidenceReport.Document, _ reply: String) -> [String] {
    let evidence = document.evidence
    return [
      "document", reply, evidence.id, evidence.title ?? "", document.kind ?? "", words.cited(document),
      evidence.file?.text ?? "", evidence.url ?? "", words.state(document), words.size(document), words.pages(document),
      document.digest ?? "", "\(evidence.node.range.line)", "", words.problems(document.issues).joined(separator: "; "),
    ]
  }

  // The documents that are cited stand in the column of what is cited.
  private func cells(_ claim: EvidenceReport.Unproven, _ reply: String) -> [String] {
    [
      "claim", reply, claim.claim.path, claim.subject, "", claim.claim.documents.joined(separator: "; "), "", "",
      catalogue.text("report/evidence-unproven"), "", "", "", "\(claim.claim.location.range.line)", words.needs(claim),
      words.why(claim).joined(separator: "; "),
    ]
  }

  // A spreadsheet would run what begins as a formula does.
  private static func cell(_ text: String) -> String {
    let shown = SafeText.shown(text)
    let isFormula = shown.unicodeScalars.first { $0 != " " }.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + shown : shown
    guard safe.utf8.contains(where: { ",\"".utf8.contains($0) }) else { return safe }
    var quoted = String.UnicodeScalarView()
    for scalar in safe.unicodeScalars { quoted.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
    return "\"\(String(quoted))\""
  }
}

/// The report on documents for programs.
public struct EvidenceJSON {
  private let issues: CheckJSON
  private let words: EvidenceWords
  private let version: String

  /// A report whose messages are in the language of `catalogue`.
  public init(catalogue: MessageCatalogue, version: String) {
    issues = CheckJSON(catalogue: catalogue, version: version)
    words = EvidenceWords(catalogue: catalogue)
    self.version = version
  }

  /// The whole report over one reply.
  public func report(_ report: EvidenceReport) -> JSON {
    .object([("format", .number(1)), ("tool", CheckJSON.tool(version)), ("replies", .array([reply(report)]))])
  }

  private func reply(_ report: EvidenceReport) -> JSON {
    let judgement = report.judgement
    return .object([
      ("file", .string(judgement.reply.document.source.name)), ("questionnaire", .string(judgement.pack.questionnaire.id)),
      ("pack", CheckJSON.pack(judgement.pack)), ("respondent", .string(judgement.reply.respondent)),
      (
        "counts",
        .object([
          ("documents", .number(report.documents.count)), ("problems", .number(report.faulty)),
          ("claims", .number(judgement.claims.count)), ("proven", .number(report.proven)),
        ])
      ),
      ("documents", .array(report.documents.map(document))), ("claims", .array(report.claims.map(claim))),
    ])
  }

  private func document(_ document: EvidenceReport.Document) -> JSON {
    let evidence = document.evidence
    return .object([
      ("id", .string(evidence.id)), ("title", JSON(evidence.title)), ("kind", JSON(evidence.kind)),
      ("kind_label", JSON(document.kind)),
      (
        "cited",
        .array(
          document.cited.map {
            .object([("path", .string($0.path)), ("number", .string($0.number)), ("line", .number($0.line))])
          })
      ),
      ("file", JSON(evidence.file?.text)), ("url", JSON(evidence.url)), ("state", .string(document.state.rawValue)),
      ("size", Self.number(document.file?.size)), ("pages", Self.number(document.pages.map(Int64.init))),
      ("sha256", JSON(document.digest)), ("location", CheckJSON.location(evidence.node.location)),
      ("issues", .array(document.issues.map(issues.issue))),
    ])
  }

  private func claim(_ claim: EvidenceReport.Unproven) -> JSON {
    let requirement = claim.claim.requirement
    return .object([
      ("path", .string(claim.claim.path)), ("subject", .string(claim.subject)),
      ("location", CheckJSON.location(claim.claim.location)), ("kinds", JSON(requirement.kinds)),
      ("kind_labels", JSON(claim.kinds)), ("min", .number(requirement.min)), ("documents", JSON(claim.claim.documents)),
      (
        "refused",
        .array(
          claim.refused.map { .object([("id", .string($0.id)), ("issues", .array($0.why.map(issues.issue)))]) })
      ),
    ])
  }

  private static func number(_ value: Int64?) -> JSON { value.flatMap { Int(exactly: $0) }.map { .number($0) } ?? .null }
}
