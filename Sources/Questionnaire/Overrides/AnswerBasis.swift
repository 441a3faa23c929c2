import Documents

/// The answers that a finding rests on, each by a digest: enough to tell later which of them has changed.
///
/// It is written as one text, `pa_1_1.training:9c1f03ab12cd34ef pa_1_1.protocols:…`, so that it fits on one line of a file.
struct AnswerBasis: Sendable, Hashable {
  private static let digits = 16

  /// By question, row or column: the entries of a table count together.
  private let digests: [String: String]

  /// The basis that `paths` make up: paths of answers and cells.
  init(_ paths: [String], in answers: AnswerIndex, digest: ([UInt8]) -> String) {
    let groups = Dictionary(grouping: Set(paths).sorted()) { Self.name(of: $0) }
    digests = groups.mapValues { paths in
      let text = paths.map { path in Canonical.text(path) + answers.canonical(path) }.joined()
      return String(digest(Array(text.utf8)).prefix(Self.digits))
    }
  }

  /// A basis as it was written; `nil` where it has another form.
  init?(parsing text: String) {
    var digests: [String: String] = [:]
    for part in text.split(separator: " ") {
      let halves = part.split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2, halves[1].utf8.count == Self.digits, halves[1].allSatisfy(\.isHexDigit), !halves[0].isEmpty else {
        return nil
      }
      digests[String(halves[0])] = halves[1].lowercased()
    }
    guard !digests.isEmpty else { return nil }
    self.digests = digests
  }

  /// What it rests on, by name.
  var names: [String] { digests.keys.sorted() }

  /// The basis as it is written.
  var text: String { names.map { "\($0):\(digests[$0] ?? "")" }.joined(separator: " ") }

  /// What has changed since `before` was recorded: answers with another digest, and those that it now rests on anew. What it
  /// rested on then and no longer does is looked up by `now`.
  func changed(since before: AnswerBasis, now: (String) -> AnswerBasis) -> [String] {
    let new = digests.filter { before.digests[$0.key] != $0.value }.map(\.key)
    let gone = before.digests.filter { digests[$0.key] == nil && now($0.key).digests[$0.key] != $0.value }.map(\.key)
    return (new + gone).sorted()
  }

  // `pa_3_1.authorities[SUNAT].inspections` is a cell of `pa_3_1.authorities.inspections`.
  static func name(of path: String) -> String {
    guard let open = path.firstIndex(of: "["), let close = path.lastIndex(of: "]"), open < close else { return path }
    return String(path[..<open] + path[path.index(after: close)...])
  }
}
