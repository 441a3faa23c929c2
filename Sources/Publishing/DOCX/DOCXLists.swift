/// `word/numbering.xml`: how lists are marked, and a numbering for each list that has numbers.
struct DOCXLists {
  /// A list that a document knows is nine levels deep.
  static let deepest = 8

  private static let bullets = 1
  private static let signs = ["•", "–", "▪"]
  private static let numbers = ["decimal", "lowerLetter", "lowerRoman"]

  /// The level at which each numbering starts again, by its number.
  private var starts: [Int] = []

  /// The numbering of a list: one for all with signs, and one for each with numbers, which begins at 1.
  mutating func instance(isNumbered: Bool, level: Int) -> Int {
    guard isNumbered else { return Self.bullets }
    starts.append(level)
    return Self.bullets + starts.count
  }

  func part() -> DOCXNode {
    let kinds = [(id: "0", level: Self.sign), (id: "1", level: Self.number)].map { kind in
      DOCXNode.w(
        "abstractNum", ["abstractNumId": kind.id],
        [.w("multiLevelType", "hybridMultilevel")] + (0...Self.deepest).map(kind.level))
    }
    let all = DOCXNode.w("num", ["numId": String(Self.bullets)], [.w("abstractNumId", "0")])
    let each = starts.enumerated().map { index, level in
      DOCXNode.w(
        "num", ["numId": String(Self.bullets + index + 1)],
        [
          .w("abstractNumId", "1"),
          .w("lvlOverride", ["ilvl": String(level)], [.w("startOverride", "1")]),
        ])
    }
    return .w("numbering", ["xmlns:w": DOCXPackage.namespace], kinds + [all] + each)
  }

  private static func sign(_ level: Int) -> DOCXNode {
    self.level(level, format: "bullet", text: signs[level % signs.count])
  }

  private static func number(_ level: Int) -> DOCXNode {
    self.level(level, format: numbers[level % numbers.count], text: "%\(level + 1).")
  }

  private static func level(_ level: Int, format: String, text: String) -> DOCXNode {
    let place = DOCXParagraphFormat(indent: (level + 1) * DOCXLook.step, hanging: DOCXLook.step)
    return .w(
      "lvl", ["ilvl": String(level)],
      [
        .w("start", "1"), .w("numFmt", format), .w("lvlText", text), .w("lvlJc", "left"), .w("pPr", place.nodes),
      ])
  }
}
