/// Sizes and colours, in one place. Lengths are twentieths of a point.
enum DOCXLook {
  static let pageWidth = 11906
  static let pageHeight = 16838
  static let margin = 1304
  static let headerMargin = 624
  static let textWidth = pageWidth - 2 * margin
  /// How far the entries of a list stand in, level by level.
  static let step = 360
  /// How far what is in a panel stands in.
  static let panelIndent = 227
  /// Where the text of a numbered paragraph begins.
  static let numberWidth = 567
  /// What is left of a line, however deep it stands in.
  static let narrowest = 2800

  static let font = "Calibri"
  static let codeFont = "Consolas"
  /// Has the signs of the tags; elsewhere programs find another that does.
  static let signFont = "Segoe UI Symbol"

  static let dark = "1F3864"
  static let quiet = "595959"
  static let link = "0B5394"
  static let line = "A6A6A6"
  static let headingShade = "E7ECF4"

  /// Dark words on a light ground: a contrast of more than 7 to 1, also in print without colour.
  static func colors(of tone: Block.Tone) -> (text: String, ground: String) {
    switch tone {
    case .positive: ("14532D", "E6F4EA")
    case .partial: ("6B3F00", "FFF2DC")
    case .negative: ("7F1D1D", "FDE8E8")
    case .neutral: ("3F3F46", "EEEEF0")
    case .open: ("1E3A8A", "E5EDFB")
    }
  }

  /// The style of a tag.
  static func style(of tone: Block.Tone) -> String { "Tag" + tone.rawValue.prefix(1).uppercased() + tone.rawValue.dropFirst() }
}
