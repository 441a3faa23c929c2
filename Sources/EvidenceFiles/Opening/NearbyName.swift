internal import Expressions

/// The name that a missing file most likely has: it differs in case, in how letters are composed, or by few letters.
enum NearbyName {
  /// A folder may hold any number of entries; of so many the names are looked at.
  static let entries = 4096
  /// The longest name that a Linux file system takes, in bytes.
  private static let longest = 255

  static func find(_ name: String, among entries: [String]) -> String? {
    guard name.utf8.count <= longest else { return nil }
    let others = entries.filter { ![".", ".."].contains($0) && !$0.utf8.elementsEqual(name.utf8) }
    // Equal texts are the same letters, however they are composed.
    return others.first { $0 == name }
      ?? others.filter { $0.lowercased() == name.lowercased() }.min()
      ?? nearestName(to: name, among: others)
  }
}
