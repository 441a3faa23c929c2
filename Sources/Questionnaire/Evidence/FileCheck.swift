import Documents
import RulesEngine

/// Reports what is wrong with the files of documents.
struct FileCheck {
  let register: DocumentRegister
  let problems: Problems

  func run() {
    var told: Set<String> = []
    for evidence in register.inOrder {
      guard let path = evidence.file, let file = register.files[evidence.id] else { continue }
      // What is wrong with a file that two entries name is told at the first; the second is told as such.
      if told.insert(path.normalized).inserted { report(file, of: evidence, path) }
      checkDigest(file, of: evidence)
      checkPages(file, of: evidence)
    }
  }

  private func report(_ file: DocumentFile, of evidence: Evidence, _ path: FilePath) {
    for fault in file.faults {
      let issue = Self.issue(of: fault)
      add(issue.rule, issue.message, .error, evidence, at: "file", ["file": path.text].merging(issue.arguments) { $1 })
    }
    if case .unknown(let reason) = file.pages, file.faults.isEmpty {
      add(
        "evidence/pages-unknown", "evidence/pages-unknown.\(reason.rawValue)", .info, evidence, at: "file", ["file": path.text])
    }
  }

  private func checkDigest(_ file: DocumentFile, of evidence: Evidence) {
    guard DocumentRegister.differs(evidence, file), let found = file.sha256 else { return }
    add("evidence/sha256-differs", "evidence/sha256-differs", .error, evidence, at: "sha256", ["found": found])
  }

  private func checkPages(_ file: DocumentFile, of evidence: Evidence) {
    guard let stated = evidence.pages, case .counted(let count) = file.pages, stated.count != count else { return }
    add(
      "evidence/pages-differ", "evidence/pages-differ", .warning, evidence, at: "pages",
      ["stated": "\(stated.count)", "count": "\(count)"])
  }

  // MARK: - Faults

  private typealias FaultIssue = (rule: RuleID, message: String, arguments: [String: String])

  private static func issue(of fault: DocumentFile.Fault) -> FaultIssue {
    switch fault {
    case .missing(let near): ("evidence/file-missing", "evidence/file-missing", near.map { ["suggestion": $0] } ?? [:])
    case .leadsOutside: ("evidence/file-outside", "evidence/file-outside", [:])
    case .linkLoop: ("evidence/file-link-loop", "evidence/file-link-loop", [:])
    case .special(let kind): ("evidence/file-special", "evidence/file-special.\(kind.rawValue)", [:])
    case .empty: ("evidence/file-empty", "evidence/file-empty", [:])
    case .tooLarge(let size, let limit):
      ("evidence/file-too-large", "evidence/file-too-large", ["size": megabytes(size), "limit": megabytes(limit)])
    case .notPermitted: ("evidence/file-not-permitted", "evidence/file-not-permitted", [:])
    case .unreadable(let reason): ("evidence/file-unreadable", "evidence/file-unreadable", ["reason": reason])
    case .changed: ("evidence/file-changed", "evidence/file-changed", [:])
    case .otherFormat(let expected, let found): otherFormat(expected, found)
    case .encrypted: ("evidence/file-encrypted", "evidence/file-encrypted", [:])
    case .truncated: ("evidence/file-truncated", "evidence/file-truncated", [:])
    case .damaged: ("evidence/file-damaged", "evidence/file-damaged", [:])
    case .expands(let limit): ("evidence/file-expands", "evidence/file-expands", ["limit": megabytes(limit)])
    }
  }

  private static func otherFormat(_ expected: DocumentFormat, _ found: DocumentFormat?) -> FaultIssue {
    let rule: RuleID = "evidence/file-other-format"
    guard let found else { return (rule, "evidence/file-other-format.unknown", ["expected": expected.name]) }
    return (rule, "evidence/file-other-format.known", ["expected": expected.name, "found": found.name])
  }

  // Rounded up, so that a size above a limit never shows as the limit itself.
  private static func megabytes(_ bytes: Int64) -> String { "\((bytes >> 20) + (bytes & 0xF_FFFF == 0 ? 0 : 1))" }

  private func add(
    _ rule: RuleID, _ message: String, _ severity: Severity, _ evidence: Evidence, at key: String, _ arguments: [String: String]
  ) {
    problems.add(
      Issue(
        rule, severity, path: evidence.path, at: evidence.place(of: key), Message(message, arguments), subject: evidence.title))
  }
}
