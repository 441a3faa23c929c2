import Documents
import Questionnaire
import RulesEngine

/// A reply with its draft, and what was found in the file of overrides.
struct DraftedReply {
  let judgement: Judgement
  let sections: [SectionDraft]
  let overrides: Overrides?
  /// What is to be told of the overrides.
  let issues: [Issue]

  /// How a run over it ends, but for the reply itself.
  var outcome: Outcome {
    guard let overrides else { return .clean }
    if overrides.document.isBroken { return .unreadable }
    return overrides.isSound ? .clean : .issues
  }

  /// The digest of the reply's file.
  var digest: String { Digest.of(judgement.reply.document.source.bytes) }
}

/// Drafts findings, with what experts set by hand for them.
struct DraftRun {
  let options: OverrideOptions
  let shared: SharedOptions

  /// The draft of one reply.
  func draft(_ judgement: Judgement) throws -> DraftedReply {
    guard let source = try options.source(for: judgement) else {
      return DraftedReply(judgement: judgement, sections: judgement.draft(), overrides: nil, issues: [])
    }
    try shared.spare(source)
    let document = Document.parse(source, limits: shared.limits)
    let overrides = Overrides(document, for: judgement, digest: Digest.hexadecimal)
    let sections = judgement.draft(overrides.findings)
    return DraftedReply(
      judgement: judgement, sections: sections, overrides: overrides,
      issues: (overrides.issues + overrides.unsaid(in: sections)).inOrder())
  }

  /// That there is nothing to record in.
  static func withoutOverrides(_ draft: DraftedReply) -> Failure {
    .usage(Message("usage/without-overrides", ["file": draft.judgement.reply.document.source.name]))
  }

  /// Records what each override rests on in the file of overrides, and says so.
  func record(_ draft: DraftedReply, _ catalogue: MessageCatalogue) throws -> (text: String, outcome: Outcome) {
    let report = BasisText(catalogue: catalogue)
    guard let overrides = draft.overrides else { throw Self.withoutOverrides(draft) }
    let source = overrides.document.source
    let edits: BasisEdits
    let bytes: [UInt8]
    do throws(MappingEdits.Refusal) {
      edits = try BasisEdits(overrides)
      bytes = try edits.bytes(limits: shared.limits)
    } catch {
      return (report.refused(error, file: source.name), .issues)
    }
    if !edits.recorded.isEmpty { try FileWriter.replace(source, with: bytes) }
    return (report.text(edits, file: source.name), .clean)
  }
}
