extension Publication {
  /// The headings of the table of contents, in order. Those of boxes do not stand in it, nor what lies as deep: nobody finds a
  /// chapter among hundreds of points.
  var headings: [Block.Heading] {
    blocks.compactMap { block in
      if case .heading(let heading) = block, heading.depth <= contentsDepth { return heading }
      return nil
    }
  }

  /// The deepest level of headings that the table of contents has.
  var contentsDepth: Int { max(1, (Self.boxLevels(blocks).min() ?? 5) - 1) }

  private static func boxLevels(_ blocks: [Block]) -> [Int] {
    blocks.flatMap { block -> [Int] in
      switch block {
      case .panel(let panel): [panel.heading.depth] + boxLevels(panel.blocks)
      case .list(let entries, _): entries.flatMap(boxLevels)
      case .heading, .paragraph, .numbered, .remark, .facts, .table: []
      }
    }
  }
}

extension Block.Heading {
  /// The level, among those that a document has.
  var depth: Int { min(max(level, 1), 4) }

  /// The anchor as it is written in HTML and Markdown.
  var name: String { Self.name(of: anchor) }

  /// An anchor in letters, digits, `-` and `_`, others by their numbers: different anchors are different names, and none is empty.
  static func name(of anchor: String) -> String {
    guard !anchor.isEmpty else { return "~" }
    return anchor.unicodeScalars.map { scalar in
      let isPlain = scalar.isASCII && (UInt8(scalar.value).isLetterOrDigit || scalar == "-" || scalar == "_")
      return isPlain ? String(scalar) : "~\(String(scalar.value, radix: 16))~"
    }.joined()
  }
}
