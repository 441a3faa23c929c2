import Foundation
import Testing

/// What a run prints, and where.
@Suite struct OutputTests {
  private static let peru = "examples/mem-2022/peru.yaml"

  private static let colours: [([String], [String: String], Bool)] = [
    ([], [:], false),
    (["--color", "always"], [:], true),
    (["--color", "never"], [:], false),
    (["--color", "always"], ["NO_COLOR": "1"], true),
    (["--color", "auto"], ["NO_COLOR": "1"], false),
  ]

  @Test(arguments: colours)
  func colour(_ arguments: [String], _ environment: [String: String], _ isColoured: Bool) throws {
    let run = try validate(["check", Self.peru] + arguments, environment: environment)
    #expect(run.output.contains("\u{1B}[") == isColoured)
  }

  @Test func twoRunsAreTheSame() throws {
    for command in [["check", "--format", "json"], ["draft"], ["draft", "--format", "json"], ["packs"]] {
      let arguments = command[0] == "packs" ? command : command + [Self.peru, "examples/mem-2022/mexico.yaml"]
      #expect(try validate(arguments).output == (try validate(arguments).output))
    }
  }

  @Test func filesGoWhereAsked() throws {
    let scratch = try Scratch()
    let path = scratch.folder.appending(path: "out.json").path
    let run = try validate(["check", Self.peru, "--format", "json", "--output", path])
    #expect(run.code == 0 && run.output.isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == (try validate(["check", Self.peru, "--format", "json"]).output))
    #expect(try validate(["check", Self.peru, "--output", "/nowhere/out"]).code == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["out.json"])
  }

  /// Names of files come from strangers too.
  @Test func nothingReachesTheTerminalByAName() throws {
    let scratch = try Scratch()
    let name = "x\u{1B}[31mRED\u{202E}.yaml"
    try FileManager.default.createSymbolicLink(
      at: scratch.folder.appending(path: name), withDestinationURL: URL(filePath: "/nothing"))
    for arguments in [["check", name], ["check", scratch.folder.path], ["check", name, "--as-of", name], ["test", name]] {
      let run = try validate(arguments, in: scratch.folder)
      #expect(run.code != 0 && !(run.output + run.errors).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }

  @Test func checkJSONHasTheFormOfTheDesign() throws {
    let report = try json(["check", Self.peru, "--format", "json"])
    #expect(report["format"] as? Int == 1)
    let reply = try #require((report["replies"] as? [[String: Any]])?.first)
    #expect(reply["questionnaire"] as? String == "mem-2022" && reply["respondent"] as? String == "PER")
    let counts = try #require(reply["counts"] as? [String: Int])
    #expect(counts.keys.sorted() == ["error", "info", "warning"] && counts["error"] == 0)
    let issues = try #require(reply["issues"] as? [[String: Any]])
    #expect(!issues.isEmpty && issues.count == counts.values.reduce(0, +))
    for issue in issues {
      for key in ["rule", "severity", "path", "message", "help", "location", "because", "missing"] {
        #expect(issue[key] != nil, "\(key)")
      }
      let location = try #require(issue["location"] as? [String: Any])
      #expect(["file", "line", "column", "end_line", "end_column"].allSatisfy { location[$0] != nil })
    }
  }

  @Test func draftJSONHasTheFormOfTheDesign() throws {
    let report = try json(["draft", Self.peru, "--format", "json"])
    let reply = try #require((report["replies"] as? [[String: Any]])?.first)
    #expect((reply["digest"] as? String)?.hasPrefix("sha256:") == true)
    let sections = try #require(reply["sections"] as? [[String: Any]])
    #expect(sections.map { $0["id"] as? String } == (1...12).map { "obj_\($0)" })
    for section in sections {
      #expect((section["paragraph"] as? String)?.isEmpty == false)
      for finding in try #require(section["findings"] as? [[String: Any]]) {
        for key in ["id", "item", "about", "status", "verified", "because", "missing"] { #expect(finding[key] != nil, "\(key)") }
      }
    }
  }

  @Test func aDraftSaysThatItIsOne() throws {
    let output = try validate(["draft", "--brief", Self.peru]).output
    #expect(output.contains("Generated draft, not adopted."))
    #expect(output.contains("sha256:") && output.contains("mem-2022 1.0.0"))
  }

  @Test func repeatedRulesAreCounted() throws {
    let text = "reply: mem-2022\nversion: 1.0.0\nrespondent: PER\nstatus: complete\nanswers:\n"
    let short = try validate(["check", "-"], input: text).output
    let long = try validate(["check", "-", "--all"], input: text).output
    #expect(short.components(separatedBy: "[reply/required]").count == 4)
    #expect(long.components(separatedBy: "[reply/required]").count > 20)
    #expect(short.contains("(--all shows all)") && !long.contains("(--all shows all)"))
  }

  @Test(arguments: [("--max-bytes", "100"), ("--max-depth", "2"), ("--max-nodes", "50"), ("--max-scalar", "5")])
  func limitsAreFlags(_ flag: String, _ value: String) throws {
    let run = try validate(["check", Self.peru, flag, value])
    #expect(run.code == 3)
    #expect(run.output.contains("yaml/limit-\(flag.dropFirst(6))") && run.output.contains(flag))
  }

  @Test func stepsAreLimited() throws {
    let run = try validate(["check", Self.peru, "--max-steps", "3", "--all"])
    #expect(run.output.contains("rules/fault") && run.output.contains("--max-steps"))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completions(_ shell: String) throws {
    let run = try validate(["--generate-completion-script", shell])
    #expect(run.code == 0 && run.output.contains("fail-on"))
  }

  @Test func nothingInAReplyMovesTheCursor() throws {
    let text = "reply: mem-2022\nversion: 1.0.0\nrespondent: PER\nanswers:\n  pa_1_1:\n    \"a\\e[2Jb\\u202Ec\": yes\n"
    let run = try validate(["check", "-"], input: text)
    #expect(run.code == 1)
    #expect(!run.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let run = try validate(arguments)
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }
}
