import Foundation
import Testing

/// What the README shows is what comes out, and its pack is made as it says.
@Suite struct Readme {
  let page: Markdown
  let scratch: Scratch

  init() throws {
    page = try Markdown("README.md")
    scratch = try Scratch()
    let files = FileManager.default
    for name in ["Rules", "examples"] {
      try files.createSymbolicLink(
        at: scratch.folder.appending(path: name), withDestinationURL: packageRoot.appending(path: name))
    }
    try files.createDirectory(at: scratch.folder.appending(path: "my-rules"), withIntermediateDirectories: false)
    try files.copyItem(
      at: packageRoot.appending(path: "Rules/mem-2022"), to: scratch.folder.appending(path: "my-rules/mem-2022"))
  }

  @Test func showsWhatComesOut() throws {
    try makePack()
    try makeReply()
    let shown = page.commands
    #expect(shown.count >= 4)
    for command in shown {
      let run = try validate(command.arguments, in: scratch.folder)
      #expect(run.errors.isEmpty)
      expect(run.output, toHold: command.output, of: command.arguments)
    }
  }

  /// A warning of the rule that the README adds: without the pack that it makes there is none.
  @Test func ruleThatIsAddedFinds() throws {
    try makePack()
    try makeReply()
    let run = try validate(["check", "--rules", "my-rules", "my-reply.yaml"], in: scratch.folder)
    #expect(run.output.contains("[mem-2022/pa_11_1.plans-on-unpublished-studies]"))
    let without = try validate(["check", "my-reply.yaml"], in: scratch.folder)
    #expect(!without.output.contains("[mem-2022/pa_11_1.plans-on-unpublished-studies]"))
  }

  // MARK: - Making what the README describes

  /// Adds each YAML block to the file that its first line names, below the line that it names.
  private func makePack() throws {
    let additions = page.blocks("yaml")
    #expect(additions.count == 4)
    for addition in additions {
      let head = try #require(try /# (.+), below (.+)/.wholeMatch(in: addition[0]))
      let path = String(head.output.1)
      var lines = try scratch.read(path).components(separatedBy: "\n")
      let place = try #require(
        lines.firstIndex { $0.trimmingCharacters(in: .whitespaces).hasPrefix(head.output.2) }, "\(addition[0])")
      lines.insert(contentsOf: addition.dropFirst(), at: place + 1)
      try scratch.write(path, lines.joined(separator: "\n"))
    }
  }

  private func makeReply() throws {
    let peru = try scratch.read("examples/mem-2022/peru.yaml")
    let answer = "environmental_research: no\n"
    #expect(peru.contains(answer))
    let changed = peru.replacingOccurrences(of: answer, with: "environmental_research: yes\n    studies_published: no\n")
    try scratch.write("my-reply.yaml", changed)
  }

  // MARK: - Reading the README

  /// All that is shown comes out, in this order; `…` stands for what is left out.
  private func expect(_ output: String, toHold shown: String, of arguments: [String]) {
    var rest = output[...]
    for part in shown.components(separatedBy: "…").map({ $0.trimmingCharacters(in: .whitespacesAndNewlines) }) where !part.isEmpty
    {
      guard let place = rest.range(of: part) else {
        Issue.record("validate \(arguments.joined(separator: " ")) does not print:\n\(part)\nbut:\n\(rest)")
        return
      }
      rest = rest[place.upperBound...]
    }
  }
}
