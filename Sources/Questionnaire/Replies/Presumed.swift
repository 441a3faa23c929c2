/// What misspelt names most likely meant, by path: that these are missing is not told again.
final class Presumed {
  private(set) var paths: Set<String> = []

  func insert(_ path: String) { paths.insert(path) }
}
