import Foundation
import Testing

/// `validate evidence --write-hashes`: what it fills in, and what it leaves alone.
@Suite struct HashTests {
  private static let before = """
    reply: mem-2022  # ours
    version: 1.0.0
    respondent: PER
    status: draft
    answers:
      pa_1_1: {training: {value: yes, evidence: [prog, law]}}
    evidence:
      prog: {title: Programme, kind: programme, file: prog.txt}
      law:
        title: Law
        file: law.txt  # signed
        issued: 2021

    """
  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  private static let after =
    before
    .replacing("file: prog.txt}", with: "file: prog.txt, sha256: \(abc)}")
    .replacing("# signed\n", with: "# signed\n    sha256: \(abc)\n")

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("r.yaml", Self.before)
    try scratch.write("prog.txt", "abc")
    try scratch.write("law.txt", "abc")
    return scratch
  }

  private func run(_ scratch: Scratch) throws -> Run {
    try validate(["evidence", "r.yaml", "--write-hashes"], in: scratch.folder)
  }

  @Test func fillsIn() throws {
    let scratch = try scratch()
    let first = try run(scratch)
    #expect(first.code == 0 && first.output.contains(Self.abc), "\(first.output)\(first.errors)")
    #expect(try scratch.read("r.yaml") == Self.after)
    #expect(try run(scratch).code == 0)
    #expect(try scratch.read("r.yaml") == Self.after)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).count == 3)
  }

  @Test(arguments: [("text", "Documents"), ("markdown", "## Documents"), ("csv", "row,reply,"), ("json", "{\n  \"format\": 1")])
  func theTableHasEveryForm(_ format: String, _ beginning: String) throws {
    let scratch = try scratch()
    let run = try validate(["evidence", "r.yaml", "--format", format], in: scratch.folder)
    #expect(run.code == 0 && run.output.hasPrefix(beginning) && run.output.contains("law.txt"), "\(run.output)\(run.errors)")
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "law.txt"))
    #expect(try validate(["evidence", "r.yaml", "--format", format], in: scratch.folder).code == 1)
    #expect(try scratch.read("r.yaml") == Self.before)
  }

  @Test func whatIsStatedStays() throws {
    let scratch = try scratch()
    #expect(try run(scratch).code == 0)
    try scratch.write("law.txt", "abd")
    let second = try run(scratch)
    #expect(second.code == 1 && second.output.contains("law: sha256 differs"), "\(second.output)\(second.errors)")
    #expect(try scratch.read("r.yaml") == Self.after)
  }

  @Test func severalRepliesAreNotOne() throws {
    let scratch = try scratch()
    try scratch.write("s.yaml", Self.before)
    #expect(try validate(["evidence", "."], in: scratch.folder).code == 2)
    #expect(try validate(["evidence", ".", "--write-hashes"], in: scratch.folder).code == 2)
    #expect(try scratch.read("s.yaml") == Self.before && scratch.read("r.yaml") == Self.before)
  }

  /// Without looking at the files there is nothing to fill in; and no table is printed.
  @Test(arguments: [["--evidence", "none"], ["--evidence", "listed"], ["--format", "csv"], ["--format", "json"]])
  func fillingInGoesWithNothingElse(_ arguments: [String]) throws {
    let scratch = try scratch()
    let run = try validate(["evidence", "r.yaml", "--write-hashes"] + arguments, in: scratch.folder)
    #expect(run.code == 2 && run.errors.contains(arguments[0]), "\(run.output)\(run.errors)")
    #expect(try scratch.read("r.yaml") == Self.before)
  }

  /// A digest is a promise that the file is what it should be.
  @Test func nothingIsTakenFromAFaultyFile() throws {
    let scratch = try scratch()
    try scratch.write("prog.txt", "")
    let run = try run(scratch)
    #expect(run.code == 1 && run.output.contains("prog: sha256 was not filled in: the file has a fault"), "\(run.output)")
    #expect(try scratch.read("r.yaml").contains("file: prog.txt}"))
    #expect(try scratch.read("r.yaml").contains("    sha256: \(Self.abc)\n"))
  }

  @Test(arguments: ["../prog.txt", "/etc/hostname", "[prog.txt]"]) func aRefusedPathIsTold(_ path: String) throws {
    let scratch = try scratch()
    try scratch.write("r.yaml", Self.before.replacing("file: prog.txt}", with: "file: \(path)}"))
    let run = try run(scratch)
    #expect(run.code == 1 && run.output.contains("prog: sha256 was not filled in"), "\(run.output)\(run.errors)")
    #expect(try !scratch.read("r.yaml").contains("\(path), sha256"))
  }

  /// What is read is not written over, by whatever name it is called.
  @Test(
    arguments: [
      ["check", "r.yaml"], ["check", "law.txt", "."], ["draft", "r.yaml"], ["draft", "link.yaml"], ["evidence", "hard.yaml"],
      ["evidence", "r.yaml", "--write-hashes"], ["seal", "r.yaml"], ["eval", "1", "--reply", "r.yaml"],
    ], ["r.yaml", "./r.yaml", "link.yaml", "hard.yaml"])
  func whatIsReadStays(_ command: [String], _ output: String) throws {
    let scratch = try scratch()
    try FileManager.default.createSymbolicLink(atPath: scratch.folder.path + "/link.yaml", withDestinationPath: "r.yaml")
    try FileManager.default.linkItem(atPath: scratch.folder.path + "/r.yaml", toPath: scratch.folder.path + "/hard.yaml")
    let run = try validate(command + ["--output", output], in: scratch.folder)
    #expect(run.code == 2 && run.errors.contains(output), "\(run.output)\(run.errors)")
    #expect(try scratch.read("r.yaml") == Self.before && scratch.read("hard.yaml") == Self.before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).count == 5)
  }

  @Test(arguments: ["check", "draft", "evidence", "seal"]) func documentsStay(_ command: String) throws {
    let scratch = try scratch()
    #expect(try validate([command, "r.yaml", "-o", "./law.txt"], in: scratch.folder).code == 2)
    #expect(try scratch.read("law.txt") == "abc")
  }

  @Test func otherInputsStayToo() throws {
    let scratch = try scratch()
    try scratch.write("v.json", "{\"x\": 1}")
    #expect(try validate(["eval", "x", "--with", "v.json", "-o", "v.json"], in: scratch.folder).code == 2)
    #expect(try scratch.read("v.json") == "{\"x\": 1}")
    #expect(try validate(["seal", "r.yaml"], in: scratch.folder).code == 0)
    let manifest = try scratch.read("r.seal.json")
    #expect(try validate(["check", "--sealed", "r.seal.json", "-o", "r.seal.json"], in: scratch.folder).code == 2)
    #expect(try scratch.read("r.seal.json") == manifest)
  }

  /// The number of a process comes again: what one that was ended has left behind is neither written to nor in the way.
  @Test func leftoversAreNotInTheWay() throws {
    let scratch = try scratch()
    let command = try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: "validate").path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let leftovers = "touch .validate-$$-0.part && ln -s victim .validate-$$-1.part"
    process.arguments = ["-c", "\(leftovers) && exec '\(command)' evidence r.yaml --write-hashes"]
    process.currentDirectoryURL = scratch.folder
    process.environment = ["ASAN_OPTIONS": "detect_leaks=0"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try scratch.read("r.yaml") == Self.after)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names.count { $0.hasSuffix(".part") } == 2 && !names.contains("victim"), "\(names)")
  }

  @Test func aDeviceStaysADevice() throws {
    let scratch = try scratch()
    let run = try validate(["check", "r.yaml", "-o", "/dev/stdout"], in: scratch.folder)
    #expect(try run.output == validate(["check", "r.yaml"], in: scratch.folder).output)
    #expect(try validate(["check", "r.yaml", "-o", "/dev/null"], in: scratch.folder).code == run.code)
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    #expect(try validate(["check", "r.yaml", "-o", "."], in: scratch.folder).code == 2)
  }

  @Test func whatCannotBeChangedIsLeft() throws {
    let scratch = try scratch()
    try scratch.write("r.yaml", Self.before + "broken: [\n")
    #expect(try run(scratch).code > 0)
    #expect(try scratch.read("r.yaml") == Self.before + "broken: [\n")
    #expect(try validate(["evidence", "-", "--write-hashes"], in: scratch.folder, input: Self.before).code == 2)
  }

  @Test func aLinkStaysALinkAndRightsStay() throws {
    let scratch = try scratch()
    let real = scratch.folder.appending(path: "r.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real.path)
    try FileManager.default.createSymbolicLink(atPath: scratch.folder.path + "/link.yaml", withDestinationPath: "r.yaml")
    let run = try validate(["evidence", "link.yaml", "--write-hashes"], in: scratch.folder)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.folder.path + "/link.yaml") == "r.yaml")
    #expect(try scratch.read("r.yaml") == Self.after)
    #expect(try FileManager.default.attributesOfItem(atPath: real.path)[.posixPermissions] as? Int == 0o640)
  }

  /// Nothing may be written where `/proc` stands, whoever runs the test; elsewhere root may write everywhere.
  @Test func aFolderThatTakesNothing() throws {
    let scratch = try scratch()
    let sealed = try validate(["seal", "r.yaml", "-o", "/proc/r.seal.json"], in: scratch.folder)
    #expect(sealed.code == 2 && sealed.errors.contains("/proc/r.seal.json"), "\(sealed.output)\(sealed.errors)")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch.folder.path)
    let run = try validate(["evidence", "r.yaml", "--write-hashes"], in: scratch.folder, asOrdinaryUser: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.folder.path)
    try expectUntouched(scratch, run.code, run.errors)
  }

  /// What its owner may not write is not replaced either, and what root writes stays its owner's.
  @Test func ownersStay() throws {
    let scratch = try scratch()
    let reply = scratch.folder.appending(path: "r.yaml").path
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: scratch.folder.path)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: reply)
    let refused = try validate(["evidence", "r.yaml", "--write-hashes"], in: scratch.folder, asOrdinaryUser: true)
    try expectUntouched(scratch, refused.code, refused.errors)
    guard getuid() == 0 else { return }
    #expect(chown(reply, 65534, 65534) == 0)
    #expect(try run(scratch).code == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: reply)
    #expect(attributes[.ownerAccountID] as? Int == 65534 && attributes[.posixPermissions] as? Int == 0o444)
  }

  private func expectUntouched(_ scratch: Scratch, _ code: Int32, _ errors: String) throws {
    #expect(code == 2 && errors.contains("cannot write 'r.yaml'"), "\(code) \(errors)")
    #expect(try scratch.read("r.yaml") == Self.before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted() == ["law.txt", "prog.txt", "r.yaml"])
  }
}
