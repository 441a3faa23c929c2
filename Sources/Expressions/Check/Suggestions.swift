/// "Did you mean".
enum Suggestions {
  /// What people write for truth values.
  static let truths = ["yes": "true", "no": "false"]

  /// The candidate nearest to what was written, if any is near; of equally near ones the first in the alphabet.
  static func nearest(to text: String, among candidates: some Sequence<String>) -> String? {
    let written = Array(text.unicodeScalars)
    // One letter of a short name is too much: anything would be near.
    let bound = min(4, written.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != text {
      let distance = distance(written, Array(candidate.unicodeScalars), bound: best?.distance ?? bound)
      guard let distance else { continue }
      if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// How many letters differ, are too many, too few or swapped with the next; nil when over the bound.
  static func distance(_ a: [UnicodeScalar], _ b: [UnicodeScalar], bound: Int) -> Int? {
    guard abs(a.count - b.count) <= bound else { return nil }
    var (beforeLast, last) = ([Int](), Array(0...b.count))
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      guard row.contains(where: { $0 <= bound }) else { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= bound ? last[b.count] : nil
  }
}
