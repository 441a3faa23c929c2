import Documents
import Expressions
import RulesEngine

/// Reports what is wrong between the entries of a register, and within one between its title, number and dates.
struct RegisterCheck {
  let register: DocumentRegister
  let citations: Citations
  let asOf: CalendarDate?
  let mustConform: Bool
  let problems: Problems

  func run(maxClaims: Int?) {
    let entries = register.inOrder
    let presumed = citations.presumedDocuments
    for evidence in entries {
      if !presumed.contains(evidence.id) { checkCited(evidence, maxClaims) }
      checkDates(evidence)
      checkNumber(evidence)
    }
    let same = checkFiles(entries)
    checkNumbers(entries.filter { !same.contains($0.id) })
  }

  // MARK: - Citations

  private func checkCited(_ evidence: Evidence, _ maxClaims: Int?) {
    let answers = citations.answers(citing: evidence.id)
    if answers == 0 {
      tell("evidence/not-cited", mustConform ? .warning : .info, evidence, at: nil, ["id": evidence.id])
    } else if let maxClaims, answers > maxClaims {
      tell(
        "evidence/overused", .info, evidence, at: nil, ["id": evidence.id, "count": "\(answers)", "max": "\(maxClaims)"])
    }
  }

  // MARK: - One entry

  private func checkDates(_ evidence: Evidence) {
    guard let issued = evidence.issued, let first = issued.from else { return }
    if let until = evidence.valid?.to, until < first {
      contradiction("expired", evidence, at: "valid", ["issued": "\(issued)", "until": "\(until)"])
    }
    if let asOf, asOf < first { contradiction("future", evidence, at: "issued", ["issued": "\(issued)", "today": "\(asOf)"]) }
  }

  private func checkNumber(_ evidence: Evidence) {
    let inTitle = evidence.title.flatMap { DocumentNumber(inTitle: $0) }
    let own = evidence.number.map { DocumentNumber($0) }
    if let inTitle, let own, !inTitle.agrees(with: own) {
      contradiction("number", evidence, at: "number", ["number": own.text, "title": inTitle.text])
      return
    }
    guard let number = own ?? inTitle, let year = number.year, let issued = evidence.issued?.from?.year else { return }
    // What is numbered in December may be issued in January; nothing is issued before it has a number.
    guard year > (evidence.issued?.to?.year ?? issued) || year < issued - 1 else { return }
    contradiction("year", evidence, at: "issued", ["number": number.text, "issued": evidence.issued?.description ?? ""])
  }

  private func contradiction(_ what: String, _ evidence: Evidence, at key: String, _ arguments: [String: String]) {
    tell("evidence/contradiction", .warning, evidence, at: key, arguments, message: "evidence/contradiction.\(what)")
  }

  // MARK: - Several entries

  // By path first: the same file is of course also the same content. Gives the ids of those that are another's file.
  private func checkFiles(_ entries: [Evidence]) -> Set<String> {
    var same: Set<String> = []
    var byPath: [String: Evidence] = [:]
    var byDigest: [String: Evidence] = [:]
    for evidence in entries {
      if let path = evidence.file?.normalized {
        if let other = byPath[path] {
          tell("evidence/same-file", .warning, evidence, at: "file", ["id": evidence.id, "other": other.id])
          same.insert(evidence.id)
          continue
        }
        byPath[path] = evidence
      }
      let file = register.files[evidence.id]
      // That two files are both empty says nothing more.
      guard file?.faults.contains(.empty) != true, let digest = file?.sha256 ?? evidence.sha256 else { continue }
      if let other = byDigest[digest] {
        tell("evidence/same-content", .warning, evidence, at: "file", ["id": evidence.id, "other": other.id])
        same.insert(evidence.id)
      } else {
        byDigest[digest] = evidence
      }
    }
    return same
  }

  // The same number of the same kind from the same issuer is the same document.
  private func checkNumbers(_ entries: [Evidence]) {
    var known: [[String]: Evidence] = [:]
    for evidence in entries {
      guard let number = evidence.number, let kind = evidence.kind else { continue }
      let key = [kind, DocumentNumber(number).plain, evidence.issuer?.lowercased() ?? ""]
      if let other = known[key] {
        tell(
          "evidence/listed-twice", .warning, evidence, at: "number", ["id": evidence.id, "other": other.id, "number": number])
      } else {
        known[key] = evidence
      }
    }
  }

  private func tell(
    _ rule: RuleID, _ severity: Severity, _ evidence: Evidence, at key: String?, _ arguments: [String: String],
    message: String? = nil
  ) {
    problems.add(
      Issue(
        rule, severity, path: evidence.path, at: key.map { evidence.place(of: $0) } ?? evidence.node.location,
        Message(message ?? rule.description, arguments), subject: evidence.title))
  }
}
