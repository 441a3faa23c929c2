/// What holding a reply against its seal came to, for programs.
public struct SealJSON {
  /// What was changed since the file `manifest` was written, whose own digest is `digest`.
  public static func compared(_ check: SealCheck, manifest: String, digest: String, _ report: CheckJSON) -> JSON {
    .object([
      ("manifest", .string(manifest)), ("digest", .string(digest)), ("outcome", .string(check.outcome.rawValue)),
      ("issues", .array(check.issues.map(report.issue))),
    ])
  }
}
