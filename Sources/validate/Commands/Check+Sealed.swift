import ArgumentParser
import Documents
import Questionnaire

// `validate check --sealed`: a reply as it is now beside its manifest.
extension Check {
  func run(_ path: String, _ library: PackLibrary, _ output: Output) async throws {
    let source = try FileFinder.read(path)
    try shared.spare(source)
    switch SealManifest.read(source, limits: shared.limits) {
    case .success(let manifest): try await compare(manifest, library, output)
    case .failure(let error):
      try output.write(malformed(error.issue, source, library, output))
      try Outcome.unreadable.exit()
    }
  }

  private func compare(_ manifest: SealManifest, _ library: PackLibrary, _ output: Output) async throws {
    let source = try reply(of: manifest)
    var run = ReplyRun(library, shared, try options(manifest.seal), DocumentFiles(.files, evidence.limits))
    let found = try await run.judge(source)
    let digest = Digest.hexadecimal(source.bytes)
    // Of a reply that is not whole, documents would seem to be removed.
    let check =
      if case .judged(let judgement) = found, !found.isBroken {
        SealCheck(
          manifest,
          Seal(judgement, files: judgement.files, digest: digest, asOf: manifest.seal.asOf, tool: Validate.version),
          files: judgement.files)
      } else {
        SealCheck(manifest, unreadable: digest)
      }
    try output.write(report(check, manifest, found, library, output))
    let isCounted = check.issues.contains { failOn.counts($0) }
    try max(outcome(of: [found]), isCounted ? .issues : .clean).exit()
  }

  /// The reply that is named, or that of the manifest, beside it.
  private func reply(of manifest: SealManifest) throws -> SourceFile {
    if let named = replies.replies.first {
      guard named != "-" else { throw Failure.usage(Message("usage/sealed-needs-file")) }
      return try FileFinder.read(named)
    }
    return try FileFinder.read(FileFinder.folder(of: manifest.source.name) + manifest.seal.reply.file)
  }

  // As it was sealed: judged as of another day, the result could differ though nothing was changed.
  private func options(_ seal: Seal) throws -> JudgementOptions {
    if let asOf = replies.judging.asOf, asOf != seal.asOf {
      guard let day = seal.asOf else { throw Failure.usage(Message("usage/sealed-without-as-of")) }
      throw Failure.usage(Message("usage/sealed-as-of", ["day": day]))
    }
    return JudgementOptions(asOf: try seal.asOf.map(date), maxSteps: shared.maxSteps)
  }

  private func report(
    _ check: SealCheck, _ manifest: SealManifest, _ file: JudgedFile, _ library: PackLibrary, _ output: Output
  ) -> String {
    let digest = Digest.of(manifest.source.bytes)
    let catalogue = shared.catalogue(library, for: file)
    switch format {
    case .text:
      return text(file, library, output.paint) + "\n"
        + SealText(catalogue: catalogue, paint: output.paint).compared(check, manifest.source, digest: digest)
    case .json:
      let report = CheckJSON(catalogue: catalogue, version: Validate.version)
      let seal = SealJSON.compared(check, manifest: manifest.source.name, digest: digest, report)
      return report.report([json(file, library)], seal: seal).text
    }
  }

  private func malformed(_ issue: Issue, _ source: SourceFile, _ library: PackLibrary, _ output: Output) -> String {
    let catalogue = shared.catalogue(library)
    switch format {
    case .text: return SealText(catalogue: catalogue, paint: output.paint).issues([issue], source)
    case .json:
      let report = CheckJSON(catalogue: catalogue, version: Validate.version)
      return report.report([report.unreadable([issue], source)]).text
    }
  }
}
