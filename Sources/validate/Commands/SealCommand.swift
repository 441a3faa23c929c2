import ArgumentParser
import Documents
import Questionnaire
import RulesEngine

/// `validate seal`.
struct SealCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    Words.command(Message("help/seal"), named: "seal", discussion: Message("help/seal.discussion"))
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var limits: EvidenceLimits

  @Argument(help: Words.help("help/reply", value: "help/value.reply"))
  var reply: String

  @Option(help: Words.help("help/as-of", value: "help/value.date"))
  var asOf: String?

  func run() async throws {
    guard reply != "-" else { throw Failure.usage(Message("usage/seal-needs-file")) }
    let day = try asOf.map(date)
    let library = try shared.library()
    let source = try FileFinder.read(reply)
    let options = JudgementOptions(asOf: day, maxSteps: shared.maxSteps)
    var run = ReplyRun(library, shared, options, DocumentFiles(.files, limits))
    let found = try await run.judge(source)
    guard case .judged(let judgement) = found, !found.isBroken else {
      try refuse(found.issues, source, library)
      return
    }
    let text = SealText(
      catalogue: shared.catalogue(library, for: found), paint: standardOutput.paint)
    let unread = Seal.unread(judgement.reply, files: judgement.files)
    guard unread.isEmpty else {
      try standardOutput.write(text.refused(judgement, unread))
      return try Outcome.issues.exit()
    }
    let seal = Seal(
      judgement, files: judgement.files, digest: Digest.hexadecimal(source.bytes), asOf: asOf, tool: Validate.version)
    let manifest = Array(seal.json.text.utf8)
    try checkReadable(manifest, seal)
    try write(manifest, of: seal)
    try standardOutput.write(text.written(seal, manifest: path, digest: Digest.of(manifest)))
  }

  private func refuse(_ issues: [Issue], _ source: SourceFile, _ library: PackLibrary) throws {
    let report = CheckText(
      catalogue: shared.catalogue(library), paint: standardOutput.paint, showsAll: true)
    try standardOutput.write(report.unreadable(issues, source))
    try Outcome.unreadable.exit()
  }

  /// Where the manifest goes.
  private var path: String {
    if let output = shared.output { return output }
    let ending = [".yaml", ".yml"].first { reply.hasSuffix($0) } ?? ""
    return reply.dropLast(ending.count) + ".seal.json"
  }

  // What is told goes to standard output also where the manifest goes elsewhere.
  private var standardOutput: Output {
    var own = shared
    own.output = nil
    return Output(own)
  }

  // A manifest beyond the limits could never be checked.
  private func checkReadable(_ manifest: [UInt8], _ seal: Seal) throws {
    let read = SealManifest.read(SourceFile(name: path, bytes: manifest), limits: shared.limits)
    if case .success(let manifest) = read, manifest.seal == seal { return }
    throw Failure.usage(Message("usage/seal-beyond-limits", ["bytes": "\(manifest.count)"]))
  }

  // An older manifest is replaced; anything else, such as the reply itself, is not.
  private func write(_ manifest: [UInt8], of seal: Seal) throws {
    if FileWriter.exists(path) {
      let old = try FileFinder.read(path)
      guard case .success(let other) = SealManifest.read(old, limits: shared.limits) else {
        throw Failure.usage(Message("usage/seal-in-the-way", ["file": path]))
      }
      guard other.seal.reply.file == seal.reply.file else {
        throw Failure.usage(Message("usage/seal-of-other", ["file": path, "other": other.seal.reply.file]))
      }
    }
    try FileWriter.write(manifest, to: path)
  }
}
