/// The number of a law, decree or report, such as `268-2019-EF`, held against another as people would.
struct DocumentNumber {
  /// As it is written.
  let text: String
  /// Its letters and digits in groups, zeros before a number left out.
  private let groups: [String]
  /// The year in it: four digits behind a hyphen or a slash, as in `268-2019-EF`, where only one group is such.
  let year: Int?

  init(_ text: String) {
    self.text = text
    groups = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { group in
      let rest = group.drop { $0 == "0" }
      return group.allSatisfy(\.isNumber) ? String(rest.isEmpty ? "0" : rest) : String(group)
    }
    let years = text.split(omittingEmptySubsequences: false) { "-/".contains($0) }.dropFirst()
      .compactMap { $0.utf8.count == 4 ? Int($0) : nil }.filter { (1900...2100).contains($0) }
    year = years.count == 1 ? years.first : nil
  }

  private static let marks: Set<String> = ["no", "nº", "n°", "núm", "num", "nro", "number", "número", "numéro", "n"]

  /// The number that a title names, after `No.` and the like; `nil` where it names none.
  init?(inTitle title: String) {
    let words = title.split(separator: " ")
    for (index, word) in words.enumerated().dropLast() {
      let mark = word.lowercased().filter { $0 != "." }
      guard Self.marks.contains(mark) else { continue }
      let number = words[index + 1].trimmingSuffix { ",.;:)".contains($0) }
      guard number.contains(where: \.isNumber) else { continue }
      self.init(String(number))
      return
    }
    return nil
  }

  /// The number without marks and leading zeros.
  var plain: String { groups.joined(separator: "-") }

  /// Whether both may be the same number, one of them perhaps without its year or office.
  func agrees(with other: DocumentNumber) -> Bool {
    let (short, long) = groups.count < other.groups.count ? (groups, other.groups) : (other.groups, groups)
    return short.allSatisfy { long.contains($0) }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ isPart: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isPart(last) { rest.removeLast() }
    return rest
  }
}
