import Foundation
import Testing

/// Documents and their files, as a run of the command finds them.
@Suite struct EvidenceTests {
  private static let fixtures = packageRoot.appending(path: "Tests/Fixtures")

  /// A folder with the reply of the fixture and all its files.
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    let files = [
      "minutes-may.pdf": "writer-1.pdf", "minutes-june.odt": "writer-1.odt", "prog-cables.docx": "writer.docx",
      "cert-piers.png": "plain.png", "register.csv": "table.csv", "study.pdf": "latex-12.pdf", "report-long.txt": "plain.txt",
    ]
    try FileManager.default.createDirectory(
      at: scratch.folder.appending(path: "evidence"), withIntermediateDirectories: true)
    for (name, fixture) in files {
      try FileManager.default.copyItem(
        at: Self.fixtures.appending(path: "evidence-files/\(fixture)"), to: file(scratch, name))
    }
    let reply = try String(contentsOf: Self.fixtures.appending(path: "evidence/reply.yaml"), encoding: .utf8)
    try scratch.write("reply.yaml", reply)
    return scratch
  }

  private func file(_ scratch: Scratch, _ name: String) -> URL { scratch.folder.appending(path: "evidence/\(name)") }

  private func check(_ scratch: Scratch, _ arguments: [String] = [], input: String = "") throws -> [String] {
    let reply = input.isEmpty ? "reply.yaml" : "-"
    return try rules(
      of: validate(
        ["check", reply, "--rules", Self.fixtures.appending(path: "evidence").path, "--format", "json"] + arguments,
        in: scratch.folder, input: input))
  }

  private func rules(of run: Run) throws -> [String] {
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)")
    let reply = try #require((report["replies"] as? [[String: Any]])?.first)
    return try #require(reply["issues"] as? [[String: Any]]).compactMap { $0["rule"] as? String }
  }

  // MARK: - How deep

  @Test func filesAreLookedAtWhereTheyAre() throws {
    let scratch = try folder()
    #expect(try check(scratch) == [])
    try Data().write(to: file(scratch, "study.pdf"))
    #expect(try check(scratch) == ["evidence/file-empty"])
    #expect(try check(scratch, ["--evidence", "listed"]) == [])
    try FileManager.default.removeItem(at: file(scratch, "study.pdf"))
    #expect(try check(scratch) == ["evidence/file-missing"])
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "evidence"))
    #expect(try check(scratch) == ["evidence/files-absent"])
    #expect(try check(scratch, ["--evidence", "files"]).count { $0 == "evidence/file-missing" } == 7)
  }

  @Test func withoutEvidenceNothingIsAsked() throws {
    let scratch = try folder()
    let reply = try scratch.read("reply.yaml").replacing("evidence: [register-2024]", with: "evidence: [register-2042]")
    try scratch.write("reply.yaml", reply)
    #expect(try check(scratch) == ["evidence/unknown"])
    #expect(try check(scratch, ["--evidence", "none"]) == [])
  }

  /// A reply from standard input stands in no folder.
  @Test func standardInputHasNoFiles() throws {
    let scratch = try folder()
    #expect(try check(scratch, input: scratch.read("reply.yaml")) == ["evidence/files-absent"])
  }

  @Test(arguments: [
    (["--max-evidence-bytes", "100"], "evidence/file-too-large"), (["--max-unpacked-bytes", "100"], "evidence/file-expands"),
    (["--max-pdf-bytes", "1024"], "evidence/pages-unknown"),
  ])
  func limitsAreFlags(_ arguments: [String], _ rule: String) throws {
    #expect(try check(try folder(), arguments).contains(rule))
  }

  @Test func noLimitIsTooLarge() throws {
    let options = ["--max-evidence-bytes", "--max-unpacked-bytes", "--max-pdf-seconds", "--max-pdf-bytes"]
    #expect(try check(try folder(), options.flatMap { [$0, "\(Int64.max)"] }) == [])
  }

  @Test(arguments: ["--max-evidence-bytes", "--max-unpacked-bytes", "--max-pdf-seconds", "--max-pdf-bytes"])
  func noLimitIsZero(_ option: String) throws {
    #expect(try validate(["check", "reply.yaml", option, "0"]).code == 2)
  }

  /// Measured in a process of its own: beside other tests their memory would count too.
  @Test func memoryDoesNotGrowWithTheFile() throws {
    let scratch = try folder()
    let small = try peak(of: ["check", "reply.yaml", "--max-evidence-bytes", "\(2 << 30)"], in: scratch)
    let file = try FileHandle(forWritingTo: file(scratch, "cert-piers.png"))
    try file.truncate(atOffset: 1 << 30)
    try file.close()
    let large = try peak(of: ["check", "reply.yaml", "--max-evidence-bytes", "\(2 << 30)"], in: scratch)
    #expect(large - small < 200 << 20, "\(small), \(large)")
  }

  /// The most memory that a run had, in bytes, as far as it was seen before its end.
  private func peak(of arguments: [String], in scratch: Scratch) throws -> Int {
    let process = Process()
    process.executableURL = try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: "validate")
    process.arguments = arguments + ["--rules", Self.fixtures.appending(path: "evidence").path]
    process.currentDirectoryURL = scratch.folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    var peak = 0
    while process.isRunning {
      let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      peak = max(peak, line.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
      usleep(2000)
    }
    #expect(process.terminationStatus == 0 && peak > 0)
    return peak << 10
  }

  // MARK: - Findings

  @Test func aBrokenFileProvesNothing() throws {
    let scratch = try folder()
    try Data("%PDF-1.7\n".utf8).write(to: file(scratch, "study.pdf"))
    let run = try validate(
      ["draft", "reply.yaml", "--rules", Self.fixtures.appending(path: "evidence").path], in: scratch.folder)
    #expect(run.output.contains("Claims that need proof: 4 verified, 1 not verified."))
    #expect(run.output.contains("claimed, not verified"))
  }

  @Test func twoRunsAreTheSame() throws {
    let scratch = try folder()
    for name in ["study.pdf", "prog-cables.docx", "cert-piers.png"] { try Data("x".utf8).write(to: file(scratch, name)) }
    let first = try check(scratch)
    #expect(first.count > 2)
    for _ in 0..<4 { #expect(try check(scratch) == first) }
  }

  // MARK: - What may not be read

  @Test func whatMayNotBeReadIsTold() throws {
    let scratch = try folder()
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: file(scratch, "study.pdf").path)
    let run = try ordinaryUser(
      scratch, ["check", "reply.yaml", "--rules", "rules", "--format", "json"])
    #expect(try rules(of: run) == ["evidence/file-not-permitted"])
  }

  @Test func aFolderThatMayNotBeReadIsTold() throws {
    let scratch = try folder()
    let evidence = scratch.folder.appending(path: "evidence").path
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: evidence)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: evidence) }
    let run = try ordinaryUser(scratch, ["check", "reply.yaml", "--rules", "rules", "--format", "json"])
    #expect(try rules(of: run).count { $0 == "evidence/file-not-permitted" } == 7)
  }

  /// Runs the command as somebody whom permissions bind: root they do not.
  private func ordinaryUser(_ scratch: Scratch, _ arguments: [String]) throws -> Run {
    try FileManager.default.copyItem(
      at: Self.fixtures.appending(path: "evidence"), to: scratch.folder.appending(path: "rules"))
    return try validate(arguments, in: scratch.folder, asOrdinaryUser: true)
  }
}
