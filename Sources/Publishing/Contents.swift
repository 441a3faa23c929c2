extension Publication {
  /// The headings of the table of contents, in order. Those of boxes do not stand in it, nor what lies as deep: nobody finds a
  /// chapter among hundreds of points.
  var headings: [Block.Heading] {
    blocks.compactMap { block in
      if case .heading(let heading) = block, heading.level <= contentsDepth { return heading }
      return nil
    }
  }

  /// The deepest level of headings that the table of contents has.
  var contentsDepth: Int { max(1, (Self.boxLevels(blocks).min() ?? 5) - 1) }

  private static func boxLevels(_ blocks: [Block]) -> [Int] {
    blocks.flatMap { block -> [Int] in
      switch block {
      case .panel(let panel): [panel.heading.level] + boxLevels(panel.blocks)
      case .list(let entries, _): entries.flatMap(boxLevels)
      case .heading, .paragraph, .numbered, .remark, .facts, .table: []
      }
    }
  }
}
