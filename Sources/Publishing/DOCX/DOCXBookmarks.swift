/// The names by which headings are found within the document.
struct DOCXBookmarks {
  /// What Word takes at most.
  static let longest = 40

  /// By their anchors, the names that links lead to, also from before the heading.
  private var names: [String: String] = [:]
  private var taken: Set<String> = []
  /// The anchors of the headings that are written.
  private var marked: Set<String> = []
  private var count = 0

  init(_ blocks: [Block]) {
    for heading in Self.headings(blocks) where names[heading.anchor] == nil {
      names[heading.anchor] = Self.name(of: heading.anchor, taken: &taken)
    }
  }

  /// The name of the first heading with this anchor.
  func name(of anchor: String) -> String? { names[anchor] }

  /// What a heading that is being written is marked with: the first of its anchor with the name that links lead to.
  mutating func mark(_ heading: Block.Heading) -> (id: String, name: String) {
    defer { count += 1 }
    let isFirst = marked.insert(heading.anchor).inserted
    let name = isFirst ? names[heading.anchor] : nil
    return (String(count), name ?? Self.name(of: heading.anchor, taken: &taken))
  }

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
