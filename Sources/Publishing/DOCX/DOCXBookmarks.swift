/// The names by which headings are found within the document.
struct DOCXBookmarks {
  /// What Word takes at most.
  static let longest = 40

  /// Every heading, in the order of the document, with a name that no other has.
  let entries: [(heading: Block.Heading, name: String)]
  private let names: [String: String]

  init(_ blocks: [Block]) {
    var taken: Set<String> = []
    entries = Self.headings(blocks).map { ($0, Self.name(of: $0.anchor, taken: &taken)) }
    names = Dictionary(entries.map { ($0.heading.anchor, $0.name) }) { first, _ in first }
  }

  /// The name of the first heading with this anchor.
  func name(of anchor: String) -> String? { names[anchor] }

  private static func headings(_ blocks: [Block]) -> [Block.Heading] {
    blocks.flatMap { block -> [Block.Heading] in
      switch block {
      case .heading(let heading): [heading]
      case .panel(let panel): [panel.heading] + headings(panel.blocks)
      case .list(let entries, _): entries.flatMap(headings)
      case .paragraph, .numbered, .remark, .facts, .table: []
      }
    }
  }

  private static func name(of anchor: String, taken: inout Set<String>) -> String {
    let letters = anchor.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": Character(scalar)
      default: "_"
      }
    }
    // It has to begin with a letter, and capital letters do not tell two apart.
    let whole = "h_" + String(letters)
    var (name, count) = (String(whole.prefix(longest)), 1)
    while !taken.insert(name.lowercased()).inserted {
      count += 1
      let suffix = "_\(count)"
      name = whole.prefix(longest - suffix.count) + suffix
    }
    return name
  }
}
