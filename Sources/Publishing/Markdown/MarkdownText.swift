/// Text in Markdown, in which nothing is markup.
enum MarkdownText {
  /// `text` as part of a line.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(VisibleText.line(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if isMark(scalar) || startsAddress(scalars, at: index) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { "\\`*_[]<>|~#&$!@".unicodeScalars.contains(scalar) }

  // What readers turn into links without being asked: `https://…`, `www.…`.
  private static func startsAddress(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    switch scalars[index] {
    case ":": return scalars.dropFirst(index + 1).first == "/"
    case ".": return index >= 3 && scalars[index - 3..<index].allSatisfy { $0 == "w" || $0 == "W" }
    default: return false
    }
  }

  /// A line that begins a block, in which nothing at its beginning makes it another: `- `, `1. `, `+ `.
  static func block(_ line: String) -> String {
    let line = line.drop { $0 == " " }
    if let first = line.first, "-+=".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line[digits.endIndex...]
    guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark) else { return String(line) }
    return "\(digits)\\\(rest)"
  }
}
