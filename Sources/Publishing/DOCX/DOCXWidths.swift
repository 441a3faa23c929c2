/// How wide the columns of a table are. Programs differ where they choose it themselves.
enum DOCXWidths {
  /// The width of a letter of a table, with room for a bold one in the wider font of a computer that lacks ours, and what a
  /// cell has at its sides.
  private static let letter = 126
  private static let sides = 220
  /// Beyond so many letters a word is broken, and a text goes on in the next line.
  private static let longestWord = 22
  private static let longestText = 70

  /// Each column first gets its longest word, then a part of what is left as its texts are long. A heading goes on in the next
  /// line before the texts below it do: a column of numbers needs no more.
  static func fitting(_ table: Block.Table, into width: Int) -> [Int] {
    let cells = table.columns.indices.map { index in table.rows.map { row in row[index].map(\.words).joined() } }
    let least = zip(table.columns, cells).map { heading, texts in
      sides + letter * (([heading] + texts).map(longestWord(of:)).max() ?? 0)
    }
    let wanted = zip(cells, least).map { texts, least in
      max(least, sides + letter * min(texts.map(\.count).max() ?? 0, longestText))
    }
    let room = width - least.reduce(0, +)
    let wishes = zip(wanted, least).map { $0 - $1 }
    if room < 0 || wishes.allSatisfy({ $0 == 0 }) { return shares(of: width, by: least) }
    return zip(least, shares(of: room, by: wishes)).map { $0 + $1 }
  }

  private static func longestWord(of text: String) -> Int {
    min(text.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0, longestWord)
  }

  /// `whole` in parts as `weights` are to one another; what rounding leaves is with the last.
  private static func shares(of whole: Int, by weights: [Int]) -> [Int] {
    let sum = max(weights.reduce(0, +), 1)
    var shares = weights.map { whole * $0 / sum }
    shares[shares.count - 1] += whole - shares.reduce(0, +)
    return shares
  }
}
