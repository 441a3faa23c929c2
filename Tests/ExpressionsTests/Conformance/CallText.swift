/// A call as it stands in a text, found without parsing: enough for vectors, whose texts are plain.
struct CallText {
  /// The function or macro; with its namespace if it has one.
  let name: String
  /// How many arguments there are between the brackets.
  let count: Int
  /// The receiver, the name and the arguments, texts blanked out.
  let text: String

  /// All calls; a dotted name is a namespace's only if `names` has it.
  static func all(in expression: String, names: Set<String>) -> [CallText] {
    let text = blanked(expression)
    return text.indices.filter { text[$0] == "(" }.compactMap { call(text, at: $0, names) }
  }

  /// The text with an underscore for every character of a text literal.
  static func blanked(_ expression: String) -> [Character] {
    var quote: Character?
    return expression.map { character in
      let isInside = quote != nil
      if quote == character { quote = nil } else if !isInside, "'\"".contains(character) { quote = character }
      return isInside || quote != nil ? "_" : character
    }
  }

  private static func call(_ text: [Character], at open: Int, _ names: Set<String>) -> CallText? {
    let start = startOfPrimary(text, before: open)
    let written = String(text[start..<open])
    let name = names.contains(written) ? written : String(written.split(separator: ".").last ?? "")
    guard names.contains(name) else { return nil }
    let (end, count) = arguments(text, from: open)
    return CallText(name: name, count: count, text: String(text[start..<end]))
  }

  private static func startOfPrimary(_ text: [Character], before end: Int) -> Int {
    var (start, depth) = (end, 0)
    while start > 0 {
      let character = text[start - 1]
      if ")]}".contains(character) {
        depth += 1
      } else if "([{".contains(character) {
        if depth == 0 { break }
        depth -= 1
      } else if depth == 0, !(character.isLetter || character.isNumber || "_.?".contains(character)) {
        break
      }
      start -= 1
    }
    return start
  }

  /// Where the arguments end, and how many there are.
  private static func arguments(_ text: [Character], from open: Int) -> (end: Int, count: Int) {
    var (position, depth, commas) = (open, 0, 0)
    repeat {
      switch text[position] {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case "," where depth == 1: commas += 1
      default: break
      }
      position += 1
    } while depth > 0 && position < text.count
    return (position, position - open == 2 ? 0 : commas + 1)
  }

  /// Whether a name stands in it as a word.
  func mentions(_ word: String) -> Bool { text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains(word[...]) }
}
