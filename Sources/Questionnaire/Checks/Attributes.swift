/// The numbers by which expressions know unanswered questions and cells.
final class Attributes {
  private var numbers: [String: UInt32] = [:]
  private(set) var paths: [String] = []

  /// The number of a path, given at its first use.
  func number(_ path: String) -> UInt32 {
    if let known = numbers[path] { return known }
    let number = UInt32(paths.count)
    numbers[path] = number
    paths.append(path)
    return number
  }
}
