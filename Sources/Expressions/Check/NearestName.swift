/// The candidate that a misspelt name most likely means, if any is near: for "did you mean".
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  Suggestions.nearest(to: name, among: candidates)
}
