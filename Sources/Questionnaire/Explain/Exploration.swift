/// Tries answers of many kinds, to see what something can come to at all.
struct Exploration {
  /// For each place what it could hold.
  let places: [[AnswerChange]]
  /// How many replies may be judged.
  let limit: Int

  /// For each outcome that was met the answers with which it was, as few of them as suffice; `until` all that is wanted is met.
  func run(until wanted: Set<String>, judge: ([AnswerChange]) -> String?) -> [String: [AnswerChange]] {
    var met: [String: [AnswerChange]] = [:]
    var tried = 0
    for changes in candidates {
      guard tried < limit, !wanted.isSubset(of: met.keys) else { break }
      tried += 1
      guard let outcome = judge(changes), met[outcome] == nil else { continue }
      met[outcome] = changes
    }
    return met.mapValues { changes in
      let outcome = judge(changes)
      return changes.reduce(changes) { kept, change in
        let fewer = kept.filter { $0.place != change.place }
        return judge(fewer) == outcome ? fewer : kept
      }
    }
  }

  // Nothing, one answer, an answer everywhere, one of those otherwise, two answers.
  private var candidates: some Sequence<[AnswerChange]> {
    let single = places.joined().lazy.map { [$0] }
    let first = full { $0.first }
    let last = full { $0.last }
    let varied = [first, last].lazy.flatMap { base in
      places.joined().lazy.map { change in base.filter { !$0.place.overlaps(change.place) } + [change] }
    }
    let pairs = places.joined().lazy.flatMap { a in
      places.joined().lazy.filter { !$0.place.overlaps(a.place) }.map { b in [a, b] }
    }
    return [
      AnyCandidates([[]]), AnyCandidates(single), AnyCandidates([first, last]), AnyCandidates(varied), AnyCandidates(pairs),
    ]
    .lazy.joined()
  }

  private typealias AnyCandidates = AnySequence<[AnswerChange]>

  private func full(_ choose: ([AnswerChange]) -> AnswerChange?) -> [AnswerChange] {
    places.compactMap { choose($0.filter { $0.text != nil }) }.reduce(into: []) { chosen, change in
      if !chosen.contains(where: { $0.place.overlaps(change.place) }) { chosen.append(change) }
    }
  }
}
