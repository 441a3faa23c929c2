/// Looks for the smallest sets of answers that make something come out otherwise.
struct AnswerSearch {
  /// A set of changes, and what would come out.
  struct Found {
    let changes: [AnswerChange]
    let outcome: String
  }

  /// What a search came to.
  struct Result {
    /// The sets, all of the same size.
    fileprivate(set) var found: [Found] = []
    /// How many replies were judged.
    fileprivate(set) var tried = 0
    /// Whether more would have been judged than is allowed.
    fileprivate(set) var isCut = false
    /// The size up to which every set was judged.
    fileprivate(set) var complete = 0
  }

  /// For each place what it could hold instead.
  let places: [[AnswerChange]]
  /// How many replies may be judged.
  let limit: Int

  /// Tries sets of one change, of two, and so on, until some make the outcome one that is wanted; `judge` tells the outcome.
  func run(judge: ([AnswerChange]) -> String?, wanted: (String) -> Bool) -> Result {
    var result = Result()
    let places = places.filter { !$0.isEmpty }
    for size in 1..<(1 + places.count) {
      extend([], from: 0, to: size, places, &result) { changes, result in
        guard let outcome = judge(changes), wanted(outcome) else { return }
        result.found.append(Found(changes: changes, outcome: outcome))
      }
      if result.isCut { break }
      result.complete = size
      if !result.found.isEmpty { break }
    }
    return result
  }

  private func extend(
    _ changes: [AnswerChange], from start: Int, to size: Int, _ places: [[AnswerChange]], _ result: inout Result,
    _ try: ([AnswerChange], inout Result) -> Void
  ) {
    if changes.count == size {
      guard result.tried < limit else { return result.isCut = true }
      result.tried += 1
      return `try`(changes, &result)
    }
    guard places.count - start >= size - changes.count else { return }
    for index in start..<places.count {
      for change in places[index] where !changes.contains(where: { $0.place.overlaps(change.place) }) {
        extend(changes + [change], from: index + 1, to: size, places, &result, `try`)
        if result.isCut { return }
      }
    }
  }
}
