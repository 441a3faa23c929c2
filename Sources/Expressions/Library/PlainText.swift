/// Texts without case, accents and marks, for comparing what people typed.
///
/// Covered are the letters of Latin-1, Latin Extended-A, the Romanian and Vietnamese letters, and every combining mark; other
/// scripts only lose their case and combining marks.
public enum PlainText {
  /// `México`, `MEXICO` and `me\u{301}xico` all become `mexico`; `ß` becomes `ss`, `Œ` `oe`.
  public static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if isMark(scalar) { continue }
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isMark(lower) {
        if let base = bases[lower] { result += base } else { result.unicodeScalars.append(lower) }
      }
    }
    return result
  }

  private static func isMark(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private static let letters: [(base: String, accented: String)] = [
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặǻ"), ("ae", "æǽ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģǧ"),
    ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐỉị"), ("ij", "ĳ"), ("j", "ĵ"), ("k", "ķĸ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉŋ"),
    ("o", "òóôõöøōŏőǒơọỏốồổỗộớờởỡợǿ"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšșſ"), ("ss", "ßẞ"), ("t", "ţťŧț"), ("th", "þ"),
    ("u", "ùúûüũūŭůűųǔưụủứừửữự"), ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
  ]

  private static let bases: [UnicodeScalar: String] = Dictionary(
    letters.flatMap { entry in entry.accented.unicodeScalars.map { ($0, entry.base) } }, uniquingKeysWith: { first, _ in first })
}
