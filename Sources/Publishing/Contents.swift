extension Publication {
  /// The headings of the table of contents, in order; those of boxes do not stand in it.
  var headings: [Block.Heading] {
    blocks.compactMap { block in
      if case .heading(let heading) = block { return heading }
      return nil
    }
  }
}
