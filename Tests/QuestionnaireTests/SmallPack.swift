import Documents
import Questionnaire
import RulesEngine
import Testing

/// A pack written in a test: its files by name.
struct SmallPack {
  static let head = "questionnaire: small\nversion: 1.0.0\nlanguage: en\nperiod: 2020/2023\n"

  /// One item, `one`, with these questions: lines as they would stand in a file.
  static func questions(_ lines: String, head more: String = "", evaluation: String? = nil, words: String? = nil) -> Pack? {
    let indented = lines.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
    var files = [
      "questionnaire.yaml": head + more + "sections:\n  one:\n    number: 1\n    title: One\n    questions:\n" + indented + "\n"
    ]
    files["evaluation.yaml"] = evaluation.map { "evaluation: small\nversion: 1.0.0\n" + $0 }
    files["words.yaml"] = words
    return load(["small": files])
  }

  /// The pack `small` of these folders.
  static func load(_ folders: [String: [String: String]]) -> Pack? {
    PackLoader(
      folders.map { name, files in
        PackSource(
          folder: name, files: files.sorted { $0.key < $1.key }.map { SourceFile(name: $0.key, bytes: Array($0.value.utf8)) },
          digest: "")
      }
    ).load("small")
  }
}

extension Pack {
  /// A complete reply with these answers to the item `one`, judged.
  func judged(_ lines: String, item: String = "one", language: String = "en", status: String = "complete", rest: String = "")
    throws -> Judgement
  {
    let answers = lines.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let text =
      "reply: small\nversion: 1.0.0\nrespondent: PER\nlanguage: \(language)\nstatus: \(status)\nanswers:\n  \(item):\n\(answers)\n\(rest)"
    return try #require(judge(SourceFile(name: "reply.yaml", bytes: Array(text.utf8)), by: self))
  }
}

extension Judgement {
  /// Each issue as its rule and the end of its message's id.
  var told: [String] {
    issues.map { issue in
      guard case .catalogue(let id, _) = issue.message else { return issue.rule.description }
      return id
    }
  }

  /// The status of a finding.
  func status(_ id: String) -> String? { findings()[id]?.status.rawValue }
}
